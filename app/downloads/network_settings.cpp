#include "app/downloads/network_settings.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace eddy {
namespace {

constexpr const char* kNever = "network.never";
constexpr const char* kHosts = "network.hosts";
constexpr const char* kProxy = "network.proxy";
constexpr const char* kProxyAddress = "network.proxy_address";
constexpr const char* kMirror = "network.mirror";
constexpr const char* kCatalogue = "network.catalogue";
constexpr const char* kContacts = "network.contacts";
constexpr int kMostContacts = 50;
constexpr const char* kHub = "huggingface.co";  // whose paths mirrors keep; others have paths of their own

QString value(const std::map<std::string, std::string>& stored, const char* key) {
  const auto found = stored.find(key);
  return found == stored.end() ? QString() : QString::fromStdString(found->second);
}

bool isHost(const QString& host) {
  static const QRegularExpression name(QStringLiteral("^(localhost|[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+)$"));
  return host.size() <= 253 && name.match(host).hasMatch();
}

/// "host:port"; nothing for anything else.
std::optional<std::pair<QString, quint16>> hostAndPort(const QString& address) {
  static const QRegularExpression pattern(QStringLiteral("^([A-Za-z0-9.-]+):(\\d{1,5})$"));
  const auto match = pattern.match(address.trimmed());
  const int port = match.captured(2).toInt();
  if (!match.hasMatch() || port < 1 || port > 65535) return std::nullopt;
  return std::pair(match.captured(1), static_cast<quint16>(port));
}

}  // namespace

NetworkSettings::NetworkSettings(StorageService& storage, QObject* parent) : QObject(parent), m_storage(storage) {}

void NetworkSettings::start(const std::map<std::string, std::string>& stored) {
  m_rules.never = value(stored, kNever) == QLatin1String("1");
  for (const auto& host : value(stored, kHosts).split(u'\n', Qt::SkipEmptyParts)) {
    if (isHost(host)) m_rules.hosts.insert(host);
  }
  m_rules.proxy = static_cast<NetworkRules::Proxy>(qBound(0, value(stored, kProxy).toInt(), 3));
  if (const auto address = hostAndPort(value(stored, kProxyAddress))) std::tie(m_rules.proxyHost, m_rules.proxyPort) = *address;
  m_mirror = value(stored, kMirror);
  m_catalogue = value(stored, kCatalogue);
  for (const auto& line : value(stored, kContacts).split(u'\n', Qt::SkipEmptyParts))
    m_contacts.insert(line.section(u' ', 0, 0), line.section(u' ', 1).toLongLong());
  emit rulesChanged();
  emit addressesChanged();
  emit contactsChanged();
}

void NetworkSettings::keep(const char* key, const QString& value) {
  m_storage.submit([key = std::string(key), value = value.toStdString()](Stores& stores) { return stores.settings.set(key, value); });
}

void NetworkSettings::changed() {
  keep(kNever, m_rules.never ? QStringLiteral("1") : QString());
  keep(kHosts, hosts().join(u'\n'));
  keep(kProxy, QString::number(static_cast<int>(m_rules.proxy)));
  keep(kProxyAddress, proxyAddress());
  emit rulesChanged();
}

void NetworkSettings::setNever(bool never) {
  if (m_rules.never == never) return;
  m_rules.never = never;
  changed();
}

void NetworkSettings::setProxy(int proxy) {
  m_rules.proxy = static_cast<NetworkRules::Proxy>(qBound(0, proxy, 3));
  changed();
}

QStringList NetworkSettings::hosts() const {
  QStringList list(m_rules.hosts.begin(), m_rules.hosts.end());
  list.sort();
  return list;
}

QString NetworkSettings::proxyAddress() const {
  return m_rules.proxyHost.isEmpty() ? QString() : QStringLiteral("%1:%2").arg(m_rules.proxyHost).arg(m_rules.proxyPort);
}

QStringList NetworkSettings::contacts() const {
  QList<std::pair<qint64, QString>> byTime;
  for (auto it = m_contacts.begin(); it != m_contacts.end(); ++it) byTime.append({it.value(), it.key()});
  std::sort(byTime.rbegin(), byTime.rend());
  QStringList list;
  for (const auto& [when, host] : byTime)
    list += tr("%1, last on %2").arg(host, QLocale().toString(QDateTime::fromMSecsSinceEpoch(when), QLocale::ShortFormat));
  return list;
}

void NetworkSettings::contacted(const QString& host) {
  m_contacts.insert(host, QDateTime::currentMSecsSinceEpoch());
  while (m_contacts.size() > kMostContacts) {
    auto oldest = m_contacts.begin();
    for (auto it = m_contacts.begin(); it != m_contacts.end(); ++it)
      if (it.value() < oldest.value()) oldest = it;
    m_contacts.erase(oldest);
  }
  QStringList lines;
  for (auto it = m_contacts.begin(); it != m_contacts.end(); ++it) lines += it.key() + u' ' + QString::number(it.value());
  keep(kContacts, lines.join(u'\n'));
  emit contactsChanged();
}

QUrl NetworkSettings::mirrored(const QUrl& url) const {
  if (m_mirror.isEmpty() || url.host() != QLatin1String(kHub)) return url;
  QUrl mirror(m_mirror);
  mirror.setPath(QString(mirror.path()).remove(QRegularExpression(QStringLiteral("/+$"))) + url.path());
  return mirror;
}

bool NetworkSettings::allowHost(const QString& written) {
  const auto host = written.trimmed().toLower();
  if (!isHost(host)) return false;
  m_rules.hosts.insert(host);
  changed();
  return true;
}

void NetworkSettings::forbidHost(const QString& host) {
  if (m_rules.hosts.remove(host)) changed();
}

bool NetworkSettings::setProxyAddress(const QString& address) {
  const auto parts = hostAndPort(address);
  if (!parts && !address.trimmed().isEmpty()) return false;
  std::tie(m_rules.proxyHost, m_rules.proxyPort) = parts.value_or(std::pair(QString(), quint16(0)));
  changed();
  return true;
}

bool NetworkSettings::takeAddress(const QString& address, QString& into, const char* key) {
  const auto text = address.trimmed();
  const QUrl url(text, QUrl::StrictMode);
  auto rules = m_rules;
  rules.never = false;
  rules.hosts.insert(url.host().toLower());
  if (!text.isEmpty() && refuse(url, rules)) return false;
  into = text;
  keep(key, text);
  if (!text.isEmpty()) allowHost(url.host());
  emit addressesChanged();
  return true;
}

bool NetworkSettings::setMirror(const QString& address) { return takeAddress(address, m_mirror, kMirror); }

bool NetworkSettings::setCatalogueAddress(const QString& address) { return takeAddress(address, m_catalogue, kCatalogue); }

}  // namespace eddy
