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
  int x_pitch = 0;      ///< numbers from row to row of x
  int first_block = 0;  ///< of this job in its launch
  int blocks = 0;       ///< gemv: that share its rows
  int along = 1;        ///< gemv: warps that share a row
  int prefetched = 0;   ///< gemv: turns of a block whose weights are asked for while the kernel before still runs
};

/// causal_conv of outputs `first` ... `first` + `channels` - 1 of a product, one token a sequence (engine/ops/causal_conv.h).
struct ConvEnd {
  const float *weight = nullptr, *bias = nullptr;
  float* y = nullptr;  ///< [B, channels]
  float* const* states = nullptr;
  std::int64_t slot = 0;
  int first = 0, channels = 0, kernel = 0;
  Activation activation = Activation::None;
};

/// selective_scan whose step sizes are the outputs of a product, one token a sequence (engine/ops/selective_scan.h).
struct ScanEnd {
  const float *u = nullptr, *inputs = nullptr, *a = nullptr, *d = nullptr, *z = nullptr;
  const float *b_norm = nullptr, *c_norm = nullptr;  ///< [states], or null: b and c as they are
  float* y = nullptr;                                ///< [B, channels]
  float* const* states = nullptr;
  std::int64_t slot = 0;
  int inputs_width = 0, b_first = 0, c_first = 0, z_width = 0, z_first = 0, count = 0;
  float epsilon = 0;
};

/// What happens to the outputs of a product before the next op reads them; then it has a launch of its own.
struct GemvEnd {
  enum class Kind : int { None, Conv, Scan };
  Kind kind = Kind::None;
  ConvEnd conv;
  ScanEnd scan;
};

/// How many groups of rows a block of gemv takes at most, one after the other.
inline constexpr int kMostGemvTurns = 32;

/// Parts of x that a norm may have.
inline constexpr int kMostNormGroups = 32;
/// Longest row of a product with a scan: so short that a block's rows are whole runs of eight.
inline constexpr int kMostScanRank = 512;

struct LinearJobs {
  static constexpr int kMost = 8;
  LinearJob jobs[kMost];
  int count = 0;
  GemvEnd end;
};

/// The same for rows that each have an expert: `job.w` is the matrix of the first, those of the others follow.
struct ExpertJob {
  LinearJob job;
  const float* begins = nullptr;  ///< [experts + 1]: where each expert's rows begin
  int experts = 0;
};

}  // namespace eddy
