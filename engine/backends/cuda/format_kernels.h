// The kernels that read packed weights, by format.
#pragma once

#include <cuda_fp16.h>

#include "engine/backends/cuda/cuda_call.h"
#include "engine/backends/cuda/linear_gemm_jobs.h"
#include "engine/backends/cuda/linear_jobs.h"

namespace eddy {

struct FormatKernels {
  int rows_per_warp = 0;        ///< of gemv
  int other_rows_per_warp = 0;  ///< of its other shape: for long rows of numbers, for few packed rows
  int most_warps = 0;           ///< of a block of gemv
  int other_most_warps = 0;
  int unit = 0;                 ///< weights a lane turns at once
  int units = 1;                ///< units a lane reads at once
  int other_units = 1;          ///< the same of the other shape
  void (*gemv)(const CudaCall& call, const LinearJobs& jobs, dim3 grid, int warps, bool other) = nullptr;
  int plain_rows_per_warp = 0;  ///< of plain_gemv
  int other_plain_rows_per_warp = 0;
  int most_plain_warps = 0;
  int shared_fours = 0;  ///< of a unit of x that warps share, 16 bytes each; 0: they cannot
  /// Products with nothing done on the way (linear_gemv_plain.cuh).
  void (*plain_gemv)(const CudaCall& call, const LinearJobs& jobs, dim3 grid, int warps, bool other) = nullptr;
  void (*expert_gemv)(const CudaCall& call, const ExpertJob& job, dim3 grid, int warps) = nullptr;
  void (*scan)(const CudaCall& call, const ScanJob& job) = nullptr;
  /// Null where weights are numbers. For up to `rows` rows a matrix.
  void (*few_rows)(const CudaCall& call, const PackedGemmJobs& jobs, int blocks, int rows) = nullptr;
  /// Rows first .. first + rows as fp16 [rows][columns], columns past the matrix's are 0.
  void (*to_half)(const CudaCall& call, const DeviceMatrix& w, int first, int rows, int columns, __half* out) = nullptr;
  /// Rows by the call's tokens, as float32.
  void (*embed)(const CudaCall& call, const DeviceMatrix& w, float* out) = nullptr;
};

const FormatKernels& format_kernels(WeightFormat format);

}  // namespace eddy
