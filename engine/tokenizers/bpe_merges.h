// The merge table of byte-pair encoding and the merging itself.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/api/generation.h"

namespace eddy {

/// Which neighbours become one token, in which order. Immutable after building, thread-safe.
class BpeMerges {
 public:
  struct Merge {
    std::uint32_t rank;             ///< lower goes first
    TokenId result;
  };

  explicit BpeMerges(std::size_t expected = 0);
  /// A pair given twice keeps its last rank.
  void add(TokenId left, TokenId right, Merge merge);
  const Merge* find(TokenId left, TokenId right) const;

  /// Working memory of merge(), to be reused from word to word.
  struct Scratch {
    struct Symbol { TokenId id; std::int32_t previous, next; };
    struct Candidate { std::uint32_t rank; std::int32_t at; TokenId left, right, result; };
    std::vector<Symbol> symbols;
    std::vector<Candidate> heap;
  };

  /// Merges the pair of lowest rank, leftmost on ties, until none is left: O(n log n).
  void merge(std::vector<TokenId>& word, Scratch& scratch) const;

 private:
  struct Slot { std::uint64_t key; Merge merge; };
  static std::uint64_t key_of(TokenId left, TokenId right) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32 | static_cast<std::uint32_t>(right);
  }
  std::size_t slot_of(std::uint64_t key) const;
  void grow();

  std::vector<Slot> slots_;         // open addressing, a power of two of them, at most half full
  std::size_t used_ = 0;
};

}  // namespace eddy
