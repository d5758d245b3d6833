// Keeps special tokens that stand in a message's text from being taken for special tokens.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/chat_format.h"
#include "engine/tokenizers/byte_trie.h"

namespace eddy {

/// Immutable, thread-safe.
class MessageGuard {
 public:
  explicit MessageGuard(const std::vector<std::string>& specials);

  /// A noncharacter (U+FDD0 to U+FDEF, as UTF-8) that is in none of the texts.
  static std::string mark_for(std::span<const std::string_view> texts);

  /// `text` with `mark` behind the first character of every special token's text in it, overlapping ones too.
  std::string broken(std::string_view text, const std::string& mark) const;

  /// Takes the marks out; where they were become the breaks.
  static ChatText healed(std::string_view text, const std::string& mark);

  /// Offsets that break every special token's text in `text`.
  std::vector<std::size_t> breaks(std::string_view text) const;

 private:
  /// Where a special token's text begins, the bytes of its first character, and whether that is all of it.
  struct Place {
    std::size_t at, character;
    bool whole;
  };
  std::vector<Place> places(std::string_view text) const;

  ByteTrie trie_;
};

}  // namespace eddy
