#include "app/single_instance.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalSocket>

namespace eddy {
namespace {

constexpr int kPatience = 1000;  // milliseconds
constexpr char kRaise[] = "raise\n";
constexpr char kRaised[] = "raised\n";

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

bool SingleInstance::raiseOther() {
  QLocalSocket socket;
  socket.connectToServer(m_name);
  if (!socket.waitForConnected(kPatience)) return false;
  socket.write(kRaise);
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
      if (socket->readAll() != kRaise) return;
      socket->write(kRaised);
      socket->flush();
      emit raiseRequested();
    });
  }
}

}  // namespace eddy
