// Unicode as tokenizers need it: UTF-8 with invalid bytes kept, general categories, canonical normalisation.
// Own tables (Unicode 15.0), so that a text has the same ids on every system.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace eddy::unicode {

inline constexpr char32_t kLast = 0x10FFFF;

/// Code points of `text`. A byte b that is no part of valid UTF-8 becomes the lone surrogate U+DC00 + b, which encode()
/// turns back into that byte: any byte string survives the round trip.
std::u32string decode(std::string_view text);
std::string encode(std::u32string_view text);
void append_utf8(std::string& out, char32_t c);

/// Bytes of the UTF-8 character that starts at text[0]: its length when whole and valid, 0 when more bytes are needed
/// (it is a proper prefix of a valid character), else -n: n bytes are wrong and stand for one U+FFFD.
int character_length(std::string_view text);

/// `text` with every run of bytes that is no UTF-8 replaced by U+FFFD, one per maximal subpart as in the Unicode Standard.
std::string replace_invalid(std::string_view text);

/// Inclusive range of code points.
struct Range {
  char32_t first, last;
  friend bool operator==(const Range&, const Range&) = default;
};
using Ranges = std::vector<Range>;  ///< sorted, disjoint, not adjacent

/// The code points of a property: a general category ("L", "Lu", "N", …), "Han", or "Any"; nullopt when unknown.
std::optional<Ranges> property(std::string_view name);
Ranges white_space();

Ranges unite(const Ranges& a, const Ranges& b);
Ranges complement(const Ranges& a);
Ranges intersect(const Ranges& a, const Ranges& b);
bool contains(const Ranges& ranges, char32_t c);

bool is_number(char32_t c);         ///< Nd, Nl or No
bool is_punctuation(char32_t c);    ///< P, or ASCII punctuation of any category
bool is_white_space(char32_t c);
bool is_word(char32_t c);           ///< letter, mark, decimal digit or connector punctuation

std::u32string nfd(std::u32string_view text);
std::u32string nfc(std::u32string_view text);
/// With compatibility characters (ligatures, full width, superscripts) as what they stand for: nfd() of it is NFKD, nfc() NFKC.
std::u32string compatible(std::u32string_view text);
/// Every character by itself, as Rust's char::to_lowercase.
std::u32string lower_case(std::u32string_view text);

}  // namespace eddy::unicode
