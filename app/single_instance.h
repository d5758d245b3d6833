// One window per data folder: a second start raises the first one's. GUI thread only.
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>
#include <QStringList>

namespace eddy {

class SingleInstance : public QObject {
  Q_OBJECT

 public:
  /// `folder` decides who belongs together.
  explicit SingleInstance(const QString& folder, QObject* parent = nullptr);

  /// True if another one runs: it has been asked to show itself and to open `files`. Waits a moment for its answer.
  bool raiseOther(const QStringList& files = {});
  /// From now on others find this one. What a crashed one left behind is cleared away.
  bool listen();
  /// The data folder has moved: others look for this one under the new folder.
  void moveTo(const QString& folder);
  /// Others do not find this one any more: the next start is the one that stays.
  void close() { m_server.close(); }
  QString name() const { return m_name; }

 signals:
  void raiseRequested();
  /// Absolute paths; comes before raiseRequested, and only with files.
  void filesOpened(const QStringList& files);

 private:
  void answer();
  void take(const QByteArray& line);

  QString m_name;
  QLocalServer m_server;
};

}  // namespace eddy
