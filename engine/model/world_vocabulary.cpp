#include "engine/model/world_vocabulary.h"

#include <algorithm>
#include <string_view>

namespace eddy {
namespace {

constexpr std::int64_t kNormal = 1, kControl = 3, kUnused = 5;  // kinds of tokens in GGUF

// What Python's repr of these bytes shows between the quotes.
std::string escaped(std::string_view bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\t')
      out += "\\t";
    else if (c == '\n')
      out += "\\n";
    else if (c == '\r')
      out += "\\r";
    else if (c == '\\' || c == '\'')
      out.append(1, '\\').append(1, c);
    else if (byte >= 0x20 && byte < 0x7f)
      out += c;
    else
      out.append("\\x").append(1, kDigits[byte >> 4]).append(1, kDigits[byte & 15]);
  }
  return out;
}

}  // namespace

std::vector<std::pair<std::string, MetadataValue>> world_vocabulary_for_gguf(const Tokenizer& world,
                                                                             std::int64_t rows) {
  std::vector<std::string> tokens{"<s>"};
  std::vector<std::int64_t> kinds{kControl};
  for (std::int64_t id = 1; id < std::max<std::int64_t>(world.vocabulary(), rows); ++id) {
    const std::string_view piece = id < world.vocabulary() ? world.piece(TokenId(id)) : std::string_view();
    tokens.push_back(piece.empty() ? "[PAD" + std::to_string(id) + "]" : escaped(piece));
    kinds.push_back(piece.empty() ? kUnused : kNormal);
  }
  return {{"tokenizer.ggml.model", std::string("rwkv")},
          {"tokenizer.ggml.tokens", std::move(tokens)},
          {"tokenizer.ggml.token_type", std::move(kinds)},
          {"tokenizer.chat_template", std::string("rwkv-world")}};
}

}  // namespace eddy
