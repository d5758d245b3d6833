// SentencePiece's precompiled normalisation map, as the Precompiled normaliser of tokenizer.json applies it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/result.h"

namespace eddy {

/// A double-array trie of UTF-8 keys whose values are offsets of zero-terminated replacements. Immutable, thread-safe.
class Charsmap {
 public:
  /// Sizes are checked; whatever the trie holds, looking something up ends and stays inside.
  static Result<Charsmap> parse(std::string_view bytes);

  /// Whether a reader that checks nothing stays inside too, as SentencePiece's own.
  bool is_sound() const;

  /// Base letters are looked up with the marks on them as long as they are short, else every character by itself.
  std::string apply(std::string_view text) const;

 private:
  std::optional<std::string_view> replacement(std::string_view key) const;

  std::vector<std::uint32_t> trie_;
  std::string replacements_;
};

}  // namespace eddy
