#include "app/single_instance.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>

namespace eddy {
namespace {

constexpr int kPatience = 1000;  // milliseconds
// One line: the word, then the files as a JSON array. Answered with one line.
constexpr char kRaise[] = "raise";
constexpr char kRaised[] = "raised\n";
constexpr qint64 kLongestLine = qint64{1} << 20;

QString nameFor(const QString& folder) {
  const QFileInfo info(folder);
  const auto path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
  return QStringLiteral("eddy-") +
         QString::fromLatin1(QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().first(24));
}

}  // namespace

SingleInstance::SingleInstance(const QString& folder, QObject* parent) : QObject(parent), m_name(nameFor(folder)) {
  m_server.setSocketOptions(QLocalServer::UserAccessOption);
  connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::answer);
}

bool SingleInstance::raiseOther(const QStringList& files) {
  QLocalSocket socket;
  socket.connectToServer(m_name);
  if (!socket.waitForConnected(kPatience)) return false;
  socket.write(kRaise + QJsonDocument(QJsonArray::fromStringList(files)).toJson(QJsonDocument::Compact) + '\n');
  return socket.waitForReadyRead(kPatience) && socket.readAll() == kRaised;
}

bool SingleInstance::listen() {
  if (m_server.listen(m_name)) return true;
  // Nobody answered before: what is in the way was left by one that crashed.
  QLocalServer::removeServer(m_name);
  return m_server.listen(m_name);
}

void SingleInstance::moveTo(const QString& folder) {
  m_server.close();
  m_name = nameFor(folder);
  listen();
}

void SingleInstance::answer() {
  while (auto* socket = m_server.nextPendingConnection()) {
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
      if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > kLongestLine) socket->abort();
        return;
      }
      const QByteArray line = socket->readLine(kLongestLine);
      if (!line.startsWith(kRaise)) return;
      socket->write(kRaised);
      socket->flush();
      take(line.mid(static_cast<qsizetype>(sizeof kRaise) - 1));
    });
  }
}

void SingleInstance::take(const QByteArray& line) {
  QStringList files;
  for (const auto& file : QJsonDocument::fromJson(line).array()) files += file.toString();
  if (!files.isEmpty()) emit filesOpened(files);
  emit raiseRequested();
}

}  // namespace eddy
