#include "engine/model/language_model.h"

#include "engine/chat/message_guard.h"

namespace eddy {

std::vector<TokenId> LoadedModel::tokenize(std::string_view text, bool parse_special) const {
  return parts_->tokenizer->encode(text, parse_special);
}

std::vector<TokenId> LoadedModel::tokenize_chat(const ChatText& text) const {
  if (!text.special_tokens && !text.continues) return parts_->tokenizer->encode(text.text);
  if (!text.special_tokens) {
    const MessageGuard guard(parts_->tokenizer->specials());
    return parts_->tokenizer->encode_marked(text.text, guard.breaks(text.text), false);
  }
  return parts_->tokenizer->encode_marked(text.text, text.breaks, !text.continues);
}

std::string LoadedModel::detokenize(std::span<const TokenId> tokens, bool show_special) const {
  return parts_->tokenizer->decode(tokens, show_special);
}

}  // namespace eddy
