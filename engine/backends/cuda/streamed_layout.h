// How products whose weights are streamed (linear_streamed.cuh) share blocks and shared memory.
#pragma once

#include <cuda_runtime_api.h>

#include <cstdint>
#include <span>

#include "engine/backends/cuda/linear_jobs.h"

namespace eddy {

constexpr int kStreamedWarps = 8;  // of a block that multiply; one more asks for weights
constexpr int kStreamedBlocks = 3;  // a multiprocessor has registers for, of several kernels
constexpr int kMostStages = 16;

/// Bytes of a stage of so many rows that plane p takes: its rows may begin within 16 bytes.
__host__ __device__ constexpr int stage_plane_bytes(const DeviceMatrix& w, int p, int rows) {
  return w.planes[p] ? (rows * static_cast<int>(w.pitch[p]) + 15) / 16 * 16 + 16 : 0;
}
__host__ __device__ constexpr int stage_bytes(const DeviceMatrix& w, int rows) {
  int bytes = 0;
  for (int p = 0; p < DeviceMatrix::kMostPlanes; ++p) bytes += stage_plane_bytes(w, p, rows);
  return bytes;
}

/// Bytes of the sums of a block's rows, `along` of each, and the place that the stages behind them need to begin at a
/// multiple of 128.
__host__ __device__ constexpr int streamed_sums_bytes(int rows, int along) {
  return (rows * along * 4 + 127) / 128 * 128 + 128;
}

struct StreamedShape {
  int blocks = 0;  ///< of all jobs; 0: a job does not fit
  int shared_bytes = 0;
};

/// Gives each job its blocks, its parts of a row and its stages: `most` blocks in all, by how much they read, with at most
/// `shared_bytes` each.
StreamedShape share_streamed(std::span<LinearJob> jobs, int most, int shared_bytes);

}  // namespace eddy
