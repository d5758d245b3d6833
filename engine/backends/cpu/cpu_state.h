// The state of a sequence in host memory.
#pragma once

#include <memory>
#include <vector>

#include "engine/core/aligned_buffer.h"
#include "engine/graph/op.h"
#include "engine/state/recurrent_state.h"
#include "engine/state/state_layout.h"

namespace eddy {

/// Fixed slots one after the other, each on a cache line, in the canonical arrangement. Per-token slots as blocks: full
/// ones are shared with snapshots and never written again, the last one belongs to this state alone.
class CpuState final : public RecurrentState {
 public:
  static Result<std::unique_ptr<CpuState>> create(const StateLayout& layout);

  /// Of a fixed slot, by its index in the layout.
  float* slot(int index) const { return memory_.as<float>() + fixed_[static_cast<std::size_t>(index)].offset; }
  /// Of a per-token slot; valid until the next call of any of the functions below.
  TokenRows rows(int index) const;
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
  struct FixedSlot {
    std::int64_t offset = 0, size = 0;  // in floats; a per-token slot has none
    float initial = 0;
  };
  struct Block {
    std::shared_ptr<TokenBlock> own;  // while it is filled
    SharedBlock shared;               // once it is full
  };
  struct TokenSlot {
    int index = 0;  // in the layout
    std::int64_t width = 0, window = 0;
    std::vector<Block> blocks;      // by number; empty ones were left behind
    std::vector<float*> addresses;  // of the same blocks

    std::size_t block_bytes() const { return static_cast<std::size_t>(kTokensPerBlock * width) * sizeof(float); }
  };

  void give_up_old_blocks();
  Result<SlotBlocks> read_slot(TokenSlot& slot);
  Result<void> write_slot(TokenSlot& slot, const SlotBlocks& rows);

  AlignedBuffer memory_;
  std::vector<FixedSlot> fixed_;
  std::vector<TokenSlot> token_slots_;
  int reach_ = -1;           // kReachSlot's index in the layout
  std::int64_t tokens_ = 0;  // that were read
};

}  // namespace eddy
