#include "engine/tokenizers/tokenizer.h"
#include "engine/tokenizers/unicode.h"

namespace eddy {

Detokenizer::Detokenizer(std::shared_ptr<const Tokenizer> tokenizer) : tokenizer_(std::move(tokenizer)) {}

std::string Detokenizer::push(TokenId id) {
  held_ += tokenizer_->piece(id);
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
