#include "engine/sequence/text_tail.h"

#include <algorithm>

namespace eddy {
namespace {

// How many bytes the character that starts with this byte has; 0 when none starts so.
int utf8_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

}  // namespace

std::string_view incomplete_character(std::string_view text) {
  for (std::size_t n = 1; n <= std::min<std::size_t>(3, text.size()); ++n) {
    const auto byte = static_cast<unsigned char>(text[text.size() - n]);
    if ((byte & 0xC0) == 0x80) continue;
    return utf8_length(byte) > static_cast<int>(n) ? text.substr(text.size() - n) : std::string_view();
  }
  return {};
}

}  // namespace eddy
