// Which characters are words of their own: the scripts written without blanks. For both full-text indexes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace eddy {

/// Han, kana; Thai, Lao, Khmer, Burmese. Hangul is written with blanks.
inline bool stands_alone(unsigned code) {
  return (code >= 0x2E80 && code <= 0x30FF) || (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
         (code >= 0x20000 && code <= 0x3FFFF) || (code >= 0x0E00 && code <= 0x0EFF) || (code >= 0x1780 && code <= 0x17FF) ||
         (code >= 0x1000 && code <= 0x109F);
}

/// The character at `at`, and how many bytes it has. Broken bytes are characters of their own.
inline unsigned character(std::string_view text, std::size_t at, std::size_t& length) {
  const auto lead = static_cast<unsigned char>(text[at]);
  length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  length = std::min(length, text.size() - at);
  unsigned code = length == 1 ? lead : lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
  return code;
}

}  // namespace eddy
