// The state of a sequence in device memory.
#pragma once

#include <memory>
#include <vector>

#include "engine/backends/vulkan/vulkan_model.h"
#include "engine/state/recurrent_state.h"

namespace eddy {

/// Fixed slots one after the other, as the canonical form has them: reading and writing are one copy each. Per-token
/// slots as blocks of 256 rows, found through a table of their addresses.
class VulkanState final : public RecurrentState {
 public:
  static Result<std::unique_ptr<VulkanState>> create(const VulkanModel& model);

  VkDeviceAddress fixed() const { return fixed_.address(); }
  /// [slots][capacity] addresses of blocks; 0 where a window has left one behind.
  VkDeviceAddress table() const { return table_.address(); }
  std::int64_t capacity() const { return capacity_; }
  std::int64_t tokens() const { return tokens_; }  ///< that were read
  /// Makes room for the rows of `tokens` further tokens. OutOfMemory: the rows that are there stay.
  Result<void> reserve(std::int64_t tokens);
  /// The rows of `tokens` further tokens are written; blocks that a window has left are given up.
  void commit(std::int64_t tokens);

  Result<void> read(std::span<std::byte> out) const override;
  Result<void> write(std::span<const std::byte> in) override;
  Result<void> clear() override;
  void expect(std::int64_t tokens) override;
  Result<TokenRowsCopy> read_rows() override;
  Result<void> write_rows(const TokenRowsCopy& rows) override;

 private:
  struct Block {
    vk::Buffer rows;
    SharedBlock copy;  // of a full block, once somebody has asked for it
  };
  struct TokenSlot {
    std::int64_t width = 0, window = 0;
    std::vector<Block> blocks;  // by number; those that a window has left are empty
    std::size_t block_bytes() const { return static_cast<std::size_t>(kTokensPerBlock * width) * sizeof(float); }
  };

  explicit VulkanState(const VulkanModel& model) : model_(model) {}
  Result<void> new_block(TokenSlot& slot);
  Result<void> write_table();
  Result<SlotBlocks> read_slot(TokenSlot& slot);
  Result<void> write_slot(TokenSlot& slot, const SlotBlocks& rows);

  const VulkanModel& model_;
  vk::Buffer fixed_, table_;
  std::vector<TokenSlot> slots_;
  std::int64_t capacity_ = 0, tokens_ = 0;
  std::int64_t reach_ = -1;  // kReachSlot's place among the fixed slots, in floats
};

}  // namespace eddy
