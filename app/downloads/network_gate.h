// The only way from Eddy to the network: every request goes through here and is held against the user's rules, before it is
// sent and again at every redirect. One thread, that of the gate.
#pragma once

#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QQmlNetworkAccessManagerFactory>
#include <memory>

#include "app/downloads/network_rules.h"

namespace eddy {

struct FetchRequest {
  QUrl url;
  QList<std::pair<QByteArray, QByteArray>> headers;
  int stallTimeout = 30'000;  ///< milliseconds without a byte
};

/// What a host says of a file before it sends on to where the bytes lie: Hugging Face and its mirrors name size and SHA-256 so.
struct LinkedFile {
  qint64 bytes = -1;  ///< < 0: not said
  QByteArray sha256;  ///< 32 bytes; empty: not said, or no SHA-256
};

/// One GET with its redirects. Made by the gate, and deleted by whoever asked for it.
class NetworkFetch : public QObject {
  Q_OBJECT

 public:
  static constexpr int kMostRedirects = 5;

  /// Of the last response; 0 before it is there.
  int status() const { return m_status; }
  QByteArray header(const char* name) const { return m_reply ? m_reply->rawHeader(name) : QByteArray(); }
  QUrl url() const { return m_request.url; }
  /// Of the first response that said it: that of the host which was asked, not of where it sent us.
  const LinkedFile& linked() const { return m_linked; }
  QByteArray read(qint64 most) { return m_reply ? m_reply->read(most) : QByteArray(); }
  qint64 waiting() const { return m_reply ? m_reply->bytesAvailable() : 0; }
  /// Nothing is told afterwards.
  void abort();

 signals:
  /// Status and headers are there, redirects are behind.
  void started();
  void dataArrived();
  /// Whole, or broken off: `error` then says why in Qt's words.
  void finished(bool whole, const QString& error);
  void refused(const eddy::NetworkRefusal& refusal);

 private:
  friend class NetworkGate;
  NetworkFetch(class NetworkGate& gate, FetchRequest request);
  void send();
  void headersCame();
  void ended();
  bool redirects();
  void takeLinked();
  void drop();

  class NetworkGate& m_gate;
  FetchRequest m_request;
  QPointer<QNetworkReply> m_reply;
  LinkedFile m_linked;
  int m_status = 0, m_redirects = 0;
  bool m_told = false;
};

class NetworkGate : public QObject {
  Q_OBJECT

 public:
  explicit NetworkGate(QObject* parent = nullptr);
  ~NetworkGate() override;

  const NetworkRules& rules() const { return m_rules; }
  /// What runs and is no longer allowed is broken off.
  void setRules(const NetworkRules& rules);
  /// Sends on the next turn of the event loop, so that a refusal is a signal too.
  NetworkFetch* get(FetchRequest request);

 signals:
  /// A host was spoken to: for the list that the user sees.
  void contacted(const QString& host);

 private:
  friend class NetworkFetch;
  QNetworkReply* send(const FetchRequest& request);

  NetworkRules m_rules;
  std::unique_ptr<QNetworkAccessManager> m_manager;  // made at the first request: none, no network code at all
  QList<NetworkFetch*> m_fetches;
};

/// What QML gets: pages can neither load a picture nor anything else from elsewhere.
class ClosedNetwork : public QQmlNetworkAccessManagerFactory {
 public:
  QNetworkAccessManager* create(QObject* parent) override;
};

}  // namespace eddy
