#include "engine/sequence/split_state.h"

#include <algorithm>
#include <cstring>

#include "engine/core/assert.h"

namespace eddy {
namespace {

std::size_t fixed_bytes(const StateSlot& slot) {
  return slot.kind == SlotKind::Fixed ? static_cast<std::size_t>(slot.elements()) * sizeof(float) : 0;
}

/// Where each slot of `layout` begins in its canonical form.
std::vector<std::size_t> offsets_of(const StateLayout& layout) {
  std::vector<std::size_t> offsets;
  std::size_t at = 0;
  for (const StateSlot& slot : layout.slots) {
    offsets.push_back(at);
    at += fixed_bytes(slot);
  }
  return offsets;
}

}  // namespace

Result<void> SplitState::read(std::span<std::byte> out) const {
  const auto offsets = offsets_of(layout_);
  for (const Part& part : parts_) {
    std::vector<std::byte> own(static_cast<std::size_t>(part.layout.fixed_bytes()));
    if (auto ok = part.state->read(own); !ok) return ok;
    const std::byte* from = own.data();
    for (int slot : part.slots) {
      const auto bytes = fixed_bytes(layout_.slots[static_cast<std::size_t>(slot)]);
      if (bytes > 0) std::memcpy(out.data() + offsets[static_cast<std::size_t>(slot)], from, bytes);
      from += bytes;
    }
  }
  return {};
}

Result<void> SplitState::write(std::span<const std::byte> in) {
  const auto offsets = offsets_of(layout_);
  for (Part& part : parts_) {
    std::vector<std::byte> own;
    own.reserve(static_cast<std::size_t>(part.layout.fixed_bytes()));
    for (int slot : part.slots) {
      const auto from = in.subspan(offsets[static_cast<std::size_t>(slot)],
                                   fixed_bytes(layout_.slots[static_cast<std::size_t>(slot)]));
      own.insert(own.end(), from.begin(), from.end());
    }
    if (auto ok = part.state->write(own); !ok) return ok;
  }
  return {};
}

Result<void> SplitState::clear() {
  for (Part& part : parts_) {
    if (auto ok = part.state->clear(); !ok) return ok;
  }
  return {};
}

void SplitState::expect(std::int64_t tokens) {
  for (Part& part : parts_) part.state->expect(tokens);
}

Result<TokenRowsCopy> SplitState::read_rows() {
  TokenRowsCopy all;
  std::vector<SlotBlocks> by_slot(layout_.slots.size());
  for (Part& part : parts_) {
    auto rows = part.state->read_rows();
    if (!rows) return std::move(rows).error();
    all.tokens = rows->tokens;  // the same in all of them
    auto next = rows->slots.begin();
    for (int slot : part.slots) {
      const auto index = static_cast<std::size_t>(slot);
      if (layout_.slots[index].kind == SlotKind::PerToken) by_slot[index] = std::move(*next++);
    }
  }
  for (std::size_t i = 0; i < by_slot.size(); ++i) {
    if (layout_.slots[i].kind == SlotKind::PerToken) all.slots.push_back(std::move(by_slot[i]));
  }
  return all;
}

Result<void> SplitState::write_rows(const TokenRowsCopy& rows) {
  std::vector<const SlotBlocks*> by_slot(layout_.slots.size());
  auto next = rows.slots.begin();
  for (std::size_t i = 0; i < by_slot.size(); ++i) {
    if (layout_.slots[i].kind == SlotKind::PerToken) by_slot[i] = &*next++;
  }
  EDDY_ASSERT(next == rows.slots.end());
  for (Part& part : parts_) {
    TokenRowsCopy own{.tokens = rows.tokens, .slots = {}};
    for (int slot : part.slots) {
      if (const auto* blocks = by_slot[static_cast<std::size_t>(slot)]) own.slots.push_back(*blocks);
    }
    if (auto ok = part.state->write_rows(own); !ok) return ok;
  }
  return {};
}

}  // namespace eddy
