// Weights on their way to the device: taken apart into planes in pinned memory, copied while the next ones are read.
#pragma once

#include <cstdint>

#include "engine/backends/cuda/cuda_memory.h"
#include "engine/backends/cuda/device_matrix.h"
#include "engine/core/thread_pool.h"
#include "engine/graph/weight_source.h"

namespace eddy {

/// Bytes that a weight occupies on the device.
std::int64_t cuda_weight_bytes(const WeightSource& weight);

/// Where the planes of a matrix lie behind `base`.
DeviceMatrix matrix_layout(const WeightSource& weight, std::uint8_t* base);

class WeightUpload {
 public:
  explicit WeightUpload(ThreadPool& pool) : pool_(pool) {}
  ~WeightUpload();

  /// Pinned memory for weights of `total` bytes: as much as is of use.
  Result<void> start(std::int64_t total);
  Result<void> matrix(const WeightSource& weight, const DeviceMatrix& to);
  /// As float32, rewritten where the source says so.
  Result<void> numbers(const WeightSource& weight, float* to);
  /// Waits until all is there.
  Result<void> finish();

 private:
  struct Half {
    CudaBuffer memory;
    cudaEvent_t copied = nullptr;
    bool busy = false;
  };

  /// The half that is not being copied, once it is free.
  Result<std::byte*> next_half();
  Result<void> send(std::uint8_t* to, const std::byte* from, std::size_t bytes);
  Result<void> rows(const WeightSource& weight, const DeviceMatrix& to, std::int64_t first, std::int64_t count);

  ThreadPool& pool_;
  CudaStream stream_;
  std::size_t half_bytes_ = 0;
  Half halves_[2];
  int current_ = 0;
};

}  // namespace eddy
