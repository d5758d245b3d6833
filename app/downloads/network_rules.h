// What may be asked of the network, as the user has set it. A value; no state.
#pragma once

#include <QSet>
#include <QString>
#include <QUrl>
#include <optional>

namespace eddy {

struct NetworkRules {
  enum class Proxy { System, None, Http, Socks };

  bool never = false;    ///< the one switch: no request at all
  QSet<QString> hosts;   ///< in lower case; nothing else is spoken to
  Proxy proxy = Proxy::System;
  QString proxyHost;
  quint16 proxyPort = 0;

  friend bool operator==(const NetworkRules&, const NetworkRules&) = default;
};

struct NetworkRefusal {
  enum class Reason { SwitchedOff, BadAddress, NotSecure, HostNotAllowed, TooManyRedirects };
  Reason reason = Reason::BadAddress;
  QString host;
};

/// Nothing when this address may be asked. https alone, but for this computer itself; no names or passwords in it.
std::optional<NetworkRefusal> refuse(const QUrl& url, const NetworkRules& rules);

}  // namespace eddy
