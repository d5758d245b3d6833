// Rows of per-token slots on the device: blocks of 256 that lie apart, found through each sequence's table.
#pragma once

#include "engine/backends/cuda/launch.cuh"

namespace eddy {

constexpr int kRowsPerBlock = 256;

/// Row `token` of slot `slot`, whose rows have `width` numbers. Blocks that a window has left are null.
__device__ __forceinline__ float* token_row(const SequenceRows& sequence, int slot, int token, int width) {
  float* block = sequence.blocks[static_cast<std::int64_t>(slot) * sequence.capacity + token / kRowsPerBlock];
  return block + static_cast<std::int64_t>(token % kRowsPerBlock) * width;
}

/// Up to four numbers, zeros past `left`; `in_fours`: 16 bytes at a time may be read.
__device__ __forceinline__ float4 load_four(const float* p, int left, bool in_fours) {
  if (in_fours && left >= 4) return *reinterpret_cast<const float4*>(p);
  return {left > 0 ? p[0] : 0.0f, left > 1 ? p[1] : 0.0f, left > 2 ? p[2] : 0.0f, left > 3 ? p[3] : 0.0f};
}

}  // namespace eddy
