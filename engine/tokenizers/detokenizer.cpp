#include "engine/tokenizers/tokenizer.h"
#include "engine/tokenizers/unicode.h"

namespace eddy {

Detokenizer::Detokenizer(std::shared_ptr<const Tokenizer> tokenizer, bool at_start)
    : tokenizer_(std::move(tokenizer)), drop_space_(at_start && tokenizer_->drops_first_space()) {}

std::string Detokenizer::push(TokenId id) {
  std::string_view piece = tokenizer_->piece(id);
  if (drop_space_ && !piece.empty()) {
    if (piece[0] == ' ') piece.remove_prefix(1);
    drop_space_ = false;
  }
  held_ += piece;
  std::size_t whole = 0;  // bytes that can be judged now
  while (whole < held_.size()) {
    const int n = unicode::character_length(std::string_view(held_).substr(whole));
    if (n == 0) break;
    whole += static_cast<std::size_t>(n > 0 ? n : -n);
  }
  std::string text = unicode::replace_invalid(std::string_view(held_).substr(0, whole));
  held_.erase(0, whole);
  return text;
}

std::string Detokenizer::flush() {
  std::string text = unicode::replace_invalid(held_);
  held_.clear();
  return text;
}

}  // namespace eddy
