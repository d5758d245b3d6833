// GBNF as a tree, before it becomes a graph. Private to engine/sampling/grammar.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/api/result.h"

namespace eddy {

struct TextPlace {
  int line = 1, column = 1;
};

Error grammar_error(TextPlace place, const std::string& what);

struct GrammarExpression {
  enum class Kind { Literal, Class, Rule, Sequence, Choice, Repeat };
  static constexpr int kUnlimited = -1;

  Kind kind = Kind::Sequence;
  TextPlace place;
  std::string bytes;                                          ///< Literal
  std::vector<std::pair<std::uint32_t, std::uint32_t>> characters;  ///< Class: ranges, sorted and apart
  int rule = -1;                                              ///< Rule: its number
  int least = 0, most = kUnlimited;                           ///< Repeat
  std::vector<GrammarExpression> parts;                       ///< Sequence, Choice; of Repeat the one
};

struct GrammarRule {
  std::string name;
  TextPlace place;       ///< of the definition, else of the first mention
  bool defined = false;
  GrammarExpression body;
};

/// Every rule is defined.
Result<std::vector<GrammarRule>> read_grammar(std::string_view gbnf);

}  // namespace eddy
