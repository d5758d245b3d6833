// The state of a sequence in device memory.
#pragma once

#include <memory>
#include <vector>

#include "engine/backends/cuda/cuda_call.h"
#include "engine/backends/cuda/cuda_memory.h"
#include "engine/state/recurrent_state.h"

namespace eddy {

class CudaModel;

/// Fixed slots one after the other, as the canonical form has them: reading and writing are one copy each. Per-token
/// slots as blocks of 256 rows, found through a table of their addresses.
class CudaState final : public RecurrentState {
 public:
  static Result<std::unique_ptr<CudaState>> create(const CudaModel& model);

  float* data() const { return fixed_.as<float>(); }
  SequenceRows rows() const;
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
    std::shared_ptr<CudaBuffer> memory;  // which blocks of the same tokens share; null: left by a window
    float* rows = nullptr;
    SharedBlock copy;  // of a full block, once somebody has asked for it
  };
  struct TokenSlot {
    std::int64_t width = 0, window = 0;
    std::vector<Block> blocks;  // by number
    std::size_t block_bytes() const { return static_cast<std::size_t>(kTokensPerBlock * width) * sizeof(float); }
    std::size_t place_bytes() const { return (block_bytes() + 255) / 256 * 256; }
  };

  explicit CudaState(const CudaModel& model) : model_(model) {}
  Result<void> add_blocks(std::span<TokenSlot* const> slots);
  Result<void> write_table();
  Result<SlotBlocks> read_slot(TokenSlot& slot);
  Result<void> write_slot(TokenSlot& slot, const SlotBlocks& rows);
  Result<void> copy(void* to, const void* from, std::size_t bytes, cudaMemcpyKind kind, const char* what) const;

  const CudaModel& model_;
  CudaBuffer fixed_, table_;
  std::vector<TokenSlot> slots_;
  std::int64_t capacity_ = 0, tokens_ = 0;
  std::int64_t reach_ = -1;  // kReachSlot's place among the fixed slots, in floats
};

}  // namespace eddy
