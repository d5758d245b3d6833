// Draws of a model's tokens on its device, and the memory that they need.
#pragma once

#include <span>

#include "engine/backends/cuda/cuda_memory.h"
#include "engine/sampling/token_draw.h"

namespace eddy {

/// One at a time, as the runs of a model.
class CudaTokenDraws {
 public:
  /// Queues draws [B] from `logits` [B, V] in device memory. OutOfMemory.
  Result<void> queue(std::span<const TokenDraw> draws, const float* logits, std::int64_t vocabulary, cudaStream_t stream,
                     bool overlap);
  /// The tokens of the last queue(), once the stream is through with it.
  std::span<const TokenId> chosen() const { return {chosen_.as<TokenId>(), count_}; }

 private:
  Result<void> reserve(std::size_t draws, std::size_t changes, std::int64_t vocabulary, cudaStream_t stream);
  Result<void> send_changes(std::span<const TokenDraw> draws, cudaStream_t stream);

  CudaBuffer memory_;                   // of the draws that go together
  CudaBuffer changes_, host_changes_;
  CudaBuffer chosen_;                   // pinned: the device writes into it
  std::size_t count_ = 0;
};

}  // namespace eddy
