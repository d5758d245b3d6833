// Tokens that are found in the text before anything else: end-of-text marks, runs of spaces.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/generation.h"
#include "engine/tokenizers/byte_trie.h"

namespace eddy {

struct AddedToken {
  TokenId id = 0;
  std::string content;
  bool special = false;             ///< found only when the caller asks to parse special tokens
  bool single_word = false;         ///< not next to a word character
  bool lstrip = false, rstrip = false;  ///< swallows white space on that side
  bool normalized = false;          ///< looked for in the normalised text
};

/// Finds added tokens, leftmost first and the longest of those. Immutable, thread-safe.
class AddedTokenFinder {
 public:
  AddedTokenFinder() = default;
  explicit AddedTokenFinder(const std::vector<AddedToken>& tokens);

  /// A stretch of the text: an added token, or plain text between two of them (token null).
  struct Piece {
    const AddedToken* token;
    std::string_view text;
  };
  /// No token is found that would lie across one of the offsets `breaks`, which are sorted.
  std::vector<Piece> cut(std::string_view text, std::span<const std::size_t> breaks = {}) const;
  bool empty() const { return tokens_.empty(); }

 private:
  std::vector<AddedToken> tokens_;
  ByteTrie trie_;                   // values: indices into tokens_
};

}  // namespace eddy
