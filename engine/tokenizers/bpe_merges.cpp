#include "engine/tokenizers/bpe_merges.h"

#include <algorithm>
#include <bit>

namespace eddy {
namespace {

constexpr std::uint64_t kEmpty = ~std::uint64_t{0};  // ids are not negative, so no pair has this key

using Candidate = BpeMerges::Scratch::Candidate;

/// For a heap whose top is the lowest rank, leftmost.
bool later(const Candidate& a, const Candidate& b) { return a.rank != b.rank ? a.rank > b.rank : a.at > b.at; }

}  // namespace

BpeMerges::BpeMerges(std::size_t expected)
    : slots_(std::bit_ceil(std::max<std::size_t>(16, 2 * expected)), Slot{kEmpty, {}}) {}

std::size_t BpeMerges::slot_of(std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = (key * 0x9E3779B97F4A7C15u >> 20) & mask;
  while (slots_[i].key != kEmpty && slots_[i].key != key) i = (i + 1) & mask;
  return i;
}

void BpeMerges::grow() {
  std::vector<Slot> old(2 * slots_.size(), Slot{kEmpty, {}});
  old.swap(slots_);
  for (const Slot& s : old) {
    if (s.key != kEmpty) slots_[slot_of(s.key)] = s;
  }
}

void BpeMerges::add(TokenId left, TokenId right, Merge merge) {
  if (2 * (used_ + 1) > slots_.size()) grow();
  const std::uint64_t key = key_of(left, right);
  Slot& slot = slots_[slot_of(key)];
  used_ += slot.key == kEmpty;
  slot = {key, merge};
}

const BpeMerges::Merge* BpeMerges::find(TokenId left, TokenId right) const {
  const Slot& slot = slots_[slot_of(key_of(left, right))];
  return slot.key == kEmpty ? nullptr : &slot.merge;
}

void BpeMerges::merge(std::vector<TokenId>& word, Scratch& scratch) const {
  auto& symbols = scratch.symbols;
  auto& heap = scratch.heap;
  symbols.clear();
  heap.clear();
  const auto n = static_cast<std::int32_t>(word.size());
  auto offer = [&](std::int32_t at, std::int32_t next) {
    if (const Merge* m = find(symbols[at].id, symbols[next].id)) {
      heap.push_back({m->rank, at, symbols[at].id, symbols[next].id, m->result});
      return true;
    }
    return false;
  };
  for (std::int32_t i = 0; i < n; ++i) symbols.push_back({word[i], i - 1, i + 1 < n ? i + 1 : -1});
  for (std::int32_t i = 0; i + 1 < n; ++i) offer(i, i + 1);
  std::make_heap(heap.begin(), heap.end(), later);
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end(), later);
    const Candidate best = heap.back();
    heap.pop_back();
    auto& left = symbols[best.at];
    // A candidate is stale when a neighbour has been merged since; merged-away symbols have id -1.
    if (left.id != best.left || left.next < 0 || symbols[left.next].id != best.right) continue;
    auto& right = symbols[left.next];
    left = {best.result, left.previous, right.next};
    right.id = -1;
    if (left.next >= 0) {
      symbols[left.next].previous = best.at;
      if (offer(best.at, left.next)) std::push_heap(heap.begin(), heap.end(), later);
    }
    if (left.previous >= 0 && offer(left.previous, best.at)) std::push_heap(heap.begin(), heap.end(), later);
  }
  word.clear();
  for (std::int32_t i = 0; i >= 0 && i < n; i = symbols[i].next) word.push_back(symbols[i].id);
}

}  // namespace eddy
