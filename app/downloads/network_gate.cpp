#include "app/downloads/network_gate.h"

#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QTimer>

namespace eddy {
namespace {

constexpr qint64 kReadBuffer = 4 << 20;  // a fast server waits for a slow disk

class SystemProxies : public QNetworkProxyFactory {
 public:
  QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override { return systemProxyForQuery(query); }
};

void useProxy(QNetworkAccessManager& manager, const NetworkRules& rules) {
  using Proxy = NetworkRules::Proxy;
  if (rules.proxy == Proxy::System) return manager.setProxyFactory(new SystemProxies);  // the manager owns it
  const auto type = rules.proxy == Proxy::None ? QNetworkProxy::NoProxy
                    : rules.proxy == Proxy::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy;
  manager.setProxy({type, rules.proxyHost, rules.proxyPort});
}

/// A GET without anything that could be recognised: no cookies, no remembered names, no cache.
QNetworkRequest plain(const FetchRequest& wanted) {
  QNetworkRequest request(wanted.url);
  request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
  request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
  request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
  request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
  request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
  request.setTransferTimeout(wanted.stallTimeout);
  request.setRawHeader("User-Agent", "Eddy");
  request.setRawHeader("Accept-Encoding", "identity");  // bytes as they are, whose count is that of the file
  for (const auto& [name, value] : wanted.headers) request.setRawHeader(name, value);
  return request;
}

/// Refuses everything, for whoever must not speak to anybody.
class ClosedManager : public QNetworkAccessManager {
 public:
  using QNetworkAccessManager::QNetworkAccessManager;

 protected:
  QNetworkReply* createRequest(Operation operation, const QNetworkRequest& request, QIODevice* data) override {
    const auto scheme = request.url().scheme();
    const bool local = scheme == QLatin1String("qrc") || scheme == QLatin1String("file") || scheme == QLatin1String("data");
    if (local) return QNetworkAccessManager::createRequest(operation, request, data);
    return QNetworkAccessManager::createRequest(GetOperation, QNetworkRequest(QUrl(QStringLiteral("qrc:/eddy/closed"))), nullptr);
  }
};

}  // namespace

NetworkFetch::NetworkFetch(NetworkGate& gate, FetchRequest request) : QObject(&gate), m_gate(gate), m_request(std::move(request)) {
  gate.m_fetches.append(this);
  connect(this, &QObject::destroyed, &gate, [&gate, self = this] { gate.m_fetches.removeAll(self); });
  QTimer::singleShot(0, this, &NetworkFetch::send);
}

void NetworkFetch::send() {
  if (m_told) return;
  if (const auto refusal = refuse(m_request.url, m_gate.rules())) {
    m_told = true;
    emit refused(*refusal);
    return;
  }
  m_status = 0;
  m_reply = m_gate.send(m_request);
  m_reply->setParent(this);
  connect(m_reply, &QNetworkReply::metaDataChanged, this, &NetworkFetch::headersCame);
  connect(m_reply, &QNetworkReply::readyRead, this, [this] {
    headersCame();
    if (m_status != 0) emit dataArrived();
  });
  connect(m_reply, &QNetworkReply::finished, this, &NetworkFetch::ended);
}

bool NetworkFetch::redirects() {
  const auto target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
  if (target.isEmpty()) return false;
  m_request.url = m_request.url.resolved(target);
  drop();
  if (++m_redirects <= kMostRedirects) {
    QTimer::singleShot(0, this, &NetworkFetch::send);
  } else {
    m_told = true;
    emit refused({NetworkRefusal::Reason::TooManyRedirects, m_request.url.host()});
  }
  return true;
}

void NetworkFetch::takeLinked() {
  static const QRegularExpression hash(QStringLiteral("^\"?([0-9a-fA-F]{64})\"?$")), number(QStringLiteral("^\\d{1,15}$"));
  const auto header = [this](const char* name) { return QString::fromLatin1(m_reply->rawHeader(name).trimmed()); };
  const auto sum = hash.match(header("X-Linked-ETag"));
  const auto size = header("X-Linked-Size");
  if (m_linked.sha256.isEmpty() && sum.hasMatch()) m_linked.sha256 = QByteArray::fromHex(sum.captured(1).toLatin1());
  if (m_linked.bytes < 0 && number.match(size).hasMatch()) m_linked.bytes = size.toLongLong();
}

void NetworkFetch::headersCame() {
  if (!m_reply || m_status != 0) return;
  const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
  if (status >= 200) takeLinked();
  if (status < 200 || redirects()) return;
  m_status = status;
  emit started();
}

void NetworkFetch::ended() {
  headersCame();
  if (!m_reply || m_told) return;
  m_told = true;
  const bool whole = m_status != 0 && m_reply->error() == QNetworkReply::NoError;
  emit finished(whole, m_reply->errorString());
}

void NetworkFetch::drop() {
  if (!m_reply) return;
  auto* reply = m_reply.data();
  m_reply.clear();
  reply->disconnect(this);
  reply->deleteLater();  // which ends it; abort() would not do inside its own signals
}

void NetworkFetch::abort() {
  m_told = true;
  drop();
}

NetworkGate::NetworkGate(QObject* parent) : QObject(parent) {}

NetworkGate::~NetworkGate() {
  const auto fetches = m_fetches;
  qDeleteAll(fetches);
}

void NetworkGate::setRules(const NetworkRules& rules) {
  m_rules = rules;
  if (m_manager) useProxy(*m_manager, rules);
  const auto fetches = m_fetches;
  for (auto* fetch : fetches) {
    const auto refusal = refuse(fetch->url(), rules);
    if (!refusal || fetch->m_told) continue;
    fetch->abort();
    emit fetch->refused(*refusal);
  }
}

NetworkFetch* NetworkGate::get(FetchRequest request) { return new NetworkFetch(*this, std::move(request)); }

QNetworkReply* NetworkGate::send(const FetchRequest& request) {
  if (!m_manager) {
    m_manager = std::make_unique<QNetworkAccessManager>();
    useProxy(*m_manager, m_rules);
  }
  emit contacted(request.url.host().toLower());
  auto* reply = m_manager->get(plain(request));
  reply->setReadBufferSize(kReadBuffer);
  return reply;
}

QNetworkAccessManager* ClosedNetwork::create(QObject* parent) { return new ClosedManager(parent); }

}  // namespace eddy
