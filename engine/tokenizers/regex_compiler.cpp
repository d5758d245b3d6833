#include "engine/tokenizers/regex_compiler.h"

#include <algorithm>

namespace eddy {
namespace {

constexpr int kMaxDepth = 40;                    // nesting of groups and classes
constexpr std::size_t kMaxProgram = 20'000;      // instructions
constexpr std::size_t kMaxPattern = 20'000;      // characters
constexpr std::uint32_t kMaxCount = 1'000;       // in {m,n}

unicode::Ranges word() {
  return unicode::unite(unicode::unite(*unicode::property("L"), *unicode::property("M")),
                        unicode::unite(*unicode::property("Nd"), *unicode::property("Pc")));
}

unicode::Ranges hex_digits() { return {{'0', '9'}, {'A', 'F'}, {'a', 'f'}}; }

}  // namespace

Result<Regex> Regex::compile(std::string_view pattern) {
  if (pattern.size() > kMaxPattern) {
    return Error{ErrorCode::UnsupportedFormat, "pattern of " + std::to_string(pattern.size()) + " bytes is too long"};
  }
  return RegexCompiler(unicode::decode(pattern)).compile();
}

Result<Regex> RegexCompiler::compile() {
  Code code = alternatives();
  if (error_.empty() && at_ < pattern_.size()) fail("unmatched ')'");
  code.instructions.push_back({Op::Match});
  if (!error_.empty()) return Error{ErrorCode::UnsupportedFormat, error_};
  Regex regex;
  regex.program_ = std::move(code.instructions);
  for (auto& ranges : sets_) regex.sets_.push_back(std::make_shared<const Regex::Set>(std::move(ranges)));
  return regex;
}

bool RegexCompiler::take(std::u32string_view text) {
  if (at_ > pattern_.size() || std::u32string_view(pattern_).substr(at_, text.size()) != text) return false;
  at_ += text.size();
  return true;
}

void RegexCompiler::fail(const std::string& what) {
  if (error_.empty()) error_ = what + " at character " + std::to_string(at_) + " of the pattern";
}

/// Adds `more` behind `to`, moving its addresses.
void RegexCompiler::append(Code& to, const Code& more) {
  const auto base = static_cast<std::uint32_t>(to.instructions.size());
  for (Instruction i : more.instructions) {
    i.x += base, i.y += base;
    to.instructions.push_back(i);
  }
  to.nullable = to.nullable && more.nullable;
}

RegexCompiler::Code RegexCompiler::alternatives() {
  if (++depth_ > kMaxDepth) fail("groups nested too deeply");
  std::vector<Code> branches{sequence()};
  while (!done() && take(U"|")) branches.push_back(sequence());
  --depth_;
  Code all = std::move(branches.back());
  for (std::size_t k = branches.size() - 1; k-- > 0;) {  // split(branch, rest): right to left
    Code joined;
    const auto n = static_cast<std::uint32_t>(branches[k].instructions.size());
    joined.instructions.push_back({.op = Op::Split, .x = 1, .y = n + 2});
    append(joined, branches[k]);
    joined.instructions.push_back({.op = Op::Jump, .x = n + 2 + static_cast<std::uint32_t>(all.instructions.size())});
    const bool nullable = branches[k].nullable || all.nullable;
    append(joined, all);
    joined.nullable = nullable;
    all = std::move(joined);
  }
  return all;
}

RegexCompiler::Code RegexCompiler::sequence() {
  Code code;
  while (!done() && peek() != U'|' && peek() != U')') {
    append(code, item());
    if (code.instructions.size() > kMaxProgram) fail("the pattern is too large");
  }
  return code;
}

RegexCompiler::Code RegexCompiler::item() {
  Code code = atom();
  for (int stacked = 0; !done(); ++stacked) {
    std::uint32_t min = 0, max = Regex::kNoLimit;
    bool counted = false;
    if (take(U"?")) {
      max = 1;
    } else if (take(U"+")) {
      min = 1;
    } else if (peek() == U'{' && braces(min, max)) {
      counted = true;
    } else if (!take(U"*")) {
      break;
    }
    if (stacked > 3) fail("too many repeats of a repeat");
    Greed greed = Greed::Greedy;
    if (take(U"?")) {
      greed = Greed::Lazy;
    } else if (!counted && take(U"+")) {
      greed = Greed::Possessive;
    }
    code = repeated(std::move(code), min, max, greed);
  }
  return code;
}

/// {m}, {m,}, {,n} or {m,n}; anything else is literal text.
bool RegexCompiler::braces(std::uint32_t& min, std::uint32_t& max) {
  std::size_t i = at_ + 1;
  auto number = [&](std::uint32_t& n) {
    const std::size_t begin = i;
    for (n = 0; i < pattern_.size() && pattern_[i] >= U'0' && pattern_[i] <= U'9'; ++i) {
      n = std::min<std::uint32_t>(n * 10 + (pattern_[i] - U'0'), kMaxCount + 1);
    }
    return i > begin;
  };
  const bool low = number(min);
  bool high = low;
  if (i < pattern_.size() && pattern_[i] == U',') {
    ++i;
    high = number(max);
    if (!high) max = Regex::kNoLimit;
  } else {
    max = min;
  }
  if ((!low && !high) || i >= pattern_.size() || pattern_[i] != U'}') return false;
  if (min > kMaxCount || (max != Regex::kNoLimit && max > kMaxCount) || min > max) fail("repeat count out of range");
  at_ = i + 1;
  return true;
}

RegexCompiler::Code RegexCompiler::repeated(Code body, std::uint32_t min, std::uint32_t max, Greed greed) {
  if (body.instructions.size() == 1 && body.instructions[0].op == Op::Set) {
    Code code;
    code.instructions.push_back(
        {.op = Op::Repeat, .greed = greed, .set = body.instructions[0].set, .min = min, .max = max});
    code.nullable = min == 0;
    return code;
  }
  const bool endless = max == Regex::kNoLimit;
  if (endless && body.nullable) fail("repeat of something that can match nothing");
  const std::size_t copies = endless ? min + 1 : max;
  if (copies * (body.instructions.size() + 2) > kMaxProgram) fail("the pattern is too large");
  if (!error_.empty()) return {};
  Code code;
  for (std::uint32_t k = 0; k < min; ++k) append(code, body);
  const auto n = static_cast<std::uint32_t>(body.instructions.size());
  auto split = [&](std::uint32_t inside, std::uint32_t outside) {
    const bool lazy = greed == Greed::Lazy;
    return Instruction{.op = Op::Split, .x = lazy ? outside : inside, .y = lazy ? inside : outside};
  };
  Code rest;
  if (endless) {
    rest.instructions.push_back(split(1, n + 2));
    append(rest, body);
    rest.instructions.push_back({.op = Op::Jump, .x = 0});
  } else {
    const std::uint32_t end = (max - min) * (n + 1);
    for (std::uint32_t k = 0; k < max - min; ++k) {
      rest.instructions.push_back(split(k * (n + 1) + 1, end));
      append(rest, body);
    }
  }
  append(code, rest);
  code.nullable = min == 0 || body.nullable;
  return greed == Greed::Possessive ? look(Op::Atomic, false, std::move(code)) : code;
}

RegexCompiler::Code RegexCompiler::set(unicode::Ranges ranges) {
  auto found = std::find(sets_.begin(), sets_.end(), ranges);
  const auto index = static_cast<std::uint32_t>(found - sets_.begin());
  if (found == sets_.end()) sets_.push_back(std::move(ranges));
  if (sets_.size() > 500) fail("too many character classes");
  Code code;
  code.instructions.push_back({.op = Op::Set, .set = index});
  code.nullable = false;
  return code;
}

RegexCompiler::Code RegexCompiler::look(Op op, bool negated, Code body) {
  Code code;
  const auto end = static_cast<std::uint32_t>(body.instructions.size()) + 2;
  code.instructions.push_back({.op = op, .negated = negated, .x = end});
  append(code, body);
  code.instructions.push_back({.op = Op::Match});
  code.nullable = op == Op::Look || body.nullable;
  return code;
}

RegexCompiler::Code RegexCompiler::group() {
  const bool ignore_case = ignore_case_;
  Code code;
  auto inside = [&] {
    Code body = alternatives();
    if (!take(U")")) fail("missing ')'");
    return body;
  };
  if (take(U"?=")) {
    code = look(Op::Look, false, inside());
  } else if (take(U"?!")) {
    code = look(Op::Look, true, inside());
  } else if (take(U"?>")) {
    Code body = inside();
    code = look(Op::Atomic, false, std::move(body));
  } else {
    if (take(U"?i:")) {
      ignore_case_ = true;
    } else if (!take(U"?:") && peek() == U'?') {
      fail("unsupported group");
    }
    code = inside();
  }
  ignore_case_ = ignore_case;
  return code;
}

RegexCompiler::Code RegexCompiler::atom() {
  const char32_t c = peek();
  ++at_;
  switch (c) {
    case U'(':
      return group();
    case U'[':
      return set(char_class());
    case U'.':
      return set(unicode::complement({{'\n', '\n'}}));
    case U'^':
      return {{{Op::Begin}}, true};
    case U'$':
      return {{{Op::End}}, true};
    case U'?':
    case U'*':
    case U'+':
      fail("repeat of nothing");
      return {};
    case U'\\':
      if (take(U"A")) return {{{Op::Begin}}, true};
      if (take(U"z")) return {{{Op::End}}, true};
      return set(escape());
    default:
      return set(literal(c));
  }
}

unicode::Ranges RegexCompiler::literal(char32_t c) const { return folded({{c, c}}); }

/// With (?i): ASCII letters in both cases, and the two other characters that fold to ASCII letters.
unicode::Ranges RegexCompiler::folded(unicode::Ranges ranges) const {
  if (!ignore_case_) return ranges;
  unicode::Ranges more;
  for (char32_t lower = U'a'; lower <= U'z'; ++lower) {
    const char32_t upper = lower - 32;
    const char32_t sign = lower == U's' ? 0x17F : lower == U'k' ? 0x212A : upper;  // long s, kelvin sign
    if (!unicode::contains(ranges, lower) && !unicode::contains(ranges, upper)) continue;
    for (char32_t c : {lower, upper, sign}) more = unicode::unite(more, {{c, c}});
  }
  return unicode::unite(ranges, more);
}

/// Behind '[', up to and with ']'. Nested classes are united, && intersects what stands on its sides.
unicode::Ranges RegexCompiler::char_class() {
  if (++depth_ > kMaxDepth) fail("classes nested too deeply");
  const bool negated = take(U"^");
  unicode::Ranges result, current;
  bool intersecting = false, first = true;
  while (!done() && (first || peek() != U']')) {
    first = false;
    if (take(U"&&")) {
      result = intersecting ? unicode::intersect(result, current) : current;
      current.clear();
      intersecting = true;
    } else {
      current = unicode::unite(current, class_member());
    }
  }
  if (!take(U"]")) fail("missing ']'");
  --depth_;
  result = folded(intersecting ? unicode::intersect(result, current) : current);
  return negated ? unicode::complement(result) : result;
}

unicode::Ranges RegexCompiler::class_member() {
  if (take(U"[:")) fail("unsupported class [:…:]");
  if (take(U"[")) return char_class();
  auto one = [&]() -> unicode::Ranges {
    if (take(U"\\")) return escape();
    const char32_t c = peek();
    ++at_;
    return {{c, c}};
  };
  unicode::Ranges low = one();
  const bool single = low.size() == 1 && low[0].first == low[0].last;
  if (!single || peek() != U'-' || peek(1) == U']' || at_ + 1 >= pattern_.size()) return low;
  ++at_;
  unicode::Ranges high = one();
  if (high.size() != 1 || high[0].first != high[0].last || high[0].first < low[0].first) {
    fail("bad range in class");
    return {};
  }
  return {{low[0].first, high[0].first}};
}

char32_t RegexCompiler::hex(int digits) {
  const bool braced = digits == 2 && take(U"{");
  char32_t value = 0;
  int read = 0;
  for (; read < (braced ? 6 : digits); ++read) {
    const char32_t c = peek();
    const int d = c >= U'0' && c <= U'9' ? c - U'0' : c >= U'a' && c <= U'f' ? c - U'a' + 10
                : c >= U'A' && c <= U'F' ? c - U'A' + 10 : -1;
    if (d < 0) break;
    value = value * 16 + d;
    ++at_;
  }
  if (read == 0 || (!braced && read < digits) || (braced && !take(U"}")) || value > unicode::kLast) fail("bad \\x or \\u");
  return std::min(value, unicode::kLast);
}

/// Behind the backslash.
unicode::Ranges RegexCompiler::escape() {
  const char32_t c = peek();
  if (at_ >= pattern_.size()) fail("trailing backslash");
  ++at_;
  auto one = [](char32_t x) { return unicode::Ranges{{x, x}}; };
  switch (c) {
    case U'n': return one('\n');
    case U'r': return one('\r');
    case U't': return one('\t');
    case U'f': return one('\f');
    case U'v': return one('\v');
    case U'0': return one(0);
    case U'x': return one(hex(2));
    case U'u': return one(hex(4));
    case U's': return unicode::white_space();
    case U'S': return unicode::complement(unicode::white_space());
    case U'd': return *unicode::property("Nd");
    case U'D': return unicode::complement(*unicode::property("Nd"));
    case U'w': return word();
    case U'W': return unicode::complement(word());
    case U'h': return hex_digits();
    case U'H': return unicode::complement(hex_digits());
    case U'p': return property(false);
    case U'P': return property(true);
    default: break;
  }
  if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'1' && c <= U'9')) fail("unsupported escape");
  return literal(c);
}

unicode::Ranges RegexCompiler::property(bool negated) {
  std::string name;
  if (take(U"{")) {
    if (take(U"^")) negated = !negated;
    while (!done() && peek() != U'}' && name.size() < 40) unicode::append_utf8(name, pattern_[at_++]);
    if (!take(U"}")) fail("missing '}'");
  } else if (!done()) {
    unicode::append_utf8(name, pattern_[at_++]);
  }
  for (const char* prefix : {"Script=", "sc=", "IsScript="}) {
    if (name.starts_with(prefix)) name.erase(0, std::string_view(prefix).size());
  }
  auto ranges = unicode::property(name);
  if (!ranges) fail("unknown property '" + name + "'");
  return negated ? unicode::complement(ranges.value_or(unicode::Ranges{})) : ranges.value_or(unicode::Ranges{});
}

}  // namespace eddy
