// What a generated text may look like: a grammar over bytes, compiled from GBNF or a JSON schema.
//
// GBNF as others write it: `name ::= alternatives`, "literals" with \n \t \r \\ \" \xHH \uHHHH \UHHHHHHHH, [classes] with
// ranges and ^, . for any character, ( ), | and the repetitions * + ? {m} {m,} {m,n} {,n}; # begins a comment. A rule
// ends where the next one begins. The text begins with the rule `root`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/result.h"

namespace eddy {

/// Rules as one graph: a walk from a rule's start to an End reads one of its texts.
struct GrammarNode {
  enum class Kind : std::uint8_t { Range, Call, Split, End };
  Kind kind = Kind::End;
  std::uint8_t low = 0, high = 0;  ///< Range: reads one byte of these
  std::int32_t next = -1;          ///< Range, Call: afterwards; Split: one way on
  std::int32_t other = -1;         ///< Call: start of the rule that is read first; Split: the other way on
};

/// Immutable. No rule begins with itself, and `start` can come to an end.
struct Grammar {
  std::vector<GrammarNode> nodes;
  std::int32_t start = 0;
};

/// InvalidArgument with line and column: syntax, unknown and doubled rules, rules that begin with themselves or never end,
/// and repetitions that make more than a few hundred thousand nodes.
Result<Grammar> parse_grammar(std::string_view gbnf);

}  // namespace eddy
