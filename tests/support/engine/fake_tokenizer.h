// Tokens that tests can read: one per byte, then the pieces they ask for.
#pragma once

#include <string>
#include <vector>

#include "engine/tokenizers/tokenizer.h"

namespace eddy {

/// Ids 0 to 255 are bytes, 256 is the special token <|end|>, then come `pieces`. Encoding knows bytes alone.
class FakeTokenizer final : public Tokenizer {
 public:
  static constexpr TokenId kEnd = 256;

  explicit FakeTokenizer(std::vector<std::string> pieces = {}) {
    for (int byte = 0; byte < 256; ++byte) pieces_.push_back(std::string(1, static_cast<char>(byte)));
    pieces_.push_back("<|end|>");
    pieces_.insert(pieces_.end(), pieces.begin(), pieces.end());
  }

  std::string_view kind() const override { return "fake"; }
  int vocabulary() const override { return static_cast<int>(pieces_.size()); }
  const std::string& fingerprint() const override { return fingerprint_; }
  std::vector<TokenId> encode(std::string_view text, bool) const override {
    std::vector<TokenId> ids;
    for (char c : text) ids.push_back(static_cast<unsigned char>(c));
    return ids;
  }
  std::string_view piece(TokenId id, bool show_special) const override {
    if (id < 0 || id >= vocabulary() || (id == kEnd && !show_special)) return "";
    return pieces_[id];
  }
  std::string decode(std::span<const TokenId> ids, bool show_special) const override {
    std::string text;
    for (TokenId id : ids) text += piece(id, show_special);
    return text;
  }
  std::optional<TokenId> special(std::string_view text) const override {
    return text == "<|end|>" ? std::optional(kEnd) : std::nullopt;
  }

 private:
  std::vector<std::string> pieces_;
  std::string fingerprint_ = "fake";
};

}  // namespace eddy
