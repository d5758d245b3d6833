// Stands in where a model has no tokenizer: token ids work, text does not.
#pragma once

#include <string>

#include "engine/tokenizers/tokenizer.h"

namespace eddy {

class MissingTokenizer final : public Tokenizer {
 public:
  std::string_view kind() const override { return ""; }
  int vocabulary() const override { return 0; }
  const std::string& fingerprint() const override { return fingerprint_; }
  std::vector<TokenId> encode(std::string_view, bool) const override { return {}; }
  std::string_view piece(TokenId, bool) const override { return ""; }
  std::string decode(std::span<const TokenId>, bool) const override { return ""; }
  std::optional<TokenId> special(std::string_view) const override { return std::nullopt; }

 private:
  std::string fingerprint_;
};

}  // namespace eddy
