// Drawing tokens on the device: what the kernels are given.
#pragma once

#include <cuda_runtime_api.h>

#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/sampling/token_draw.h"

namespace eddy {

/// Sequences whose tokens are drawn by one launch.
inline constexpr int kDrawsTogether = 16;
/// More would overflow the sums of cut_tokens().
inline constexpr std::int64_t kMostDrawnTokens = std::int64_t{1} << 21;

struct CudaDraws {
  const float* logits = nullptr;          ///< [B, V] in device memory, unchanged
  std::int64_t vocabulary = 0;            ///< V <= kMostDrawnTokens
  std::span<const TokenDraw> draws;       ///< [B], at most kDrawsTogether
  const LogitChange* changes = nullptr;   ///< in device memory, those of all draws one after the other
  void* memory = nullptr;                 ///< cuda_draw_bytes(), zeros before the first draw
  std::int32_t* chosen = nullptr;         ///< [B], written by the device: pinned memory of the host will do
  cudaStream_t stream = nullptr;
  bool overlap = false;                   ///< as CudaCall::overlap, among the kernels of the draw
};

/// Working memory for draws of `sequences` at a time.
std::size_t cuda_draw_bytes(std::int64_t vocabulary, std::int64_t sequences);

/// Queues up to four kernels; see TokenDraw for what they choose. The same logits and draws give the same tokens each time.
void cuda_draw_tokens(const CudaDraws& draws);

}  // namespace eddy
