#include "app/plain_name.h"

#include <algorithm>

namespace eddy {
bool isHiddenMark(QChar c) {
  const auto code = c.unicode();
  const bool direction = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F || code == 0x061C;
  return direction || code == 0x200B || (code >= 0x2060 && code <= 0x2064) || code == 0xFEFF || code == 0x00AD;
}

namespace {

bool deceives(QChar c) {
  const auto code = c.unicode();
  return isHiddenMark(c) || code == 0x2028 || code == 0x2029 || code < 0x20 || (code >= 0x7F && code < 0xA0);
}

}  // namespace

QString plainName(const QString& name) {
  if (std::none_of(name.begin(), name.end(), deceives)) return name;
  QString plain = name;
  for (auto& c : plain) {
    if (c == u'\n' || c == u'\t' || c.unicode() == 0x2028) c = u' ';
  }
  plain.removeIf(deceives);
  return plain;
}

}  // namespace eddy
