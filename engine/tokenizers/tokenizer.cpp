#include "engine/tokenizers/tokenizer.h"

#include "engine/tokenizers/added_tokens.h"

namespace eddy {

std::vector<TokenId> Tokenizer::encode_marked(std::string_view text, std::span<const std::size_t> breaks,
                                              bool) const {
  std::vector<AddedToken> tokens;
  for (const std::string& content : specials()) {
    if (const auto id = special(content)) tokens.push_back({.id = *id, .content = content, .special = true});
  }
  const AddedTokenFinder finder(tokens);
  std::vector<TokenId> ids;
  for (const auto& piece : finder.cut(text, breaks)) {
    if (piece.token != nullptr) {
      ids.push_back(piece.token->id);
    } else {
      const auto plain = encode(piece.text);
      ids.insert(ids.end(), plain.begin(), plain.end());
    }
  }
  return ids;
}

}  // namespace eddy
