// What the user allows of the network: one switch, a list of hosts, a proxy, a mirror. GUI thread only.
#pragma once

#include <QMap>
#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>
#include <map>
#include <string>

#include "app/downloads/network_rules.h"
#include "app/storage/storage_service.h"

namespace eddy {

class NetworkSettings : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.shelf.network")
  Q_PROPERTY(bool never READ never WRITE setNever NOTIFY rulesChanged)
  Q_PROPERTY(QStringList hosts READ hosts NOTIFY rulesChanged)
  Q_PROPERTY(int proxy READ proxy WRITE setProxy NOTIFY rulesChanged)
  Q_PROPERTY(QString proxyAddress READ proxyAddress NOTIFY rulesChanged)
  Q_PROPERTY(QString mirror READ mirror NOTIFY addressesChanged)
  Q_PROPERTY(QString catalogueAddress READ catalogueAddress NOTIFY addressesChanged)
  Q_PROPERTY(QStringList contacts READ contacts NOTIFY contactsChanged)

 public:
  enum Proxy { SystemProxy, NoProxy, HttpProxy, SocksProxy };
  Q_ENUM(Proxy)

  explicit NetworkSettings(StorageService& storage, QObject* parent = nullptr);
  void start(const std::map<std::string, std::string>& stored);

  const NetworkRules& rules() const { return m_rules; }
  bool never() const { return m_rules.never; }
  void setNever(bool never);
  QStringList hosts() const;
  /// One of Proxy.
  int proxy() const { return static_cast<int>(m_rules.proxy); }
  void setProxy(int proxy);
  /// "host:port"
  QString proxyAddress() const;
  QString mirror() const { return m_mirror; }
  QString catalogueAddress() const { return m_catalogue; }
  /// "host, when", newest first.
  QStringList contacts() const;
  void contacted(const QString& host);

  /// An address of huggingface.co with the mirror's in front, if there is one; others stay.
  QUrl mirrored(const QUrl& url) const;

  /// False for what is no host name.
  Q_INVOKABLE bool allowHost(const QString& host);
  Q_INVOKABLE void forbidHost(const QString& host);
  /// False when it is not "host:port".
  Q_INVOKABLE bool setProxyAddress(const QString& address);
  /// https addresses, or "" for none; a host that is new is allowed with it, since the user wrote it down.
  Q_INVOKABLE bool setMirror(const QString& address);
  Q_INVOKABLE bool setCatalogueAddress(const QString& address);

 signals:
  void rulesChanged();
  void addressesChanged();
  void contactsChanged();

 private:
  void changed();
  void keep(const char* key, const QString& value);
  bool takeAddress(const QString& address, QString& into, const char* key);

  StorageService& m_storage;
  NetworkRules m_rules;
  QString m_mirror, m_catalogue;
  QMap<QString, qint64> m_contacts;  // host: milliseconds since 1970
};

}  // namespace eddy
