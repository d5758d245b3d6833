// What a launcher of the CUDA backend is given: an op's operands in device memory.
#pragma once

#include <cuda_runtime_api.h>

#include <cstdint>
#include <span>

#include "engine/backends/cuda/device_matrix.h"
#include "engine/graph/op.h"

namespace eddy {

/// One input or output. Which members are set follows from the kind of value.
struct CudaOperand {
  Shape shape;
  float* data = nullptr;                 ///< activations and small weights
  const DeviceMatrix* matrix = nullptr;  ///< matrices
  std::int64_t slot = -1;                ///< state slots: where it begins in each sequence's buffer, in floats
};

/// Memory that launchers may use between their own kernels; grown by the executable to what `CudaKernel::scratch` asks.
struct CudaScratch {
  void* bytes = nullptr;
};

struct CudaCall {
  std::int64_t sequences = 1;  ///< B
  std::int64_t tokens = 1;     ///< T
  std::span<const CudaOperand> inputs, outputs;
  OpParams params;
  float* const* states = nullptr;           ///< [B] in device memory: each sequence's buffer
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
