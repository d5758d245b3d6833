#include "engine/tokenizers/unicode.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace eddy::unicode {
namespace {

#include "engine/tokenizers/unicode_data.inc"

constexpr std::string_view kCategoryNames[] = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl",
                                               "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc",
                                               "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn"};
constexpr char32_t kEscapeFirst = 0xDC80, kEscapeLast = 0xDCFF;

template <class Runs>
auto run_of(const Runs& runs, char32_t c) {
  return std::prev(std::upper_bound(std::begin(runs), std::end(runs), c,
                                    [](char32_t value, const auto& run) { return value < run.first; }));
}

/// Appends a range to a list that is built in ascending order.
void append(Ranges& out, char32_t first, char32_t last) {
  if (!out.empty() && first <= out.back().last + 1) {
    out.back().last = std::max(out.back().last, last);
  } else {
    out.push_back({first, last});
  }
}

/// Least value of the second byte and greatest one, by lead byte: shuts out overlong forms, surrogates and > U+10FFFF.
struct Lead {
  int length = 0;
  unsigned char low = 0x80, high = 0xBF;
};

Lead lead_of(unsigned char b) {
  if (b < 0x80) return {1};
  if (b >= 0xC2 && b <= 0xDF) return {2};
  if (b == 0xE0) return {3, 0xA0, 0xBF};
  if (b == 0xED) return {3, 0x80, 0x9F};
  if (b >= 0xE1 && b <= 0xEF) return {3};
  if (b == 0xF0) return {4, 0x90, 0xBF};
  if (b >= 0xF1 && b <= 0xF3) return {4};
  if (b == 0xF4) return {4, 0x80, 0x8F};
  return {0};
}

constexpr char32_t kHangulBase = 0xAC00, kLBase = 0x1100, kVBase = 0x1161, kTBase = 0x11A7;
constexpr char32_t kLCount = 19, kVCount = 21, kTCount = 28, kHangulCount = kLCount * kVCount * kTCount;

int combining_class(char32_t c) { return c < 0x300 ? 0 : run_of(kCombiningRuns, c)->combining; }

void decompose(char32_t c, std::u32string& out) {
  if (c < 0xC0) {
    out += c;
  } else if (c - kHangulBase < kHangulCount) {
    char32_t s = c - kHangulBase;
    out += kLBase + s / (kVCount * kTCount);
    out += kVBase + s % (kVCount * kTCount) / kTCount;
    if (s % kTCount != 0) out += kTBase + s % kTCount;
  } else {
    auto found = std::lower_bound(std::begin(kDecompositions), std::end(kDecompositions), c,
                                  [](const auto& d, char32_t value) { return d.code < value; });
    if (found == std::end(kDecompositions) || found->code != c) {
      out += c;
      return;
    }
    decompose(found->first, out);  // at most four levels deep in Unicode's data
    if (found->second != 0) out += static_cast<char32_t>(found->second);
  }
}

struct Composition { char32_t first, second, result; };

const std::vector<Composition>& compositions() {
  static const std::vector<Composition> table = [] {
    std::vector<Composition> t;
    for (const auto& d : kDecompositions) {
      if (d.composes) t.push_back({d.first, d.second, d.code});
    }
    std::sort(t.begin(), t.end(), [](const Composition& a, const Composition& b) {
      return a.first != b.first ? a.first < b.first : a.second < b.second;
    });
    return t;
  }();
  return table;
}

/// The character that `a` followed by `b` compose to, or 0.
char32_t compose(char32_t a, char32_t b) {
  if (a - kLBase < kLCount && b - kVBase < kVCount) {
    return kHangulBase + ((a - kLBase) * kVCount + (b - kVBase)) * kTCount;
  }
  if (a - kHangulBase < kHangulCount && (a - kHangulBase) % kTCount == 0 && b > kTBase && b < kTBase + kTCount) {
    return a + (b - kTBase);
  }
  const auto& table = compositions();
  auto found = std::lower_bound(table.begin(), table.end(), Composition{a, b, 0},
                                [](const Composition& x, const Composition& y) {
                                  return x.first != y.first ? x.first < y.first : x.second < y.second;
                                });
  return found != table.end() && found->first == a && found->second == b ? found->result : 0;
}

}  // namespace

int character_length(std::string_view text) {
  const Lead lead = lead_of(static_cast<unsigned char>(text[0]));
  if (lead.length <= 1) return lead.length == 1 ? 1 : -1;
  for (int i = 1; i < lead.length; ++i) {
    if (i == static_cast<int>(text.size())) return 0;
    const auto b = static_cast<unsigned char>(text[i]);
    const bool ok = i == 1 ? b >= lead.low && b <= lead.high : b >= 0x80 && b <= 0xBF;
    if (!ok) return -i;
  }
  return lead.length;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::u32string decode(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto b = static_cast<unsigned char>(text[i]);
    if (b < 0x80) {
      out += b;
      ++i;
      continue;
    }
    const int n = character_length(text.substr(i));
    if (n <= 0) {
      out += kEscapeFirst - 0x80 + b;
      ++i;
      continue;
    }
    char32_t c = b & (0xFF >> (n + 1));
    for (int k = 1; k < n; ++k) c = (c << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3F);
    out += c;
    i += n;
  }
  return out;
}

std::string encode(std::u32string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char32_t c : text) {
    if (c >= kEscapeFirst && c <= kEscapeLast) {
      out += static_cast<char>(c - kEscapeFirst + 0x80);
    } else {
      append_utf8(out, c);
    }
  }
  return out;
}

