// The bytes each id stands for.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/generation.h"

namespace eddy {

/// Filled once, then immutable and thread-safe.
class PieceTable {
 public:
  /// Whether an id can belong to a table of about `entries` pieces: guards against ids that would need gigabytes.
  static bool plausible(TokenId id, std::size_t entries) {
    return id >= 0 && static_cast<std::size_t>(id) < 2 * entries + 65536;
  }

  /// False when the id is taken.
  bool put(TokenId id, std::string bytes) {
    Entry& e = at(id);
    if (e.used) return false;
    e = {std::move(bytes), true, false, false};
    return true;
  }

  /// An added token may give its text to an id of the vocabulary, but not to another added token's.
  bool put_added(TokenId id, std::string text, bool special) {
    Entry& e = at(id);
    if (e.added) return false;
    e = {std::move(text), true, true, special};
    return true;
  }

  int size() const { return static_cast<int>(entries_.size()); }
  std::string_view get(TokenId id, bool show_special) const {
    if (id < 0 || id >= size()) return {};
    const Entry& e = entries_[id];
    return e.special && !show_special ? std::string_view() : std::string_view(e.bytes);
  }
  std::string join(std::span<const TokenId> ids, bool show_special) const {
    std::string out;
    for (TokenId id : ids) out += get(id, show_special);
    return out;
  }

 private:
  struct Entry {
    std::string bytes;
    bool used = false, added = false, special = false;
  };
  Entry& at(TokenId id) {
    if (id >= size()) entries_.resize(static_cast<std::size_t>(id) + 1);
    return entries_[id];
  }
  std::vector<Entry> entries_;
};

}  // namespace eddy
