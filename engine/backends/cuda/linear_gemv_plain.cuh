// W x for few x where nothing else is done on the way: a warp takes kRows rows once, a block one group of rows, and
// there are as many blocks as that makes. Short code counts here: almost every instruction of a token is executed once
// or twice.
#pragma once

#include "engine/backends/cuda/linear_gemv.cuh"

namespace eddy {

constexpr int kMostPlainRows = 8;  // per warp

/// Rows of a warp; the other number where that makes too few blocks.
template <WeightFormat F>
struct PlainTile {
  static constexpr int kRows = F == WeightFormat::F32 ? 4 : 8, kOtherRows = kRows / 2;
  static constexpr int kWarps = GemvTile<F>::kWarps;
};

/// x as integers (IntegerX) in shared memory: word i of a unit stands in the (i / 4)th row of fours.
template <WeightFormat F>
struct SharedX {
  using Format = DeviceFormat<F>;
  static constexpr int kUnit = Format::kUnit, kRuns = PackedDot<F>::kRuns;
  static constexpr int kFours = divide_up(kUnit / 2 + 2 * kRuns, 4);  // of a unit
  static constexpr int kLanes = kUnit / kRuns / 4;                    // that have a run together

  /// By all threads of the block.
  static __device__ __forceinline__ void place(const float* x, int columns, uint4* to) {
    constexpr int kParts = kUnit / 4;
    const int units = divide_up(columns, kUnit), all = units * kParts;
    auto* words = reinterpret_cast<std::uint32_t*>(to);
#pragma unroll 1
    for (int i = threadIdx.x; i - static_cast<int>(threadIdx.x % 32) < all; i += blockDim.x) {
      const int unit = i / kParts, part = i % kParts, column = Format::column(unit, part * 4);
      const bool inside = i < all && column < columns;
      const RoundedFour four =
          round_four<kLanes>(inside ? *reinterpret_cast<const float4*>(x + column) : float4{0, 0, 0, 0});
      const auto put = [&](int word, std::uint32_t value) { words[(word / 4 * units + unit) * 4 + word % 4] = value; };
      if (i >= all) continue;
      put(part, four.high);
      put(kUnit / 4 + part, four.low);
      if (part % kLanes != 0) continue;
      put(kUnit / 2 + part / kLanes, __float_as_uint(four.step));
      put(kUnit / 2 + kRuns + part / kLanes, __float_as_uint(four.sum));
    }
  }
  static __device__ __forceinline__ void take(const uint4* from, int units, int unit, IntegerX<kUnit, kRuns>& x) {
    uint4 fours[kFours];
#pragma unroll
    for (int i = 0; i < kFours; ++i) fours[i] = from[i * units + unit];
    const auto at = [&fours](int i) { return device_format::word(fours[i / 4], i % 4); };
#pragma unroll
    for (int i = 0; i < kUnit / 4; ++i) {
      x.high[i] = at(i);
      x.low[i] = at(kUnit / 4 + i);
    }
#pragma unroll
    for (int r = 0; r < kRuns; ++r) {
      x.step[r] = __uint_as_float(at(kUnit / 2 + r));
      x.sum[r] = __uint_as_float(at(kUnit / 2 + kRuns + r));
    }
  }
};

/// Where a block's rows are, and the one that this thread finishes.
struct PlainShare {
  int groups, rows_per_warp, first_row, own;
  std::int64_t to;
  bool finishes;

