// The tree of a grammar as a graph over bytes, and what is wrong with it.
#include "engine/sampling/grammar/grammar.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "engine/sampling/grammar/grammar_syntax.h"

namespace eddy {
namespace {

using Expression = GrammarExpression;
using Node = GrammarNode;

constexpr std::size_t kMostNodes = 300'000;

/// Bytes of characters that differ in their last places only: one range for each place.
struct ByteRanges {
  int length = 0;
  std::array<std::pair<std::uint8_t, std::uint8_t>, 4> at;
};

int utf8_length(std::uint32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

std::array<std::uint8_t, 4> utf8(std::uint32_t c, int length) {
  std::array<std::uint8_t, 4> bytes{};
  for (int i = length - 1; i > 0; --i, c >>= 6) bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(0x80 | (c & 0x3F));
  constexpr std::uint8_t kLead[] = {0, 0x00, 0xC0, 0xE0, 0xF0};
  bytes[0] = static_cast<std::uint8_t>(kLead[length] | c);
  return bytes;
}

/// Cuts a range of characters until all between its ends are the products of byte ranges.
void split_range(std::uint32_t low, std::uint32_t high, std::vector<ByteRanges>& out) {
  constexpr std::uint32_t kLasts[] = {0x7F, 0x7FF, 0xD7FF, 0xDFFF, 0xFFFF};
  for (const auto last : kLasts) {
    if (low <= last && high > last) {
      split_range(low, last, out);
      return split_range(last + 1, high, out);
    }
  }
  if (low >= 0xD800 && high <= 0xDFFF) return;  // surrogates are no characters
  const int length = utf8_length(low);
  for (int i = 1; i < length; ++i) {
    const std::uint32_t mask = (1u << (6 * i)) - 1;
    if ((low & ~mask) == (high & ~mask)) continue;
    if ((low & mask) != 0) {
      split_range(low, low | mask, out);
      return split_range((low | mask) + 1, high, out);
    }
    if ((high & mask) != mask) {
      split_range(low, (high & ~mask) - 1, out);
      return split_range(high & ~mask, high, out);
    }
  }
  ByteRanges ranges{.length = length, .at = {}};
  const auto first = utf8(low, length), last = utf8(high, length);
  for (std::size_t i = 0; i < static_cast<std::size_t>(length); ++i) ranges.at[i] = {first[i], last[i]};
  out.push_back(ranges);
}

class Builder {
 public:
  explicit Builder(const std::vector<GrammarRule>& rules) : rules_(rules) {}

  Result<Grammar> build(int root) {
    for (const auto& rule : rules_) {
      const int end = add({});
      starts_.push_back(expression(rule.body, end));
      if (error_) return *std::move(error_);
    }
    for (auto& node : grammar_.nodes) {
      if (node.kind == Node::Kind::Call) node.other = starts_[static_cast<std::size_t>(node.other)];
    }
    grammar_.start = starts_[static_cast<std::size_t>(root)];
    if (auto ok = check(); !ok) return ok.error();
    return std::move(grammar_);
  }

 private:
  int add(Node node) {
    grammar_.nodes.push_back(node);
    return static_cast<int>(grammar_.nodes.size()) - 1;
  }
  Node& at(int node) { return grammar_.nodes[static_cast<std::size_t>(node)]; }

  int range(std::uint8_t low, std::uint8_t high, int next) {
    return add({.kind = Node::Kind::Range, .low = low, .high = high, .next = next});
  }
  int split(int one, int other) { return add({.kind = Node::Kind::Split, .next = one, .other = other}); }

  /// Its start; afterwards it goes on at `next`.
  int expression(const Expression& e, int next) {
    if (error_) return next;
    if (grammar_.nodes.size() > kMostNodes) {
      error_ = grammar_error(e.place, "with its repetitions written out the grammar is too large: use * or smaller numbers");
      return next;
    }
    switch (e.kind) {
      case Expression::Kind::Literal: return literal(e, next);
      case Expression::Kind::Class: return characters(e, next);
      case Expression::Kind::Rule: return add({.kind = Node::Kind::Call, .next = next, .other = e.rule});
      case Expression::Kind::Repeat: return repeat(e, next);
      case Expression::Kind::Sequence:
        for (auto part = e.parts.rbegin(); part != e.parts.rend(); ++part) next = expression(*part, next);
        return next;
      case Expression::Kind::Choice: return choice(e, next);
    }
    return next;
  }

  int literal(const Expression& e, int next) {
    for (auto byte = e.bytes.rbegin(); byte != e.bytes.rend(); ++byte) {
      next = range(static_cast<std::uint8_t>(*byte), static_cast<std::uint8_t>(*byte), next);
    }
    return next;
  }

  int choice(const Expression& e, int next) {
    int start = expression(e.parts.back(), next);
    for (auto part = e.parts.rbegin() + 1; part != e.parts.rend(); ++part) start = split(expression(*part, next), start);
    return start;
  }

  int characters(const Expression& e, int next) {
    std::vector<ByteRanges> all;
    for (const auto& [low, high] : e.characters) split_range(low, high, all);
    int start = -1;
    for (const auto& ranges : all) {
      int way = next;
      for (int i = ranges.length - 1; i >= 0; --i) {
        way = range(ranges.at[static_cast<std::size_t>(i)].first, ranges.at[static_cast<std::size_t>(i)].second, way);
      }
      start = start < 0 ? way : split(way, start);
    }
    if (start < 0) error_ = grammar_error(e.place, "no character is in this class");
    return start < 0 ? next : start;
  }

  int repeat(const Expression& e, int next) {
    const Expression& body = e.parts.front();
    int start = next;
    if (e.most == Expression::kUnlimited) {
      start = split(next, -1);
      const int again = expression(body, start);
      at(start).other = again;
    }
    for (int i = e.least; i < e.most && !error_; ++i) start = split(expression(body, start), next);
    for (int i = 0; i < e.least && !error_; ++i) start = expression(body, start);
    return start;
  }

  // What is wrong with it

  Result<void> check() {
    for (std::size_t r = 0; r < rules_.size(); ++r) rule_of_start_[starts_[r]] = static_cast<int>(r);
    find_nullable();
    for (std::size_t r = 0; r < rules_.size(); ++r) {
      if (auto ok = check_left(static_cast<int>(r)); !ok) return ok;
    }
    return check_ends();
  }

  int rule_at(int start) const { return rule_of_start_.at(start); }

  /// The nodes that are reached from a rule's start without reading a byte; calls of rules that may read nothing are passed.
  std::vector<int> reached(int rule) {
    std::vector<int> todo{starts_[static_cast<std::size_t>(rule)]}, found;
    seen_.resize(grammar_.nodes.size(), 0);
    ++walk_;
    while (!todo.empty()) {
      const int n = todo.back();
      todo.pop_back();
      if (std::exchange(seen_[static_cast<std::size_t>(n)], walk_) == walk_) continue;
      found.push_back(n);
      const Node& node = at(n);
      if (node.kind == Node::Kind::Split) todo.insert(todo.end(), {node.next, node.other});
      if (node.kind == Node::Kind::Call && nullable_[static_cast<std::size_t>(rule_at(node.other))]) todo.push_back(node.next);
    }
    return found;
  }

  void find_nullable() {
    nullable_.assign(rules_.size(), false);
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t r = 0; r < rules_.size(); ++r) {
        if (nullable_[r]) continue;
        nullable_[r] = std::ranges::any_of(reached(static_cast<int>(r)), [&](int n) { return at(n).kind == Node::Kind::End; });
        changed = changed || nullable_[r];
      }
    }
    first_calls_.resize(rules_.size());
    for (std::size_t r = 0; r < rules_.size(); ++r) {
      for (const int n : reached(static_cast<int>(r))) {
        if (at(n).kind == Node::Kind::Call) first_calls_[r].push_back(rule_at(at(n).other));
      }
    }
  }

