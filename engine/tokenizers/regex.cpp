#include "engine/tokenizers/regex.h"

#include <algorithm>

namespace eddy {

Regex::Set::Set(unicode::Ranges ranges) : basic_(0x10000), ranges_(std::move(ranges)) {
  for (const auto& r : ranges_) {
    for (char32_t c = r.first; c <= r.last && c < 0x10000; ++c) basic_[c] = true;
  }
}

/// One attempt to match at one place.
struct Regex::Attempt {
  /// Where to go on when the path taken fails. A repeat gives back (greedy) or takes (lazy) one character per retry.
  struct Retry {
    static constexpr std::size_t kNotRepeat = static_cast<std::size_t>(-1);
    std::uint32_t pc;
    std::size_t at;
    std::size_t limit;  ///< of a repeat: the position that may not be passed; kNotRepeat: simply go on at pc
  };

  bool step();
  bool repeat(const Instruction& i);
  bool inner(const Instruction& i);
  bool go_back();

  const Regex& regex;
  std::u32string_view text;
  Budget& budget;
  std::uint32_t pc;
  std::size_t at;
  std::vector<Retry> retries;
};

/// Carries out one instruction; false when it does not match here.
bool Regex::Attempt::step() {
  const Instruction& i = regex.program_[pc];
  switch (i.op) {
    case Op::Set:
      if (at >= text.size() || !regex.sets_[i.set]->has(text[at])) return false;
      ++at;
      break;
    case Op::Repeat:
      if (!repeat(i)) return false;
      break;
    case Op::Split:
      retries.push_back({i.y, at, Retry::kNotRepeat});
      pc = i.x;
      return true;
    case Op::Jump:
      pc = i.x;
      return true;
    case Op::Look:
    case Op::Atomic:
      return inner(i);
    case Op::Begin:
      if (at != 0) return false;
      break;
    case Op::End:
      if (at != text.size()) return false;
      break;
    case Op::Match:
      break;
  }
  ++pc;
  return true;
}

bool Regex::Attempt::repeat(const Instruction& i) {
  const Set& set = *regex.sets_[i.set];
  const bool lazy = i.greed == Greed::Lazy;
  const std::size_t room = text.size() - at;
  const std::size_t most = std::min<std::size_t>(room, lazy ? i.min : i.max);
  std::size_t n = 0;
  while (n < most && set.has(text[at + n])) ++n;
  budget.steps -= std::min(budget.steps, n);
  if (n < i.min) return false;
  if (i.greed == Greed::Greedy && n > i.min) retries.push_back({pc, at + n, at + i.min});
  if (lazy && i.max > i.min) retries.push_back({pc, at + n, at + std::min<std::size_t>(room, i.max)});
  at += n;
  return true;
}

/// Look-ahead and atomic groups: a program of their own behind the instruction.
bool Regex::Attempt::inner(const Instruction& i) {
  const auto end = regex.run(pc + 1, text, at, budget);
  pc = i.x;
  if (i.op == Op::Look) return end.has_value() != i.negated;
  if (end) at = *end;
  return end.has_value();
}

/// Takes the latest path not yet tried; false when there is none.
bool Regex::Attempt::go_back() {
  while (!retries.empty()) {
    Retry& retry = retries.back();
    if (retry.limit == Retry::kNotRepeat) {
      at = retry.at, pc = retry.pc;
      retries.pop_back();
      return true;
    }
    const Instruction& repeat = regex.program_[retry.pc];
    if (repeat.greed == Greed::Greedy) {
      at = --retry.at, pc = retry.pc + 1;
      if (retry.at == retry.limit) retries.pop_back();
      return true;
    }
    if (retry.at < retry.limit && regex.sets_[repeat.set]->has(text[retry.at])) {
      at = ++retry.at, pc = retry.pc + 1;
      return true;
    }
    retries.pop_back();
  }
  return false;
}

std::optional<std::size_t> Regex::run(std::uint32_t pc, std::u32string_view text, std::size_t at, Budget& budget) const {
  Attempt attempt{*this, text, budget, pc, at, {}};
  while (budget.steps > 0) {
    --budget.steps;
    if (program_[attempt.pc].op == Op::Match) return attempt.at;
    if (!attempt.step() && !attempt.go_back()) break;
  }
  return std::nullopt;
}

std::optional<std::pair<std::size_t, std::size_t>> Regex::find(std::u32string_view text, std::size_t from,
                                                               Budget& budget) const {
  for (std::size_t begin = from; begin < text.size() && budget.steps > 0; ++begin) {
    auto end = run(0, text, begin, budget);
    if (end && *end > begin) return std::pair{begin, *end};
  }
  return std::nullopt;
}

}  // namespace eddy
