// One token per byte, and special tokens as a model's tokenizer has them.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "engine/tokenizers/added_tokens.h"
#include "engine/tokenizers/tokenizer.h"

namespace eddy {

/// Ids 0 to 255 are bytes, the specials follow in the order given.
class SpecialsTokenizer final : public Tokenizer {
 public:
  explicit SpecialsTokenizer(std::vector<std::string> specials, std::vector<TokenId> beginning = {})
      : specials_(std::move(specials)), beginning_(std::move(beginning)) {
    for (int byte = 0; byte < 256; ++byte) pieces_.push_back(std::string(1, static_cast<char>(byte)));
    pieces_.insert(pieces_.end(), specials_.begin(), specials_.end());
  }

  std::string_view kind() const override { return "specials"; }
  int vocabulary() const override { return static_cast<int>(pieces_.size()); }
  const std::string& fingerprint() const override { return fingerprint_; }
  std::vector<TokenId> encode(std::string_view text, bool parse_special) const override {
    if (parse_special) return encode_marked(text, {});
    std::vector<TokenId> ids;
    for (char c : text) ids.push_back(static_cast<unsigned char>(c));
    return ids;
  }
  std::vector<std::string> specials() const override { return specials_; }
  std::vector<TokenId> text_beginning() const override { return beginning_; }
  std::string_view piece(TokenId id, bool show_special) const override {
    if (id < 0 || id >= vocabulary() || (id >= 256 && !show_special)) return {};
    return pieces_[static_cast<std::size_t>(id)];
  }
  std::string decode(std::span<const TokenId> ids, bool show_special) const override {
    std::string text;
    for (TokenId id : ids) text += piece(id, show_special);
    return text;
  }
  std::optional<TokenId> special(std::string_view text) const override {
    const auto found = std::find(specials_.begin(), specials_.end(), text);
    if (found == specials_.end()) return std::nullopt;
    return static_cast<TokenId>(256 + (found - specials_.begin()));
  }

 private:
  std::vector<std::string> specials_, pieces_;
  std::vector<TokenId> beginning_;
  std::string fingerprint_ = "specials";
};

}  // namespace eddy
