// What a launcher of the CUDA backend is given: an op's operands in device memory.
#pragma once

#include <cuda_runtime_api.h>

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/backends/cuda/device_matrix.h"
#include "engine/graph/op.h"

namespace eddy {

/// The rows of a sequence's per-token slots: `blocks` [slots][capacity] finds them, 256 rows each.
struct SequenceRows {
  float* const* blocks = nullptr;
  std::uint32_t before = 0;  ///< rows there before this call
  std::uint32_t capacity = 0;
};

/// One input or output. Which members are set follows from the kind of value.
struct CudaOperand {
  Shape shape;
  float* data = nullptr;                 ///< activations and small weights
  const DeviceMatrix* matrix = nullptr;  ///< matrices
  std::int64_t slot = -1;       ///< fixed state slots: where it begins in each sequence's buffer, in floats
  std::int64_t rows_slot = -1;  ///< per-token slots: its number among those of the layout
};

/// Memory that the products may use between their own kernels.
struct CudaScratch {
  void* bytes = nullptr;
  unsigned* counters = nullptr;  ///< kCudaCounters zeros, which whoever counts leaves as zeros
};
inline constexpr int kCudaCounters = 1 << 14;

struct CudaCall {
  std::string_view op;         ///< its kind's name
  std::int64_t sequences = 1;  ///< B
  std::int64_t tokens = 1;     ///< T
  std::span<const CudaOperand> inputs, outputs;
  OpParams params;
  float* const* states = nullptr;           ///< [B] in device memory: each sequence's buffer
  const SequenceRows* rows_of_states = nullptr;  ///< [B] in device memory
  const std::int32_t* token_ids = nullptr;  ///< [B * T] in device memory
  CudaScratch scratch;
  cudaStream_t stream = nullptr;
  bool exact = true;     ///< float32 weights are multiplied in float32 for many tokens too
  bool overlap = false;  ///< kernels may start while the one before still runs (they wait before they read its results)

  float* in(int i) const { return inputs[static_cast<std::size_t>(i)].data; }
  float* out(int i) const { return outputs[static_cast<std::size_t>(i)].data; }
  const Shape& in_shape(int i) const { return inputs[static_cast<std::size_t>(i)].shape; }
  std::int64_t slot(int i) const { return inputs[static_cast<std::size_t>(i)].slot; }
  std::int64_t rows() const { return sequences * tokens; }
};

}  // namespace eddy
