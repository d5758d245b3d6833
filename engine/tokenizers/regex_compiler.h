// Pattern text -> program of regex.h. Private to the regex engine.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/tokenizers/regex.h"

namespace eddy {

/// Recursive descent over the pattern; emits instructions as it goes. Throws nothing: the first mistake is kept in error_.
class RegexCompiler {
 public:
  explicit RegexCompiler(std::u32string pattern) : pattern_(std::move(pattern)) {}
  Result<Regex> compile();

 private:
  using Instruction = Regex::Instruction;
  using Op = Regex::Op;
  using Greed = Regex::Greed;
  /// A piece of program with addresses relative to its own start.
  struct Code {
    std::vector<Instruction> instructions;
    bool nullable = true;           ///< can match nothing
  };

  bool done() const { return at_ >= pattern_.size() || !error_.empty(); }
  char32_t peek(std::size_t ahead = 0) const { return at_ + ahead < pattern_.size() ? pattern_[at_ + ahead] : 0; }
  bool take(std::u32string_view text);
  void fail(const std::string& what);

  Code alternatives();
  Code sequence();
  Code item();
  Code atom();
  Code group();
  Code repeated(Code body, std::uint32_t min, std::uint32_t max, Greed greed);
  bool braces(std::uint32_t& min, std::uint32_t& max);
  Code set(unicode::Ranges ranges);
  Code look(Op op, bool negated, Code body);

  unicode::Ranges char_class();
  unicode::Ranges class_member();
  unicode::Ranges escape();
  unicode::Ranges property(bool negated);
  char32_t hex(int digits);
  unicode::Ranges literal(char32_t c) const;
  unicode::Ranges folded(unicode::Ranges ranges) const;

  static void append(Code& to, const Code& more);

  std::u32string pattern_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool ignore_case_ = false;
  std::string error_;
  std::vector<unicode::Ranges> sets_;
};

}  // namespace eddy
