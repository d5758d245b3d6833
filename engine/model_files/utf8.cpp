#include "engine/model_files/utf8.h"

#include <cstdint>

namespace eddy {
namespace {

struct Lead {
  int more;             ///< continuation bytes
  std::uint32_t bits;   ///< of the lead byte
  std::uint32_t least;  ///< smallest code point that needs this length
};

Lead lead_of(unsigned char c) {
  if (c < 0x80) return {0, c, 0};
  if (c >> 5 == 6) return {1, c & 31u, 0x80};
  if (c >> 4 == 14) return {2, c & 15u, 0x800};
  if (c >> 3 == 30) return {3, c & 7u, 0x10000};
  return {-1, 0, 0};
}

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Lead lead = lead_of(static_cast<unsigned char>(text[i++]));
    if (lead.more < 0 || text.size() - i < std::size_t(lead.more)) return false;
    std::uint32_t code = lead.bits;
    for (int k = 0; k < lead.more; ++k) {
      const unsigned char c = static_cast<unsigned char>(text[i++]);
      if (c >> 6 != 2) return false;
      code = code << 6 | (c & 63u);
    }
    if (code < lead.least || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return false;
  }
  return true;
}

}  // namespace eddy
