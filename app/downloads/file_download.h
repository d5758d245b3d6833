// One file from the network to the disk: goes on where it broke off, checks what it got, and gives the file its name only
// when it is whole. One thread, that of the gate.
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QFile>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>
#include <functional>
#include <optional>

#include "app/downloads/network_gate.h"

namespace eddy {

/// What is to be fetched.
struct FileTask {
  QUrl url;
  QString target;      ///< where the whole file will be; "<target>.part" before
  qint64 bytes = -1;   ///< < 0: not known
  QByteArray sha256;   ///< 32 bytes; empty: not known
};

/// What has to be remembered between starts, so that the next part is of the same file.
struct PartRecord {
  QByteArray etag;          ///< strong ones only
  QByteArray lastModified;
  qint64 total = -1;
  QByteArray hostSha256;    ///< what the host says the whole is, where nobody else did; 32 bytes or empty

  friend bool operator==(const PartRecord&, const PartRecord&) = default;
};

struct DownloadProblem {
  enum class Kind {
    None, SwitchedOff, BadAddress, NotSecure, HostNotAllowed, TooManyRedirects, NotThere, NotAllowed, ServerFails, ConnectionFails,
    WrongSize, WrongContent, NotAModel, DiskFull, CannotWrite
  };
  Kind kind = Kind::None;
  QString host;
  QString detail;  ///< not translated
};

DownloadProblem problemOf(const NetworkRefusal& refusal);

struct DownloadOptions {
  int retries = 6;            ///< in a row, without anything having arrived
  int firstWait = 1000;       ///< milliseconds, doubled each time
  int stallTimeout = 30'000;
  qint64 reserve = 64 << 20;  ///< bytes that stay free on the disk
  std::function<qint64(const QString& folder)> freeBytes;  ///< the disk's, unless a test says otherwise; < 0: not known
};

class FileDownload : public QObject {
  Q_OBJECT

 public:
  FileDownload(NetworkGate& gate, FileTask task, PartRecord record, DownloadOptions options, QObject* parent = nullptr);

  void start();
  /// What has come stays on the disk; start() goes on.
  void pause();
  /// Also deletes what has come.
  void cancel();

  const PartRecord& record() const { return m_record; }
  /// Whose word the checksum is that the whole is held against.
  enum class Check { None, Host, Known };
  static Check checkOf(const FileTask& task, const PartRecord& record);
  qint64 done() const { return m_done; }
  qint64 total() const { return m_record.total >= 0 ? m_record.total : m_task.bytes; }
  bool isChecking() const { return m_checking; }
  bool isWaiting() const { return m_wait.isActive(); }

 signals:
  void progressed();
  void recordChanged();
  void finished();
  void failed(const eddy::DownloadProblem& problem);

 private:
  using Kind = DownloadProblem::Kind;
  QString part() const { return m_task.target + QStringLiteral(".part"); }
  bool openPart();
  void checkMore();
  void request();
  void answered();
  void take();
  void closed(bool whole, const QString& error);
  bool believes(const LinkedFile& linked);
  bool acceptPart();
  bool acceptWhole();
  bool hasRoom();
  bool startOver(Kind inTheEnd);
  bool emptyPart();
  void again(const QString& why, int status = 0);
  void complete();
  void fail(const DownloadProblem& problem);
  void fail(Kind kind, const QString& detail = {}, const QString& host = {}) { fail({kind, host, detail}); }
  void letGo();

  NetworkGate& m_gate;
  FileTask m_task;
  PartRecord m_record;
  DownloadOptions m_options;
  QFile m_file;
  QCryptographicHash m_hash{QCryptographicHash::Sha256};
  QPointer<NetworkFetch> m_fetch;
  QTimer m_wait, m_check;
  qint64 m_done = 0;      // bytes on the disk and in the hash
  int m_tries = 0;
  int m_startsOver = 0;
  bool m_checking = false;
  bool m_dataWanted = false;
};

}  // namespace eddy
