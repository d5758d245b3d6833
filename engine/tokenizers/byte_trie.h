// Longest-prefix search over byte strings.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace eddy {

/// Maps byte strings to numbers >= 0. Filled first, then immutable and thread-safe.
class ByteTrie {
 public:
  struct Match {
    std::int32_t value = -1;        ///< -1 = none
    std::size_t length = 0;
  };

  /// `key` must not be empty; a key given again takes the new value.
  void add(std::string_view key, std::int32_t value) {
    std::uint32_t node = 0;
    for (unsigned char c : key) node = child_or_new(node, c);
    values_[node] = value;
  }

  /// The longest key that `text` begins with.
  Match longest(std::string_view text) const {
    Match best;
    std::uint32_t node = 0;
    for (std::size_t n = 0; n < text.size(); ++n) {
      node = edges_[slot_of(node, static_cast<unsigned char>(text[n]))].to;
      if (node == 0) break;
      if (values_[node] >= 0) best = {values_[node], n + 1};
    }
    return best;
  }

  /// Calls found(value, length) for every key that `text` begins with, shortest first.
  template <class Found>
  void each_prefix(std::string_view text, Found found) const {
    std::uint32_t node = 0;
    for (std::size_t n = 0; n < text.size(); ++n) {
      node = edges_[slot_of(node, static_cast<unsigned char>(text[n]))].to;
      if (node == 0) return;
      if (values_[node] >= 0) found(values_[node], n + 1);
    }
  }

 private:
  struct Edge {
    std::uint64_t key = ~std::uint64_t{0};
    std::uint32_t to = 0;           // 0 = free
  };

  std::size_t slot_of(std::uint32_t node, unsigned char c) const {
    const std::uint64_t key = static_cast<std::uint64_t>(node) << 8 | c;
    const std::size_t mask = edges_.size() - 1;
    std::size_t i = (key * 0x9E3779B97F4A7C15u >> 24) & mask;
    while (edges_[i].to != 0 && edges_[i].key != key) i = (i + 1) & mask;
    return i;
  }

  std::uint32_t child_or_new(std::uint32_t node, unsigned char c) {
    std::size_t slot = slot_of(node, c);
    if (edges_[slot].to != 0) return edges_[slot].to;
    if (2 * values_.size() >= edges_.size()) {
      grow();
      slot = slot_of(node, c);
    }
    edges_[slot] = {static_cast<std::uint64_t>(node) << 8 | c, static_cast<std::uint32_t>(values_.size())};
    values_.push_back(-1);
    return edges_[slot].to;
  }

  void grow() {
    std::vector<Edge> old(2 * edges_.size());
    old.swap(edges_);
    for (const Edge& e : old) {
      if (e.to != 0) edges_[slot_of(static_cast<std::uint32_t>(e.key >> 8), static_cast<unsigned char>(e.key))] = e;
    }
  }

  std::vector<Edge> edges_ = std::vector<Edge>(64);  // open addressing, a power of two, at most half full
  std::vector<std::int32_t> values_{-1};             // by node; node 0 is the root
};

}  // namespace eddy
