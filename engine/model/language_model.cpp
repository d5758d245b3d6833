#include "engine/model/language_model.h"

namespace eddy {

std::vector<TokenId> LoadedModel::tokenize(std::string_view text, bool parse_special) const {
  return parts_->tokenizer->encode(text, parse_special);
}

std::string LoadedModel::detokenize(std::span<const TokenId> tokens, bool show_special) const {
  return parts_->tokenizer->decode(tokens, show_special);
}

}  // namespace eddy
