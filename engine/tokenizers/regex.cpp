#include "engine/tokenizers/regex.h"

#include <algorithm>

namespace eddy {

Regex::Set::Set(unicode::Ranges ranges) : basic_(0x10000), ranges_(std::move(ranges)) {
  for (const auto& r : ranges_) {
    for (char32_t c = r.first; c <= r.last && c < 0x10000; ++c) basic_[c] = true;
  }
}

/// Where to go on when the path taken fails. A repeat gives back (greedy) or takes (lazy) one character per retry.
struct Regex::Retry {
  std::uint32_t pc;
  std::size_t at;
  std::size_t limit;  ///< of a repeat: the position that may not be passed; kNotRepeat: simply go on at pc
  static constexpr std::size_t kNotRepeat = static_cast<std::size_t>(-1);
};

std::optional<std::size_t> Regex::run(std::uint32_t pc, std::u32string_view text, std::size_t at, Budget& budget) const {
  std::vector<Retry> retries;
  for (;;) {
    if (budget.steps == 0) return std::nullopt;
    --budget.steps;
    const Instruction& i = program_[pc];
    bool ok = true;
    switch (i.op) {
      case Op::Set:
        ok = at < text.size() && sets_[i.set]->has(text[at]);
        ++at, ++pc;
        break;
      case Op::Repeat: {
        const Set& set = *sets_[i.set];
        const bool lazy = i.greed == Greed::Lazy;
        const std::size_t room = text.size() - at;
        const std::size_t most = std::min<std::size_t>(room, lazy ? i.min : i.max);
        std::size_t n = 0;
        while (n < most && set.has(text[at + n])) ++n;
        budget.steps -= std::min(budget.steps, n);
        ok = n >= i.min;
        if (ok && i.greed == Greed::Greedy && n > i.min) retries.push_back({pc, at + n, at + i.min});
        if (ok && lazy && i.max > i.min) retries.push_back({pc, at + n, at + std::min<std::size_t>(room, i.max)});
        at += n, ++pc;
        break;
      }
      case Op::Split:
        retries.push_back({i.y, at, Retry::kNotRepeat});
        pc = i.x;
        break;
      case Op::Jump:
        pc = i.x;
        break;
      case Op::Look:
        ok = run(pc + 1, text, at, budget).has_value() != i.negated;
        pc = i.x;
        break;
      case Op::Atomic: {
        auto end = run(pc + 1, text, at, budget);
        ok = end.has_value();
        at = end.value_or(at);
        pc = i.x;
        break;
      }
      case Op::Begin:
        ok = at == 0;
        ++pc;
        break;
      case Op::End:
        ok = at == text.size();
        ++pc;
        break;
      case Op::Match:
        return at;
    }
    while (!ok) {
      if (retries.empty()) return std::nullopt;
      Retry& retry = retries.back();
      const Instruction& r = program_[retry.pc];
      ok = true;
      if (retry.limit == Retry::kNotRepeat) {
        at = retry.at, pc = retry.pc;
        retries.pop_back();
      } else if (r.greed == Greed::Greedy) {
        at = --retry.at, pc = retry.pc + 1;
        if (retry.at == retry.limit) retries.pop_back();
      } else {
        ok = retry.at < retry.limit && sets_[r.set]->has(text[retry.at]);
        at = ++retry.at, pc = retry.pc + 1;
        if (!ok) retries.pop_back();
      }
    }
  }
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
