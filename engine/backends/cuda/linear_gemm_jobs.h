// What the kernels for many rows of x are told.
#pragma once

#include <cuda_fp16.h>

#include <cstdint>

#include "engine/backends/cuda/device_matrix.h"
#include "engine/ops/activation.h"

namespace eddy {

/// y = activation(scale[m] * (x W^T) + bias) + residual. With `begins`, W is one matrix for each of several experts,
/// and rows begins[e] .. begins[e + 1] of x belong to expert e.
struct GemmJob {
  const __half* x = nullptr;      ///< [rows][depth]
  const float* scales = nullptr;  ///< [rows]: what the rows of x were divided by
  const __half* w = nullptr;      ///< [outputs], `pitch` apart
  float* y = nullptr;             ///< [rows], `stride` apart
  const float* bias = nullptr;
  const float* residual = nullptr;  ///< as y
  const float* begins = nullptr;    ///< null: one matrix for all rows
  std::int64_t pitch = 0, stride = 0, expert_pitch = 0;
  int first_expert = 0, experts = 0;     ///< those whose matrices are at w, one after the other, `expert_pitch` apart
  int rows = 0, outputs = 0, depth = 0;  ///< depth is a multiple of gemm::kDepth
  Activation activation = Activation::None;
  int first_block = 0;
  int row_tiles = 0;  ///< of experts: as many as there can be
  // The depth in several parts, each summed by its own block; the last one to be done adds them up.
  int splits = 1;
  float* partials = nullptr;    ///< [tile][split], a block's numbers each
  unsigned* counters = nullptr;  ///< [tile], zeros before and after
};

struct GemmJobs {
  static constexpr int kMost = 8;
  GemmJob jobs[kMost];
  int count = 0;
};

/// The same with the matrix as it is packed (`job.w` and `job.pitch` mean nothing).
struct PackedGemmJob {
  GemmJob job;
  DeviceMatrix w;
};

struct PackedGemmJobs {
  static constexpr int kMost = GemmJobs::kMost;
  PackedGemmJob jobs[kMost];
  int count = 0;
};

}  // namespace eddy
