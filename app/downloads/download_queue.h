// All downloads, one at a time, and what of them is kept between starts. Lives on the network thread; see downloads.h for
// the door to it.
#pragma once

#include <QList>
#include <QObject>
#include <QTimer>
#include <memory>

#include "app/downloads/file_download.h"

namespace eddy {

enum class DownloadState { Queued, Checking, Running, Waiting, Paused, Failed, Done };

struct DownloadFile {
  FileTask task;
  PartRecord record;
  bool done = false;
};

/// A model to be fetched.
struct DownloadOrder {
  QString id;    ///< of the queue's making
  QString name;
  QList<DownloadFile> files;
};

/// What the window shows of one.
struct DownloadStatus {
  QString id, name;
  DownloadState state = DownloadState::Queued;
  qint64 done = 0, total = -1;  ///< bytes of all its files
  double speed = 0;             ///< bytes/s of the last seconds
  int file = 0, files = 1;      ///< which of them
  FileDownload::Check check = FileDownload::Check::None;  ///< the weakest of its files'
  DownloadProblem problem;
  QString path;                 ///< of what was made, once it is done
};

class DownloadQueue : public QObject {
  Q_OBJECT

 public:
  DownloadQueue(NetworkGate& gate, DownloadOptions options, QObject* parent = nullptr);
  ~DownloadQueue() override;

  /// Takes up what the journal in `folder` knows; all of it waits for the user, since nothing is fetched unasked.
  void open(const QString& folder);
  void add(eddy::DownloadOrder order);
  void pause(const QString& id);
  void resume(const QString& id);
  /// Also forgets it; what has come is deleted unless it was done.
  void cancel(const QString& id);

 signals:
  void changed(const QList<eddy::DownloadStatus>& all);
  void arrived(const QString& path);

 private:
  struct Entry {
    DownloadOrder order;
    DownloadState state = DownloadState::Queued;
    DownloadProblem problem;
  };
  Entry* find(const QString& id);
  void startNext();
  void startFile();
  void fileDone();
  void stopCurrent(DownloadState state, const DownloadProblem& problem = {});
  DownloadStatus statusOf(const Entry& entry) const;
  void tell();
  void save();
  void measure(qint64 done);

  NetworkGate& m_gate;
  DownloadOptions m_options;
  QString m_journal;
  std::vector<std::unique_ptr<Entry>> m_entries;
  Entry* m_current = nullptr;
  int m_file = 0;
  std::unique_ptr<FileDownload> m_download;
  QTimer m_tell, m_save;
  QList<std::pair<qint64, qint64>> m_measured;  // milliseconds, bytes
};

}  // namespace eddy
