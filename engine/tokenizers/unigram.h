// The unigram model: of all ways to cut a word into pieces, the one with the highest sum of scores.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "engine/api/generation.h"
#include "engine/tokenizers/byte_trie.h"

namespace eddy {

/// Immutable after building, thread-safe.
class Unigram {
 public:
  void add(std::string_view piece, TokenId id, double score);

  /// A stretch of the word and its piece's id; -1 for what no piece covers (neighbours are one stretch).
  struct Piece {
    std::string_view text;
    TokenId id;
  };
  std::vector<Piece> cut(std::string_view word) const;

 private:
  struct Entry {
    TokenId id;
    double score;
  };
  ByteTrie trie_;                   // values: indices into entries_
  std::vector<Entry> entries_;
  double lowest_ = 0;
};

}  // namespace eddy
