#include "engine/backends/cpu/cpu_state.h"

#include <algorithm>
#include <cstring>

#include "engine/core/assert.h"

namespace eddy {

static_assert(TokenRows::kPerBlock == kTokensPerBlock);

Result<std::unique_ptr<CpuState>> CpuState::create(const StateLayout& layout) {
  constexpr std::int64_t kLine = AlignedBuffer::kAlignment / sizeof(float);
  auto state = std::make_unique<CpuState>();
  std::int64_t total = 0;
  for (std::size_t i = 0; i < layout.slots.size(); ++i) {
    const StateSlot& slot = layout.slots[i];
    if (slot.kind == SlotKind::PerToken) {
      state->token_slots_.push_back({.index = static_cast<int>(i), .width = slot.elements(), .window = slot.window});
      state->fixed_.push_back({});
      continue;
    }
    if (slot.name == kReachSlot) state->reach_ = static_cast<int>(i);
    state->fixed_.push_back({total, slot.elements(), slot.initial});
    total += (slot.elements() + kLine - 1) / kLine * kLine;
  }
  auto memory = AlignedBuffer::allocate(static_cast<std::size_t>(total) * sizeof(float), "the state of a sequence");
  if (!memory) return std::move(memory).error();
  state->memory_ = *std::move(memory);
  state->clear().value();
  return state;
}

TokenRows CpuState::rows(int index) const {
  const auto slot = std::ranges::find(token_slots_, index, &TokenSlot::index);
  EDDY_ASSERT(slot != token_slots_.end());
  return {.blocks = slot->addresses, .before = tokens_, .width = slot->width};
}

Result<void> CpuState::reserve(std::int64_t tokens) {
  const auto needed = static_cast<std::size_t>((tokens_ + tokens + kTokensPerBlock - 1) / kTokensPerBlock);
  for (TokenSlot& slot : token_slots_) {
    while (slot.blocks.size() < needed) {
      auto block = TokenBlock::allocate(slot.block_bytes());
      if (!block) return std::move(block).error();
      slot.addresses.push_back((*block)->rows());
      slot.blocks.push_back({.own = *std::move(block)});
    }
  }
  return {};
}

void CpuState::commit(std::int64_t tokens) {
  tokens_ += tokens;
  give_up_old_blocks();
}

void CpuState::give_up_old_blocks() {
  for (TokenSlot& slot : token_slots_) {
    const auto first = std::min(static_cast<std::size_t>(first_needed_block(tokens_, slot.window)), slot.blocks.size());
    for (std::size_t i = first; i-- > 0 && slot.addresses[i];) {
      slot.blocks[i] = {};
      slot.addresses[i] = nullptr;
    }
  }
}

Result<void> CpuState::read(std::span<std::byte> out) const {
  std::byte* to = out.data();
  for (std::size_t i = 0; i < fixed_.size(); ++i) {
    const auto bytes = static_cast<std::size_t>(fixed_[i].size) * sizeof(float);
    if (bytes > 0) std::memcpy(to, slot(static_cast<int>(i)), bytes);
    to += bytes;
  }
  EDDY_ASSERT(to == out.data() + out.size());
  return {};
}

Result<void> CpuState::write(std::span<const std::byte> in) {
  const std::byte* from = in.data();
  for (std::size_t i = 0; i < fixed_.size(); ++i) {
    const auto bytes = static_cast<std::size_t>(fixed_[i].size) * sizeof(float);
    if (bytes > 0) std::memcpy(slot(static_cast<int>(i)), from, bytes);
    from += bytes;
  }
  EDDY_ASSERT(from == in.data() + in.size());
  return {};
}

Result<void> CpuState::clear() {
  for (std::size_t i = 0; i < fixed_.size(); ++i) {
    if (fixed_[i].size > 0) std::fill_n(slot(static_cast<int>(i)), fixed_[i].size, fixed_[i].initial);
  }
  for (TokenSlot& slot : token_slots_) {
    slot.blocks.clear();
    slot.addresses.clear();
  }
  tokens_ = 0;
  return {};
}

void CpuState::expect(std::int64_t tokens) {
  if (reach_ >= 0) *slot(reach_) = static_cast<float>(tokens_ + tokens);
}

Result<TokenRowsCopy> CpuState::read_rows() {
  TokenRowsCopy copy{.tokens = tokens_};
  for (TokenSlot& slot : token_slots_) {
    auto rows = read_slot(slot);
    if (!rows) return std::move(rows).error();
    copy.slots.push_back(*std::move(rows));
  }
  return copy;
}

Result<SlotBlocks> CpuState::read_slot(TokenSlot& slot) {
  SlotBlocks rows{.first_block = first_needed_block(tokens_, slot.window)};
  for (std::int64_t i = rows.first_block; i * kTokensPerBlock < tokens_; ++i) {
    Block& block = slot.blocks[static_cast<std::size_t>(i)];
    const std::int64_t filled = std::min(kTokensPerBlock, tokens_ - i * kTokensPerBlock);
    if (block.own && filled == kTokensPerBlock) {
      block.own->seal();
      block.shared = std::move(block.own);
    }
    if (block.shared) {
      rows.blocks.push_back(block.shared);
      continue;
    }
    auto part = TokenBlock::allocate(static_cast<std::size_t>(filled * slot.width) * sizeof(float));
    if (!part) return std::move(part).error();
    std::memcpy((*part)->rows(), block.own->rows(), (*part)->bytes().size());
    (*part)->seal();
    rows.blocks.push_back(*std::move(part));
  }
  return rows;
}

Result<void> CpuState::write_rows(const TokenRowsCopy& rows) {
  EDDY_ASSERT(rows.slots.size() == token_slots_.size());
  tokens_ = rows.tokens;
  for (std::size_t i = 0; i < token_slots_.size(); ++i) {
    if (auto written = write_slot(token_slots_[i], rows.slots[i]); !written) return written;
  }
  return {};
}

Result<void> CpuState::write_slot(TokenSlot& slot, const SlotBlocks& rows) {
  slot.blocks.assign(static_cast<std::size_t>(rows.first_block), {});
  slot.addresses.assign(static_cast<std::size_t>(rows.first_block), nullptr);
  for (const SharedBlock& block : rows.blocks) {
    const auto bytes = block->bytes();
    if (bytes.size() == slot.block_bytes()) {
      // Full blocks are never written, so sharing one that others read is safe.
      slot.addresses.push_back(const_cast<float*>(reinterpret_cast<const float*>(bytes.data())));
      slot.blocks.push_back({.shared = block});
      continue;
    }
    EDDY_ASSERT(bytes.size() < slot.block_bytes() && block == rows.blocks.back());
    auto own = TokenBlock::allocate(slot.block_bytes());
    if (!own) return std::move(own).error();
    std::memcpy((*own)->rows(), bytes.data(), bytes.size());
    slot.addresses.push_back((*own)->rows());
    slot.blocks.push_back({.own = *std::move(own)});
  }
  return {};
}

}  // namespace eddy
