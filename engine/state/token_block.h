// Rows of a per-token slot in memory: blocks of 256 tokens that states and snapshots of one branch share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/core/aligned_buffer.h"
#include "engine/core/hash.h"
#include "engine/state/state_layout.h"

namespace eddy {

inline constexpr std::int64_t kTokensPerBlock = 256;

/// Rows of one per-token slot, one after the other, float32. Filled by one owner; once a `shared_ptr<const TokenBlock>`
/// of it is given away it never changes again.
class TokenBlock {
 public:
  /// Zeroed. OutOfMemory.
  static Result<std::shared_ptr<TokenBlock>> allocate(std::size_t bytes) {
    auto memory = AlignedBuffer::allocate(bytes, "the tokens of a conversation");
    if (!memory) return std::move(memory).error();
    auto block = std::make_shared<TokenBlock>();
    block->memory_ = *std::move(memory);
    return block;
  }

  float* rows() { return memory_.as<float>(); }
  std::span<std::byte> bytes() { return memory_.bytes(); }
  std::span<const std::byte> bytes() const { return memory_.bytes(); }

  /// Hashes the content: done by the owner, once, before the block is shared.
  void seal() {
    if (!hash_) hash_ = hash128(bytes());
  }
  /// Of a sealed block.
  const ContentHash& hash() const { return hash_.value(); }

 private:
  AlignedBuffer memory_;
  std::optional<ContentHash> hash_;
};

using SharedBlock = std::shared_ptr<const TokenBlock>;

/// The rows of one slot: block i holds tokens (first_block + i) * 256 and on; all are full but perhaps the last.
struct SlotBlocks {
  std::int64_t first_block = 0;  ///< greater than zero where a window has left blocks behind
  std::vector<SharedBlock> blocks;
};

/// The rows of all per-token slots of a state, in layout order. Every block is sealed.
struct TokenRowsCopy {
  std::int64_t tokens = 0;  ///< that the state has read
  std::vector<SlotBlocks> slots;
};

/// What a short conversation keeps: the fixed slots and one block of every per-token slot.
inline std::int64_t state_bytes_of(const StateLayout& layout) {
  return layout.fixed_bytes() + kTokensPerBlock * layout.bytes_per_token();
}

/// The first block that a slot still needs once `tokens` were read.
inline std::int64_t first_needed_block(std::int64_t tokens, std::int64_t window) {
  return window > 0 && tokens >= window ? (tokens - window + 1) / kTokensPerBlock : 0;
}

}  // namespace eddy