  Result<void> check_left(int rule) {
    std::vector<int> todo = first_calls_[static_cast<std::size_t>(rule)];
    std::vector<bool> seen(rules_.size(), false);
    while (!todo.empty()) {
      const auto called = static_cast<std::size_t>(todo.back());
      todo.pop_back();
      if (static_cast<int>(called) == rule) {
        const auto& culprit = rules_[called];
        return grammar_error(culprit.place, "rule '" + culprit.name + "' begins with itself; put what repeats at its end, or use *");
      }
      if (seen[called]) continue;
      seen[called] = true;
      todo.insert(todo.end(), first_calls_[called].begin(), first_calls_[called].end());
    }
    return {};
  }

  /// A rule that calls itself on every way never comes to an end.
  Result<void> check_ends() {
    std::vector<bool> ends(grammar_.nodes.size(), false);
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t n = 0; n < grammar_.nodes.size(); ++n) {
        if (ends[n]) continue;
        const Node& node = grammar_.nodes[n];
        const auto way = [&](int to) { return to >= 0 && ends[static_cast<std::size_t>(to)]; };
        ends[n] = node.kind == Node::Kind::End || (node.kind == Node::Kind::Range && way(node.next)) ||
                  (node.kind == Node::Kind::Split && (way(node.next) || way(node.other))) ||
                  (node.kind == Node::Kind::Call && way(node.next) && way(node.other));
        changed = changed || ends[n];
      }
    }
    for (std::size_t r = 0; r < rules_.size(); ++r) {
      if (!ends[static_cast<std::size_t>(starts_[r])])
        return grammar_error(rules_[r].place, "rule '" + rules_[r].name + "' never comes to an end");
    }
    return {};
  }

  const std::vector<GrammarRule>& rules_;
  Grammar grammar_;
  std::vector<int> starts_;
  std::vector<bool> nullable_;
  std::vector<int> seen_;  // of nodes: the last walk that met them
  int walk_ = 0;
  std::unordered_map<int, int> rule_of_start_;
  std::vector<std::vector<int>> first_calls_;  // of rules, before a byte is read
  std::optional<Error> error_;
};

}  // namespace

Result<Grammar> parse_grammar(std::string_view gbnf) {
  auto rules = read_grammar(gbnf);
  if (!rules) return std::move(rules).error();
  const auto root = std::ranges::find(*rules, "root", &GrammarRule::name);
  if (root == rules->end()) return grammar_error({1, 1}, "there is no rule named root, with which the text begins");
  return Builder(*rules).build(static_cast<int>(root - rules->begin()));
}

}  // namespace eddy
