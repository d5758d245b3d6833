// Regular expressions over code points, as far as tokenizer files use them (Oniguruma's dialect).
//
// Own engine, because the ids of a text must be the same on every system and in every year: no library's Unicode version,
// match limit or JIT stack decides them, class intersections ([\p{L}&&[^\p{Han}]], missing in PCRE2) work, invalid UTF-8
// is matched like an unassigned character, and work is bounded whatever a downloaded file contains.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/api/result.h"
#include "engine/tokenizers/unicode.h"

namespace eddy {

/// Understood: literals, escapes (\n \r \t \f \v \0 \xHH \x{H…} \uHHHH \d \s \w \h and their negations, \p{…} of general categories
/// and Han), classes with ranges, negation, nesting and &&, '.', groups (capturing ones do not capture), (?i: ) for ASCII
/// letters, (?= ) (?! ) (?> ), alternation, ^ $ \A \z (ends of the text), ? * + {m,n}, each greedy, lazy (?) or possessive
/// (+; not after {}, where Oniguruma repeats the repeat). Immutable, thread-safe.
class Regex {
 public:
  static Result<Regex> compile(std::string_view pattern);

  /// Steps that searches may still take; shared by the searches over one text so that their sum stays linear in its length.
  struct Budget {
    explicit Budget(std::size_t characters) : steps(1'000'000 + 256 * characters) {}
    std::size_t steps;
  };

  /// The first match at or after `from` as [begin, end); empty matches do not count. None also when the budget is used up.
  std::optional<std::pair<std::size_t, std::size_t>> find(std::u32string_view text, std::size_t from, Budget& budget) const;

 private:
  friend class RegexCompiler;
  enum class Op : std::uint8_t { Set, Repeat, Split, Jump, Look, Atomic, Begin, End, Match };
  enum class Greed : std::uint8_t { Greedy, Lazy, Possessive };
  struct Instruction {
    Op op;
    Greed greed = Greed::Greedy;
    bool negated = false;           ///< Look
    std::uint32_t set = 0;          ///< Set, Repeat
    std::uint32_t x = 0, y = 0;     ///< Split: preferred and other; Jump: x; Look, Atomic: continue at x
    std::uint32_t min = 0, max = 0; ///< Repeat; max = kNoLimit for none
  };
  static constexpr std::uint32_t kNoLimit = 0xFFFFFFFF;

  /// A set of code points, quick to ask.
  class Set {
   public:
    explicit Set(unicode::Ranges ranges);
    bool has(char32_t c) const { return c < 0x10000 ? basic_[c] : unicode::contains(ranges_, c); }

   private:
    std::vector<bool> basic_;
    unicode::Ranges ranges_;
  };
  struct Attempt;

  std::optional<std::size_t> run(std::uint32_t pc, std::u32string_view text, std::size_t at, Budget& budget) const;

  std::vector<Instruction> program_;
  std::vector<std::shared_ptr<const Set>> sets_;
};

}  // namespace eddy
