// Any bytes as a grammar, or as a JSON schema; what is accepted must let texts be written that it then takes.
#include <cstdint>
#include <random>

#include "engine/sampling/grammar/constraint.h"
#include "engine/sampling/grammar/json_schema.h"
#include "tests/support/engine/fake_tokenizer.h"

using namespace eddy;

namespace {

void write_a_text(const std::string& grammar) {
  static const FakeTokenizer tokenizer({"ab", "{\"", "\":", "\xC3", "((", "  "});
  static const TokenTrie trie(tokenizer);
  auto made = Constraint::create({grammar, false, {"\n\n"}}, trie);
  if (!made) return;
  auto& constraint = **made;
  std::mt19937 random(1);
  std::string text;
  for (int i = 0; i < 24 && !constraint.complete(); ++i) {
    const auto& allowed = constraint.allowed();
    std::vector<TokenId> tokens;
    for (TokenId t = 0; t < tokenizer.vocabulary(); ++t) {
      const auto at = static_cast<std::size_t>(t);
      if ((allowed[at / 64] >> at % 64 & 1) != 0) tokens.push_back(t);
    }
    if (tokens.empty()) break;
    const auto piece = tokenizer.piece(tokens[random() % tokens.size()], false);
    if (!constraint.push(piece)) __builtin_trap();
    text += piece;
  }
  constraint.restart();
  if (!constraint.push(text)) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 2000) return 0;  // larger ones are only slower
  const std::string text(reinterpret_cast<const char*>(data), size);
  write_a_text(text);
  if (const auto grammar = grammar_of_json_schema(text)) write_a_text(*grammar);
  return 0;
}
