// The list of downloads, and the door to the network thread. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QThread>
#include <QtQml/qqmlregistration.h>
#include <functional>

#include "app/downloads/download_queue.h"
#include "app/downloads/network_settings.h"

namespace eddy {

class Downloads : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.shelf.downloads")
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  /// Of those on their way.
  Q_PROPERTY(int active READ active NOTIFY countChanged)

 public:
  enum State { Queued, Checking, Running, Waiting, Paused, Failed, Done };
  Q_ENUM(State)
  enum Role { IdRole = Qt::UserRole + 1, NameRole, StateRole, ProgressRole, StatusRole, ProblemRole, DetailRole, HostRole, PathRole, CheckRole };

  explicit Downloads(NetworkSettings& settings, DownloadOptions options = {}, QObject* parent = nullptr);
  ~Downloads() override;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return rowCount(); }
  int active() const;

  /// Where downloads go, and where their journal lies.
  void open(const QString& folder);
  /// One or several files of one model; targets are made here. False with words in `problem()` when an address or a name will
  /// not do.
  struct Wanted {
    QUrl url;
    QString name;        ///< of the file; empty: from the address
    qint64 bytes = -1;
    QByteArray sha256;
  };
  bool add(const QString& name, const QList<Wanted>& files);
  QString problem() const { return m_problem; }
  /// A short text (a catalogue); `done` gets it, or why not.
  void fetch(const QUrl& url, qint64 most, QObject* context, std::function<void(const QByteArray& bytes, const QString& problem)> done);
  void shutdown();

  Q_INVOKABLE void pause(const QString& id);
  Q_INVOKABLE void resume(const QString& id);
  Q_INVOKABLE void cancel(const QString& id);
  /// Lets a host in that a download was sent to, and goes on.
  Q_INVOKABLE void allowAndResume(const QString& id, const QString& host);
  /// An address that somebody typed; its host is allowed with it. "" or why not.
  Q_INVOKABLE QString addAddress(const QString& address, const QString& sha256);

 signals:
  void countChanged();
  void arrived(const QString& path);

 private:
  void show(const QList<DownloadStatus>& all);
  QString statusText(const DownloadStatus& status) const;
  QString checkText(const DownloadStatus& status) const;
  template <class Job>
  void onNetworkThread(Job job);

  NetworkSettings& m_settings;
  QString m_folder, m_problem;
  QList<DownloadStatus> m_rows;
  QThread m_thread;
  NetworkGate* m_gate;      // these two live on the thread
  DownloadQueue* m_queue;
};

/// In the user's words.
QString problemText(const DownloadProblem& problem);

}  // namespace eddy
