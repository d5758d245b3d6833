#include "tests/support/app/test_server.h"

#include <QPointer>
#include <QTimer>

namespace eddy::test {
namespace {

constexpr qint64 kPiece = 16 << 10;

ServerRequest parse(const QByteArray& head) {
  ServerRequest request;
  const auto lines = head.split('\n');
  request.path = QString::fromLatin1(lines.first().split(' ').value(1));
  for (int i = 1; i < lines.size(); ++i) {
    const auto colon = lines[i].indexOf(':');
    if (colon > 0) request.headers[lines[i].left(colon).trimmed().toLower()] = lines[i].mid(colon + 1).trimmed();
  }
  const auto range = request.headers.value("range");
  if (range.startsWith("bytes=")) request.first = range.mid(6).split('-').first().toLongLong();
  return request;
}

}  // namespace

TestServer::TestServer() {
  listen(QHostAddress::LocalHost);
  connect(this, &QTcpServer::newConnection, this, [this] {
    while (auto* socket = nextPendingConnection()) {
      connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(socket); });
      connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
  });
}

QUrl TestServer::url(const QString& path) const {
  return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
}

ServerAnswer TestServer::fileAnswer(const ServerRequest& request, const QByteArray& content, const QByteArray& etag) {
  ServerAnswer answer;
  answer.headers = {{"ETag", etag}, {"Accept-Ranges", "bytes"}};
  const bool same = !request.headers.contains("if-range") || request.headers.value("if-range") == etag;
  if (request.first < 0 || !same) {
    answer.body = content;
  } else if (request.first >= content.size()) {
    answer.status = 416;
    answer.headers.append({"Content-Range", "bytes */" + QByteArray::number(content.size())});
  } else {
    answer.status = 206;
    answer.body = content.mid(static_cast<int>(request.first));
    answer.headers.append({"Content-Range", "bytes " + QByteArray::number(request.first) + "-" +
                                                QByteArray::number(content.size() - 1) + "/" + QByteArray::number(content.size())});
  }
  return answer;
}

void TestServer::serve(const QString& path, const QByteArray& content, const QByteArray& etag) {
  on(path, [content, etag](const ServerRequest& request) { return fileAnswer(request, content, etag); });
}

void TestServer::answer(QTcpSocket* socket) {
  auto& head = m_heads[socket];
  head += socket->readAll();
  if (!head.contains("\r\n\r\n")) return;
  const auto request = parse(head);
  m_heads.remove(socket);
  m_requests.append(request);
  const auto handler = m_handlers.value(request.path);
  auto answer = handler ? handler(request) : ServerAnswer{.status = 404, .headers = {}, .body = "nothing here"};
  QByteArray text = "HTTP/1.1 " + QByteArray::number(answer.status) + " X\r\nConnection: close\r\n";
  const auto length = answer.length == -1 ? answer.body.size() : answer.length;
  if (length >= 0) text += "Content-Length: " + QByteArray::number(length) + "\r\n";
  for (const auto& [name, value] : answer.headers) text += name + ": " + value + "\r\n";
  socket->write(text + "\r\n");
  send(socket, answer, 0);
}

void TestServer::send(QTcpSocket* socket, const ServerAnswer& answer, qint64 from) {
  const auto end = answer.dropAfter >= 0 ? std::min<qint64>(answer.dropAfter, answer.body.size()) : answer.body.size();
  const auto count = answer.pieceEvery > 0 ? std::min(kPiece, end - from) : end - from;
  socket->write(answer.body.mid(static_cast<int>(from), static_cast<int>(count)));
  socket->flush();
  if (from + count >= end) return socket->disconnectFromHost();
  QTimer::singleShot(answer.pieceEvery, socket, [socket, answer, next = from + count] { send(socket, answer, next); });
}

}  // namespace eddy::test
