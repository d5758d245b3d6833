#include "engine/tokenizers/python_literal.h"

#include "engine/tokenizers/unicode.h"

namespace eddy {
namespace {

std::optional<char32_t> hex(std::string_view digits, std::size_t count) {
  if (digits.size() < count) return std::nullopt;
  char32_t value = 0;
  for (char c : digits.substr(0, count)) {
    const int d = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    if (d < 0) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(d);
  }
  return value;
}

char simple_escape(char c) {
  switch (c) {
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'a': return '\a';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'v': return '\v';
    case '\\': case '\'': case '"': return c;
    default: return 0;
  }
}

/// The body between the quotes; `quote` may not occur unescaped (0: any may).
std::optional<std::string> unescape(std::string_view body, bool is_bytes, char quote) {
  std::string out;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const char c = body[i];
    if (c != '\\') {
      if (c == quote && quote != 0) return std::nullopt;
      out += c;
      continue;
    }
    if (++i >= body.size()) return std::nullopt;
    if (char plain = simple_escape(body[i])) {
      out += plain;
      continue;
    }
    const std::size_t digits = body[i] == 'x' ? 2 : body[i] == 'u' && !is_bytes ? 4 : body[i] == 'U' && !is_bytes ? 8 : 0;
    const auto value = digits == 0 ? std::nullopt : hex(body.substr(i + 1), digits);
    if (!value || *value > unicode::kLast || (*value >= 0xD800 && *value <= 0xDFFF)) return std::nullopt;
    if (is_bytes) {
      out += static_cast<char>(*value);
    } else {
      unicode::append_utf8(out, *value);
    }
    i += digits;
  }
  return out;
}

}  // namespace

std::optional<std::string> parse_python_literal(std::string_view text) {
  const bool is_bytes = text.starts_with('b');
  if (is_bytes) text.remove_prefix(1);
  if (text.size() < 2 || (text[0] != '\'' && text[0] != '"') || text.back() != text[0]) return std::nullopt;
  const char quote = text[0];
  const std::string_view body = text.substr(1, text.size() - 2);
  for (std::size_t i = 0; i < body.size();) {
    const int n = unicode::character_length(body.substr(i));
    if (n <= 0 || (is_bytes && n > 1)) return std::nullopt;
    i += static_cast<std::size_t>(n);
  }
  return unescape(body, is_bytes, quote);
}

std::optional<std::string> unescape_python_bytes(std::string_view body) { return unescape(body, true, 0); }

}  // namespace eddy
