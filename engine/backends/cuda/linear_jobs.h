// What the linear kernels are told: several independent products in one launch.
#pragma once

#include <cuda_fp16.h>

#include <cstdint>

#include "engine/backends/cuda/device_matrix.h"
#include "engine/ops/activation.h"

namespace eddy {

/// y = activation(W x + bias) + residual. Rows of x and y follow each other without gaps.
struct LinearJob {
  DeviceMatrix w;
  const float* x = nullptr;
  float* y = nullptr;
  const float* bias = nullptr;      ///< null: none
  const float* residual = nullptr;  ///< null: none
  Activation activation = Activation::None;
  int first_block = 0;  ///< of this job in its launch
  int along = 1;        ///< gemv: warps that share a row
};

struct LinearJobs {
  static constexpr int kMost = 8;
  LinearJob jobs[kMost];
  int count = 0;
};

/// The same for rows that each have an expert: `job.w` is the matrix of the first, those of the others follow.
struct ExpertJob {
  LinearJob job;
  const float* begins = nullptr;  ///< [experts + 1]: where each expert's rows begin
  int experts = 0;
};

}  // namespace eddy