  __device__ __forceinline__ PlainShare(const LinearJob& job, int block, int row_of_x, int rows_per_warp_)
      : groups(blockDim.x / 32 / job.along), rows_per_warp(rows_per_warp_) {
    const int rows = groups * rows_per_warp, thread = static_cast<int>(threadIdx.x);
    first_row = block * rows;
    own = first_row + thread;
    to = static_cast<std::int64_t>(row_of_x) * job.w.rows + own;
    finishes = thread < rows && own < job.w.rows;
  }
};

/// Each warp's sums of its rows.
template <WeightFormat F, int kRows>
__device__ __forceinline__ void plain_sums(const LinearJob& job, const PlainShare& share, int row_of_x,
                                           GemvEnding& ending, float (&shared)[kMostGemvWarps][kMostPlainRows],
                                           uint4* shared_x) {
  using Format = DeviceFormat<F>;
  constexpr int kLanes = 32 / kRows;
  const int warp = threadIdx.x / 32, lane = threadIdx.x % 32, group = warp / job.along, part = warp % job.along;
  const int columns = job.w.columns, units = divide_up(columns, Format::kUnit);
  const int end = group < share.groups ? units : 0;  // spare warps have nothing
  const float* x = job.x + static_cast<std::int64_t>(row_of_x) * job.x_pitch;
  float sums[kRows] = {};
  bool waiting = true;
  const auto wait = [&] {
    wait_for_earlier_kernels();
    if (share.finishes) ending.read(job, share.own, row_of_x);
    waiting = false;
    if constexpr (PackedDot<F>::kExists) {
      if (!job.shares_x) return;
      SharedX<F>::place(x, columns, shared_x);
      __syncthreads();
    }
  };
#pragma unroll 1
  for (int first = part * 32; first < end; first += job.along * 32) {
    const int unit[1] = {first + lane};
    GemvRows<F, kRows, 1> weights;
    weights.read(job, share.first_row + group * kRows, unit, units);
    if (waiting) wait();
    GemvX<F, 1> own;
    const auto take = [&] {
      float at[1][Format::kUnit];
      read_x<Format, 1>(x, columns, units, unit, at);
      own.take(at);
    };
    if constexpr (PackedDot<F>::kExists) {
      if (job.shares_x) {
        SharedX<F>::take(shared_x, units, min(unit[0], units - 1), own.x[0]);
        if (unit[0] >= units) own = {};
      } else {
        take();
      }
    } else {
      take();
    }
    weights.add(own, unit, sums);
  }
  if (waiting) wait();
  const float sum = sum_rows<kRows>(sums);
  if (lane % kLanes == 0) shared[warp][lane / kLanes] = sum;
}

/// blockIdx.y is the row of x.
template <WeightFormat F, int kRows>
__global__ void __launch_bounds__(32 * PlainTile<F>::kWarps, 2)
    plain_gemv_kernel(const __grid_constant__ LinearJobs jobs) {
  using enum WeightFormat;
  constexpr int kF16Rows = PlainTile<F16>::kRows, kF32Rows = PlainTile<F32>::kRows;
  __shared__ float shared[kMostGemvWarps][kMostPlainRows];
  __shared__ uint4 shared_x[kMostSharedXFours];
  let_next_kernel_start();
  int j = jobs.count - 1;
  while (j > 0 && static_cast<int>(blockIdx.x) < jobs.jobs[j].first_block) --j;
  const LinearJob& job = jobs.jobs[j];
  const int rows_per_warp = job.w.format == F ? kRows : job.w.format == F16 ? kF16Rows : kF32Rows;
  const PlainShare share(job, static_cast<int>(blockIdx.x) - job.first_block, blockIdx.y, rows_per_warp);
  GemvEnding ending;
  if (F != F16 && job.w.format == F16) {
    plain_sums<F16, kF16Rows>(job, share, blockIdx.y, ending, shared, shared_x);
  } else if (F != F32 && job.w.format == F32) {
    plain_sums<F32, kF32Rows>(job, share, blockIdx.y, ending, shared, shared_x);
  } else {
    plain_sums<F, kRows>(job, share, blockIdx.y, ending, shared, shared_x);
  }
  __syncthreads();
  if (!share.finishes) return;
  const int thread = static_cast<int>(threadIdx.x), first = thread / rows_per_warp * job.along;
  float y = ending.bias;
#pragma unroll 1
  for (int p = 0; p < job.along; ++p) y += shared[first + p][thread % rows_per_warp];
  job.y[share.to] = device_activate(job.activation, y) + ending.residual;
}

}  // namespace eddy
