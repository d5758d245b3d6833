#include "engine/sampling/grammar/token_trie.h"

#include <algorithm>
#include <string_view>

namespace eddy {

TokenTrie::TokenTrie(const Tokenizer& tokenizer) : vocabulary_(tokenizer.vocabulary()) {
  constexpr std::size_t kLongest = 0xFFFF;
  std::vector<std::pair<std::string_view, TokenId>> sorted;
  for (TokenId id = 0; id < vocabulary_; ++id) {
    const auto piece = tokenizer.piece(id);
    if (!piece.empty() && piece.size() < kLongest) sorted.emplace_back(piece, id);
  }
  std::ranges::sort(sorted);
  std::vector<std::int32_t> open;  // the nodes of the last token's bytes
  std::string_view last;
  const auto close = [&](std::size_t depth) {
    for (; open.size() > depth; open.pop_back()) nodes_[static_cast<std::size_t>(open.back())].end = static_cast<std::int32_t>(nodes_.size());
  };
  for (const auto& [bytes, id] : sorted) {
    const auto shared = static_cast<std::size_t>(std::ranges::mismatch(bytes, last).in1 - bytes.begin());
    close(shared);
    for (std::size_t depth = shared; depth < bytes.size(); ++depth) {
      open.push_back(static_cast<std::int32_t>(nodes_.size()));
      nodes_.push_back({.tokens = static_cast<std::int32_t>(tokens_.size()), .depth = static_cast<std::uint16_t>(depth + 1),
                        .byte = static_cast<std::uint8_t>(bytes[depth])});
    }
    tokens_.push_back(id);
    last = bytes;
    longest_ = std::max(longest_, static_cast<int>(bytes.size()));
  }
  close(0);
  nodes_.push_back({.end = static_cast<std::int32_t>(nodes_.size() + 1), .tokens = static_cast<std::int32_t>(tokens_.size())});
}

}  // namespace eddy
