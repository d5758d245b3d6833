#include "engine/tokenizers/charsmap.h"

#include <cstring>

#include "engine/tokenizers/unicode.h"

namespace eddy {
namespace {

constexpr std::size_t kLongestCluster = 6;  // bytes; longer ones are taken apart

std::uint32_t offset_of(std::uint32_t unit) { return (unit >> 10) << ((unit & (1u << 9)) >> 6); }

bool is_extending(char32_t c) {
  static const auto marks = *unicode::property("M");
  return c == 0x200C || c == 0x200D || unicode::contains(marks, c);
}

/// How many characters from `at` on belong together: CR LF, or a base with its marks.
std::size_t cluster(std::u32string_view text, std::size_t at) {
  if (text[at] == U'\r') return at + 1 < text.size() && text[at + 1] == U'\n' ? 2 : 1;
  if (text[at] < 0x20) return 1;
  std::size_t end = at + 1;
  while (end < text.size() && is_extending(text[end])) ++end;
  return end - at;
}

}  // namespace

Result<Charsmap> Charsmap::parse(std::string_view bytes) {
  std::uint32_t size = 0;
  if (bytes.size() > sizeof size) std::memcpy(&size, bytes.data(), sizeof size);
  if (size == 0 || size % sizeof(std::uint32_t) != 0 || size > bytes.size() - sizeof size) {
    return Error{ErrorCode::FileCorrupt, "the precompiled map is cut off", {}};
  }
  Charsmap made;
  made.trie_.resize(size / sizeof(std::uint32_t));
  std::memcpy(made.trie_.data(), bytes.data() + sizeof size, size);
  made.replacements_ = bytes.substr(sizeof size + size);
  return made;
}

bool Charsmap::is_sound() const {
  if (replacements_.empty() || replacements_.back() != '\0') return false;
  for (std::size_t at = 0; at < trie_.size(); ++at) {
    const bool is_value = (trie_[at] >> 31) != 0;
    if (is_value && (trie_[at] & 0x7FFFFFFFu) >= replacements_.size()) return false;
    // All children and the value of a node lie in one block of 256.
    if (!is_value && ((at ^ offset_of(trie_[at])) | 0xFF) >= trie_.size()) return false;
  }
  return true;
}

/// Of the shortest key that `key` begins with.
std::optional<std::string_view> Charsmap::replacement(std::string_view key) const {
  std::size_t node = offset_of(trie_[0]);
  for (unsigned char c : key) {
    node ^= c;
    if (c == 0 || node >= trie_.size()) return std::nullopt;
    const std::uint32_t unit = trie_[node];
    if ((unit & 0x800000FFu) != c) return std::nullopt;
    node ^= offset_of(unit);
    if ((unit >> 8 & 1) == 0) continue;
    if (node >= trie_.size()) return std::nullopt;
    const std::size_t at = trie_[node] & 0x7FFFFFFFu;
    if (at >= replacements_.size()) return std::nullopt;
    const std::string_view rest = std::string_view(replacements_).substr(at);
    return rest.substr(0, rest.find('\0'));
  }
  return std::nullopt;
}

std::string Charsmap::apply(std::string_view text) const {
  const std::u32string characters = unicode::decode(text);
  std::string out;
  for (std::size_t at = 0; at < characters.size();) {
    const std::size_t count = cluster(characters, at);
    const std::string whole = unicode::encode(std::u32string_view(characters).substr(at, count));
    const auto found = whole.size() < kLongestCluster ? replacement(whole) : std::nullopt;
    if (found) {
      out += *found;
    } else {
      for (std::size_t k = 0; k < count; ++k) {
        const std::string single = unicode::encode(std::u32string_view(characters).substr(at + k, 1));
        out += replacement(single).value_or(single);
      }
    }
    at += count;
  }
  return out;
}

}  // namespace eddy
