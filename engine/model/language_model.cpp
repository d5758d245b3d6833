#include "engine/model/language_model.h"

namespace eddy {

std::vector<TokenId> LoadedModel::tokenize(std::string_view text, bool parse_special) const {
  return parts_->tokenizer->encode(text, parse_special);
}

std::vector<TokenId> LoadedModel::tokenize_chat(const ChatText& text) const {
  if (!text.special_tokens) return parts_->tokenizer->encode(text.text);
  return parts_->tokenizer->encode_marked(text.text, text.breaks);
}

std::string LoadedModel::detokenize(std::span<const TokenId> tokens, bool show_special) const {
  return parts_->tokenizer->decode(tokens, show_special);
}

}  // namespace eddy
