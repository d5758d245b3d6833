#include "engine/backends/vulkan/vulkan_state.h"

#include <algorithm>
#include <cstring>

#include "engine/core/assert.h"

namespace eddy {

Result<std::unique_ptr<VulkanState>> VulkanState::create(const VulkanModel& model) {
  std::unique_ptr<VulkanState> state(new VulkanState(model));
  std::int64_t at = 0;
  for (const StateSlot& slot : model.layout().slots) {
    if (slot.kind == SlotKind::PerToken) {
      state->slots_.push_back({.width = slot.elements(), .window = slot.window});
      continue;
    }
    if (slot.name == kReachSlot) state->reach_ = at;
    at += slot.elements();
  }
  auto memory = model.device().memory().allocate(static_cast<std::size_t>(model.layout().fixed_bytes()),
                                                 vk::MemoryKind::Device, "the state of a sequence");
  if (!memory) return std::move(memory).error();
  state->fixed_ = *std::move(memory);
  if (auto cleared = state->clear(); !cleared) return cleared.error();
  return state;
}

Result<void> VulkanState::new_block(TokenSlot& slot) {
  auto block =
      model_.device().memory().allocate(slot.block_bytes(), vk::MemoryKind::Device, "the tokens of a conversation");
  if (!block) return std::move(block).error();
  slot.blocks.push_back({.rows = *std::move(block)});
  return {};
}

/// Shaders find blocks through it; it is written whenever there are others than before.
Result<void> VulkanState::write_table() {
  std::size_t most = 1;
  for (const TokenSlot& slot : slots_) most = std::max(most, slot.blocks.size());
  if (static_cast<std::int64_t>(most) > capacity_) {
    capacity_ = static_cast<std::int64_t>(most + most / 2 + 8);
    table_ = {};
    auto table = model_.device().memory().allocate(
        slots_.size() * static_cast<std::size_t>(capacity_) * sizeof(VkDeviceAddress), vk::MemoryKind::Device,
        "the tokens of a conversation");
    if (!table) {
      capacity_ = 0;
      return std::move(table).error();
    }
    table_ = *std::move(table);
  }
  std::vector<VkDeviceAddress> addresses(slots_.size() * static_cast<std::size_t>(capacity_));
  for (std::size_t s = 0; s < slots_.size(); ++s) {
    for (std::size_t i = 0; i < slots_[s].blocks.size(); ++i) {
      addresses[s * static_cast<std::size_t>(capacity_) + i] = slots_[s].blocks[i].rows.address();
    }
  }
  return model_.upload(table_, 0, std::as_bytes(std::span(addresses)));
}

Result<void> VulkanState::reserve(std::int64_t tokens) {
  const auto needed = static_cast<std::size_t>((tokens_ + tokens + kTokensPerBlock - 1) / kTokensPerBlock);
  bool grown = false;
  for (TokenSlot& slot : slots_) {
    while (slot.blocks.size() < needed) {
      if (auto made = new_block(slot); !made) return made;
      grown = true;
    }
  }
  return grown ? write_table() : Result<void>{};
}

void VulkanState::commit(std::int64_t tokens) {
  tokens_ += tokens;
  for (TokenSlot& slot : slots_) {
    const auto first = std::min(static_cast<std::size_t>(first_needed_block(tokens_, slot.window)), slot.blocks.size());
    for (std::size_t i = first; i-- > 0 && slot.blocks[i].rows.size() > 0;) slot.blocks[i] = {};
  }
}

Result<void> VulkanState::read(std::span<std::byte> out) const {
  EDDY_ASSERT(out.size() == fixed_.size());
  return model_.download(fixed_, 0, out);
}

Result<void> VulkanState::write(std::span<const std::byte> in) {
  EDDY_ASSERT(in.size() == fixed_.size());
  return model_.upload(fixed_, 0, in);
}

Result<void> VulkanState::clear() {
  std::vector<float> values;
  for (const StateSlot& slot : model_.layout().slots) {
    if (slot.kind == SlotKind::Fixed) {
      values.insert(values.end(), static_cast<std::size_t>(slot.elements()), slot.initial);
    }
  }
  for (TokenSlot& slot : slots_) slot.blocks.clear();
  tokens_ = 0;
  return write(std::as_bytes(std::span(values)));
}

void VulkanState::expect(std::int64_t tokens) {
  if (reach_ < 0) return;
  const auto reach = static_cast<float>(tokens_ + tokens);
  // A device that is lost now says so when the tokens are read.
  (void)model_.upload(fixed_, static_cast<std::size_t>(reach_) * sizeof(float), std::as_bytes(std::span(&reach, 1)));
}

Result<TokenRowsCopy> VulkanState::read_rows() {
  TokenRowsCopy copy{.tokens = tokens_};
  for (TokenSlot& slot : slots_) {
    auto rows = read_slot(slot);
    if (!rows) return std::move(rows).error();
    copy.slots.push_back(*std::move(rows));
  }
  return copy;
}

Result<SlotBlocks> VulkanState::read_slot(TokenSlot& slot) {
  SlotBlocks rows{.first_block = first_needed_block(tokens_, slot.window)};
  for (std::int64_t i = rows.first_block; i * kTokensPerBlock < tokens_; ++i) {
    Block& block = slot.blocks[static_cast<std::size_t>(i)];
    const std::int64_t filled = std::min(kTokensPerBlock, tokens_ - i * kTokensPerBlock);
    if (!block.copy) {
      auto copy = TokenBlock::allocate(static_cast<std::size_t>(filled * slot.width) * sizeof(float));
      if (!copy) return std::move(copy).error();
      if (auto read = model_.download(block.rows, 0, (*copy)->bytes()); !read) return read.error();
      (*copy)->seal();
      rows.blocks.push_back(*copy);
      if (filled == kTokensPerBlock) block.copy = *std::move(copy);
      continue;
    }
    rows.blocks.push_back(block.copy);
  }
  return rows;
}

Result<void> VulkanState::write_rows(const TokenRowsCopy& rows) {
  EDDY_ASSERT(rows.slots.size() == slots_.size());
  tokens_ = rows.tokens;
  if (slots_.empty()) return {};
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    if (auto written = write_slot(slots_[i], rows.slots[i]); !written) return written;
  }
  return write_table();
}

Result<void> VulkanState::write_slot(TokenSlot& slot, const SlotBlocks& rows) {
  slot.blocks.clear();
  slot.blocks.resize(static_cast<std::size_t>(rows.first_block));
  for (const SharedBlock& block : rows.blocks) {
    const auto bytes = block->bytes();
    EDDY_ASSERT(bytes.size() <= slot.block_bytes());
    if (auto made = new_block(slot); !made) return made;
    if (auto written = model_.upload(slot.blocks.back().rows, 0, bytes); !written) return written;
    const bool is_final = static_cast<std::int64_t>(slot.blocks.size()) * kTokensPerBlock <= tokens_;
    if (is_final) slot.blocks.back().copy = block;
  }
  return {};
}

}  // namespace eddy
