// The tokens of a vocabulary by their bytes, so that what can follow is found in one walk.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "engine/tokenizers/tokenizer.h"

namespace eddy {

/// Immutable. Nodes in the order of a walk that meets each before what is below it; tokens without bytes (special ones)
/// are not in it.
class TokenTrie {
 public:
  struct Node {
    std::int32_t end = 0;     ///< the first node that is not below this one
    std::int32_t tokens = 0;  ///< where this node's begin in tokens(); they end where the next node's begin
    std::uint16_t depth = 0;  ///< bytes to it, itself included
    std::uint8_t byte = 0;
  };

  explicit TokenTrie(const Tokenizer& tokenizer);

  const std::vector<Node>& nodes() const { return nodes_; }        ///< and one more at the end
  const std::vector<TokenId>& tokens() const { return tokens_; }
  int vocabulary() const { return vocabulary_; }
  int longest() const { return longest_; }                         ///< bytes of the longest token

 private:
  std::vector<Node> nodes_;
  std::vector<TokenId> tokens_;
  int vocabulary_ = 0;
  int longest_ = 0;
};

/// Made when it is first needed: most models never need it. Thread-safe.
class LazyTokenTrie {
 public:
  const TokenTrie& of(const Tokenizer& tokenizer) {
    std::call_once(made_, [&] { trie_ = std::make_unique<TokenTrie>(tokenizer); });
    return *trie_;
  }

 private:
  std::once_flag made_;
  std::unique_ptr<TokenTrie> trie_;
};

}  // namespace eddy
