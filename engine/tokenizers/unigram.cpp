#include "engine/tokenizers/unigram.h"

#include <algorithm>

#include "engine/tokenizers/unicode.h"

namespace eddy {

void Unigram::add(std::string_view piece, TokenId id, double score) {
  if (piece.empty()) return;
  lowest_ = entries_.empty() ? score : std::min(lowest_, score);
  trie_.add(piece, static_cast<std::int32_t>(entries_.size()));
  entries_.push_back({id, score});
}

std::vector<Unigram::Piece> Unigram::cut(std::string_view word) const {
  constexpr double kUnknownPenalty = 10;
  struct Best {
    double score = 0;
    std::size_t from = 0;
    TokenId id = -1;
    bool reached = false;
  };
  std::vector<Best> best(word.size() + 1);
  best[0].reached = true;
  const auto offer = [&](std::size_t from, std::size_t to, double score, TokenId id) {
    if (!best[to].reached || score > best[to].score) best[to] = {score, from, id, true};
  };
  for (std::size_t at = 0; at < word.size();) {
    const auto character = static_cast<std::size_t>(std::max(1, unicode::character_length(word.substr(at))));
    const std::size_t next = std::min(word.size(), at + character);
    bool single = false;
    trie_.each_prefix(word.substr(at), [&](std::int32_t entry, std::size_t length) {
      offer(at, at + length, best[at].score + entries_[entry].score, entries_[entry].id);
      single |= at + length == next;
    });
    if (!single) offer(at, next, best[at].score + lowest_ - kUnknownPenalty, -1);
    at = next;
  }
  std::vector<Piece> pieces;
  for (std::size_t end = word.size(); end > 0; end = best[end].from) {
    const std::string_view text = word.substr(best[end].from, end - best[end].from);
    if (best[end].id < 0 && !pieces.empty() && pieces.back().id < 0) {
      pieces.back().text = {text.data(), text.size() + pieces.back().text.size()};
    } else {
      pieces.push_back({text, best[end].id});
    }
  }
  std::reverse(pieces.begin(), pieces.end());
  return pieces;
}

}  // namespace eddy
