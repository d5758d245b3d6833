// W x for few x: every weight is read once and turned into floats in registers.
//
// A warp takes kRows rows at once. Its lanes lie along k, and so do `along` warps of the block: each lane keeps its
// part of x in registers and reads kRows * kUnits units of 16 bytes before it uses the first.
#pragma once

#include "engine/backends/cuda/activation.cuh"
#include "engine/backends/cuda/formats.cuh"
#include "engine/backends/cuda/linear_jobs.h"
#include "engine/backends/cuda/packed_dot.cuh"

namespace eddy {

constexpr int kMostGemvWarps = 10;
constexpr int kMostGemvRows = 8;  // per warp

/// How a format is best read: rows a lane reads at once. Units of 8 F16 or 32 4-bit weights are 16 bytes.
template <WeightFormat F>
struct GemvTile {
  static constexpr int kRows = F == WeightFormat::F32 ? 4 : 8;
  static constexpr int kWarps = PackedDot<F>::kExists ? 8 : 10;  // at most; unpacking takes registers
};

template <class Format, int kUnits>
__device__ __forceinline__ void read_x(const float* x, int columns, int units, const int (&unit)[kUnits],
                                       float (&out)[kUnits][Format::kUnit]) {
  const bool in_fours = columns % 4 == 0;
#pragma unroll
  for (int u = 0; u < kUnits; ++u) {
#pragma unroll
    for (int i = 0; i < Format::kUnit; i += 4) {
      const int column = Format::column(unit[u], i);
      float4 four = {0, 0, 0, 0};
      if (unit[u] < units && column < columns) {
        if (in_fours) {
          four = *reinterpret_cast<const float4*>(x + column);
        } else {
          four.x = x[column];
          four.y = column + 1 < columns ? x[column + 1] : 0.0f;
          four.z = column + 2 < columns ? x[column + 2] : 0.0f;
          four.w = column + 3 < columns ? x[column + 3] : 0.0f;
        }
      }
      out[u][i] = four.x;
      out[u][i + 1] = four.y;
      out[u][i + 2] = four.z;
      out[u][i + 3] = four.w;
    }
  }
}

/// The sums over lanes of kRows values per lane: lane l gets that of row l / (32 / kRows). Each step halves the rows of
/// a lane and doubles the lanes in them.
template <int kRows, int kOffset = 16, int kAll>
__device__ __forceinline__ float sum_rows(float (&sums)[kAll]) {
  if constexpr (kRows > 1) {
    const bool upper = threadIdx.x & kOffset;
#pragma unroll
    for (int i = 0; i < kRows / 2; ++i) {
      const float send = upper ? sums[i] : sums[i + kRows / 2];
      const float keep = upper ? sums[i + kRows / 2] : sums[i];
      sums[i] = keep + __shfl_xor_sync(0xffffffffu, send, kOffset);
    }
    return sum_rows<kRows / 2, kOffset / 2>(sums);
  } else {
#pragma unroll
    for (int offset = kOffset; offset > 0; offset /= 2) sums[0] += __shfl_xor_sync(0xffffffffu, sums[0], offset);
    return sums[0];
  }
}

/// sums[r] += raw[r] * x
template <WeightFormat F, class Raw, int kRows, int kUnits, int kUnit>
__device__ __forceinline__ void add_products(const Raw (&raw)[kRows][kUnits], const int (&unit)[kUnits],
                                             const float (&x)[kUnits][kUnit], float (&sums)[kRows]) {
#pragma unroll
  for (int u = 0; u < kUnits; ++u) {
    if constexpr (PackedDot<F>::kExists) {
      constexpr int kRuns = PackedDot<F>::kRuns;
      IntegerX<kUnit, kRuns> rounded;
      rounded.round(x[u]);
#pragma unroll
      for (int r = 0; r < kRows; ++r) {
        PackedUnit<kUnit, kRuns> w;
        PackedDot<F>::unpack(raw[r][u], unit[u], w);
        sums[r] += rounded.dot(w);
      }
    } else {
#pragma unroll
      for (int r = 0; r < kRows; ++r) {
        float w[kUnit];
        DeviceFormat<F>::decode(raw[r][u], unit[u], w);
#pragma unroll
        for (int i = 0; i < kUnit; ++i) sums[r] = fmaf(w[i], x[u][i], sums[r]);
      }
    }
  }
}

template <WeightFormat F, int kRows, int kUnits>
__device__ __forceinline__ void gemv(const LinearJob& job, int block, int row_of_x,
                                     float (&shared)[kMostGemvWarps][kMostGemvRows]) {
  using Format = DeviceFormat<F>;
  const int warp = threadIdx.x / 32, lane = threadIdx.x % 32;
  const int groups = blockDim.x / 32 / job.along;
  const int group = warp / job.along, part = warp % job.along;
  const bool idle = group >= groups;
  const int columns = job.w.columns, units = divide_up(columns, Format::kUnit);
  const int first_row = (block * groups + group) * kRows;
  const float* x = job.x + static_cast<std::int64_t>(row_of_x) * columns;
  float sums[kRows] = {};
  bool waiting = true;
  if (!idle) {
    for (int first = part * 32 * kUnits; first < units; first += job.along * 32 * kUnits) {
      int unit[kUnits];
      typename Format::Raw raw[kRows][kUnits];
#pragma unroll
      for (int u = 0; u < kUnits; ++u) unit[u] = first + u * 32 + lane;
#pragma unroll
      for (int r = 0; r < kRows; ++r) {
#pragma unroll
        for (int u = 0; u < kUnits; ++u) {  // past the end: the last unit again, times 0
          raw[r][u] = Format::read(job.w, min(first_row + r, job.w.rows - 1), min(unit[u], units - 1));
        }
      }
      if (waiting) wait_for_earlier_kernels();
      waiting = false;
      float at[kUnits][Format::kUnit];
      read_x<Format, kUnits>(x, columns, units, unit, at);
      add_products<F>(raw, unit, at, sums);
    }
  }
  if (waiting) wait_for_earlier_kernels();
  const float sum = sum_rows<kRows>(sums);
  constexpr int kLanes = 32 / kRows;
  if (lane % kLanes == 0) shared[warp][lane / kLanes] = sum;
  __syncthreads();
  for (int i = threadIdx.x; i < groups * kRows; i += blockDim.x) {
    const int row = block * groups * kRows + i;
    if (row >= job.w.rows) continue;
    float y = 0;
    for (int p = 0; p < job.along; ++p) y += shared[i / kRows * job.along + p][i % kRows];
    const std::int64_t to = static_cast<std::int64_t>(row_of_x) * job.w.rows + row;
    y = device_activate(job.activation, job.bias ? y + job.bias[row] : y);
    job.y[to] = job.residual ? y + job.residual[to] : y;
  }
}

/// blockIdx.y is the row of x.
template <WeightFormat F, int kRows, int kUnits>
__global__ void __launch_bounds__(32 * GemvTile<F>::kWarps, 2) gemv_kernel(const __grid_constant__ LinearJobs jobs) {
  __shared__ float shared[kMostGemvWarps][kMostGemvRows];
  let_next_kernel_start();
  int j = jobs.count - 1;
  while (j > 0 && static_cast<int>(blockIdx.x) < jobs.jobs[j].first_block) --j;
  const LinearJob& job = jobs.jobs[j];
  const int block = static_cast<int>(blockIdx.x) - job.first_block;
  if (F != WeightFormat::F16 && job.w.format == WeightFormat::F16) {
    gemv<WeightFormat::F16, GemvTile<WeightFormat::F16>::kRows, 1>(job, block, blockIdx.y, shared);
  } else if (F != WeightFormat::F32 && job.w.format == WeightFormat::F32) {
    gemv<WeightFormat::F32, GemvTile<WeightFormat::F32>::kRows, 1>(job, block, blockIdx.y, shared);
  } else {
    gemv<F, kRows, kUnits>(job, block, blockIdx.y, shared);
  }
}

/// Which expert a row belongs to, asked by whole warps.
__device__ __forceinline__ int expert_of(const float* begins, int experts, int row) {
  int expert = 0;
  for (int first = 0; first < experts; first += 32) {
    const int e = first + threadIdx.x % 32;
    const unsigned ended = __ballot_sync(0xffffffffu, e < experts && begins[e + 1] <= static_cast<float>(row));
    expert += __popc(ended);
    if (ended != 0xffffffffu) break;
  }
  return expert < experts ? expert : experts - 1;
}

/// blockIdx.y is the row of x.
template <WeightFormat F, int kRows>
__global__ void __launch_bounds__(32 * GemvTile<F>::kWarps, 2)
    expert_gemv_kernel(const __grid_constant__ ExpertJob expert) {
  __shared__ float shared[kMostGemvWarps][kMostGemvRows];
  begin_kernel();
  LinearJob job = expert.job;
  const std::int64_t e = expert_of(expert.begins, expert.experts, static_cast<int>(blockIdx.y));
#pragma unroll
  for (int p = 0; p < DeviceMatrix::kMostPlanes; ++p) {
    if (job.w.planes[p]) job.w.planes[p] += e * job.w.rows * job.w.pitch[p];
  }
  gemv<F, kRows, 1>(job, static_cast<int>(blockIdx.x), static_cast<int>(blockIdx.y), shared);
}

}  // namespace eddy
