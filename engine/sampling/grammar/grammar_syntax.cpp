#include "engine/sampling/grammar/grammar_syntax.h"

#include <algorithm>
#include <map>

namespace eddy {
namespace {

using Expression = GrammarExpression;
using Kind = GrammarExpression::Kind;

constexpr int kDeepest = 200;         // groups within groups
constexpr int kMostRepeats = 100'000;
constexpr int kMostSigns = 16;  // of repetition, after one item
constexpr std::uint32_t kLastCharacter = 0x10FFFF;

void append_utf8(std::string& text, std::uint32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | c >> 6);
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | c >> 12);
    text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | c >> 18);
    text += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  }
}

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// Sorted, overlapping ones joined; the rest of all characters when negated.
void tidy(std::vector<std::pair<std::uint32_t, std::uint32_t>>& ranges, bool negated) {
  std::ranges::sort(ranges);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> joined;
  for (const auto& range : ranges) {
    if (!joined.empty() && range.first <= joined.back().second + 1) {
      joined.back().second = std::max(joined.back().second, range.second);
    } else {
      joined.push_back(range);
    }
  }
  ranges = std::move(joined);
  if (!negated) return;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> rest;
  std::uint32_t from = 0;
  for (const auto& [low, high] : ranges) {
    if (low > from) rest.push_back({from, low - 1});
    from = high + 1;
  }
  if (from <= kLastCharacter) rest.push_back({from, kLastCharacter});
  ranges = std::move(rest);
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Result<std::vector<GrammarRule>> read() {
    skip_blanks();
    while (!at_end() && !failed_) read_rule();
    for (const auto& rule : rules_) {
      if (!failed_ && !rule.defined) fail(rule.place, "rule '" + rule.name + "' is not defined");
    }
    if (failed_) return error_;
    return std::move(rules_);
  }

 private:
  bool at_end() const { return at_ >= text_.size(); }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool looking_at(std::string_view word) const { return text_.substr(at_).starts_with(word); }

  TextPlace place() const { return place_; }
  void advance(std::size_t n = 1) {
    for (; n > 0 && !at_end(); --n, ++at_) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte == '\n') place_ = {place_.line + 1, 1};
      else if ((byte & 0xC0) != 0x80) ++place_.column;  // characters, not bytes
    }
  }

  void skip_blanks() {
    while (!at_end()) {
      const char c = peek();
      if (c == '#') {
        while (!at_end() && peek() != '\n') advance();
      } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        advance();
      } else {
        return;
      }
    }
  }

  void fail(TextPlace where, const std::string& what) {
    if (!failed_) error_ = grammar_error(where, what);
    failed_ = true;
  }

  std::string_view name_here() const {
    std::size_t n = 0;
    while (is_name(peek(n))) ++n;
    return text_.substr(at_, n);
  }

  /// A name that ::= follows begins the next rule.
  bool at_rule() const {
    Reader ahead = Reader(text_);
    ahead.at_ = at_ + name_here().size();
    if (ahead.at_ == at_) return false;
    ahead.skip_blanks();
    return ahead.looking_at("::=");
  }

  int rule_number(const std::string& name, TextPlace where) {
    const auto [found, added] = numbers_.try_emplace(name, static_cast<int>(rules_.size()));
    if (added) rules_.push_back({name, where, false, {}});
    return found->second;
  }

  void read_rule() {
    const auto where = place();
    const std::string name(name_here());
    if (name.empty() || !at_rule()) return fail(where, "expected a rule: name ::= …");
    advance(name.size());
    skip_blanks();
    advance(3);
    const auto number = static_cast<std::size_t>(rule_number(name, where));
    if (rules_[number].defined) return fail(where, "rule '" + name + "' is defined twice");
    rules_[number].defined = true;
    rules_[number].place = where;
    auto body = read_choice(0);
    rules_[number].body = std::move(body);  // reading it may have moved the rules
    if (!failed_ && !at_end() && !at_rule()) unexpected();
  }

  void unexpected() {
    const char c = peek();
    fail(place(), c > ' ' && c < 0x7F ? std::string("unexpected '") + c + "'" : "unexpected character");
  }

  Expression read_choice(int depth) {
    Expression choice{.kind = Kind::Choice, .place = place()};
    if (depth > kDeepest) fail(place(), "groups are nested more than " + std::to_string(kDeepest) + " deep");
    while (!failed_) {
      choice.parts.push_back(read_sequence(depth));
      if (peek() != '|') break;
      advance();
    }
    if (choice.parts.size() == 1) return std::move(choice.parts.front());
    return choice;
  }

  Expression read_sequence(int depth) {
    Expression sequence{.kind = Kind::Sequence, .place = place()};
    for (skip_blanks(); !failed_ && !at_end(); skip_blanks()) {
      const char c = peek();
      if (c == '|' || c == ')' || (is_name(c) && at_rule())) break;
      sequence.parts.push_back(read_item(depth));
      read_repeats(sequence.parts.back());
    }
    return sequence;
  }

  Expression read_item(int depth) {
    const char c = peek();
    if (c == '"') return read_literal();
    if (c == '[') return read_class();
    if (c == '.') {
      Expression any{.kind = Kind::Class, .place = place(), .characters = {{0, kLastCharacter}}};
      advance();
      return any;
    }
    if (c == '(') return read_group(depth);
    if (is_name(c)) {
      const std::string name(name_here());
      Expression rule{.kind = Kind::Rule, .place = place(), .rule = rule_number(name, place())};
      advance(name.size());
      return rule;
    }
    unexpected();
    return {};
  }

  Expression read_group(int depth) {
    const auto where = place();
    advance();
    auto group = read_choice(depth + 1);
    if (peek() != ')') fail(where, "this '(' is never closed");
    advance();
    return group;
  }

  Expression read_literal() {
    Expression literal{.kind = Kind::Literal, .place = place()};
    advance();
    while (!failed_ && peek() != '"') {
      if (at_end() || peek() == '\n') {
        fail(literal.place, "this text is never closed by '\"'");
      } else if (peek() == '\\') {
        append_utf8(literal.bytes, read_escape());
      } else {
        literal.bytes += peek();
        advance();
      }
    }
    advance();
    return literal;
  }

  Expression read_class() {
    Expression result{.kind = Kind::Class, .place = place()};
    advance();
    const bool negated = peek() == '^';
    if (negated) advance();
    while (!failed_ && peek() != ']') {
      if (at_end() || peek() == '\n') {
        fail(result.place, "this '[' is never closed");
        return result;
      }
      const auto where = place();
      const auto low = read_character();
      auto high = low;
      if (peek() == '-' && peek(1) != ']') {
        advance();
        high = read_character();
      }
      if (high < low) fail(where, "this range ends before it begins");
      result.characters.push_back({low, high});
    }
    advance();
    tidy(result.characters, negated);
    if (result.characters.empty()) fail(result.place, "no character is in this class");
    return result;
  }

  std::uint32_t read_character() {
    if (peek() == '\\') return read_escape();
    const auto first = static_cast<unsigned char>(peek());
    const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
    std::uint32_t c = more == 0 ? first : first & (0x3Fu >> more);
    const auto where = place();
    bool whole = first < 0x80 || first >= 0xC0;
    for (std::size_t i = 1; i <= more; ++i) {
      const auto byte = static_cast<unsigned char>(peek(i));
      whole = whole && (byte & 0xC0) == 0x80;
      c = c << 6 | (byte & 0x3F);
    }
    if (!whole || c > kLastCharacter) fail(where, "this is not UTF-8");
    advance(1 + more);
    return c;
  }

  std::uint32_t read_escape() {
    const auto where = place();
    const char kind = peek(1);
    advance(2);
    switch (kind) {
      case 'n': return '\n';
      case 't': return '\t';
      case 'r': return '\r';
      case 'x': return read_hex(where, 2);
      case 'u': return read_hex(where, 4);
      case 'U': return read_hex(where, 8);
      case '\\': case '"': case '[': case ']': case '-': case '^': case '/': case '\'': return static_cast<unsigned char>(kind);
      default: fail(where, "unknown escape: use \\n \\t \\r \\\\ \\\" \\xHH \\uHHHH or \\UHHHHHHHH");
    }
    return 0;
  }

  std::uint32_t read_hex(TextPlace where, int digits) {
    std::uint32_t value = 0;
    for (int i = 0; i < digits; ++i) {
      const char c = peek();
      const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
      if (digit < 0) {
        fail(where, "this escape needs " + std::to_string(digits) + " hexadecimal digits");
        return 0;
      }
      value = value << 4 | static_cast<std::uint32_t>(digit);
      advance();
    }
    if (value > kLastCharacter || (value >= 0xD800 && value <= 0xDFFF)) fail(where, "there is no such character");
    return value;
  }

  void read_repeats(Expression& item) {
    int repeats = 0;
    for (skip_blanks(); !failed_; skip_blanks()) {
      const auto where = place();
      int least = 0, most = Expression::kUnlimited;
      switch (peek()) {
        case '*': advance(); break;
        case '+': advance(), least = 1; break;
        case '?': advance(), most = 1; break;
        case '{': read_bounds(least, most); break;
        default: return;
      }
      Expression repeat{.kind = Kind::Repeat, .place = where, .least = least, .most = most};
      repeat.parts.push_back(std::move(item));
      item = std::move(repeat);
      if (++repeats > kMostSigns) fail(where, "too many signs of repetition after one another");
    }
  }

  void read_bounds(int& least, int& most) {
    const auto where = place();
    advance();
    skip_blanks();
    const auto first = read_number(where);
    least = std::max(first, 0);
    most = least;
    skip_blanks();
    if (peek() == ',') {
      advance();
      skip_blanks();
      most = read_number(where);
      skip_blanks();
    } else if (first < 0) {
      fail(where, "a repetition is {m}, {m,}, {m,n} or {,n}");
    }
    if (peek() != '}') fail(where, "a repetition is {m}, {m,}, {m,n} or {,n}");
    advance();
    if (most != Expression::kUnlimited && most < least) fail(where, "this repetition ends before it begins");
  }

  /// -1 when there is none.
  int read_number(TextPlace where) {
    if (peek() < '0' || peek() > '9') return -1;
    int value = 0;
    while (peek() >= '0' && peek() <= '9') {
      value = value * 10 + (peek() - '0');
      if (value > kMostRepeats) {
        fail(where, "repeats more than " + std::to_string(kMostRepeats) + " times");
        return 0;
      }
      advance();
    }
    return value;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  TextPlace place_;
  std::vector<GrammarRule> rules_;
  std::map<std::string, int, std::less<>> numbers_;
  bool failed_ = false;
  Error error_;
};

}  // namespace

Error grammar_error(TextPlace place, const std::string& what) {
  return {ErrorCode::InvalidArgument,
          "[grammar] line " + std::to_string(place.line) + ", column " + std::to_string(place.column) + ": " + what};
}

Result<std::vector<GrammarRule>> read_grammar(std::string_view gbnf) {
  return Reader(gbnf).read();
}

}  // namespace eddy
