// What the linear kernels are told: several independent products in one launch.
#pragma once

#include <cuda_fp16.h>

#include <cstdint>

#include "engine/backends/cuda/device_matrix.h"
#include "engine/ops/activation.h"

namespace eddy {

/// y = activation(W x + bias) + residual. Rows of y follow each other without gaps.
struct LinearJob {
  DeviceMatrix w;
  const float* x = nullptr;
  float* y = nullptr;
  const float* bias = nullptr;         ///< null: none
  const float* residual = nullptr;     ///< null: none
  const float* norm_weight = nullptr;  ///< gemv: x goes through rms_norm first; null: as it is
  float norm_epsilon = 0;
  int norm_groups = 1;
  Activation activation = Activation::None;
  int x_pitch = 0;        ///< numbers from row to row of x
  int first_block = 0;    ///< of this job in its launch
  int blocks = 0;         ///< gemv: that share its rows
  int along = 1;          ///< gemv: warps that share a row
  bool shares_x = false;  ///< plain gemv: a block rounds x once for all its warps
  int prefetched = 0;     ///< gemv: turns of a block whose weights are asked for while the kernel before still runs
};

/// causal_conv of outputs `first` ... `first` + `channels` - 1 of a product, one token a sequence (engine/ops/causal_conv.h).
struct ConvEnd {
  const float *weight = nullptr, *bias = nullptr;
  float* y = nullptr;  ///< [B, channels]
  float* const* states = nullptr;
  std::int64_t slot = 0;
  int first = 0, channels = 0, kernel = 0;  ///< no channels: nothing is convolved
  Activation activation = Activation::None;
};

/// linear_scan (gpu/fused_ops.h).
struct ScanJob {
  DeviceMatrix w;
  const float *inputs = nullptr, *bias = nullptr, *u = nullptr, *a = nullptr, *d = nullptr, *z = nullptr;
  const float *dt_norm = nullptr, *b_norm = nullptr, *c_norm = nullptr;  ///< null: as they are
  float* y = nullptr;
  float* const* states = nullptr;
  std::int64_t slot = 0;
  int inputs_width = 0, dt_first = 0, b_first = 0, c_first = 0, z_width = 0, z_first = 0, count = 0;
  float epsilon = 0;
};

/// How many groups of rows a block of gemv takes at most, one after the other.
inline constexpr int kMostGemvTurns = 64;

/// Room for x that the warps of a block share, in 16 bytes.
inline constexpr int kMostSharedXFours = 768;

/// Parts of x that a norm may have.
inline constexpr int kMostNormGroups = 32;
/// Longest row of the matrix of a ScanJob.
inline constexpr int kMostScanRank = 512;

struct LinearJobs {
  static constexpr int kMost = 8;
  LinearJob jobs[kMost];
  int count = 0;
  ConvEnd conv;  ///< of the outputs of the only job
};

/// The same for rows that each have an expert: `job.w` is the matrix of the first, those of the others follow.
struct ExpertJob {
  LinearJob job;
  const float* begins = nullptr;  ///< [experts + 1]: where each expert's rows begin
  int experts = 0;
};

}  // namespace eddy