std::string replace_invalid(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const int n = character_length(text);
    if (n > 0) {
      out += text.substr(0, n);
      text.remove_prefix(n);
    } else {
      out += "\xEF\xBF\xBD";
      text.remove_prefix(n == 0 ? text.size() : static_cast<std::size_t>(-n));
    }
  }
  return out;
}

std::optional<Ranges> property(std::string_view name) {
  Ranges out;
  if (name == "Any") return Ranges{{0, kLast}};
  if (name == "Han") {
    for (const auto& r : kHan) append(out, r.first, r.last);
    return out;
  }
  if (name.empty() || name.size() > 2) return std::nullopt;
  bool known = false;
  std::array<bool, std::size(kCategoryNames)> wanted{};
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    wanted[i] = kCategoryNames[i].substr(0, name.size()) == name;
    known = known || wanted[i];
  }
  if (!known) return std::nullopt;
  for (std::size_t i = 0; i < std::size(kCategoryRuns); ++i) {
    const char32_t end = i + 1 < std::size(kCategoryRuns) ? kCategoryRuns[i + 1].first : kLast + 1;
    if (wanted[kCategoryRuns[i].category]) append(out, kCategoryRuns[i].first, end - 1);
  }
  return out;
}

Ranges white_space() {
  return {{0x9, 0xD}, {0x20, 0x20}, {0x85, 0x85}, {0xA0, 0xA0}, {0x1680, 0x1680}, {0x2000, 0x200A},
          {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}};
}

Ranges unite(const Ranges& a, const Ranges& b) {
  Ranges all, out;
  std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all),
             [](const Range& x, const Range& y) { return x.first < y.first; });
  for (const Range& r : all) append(out, r.first, r.last);
  return out;
}

Ranges complement(const Ranges& a) {
  Ranges out;
  char32_t next = 0;
  for (const Range& r : a) {
    if (r.first > next) out.push_back({next, r.first - 1});
    next = r.last + 1;
  }
  if (next <= kLast) out.push_back({next, kLast});
  return out;
}

Ranges intersect(const Ranges& a, const Ranges& b) { return complement(unite(complement(a), complement(b))); }

bool contains(const Ranges& ranges, char32_t c) {
  auto after = std::upper_bound(ranges.begin(), ranges.end(), c,
                                [](char32_t value, const Range& r) { return value < r.first; });
  return after != ranges.begin() && c <= std::prev(after)->last;
}

bool is_number(char32_t c) {
  static const Ranges numbers = *property("N");
  return c < 0x80 ? c >= '0' && c <= '9' : contains(numbers, c);
}

bool is_punctuation(char32_t c) {
  static const Ranges punctuation =
      unite(*property("P"), {{0x21, 0x2F}, {0x3A, 0x40}, {0x5B, 0x60}, {0x7B, 0x7E}});
  return contains(punctuation, c);
}

bool is_white_space(char32_t c) {
  static const Ranges spaces = white_space();
  return contains(spaces, c);
}

bool is_word(char32_t c) {
  static const Ranges words =
      unite(unite(*property("L"), *property("M")), unite(*property("Nd"), *property("Pc")));
  return contains(words, c);
}

std::u32string nfd(std::u32string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (char32_t c : text) decompose(c, out);
  for (std::size_t i = 0; i < out.size();) {
    if (combining_class(out[i]) == 0) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < out.size() && combining_class(out[end]) != 0) ++end;
    std::stable_sort(out.begin() + i, out.begin() + end,
                     [](char32_t a, char32_t b) { return combining_class(a) < combining_class(b); });
    i = end;
  }
  return out;
}

std::u32string nfc(std::u32string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char32_t c) { return c < 0x300; })) return std::u32string(text);
  std::u32string out = nfd(text);
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t starter = kNone, write = 0;
  int last_class = -1;  // combining class of the character before, -1 right behind the starter
  for (char32_t c : out) {
    const int cc = combining_class(c);
    const bool blocked = last_class != -1 && last_class >= cc;
    if (char32_t joined = starter != kNone && !blocked ? compose(out[starter], c) : 0; joined != 0) {
      out[starter] = joined;
      continue;
    }
    if (cc == 0) {
      starter = write;
      last_class = -1;
    } else {
      last_class = cc;
    }
    out[write++] = c;
  }
  out.resize(write);
  return out;
}

std::u32string compatible(std::u32string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (char32_t c : text) {
    const auto found = std::lower_bound(std::begin(kCompatibility), std::end(kCompatibility), c,
                                        [](const auto& row, char32_t value) { return row.code < value; });
    if (c < 0xA0 || found == std::end(kCompatibility) || found->code != c) {
      out += c;
      continue;
    }
    for (int k = 0; k < found->length; ++k) out += static_cast<char32_t>(kCompatibilityText[found->offset + k].code);
  }
  return out;
}

std::u32string lower_case(std::u32string_view text) {
  constexpr char32_t kDottedI = 0x130, kDotAbove = 0x307;  // the one letter that becomes two
  std::u32string out;
  out.reserve(text.size());
  for (char32_t c : text) {
    const auto found = std::lower_bound(std::begin(kLower), std::end(kLower), c,
                                        [](const auto& row, char32_t value) { return row.code < value; });
    out += found != std::end(kLower) && found->code == c ? static_cast<char32_t>(found->lower) : c;
    if (c == kDottedI) out += kDotAbove;
  }
  return out;
}

}  // namespace eddy::unicode
