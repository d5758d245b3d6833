// A web server on this computer that behaves as badly as a test wants.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <functional>

namespace eddy::test {

struct ServerRequest {
  QString path;
  QMap<QByteArray, QByteArray> headers;  ///< names in lower case
  qint64 first = -1;                     ///< of a Range
};

struct ServerAnswer {
  int status = 200;
  QList<std::pair<QByteArray, QByteArray>> headers;
  QByteArray body;
  qint64 length = -1;      ///< what Content-Length says; -1: the truth; -2: nothing
  qint64 dropAfter = -1;   ///< bytes of the body, then the connection is cut
  int pieceEvery = 0;      ///< milliseconds between pieces of 16 KB
};

class TestServer : public QTcpServer {
  Q_OBJECT

 public:
  using Handler = std::function<ServerAnswer(const ServerRequest&)>;
  TestServer();

  QUrl url(const QString& path) const;
  void on(const QString& path, Handler handler) { m_handlers[path] = std::move(handler); }
  /// A file with an ETag that can be asked for in parts.
  void serve(const QString& path, const QByteArray& content, const QByteArray& etag = "\"one\"");
  const QList<ServerRequest>& requests() const { return m_requests; }
  void clear() { m_requests.clear(); }

  /// What a good server answers to a request for `content`.
  static ServerAnswer fileAnswer(const ServerRequest& request, const QByteArray& content, const QByteArray& etag);

 private:
  void answer(QTcpSocket* socket);
  static void send(QTcpSocket* socket, const ServerAnswer& answer, qint64 from);

  QHash<QString, Handler> m_handlers;
  QHash<QTcpSocket*, QByteArray> m_heads;
  QList<ServerRequest> m_requests;
};

}  // namespace eddy::test
