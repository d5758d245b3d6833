#include "app/downloads/network_rules.h"

namespace eddy {

std::optional<NetworkRefusal> refuse(const QUrl& url, const NetworkRules& rules) {
  using Reason = NetworkRefusal::Reason;
  const auto host = url.host().toLower();
  if (rules.never) return NetworkRefusal{Reason::SwitchedOff, host};
  if (!url.isValid() || host.isEmpty() || !url.userInfo().isEmpty()) return NetworkRefusal{Reason::BadAddress, host};
  const bool here = host == QLatin1String("localhost") || host == QLatin1String("127.0.0.1") || host == QLatin1String("::1");
  const bool secure = url.scheme() == QLatin1String("https");
  if (!secure && !(here && url.scheme() == QLatin1String("http"))) return NetworkRefusal{Reason::NotSecure, host};
  if (!rules.hosts.contains(host)) return NetworkRefusal{Reason::HostNotAllowed, host};
  return std::nullopt;
}

}  // namespace eddy
