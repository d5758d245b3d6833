// W x for few x: every weight is read once and turned into floats in registers.
//
// A warp takes kRows rows at once. Its lanes lie along k, and so do `along` warps of the block: each lane keeps its
// part of x in registers and reads kRows * kUnits units of 16 bytes before it uses the first. A block goes on with the
// next rows of its job while there are any: it asks for their weights before it multiplies those that are there.
// x may go through rms_norm first: each lane sums the squares of its part, and what all of a row have in common is
// multiplied into the finished sums.
#pragma once

#include "engine/backends/cuda/activation.cuh"
#include "engine/backends/cuda/formats.cuh"
#include "engine/backends/cuda/gemv_conv.cuh"
#include "engine/backends/cuda/linear_jobs.h"
#include "engine/backends/cuda/packed_dot.cuh"

namespace eddy {

constexpr int kMostGemvWarps = 10;
constexpr int kMostGemvRows = 4;  // per warp

/// What a block keeps in shared memory.
struct GemvShared {
  float sums[kMostGemvTurns][kMostGemvWarps][kMostGemvRows];
  float squares[kMostGemvWarps];
  float scales[kMostNormGroups];  ///< of x, where its parts are normed apart
};

/// How a format is best read: rows and units of a row that a lane reads at once, twice as many bytes as it then waits for.
template <WeightFormat F>
struct GemvTile {
  static constexpr bool kPacked = PackedDot<F>::kExists;
  static constexpr bool kWide = F == WeightFormat::F32 || F == WeightFormat::Q5_K || F == WeightFormat::Q6_K;
  static constexpr int kRows = kWide ? 2 : 4, kUnits = kPacked && DeviceFormat<F>::kUnit < 32 ? 2 : 1;
  static constexpr int kWarps = kPacked ? 8 : 10;  // at most; unpacking takes registers
};

/// The other way: for long rows, and for packed matrices of so few rows that they would not make enough blocks.
template <WeightFormat F>
struct OtherTile {
  using Tile = GemvTile<F>;
  static constexpr int kRows = Tile::kPacked || !Tile::kWide ? 2 : 1;
  static constexpr int kUnits = Tile::kPacked ? Tile::kUnits : F == WeightFormat::F32 ? 2 : 4;
  static constexpr int kWarps = 8;
};

template <class Format, int kUnits>
__device__ __forceinline__ void read_x(const float* x, int columns, int units, const int (&unit)[kUnits],
                                       float (&out)[kUnits][Format::kUnit]) {
  const bool in_fours = columns % 4 == 0 && reinterpret_cast<std::uintptr_t>(x) % 16 == 0;
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

/// A lane's part of x, as its format multiplies it: integers for packed weights.
template <WeightFormat F, int kUnits, bool kPacked = PackedDot<F>::kExists>
struct GemvX {
  static constexpr int kUnit = DeviceFormat<F>::kUnit;
  float x[kUnits][kUnit];
  __device__ __forceinline__ void take(const float (&from)[kUnits][kUnit]) {
#pragma unroll
    for (int u = 0; u < kUnits; ++u) {
#pragma unroll
      for (int i = 0; i < kUnit; ++i) x[u][i] = from[u][i];
    }
  }
  template <class Raw>
  __device__ __forceinline__ float dot(const Raw& raw, int u, int unit, float sum) const {
    float w[kUnit];
    DeviceFormat<F>::decode(raw, unit, w);
#pragma unroll
    for (int i = 0; i < kUnit; ++i) sum = fmaf(w[i], x[u][i], sum);
    return sum;
  }
};
template <WeightFormat F, int kUnits>
struct GemvX<F, kUnits, true> {
  static constexpr int kUnit = DeviceFormat<F>::kUnit, kRuns = PackedDot<F>::kRuns;
  IntegerX<kUnit, kRuns> x[kUnits];
  __device__ __forceinline__ void take(const float (&from)[kUnits][kUnit]) {
#pragma unroll
    for (int u = 0; u < kUnits; ++u) x[u].round(from[u]);
  }
  template <class Raw>
  __device__ __forceinline__ float dot(const Raw& raw, int u, int unit, float sum) const {
    if constexpr (ShortDot<F>::kExists) {
      return sum + ShortDot<F>::dot(raw, x[u]);
    } else {
      PackedUnit<kUnit, kRuns> w;
      PackedDot<F>::unpack(raw, unit, w);
      return sum + x[u].dot(w);
    }
  }
};

/// scales[g] = one over the root mean square of part g of x. Asked by whole blocks.
__device__ __forceinline__ void norm_parts(const LinearJob& job, const float* x, float (&scales)[kMostNormGroups]) {
  const int size = job.w.columns / job.norm_groups;
  for (int g = threadIdx.x / 32; g < job.norm_groups; g += blockDim.x / 32) {
    constexpr int kAhead = 8;
    float squares = 0;
#pragma unroll 1
    for (int first = threadIdx.x % 32; first < size; first += 32 * kAhead) {
      float v[kAhead];
#pragma unroll
      for (int k = 0; k < kAhead; ++k) v[k] = first + 32 * k < size ? x[g * size + first + 32 * k] : 0.0f;
#pragma unroll
      for (int k = 0; k < kAhead; ++k) squares = fmaf(v[k], v[k], squares);
    }
    squares = warp_sum(squares);
    if (threadIdx.x % 32 == 0) scales[g] = 1.0f / sqrtf(squares / size + job.norm_epsilon);
  }
  __syncthreads();
}

/// x times the norm's weights, and where parts of x are normed apart times their scales. Returns the sum of squares.
template <class Format, int kUnits>
__device__ __forceinline__ float norm_x(const LinearJob& job, const float (&scales)[kMostNormGroups], int units,
                                        const int (&unit)[kUnits], float (&x)[kUnits][Format::kUnit]) {
  const int columns = job.w.columns, size = columns / job.norm_groups;
  const bool in_fours = columns % 4 == 0;
  float squares = 0;
#pragma unroll
  for (int u = 0; u < kUnits; ++u) {
#pragma unroll
    for (int i = 0; i < Format::kUnit; i += 4) {
      const int column = Format::column(unit[u], i);
      if (unit[u] >= units || column >= columns) break;
      float4 weight = {};
      if (in_fours) {
        weight = *reinterpret_cast<const float4*>(job.norm_weight + column);
      } else {
        const auto at = [&](int k) { return job.norm_weight[min(column + k, columns - 1)]; };
        weight = {at(0), at(1), at(2), at(3)};
      }
      const float weights[4] = {weight.x, weight.y, weight.z, weight.w};
#pragma unroll
      for (int k = 0; k < 4; ++k) {
        squares = fmaf(x[u][i + k], x[u][i + k], squares);
        x[u][i + k] *= weights[k];
      }
      if (job.norm_groups > 1) {  // four numbers are of four parts at most
        const int first = column / size, in_part = column - first * size;
#pragma unroll
        for (int k = 0; k < 4; ++k) {
          const int at = in_part + min(k, columns - 1 - column);
          x[u][i + k] *= scales[first + (at >= size) + (at >= 2 * size) + (at >= 3 * size)];
        }
      }
    }
  }
  return squares;
}

/// Rows of a job that a warp multiplies at once, and where they are.
template <WeightFormat F, int kRows, int kUnits>
struct GemvRows {
  using Format = DeviceFormat<F>;
  typename Format::Raw raw[kRows][kUnits];

  __device__ __forceinline__ void read(const LinearJob& job, int first_row, const int (&unit)[kUnits], int units) {
#pragma unroll
    for (int r = 0; r < kRows; ++r) {
#pragma unroll
      for (int u = 0; u < kUnits; ++u) {  // past the end: the last unit again, times 0
        raw[r][u] = Format::read(job.w, min(first_row + r, job.w.rows - 1), min(unit[u], units - 1));
      }
    }
  }
  __device__ __forceinline__ void add(const GemvX<F, kUnits>& x, const int (&unit)[kUnits],
                                      float (&sums)[kRows]) const {
#pragma unroll
    for (int u = 0; u < kUnits; ++u) {
#pragma unroll
      for (int r = 0; r < kRows; ++r) sums[r] = x.dot(raw[r][u], u, unit[u], sums[r]);
    }
  }
};

/// Asks for the planes of `rows` rows from `first` on.
__device__ __forceinline__ void prefetch_rows(const DeviceMatrix& w, int first, int rows, int thread, int threads) {
  constexpr int kLine = 128;
  rows = min(rows, w.rows - first);
#pragma unroll
  for (int p = 0; p < DeviceMatrix::kMostPlanes; ++p) {
    if (!w.planes[p]) continue;
    const std::uint8_t* from = w.planes[p] + first * w.pitch[p];
#pragma unroll 1
    for (std::int64_t i = std::int64_t{thread} * kLine; i < rows * w.pitch[p]; i += std::int64_t{threads} * kLine) {
      asm volatile("prefetch.global.L2 [%0];" ::"l"(from + i));
    }
  }
}

/// How a job's rows are shared: turn p of a block has the `rows` rows from first(p) on, a warp `rows_per_warp` of them.
struct GemvShare {
  int groups, rows_per_warp, rows, block, blocks, turns;

  __device__ __forceinline__ GemvShare(const LinearJob& job, int block_, int rows_per_warp_)
      : groups(blockDim.x / 32 / job.along),
        rows_per_warp(rows_per_warp_),
        rows(groups * rows_per_warp),
        block(block_),
        blocks(job.blocks) {
    turns = divide_up(divide_up(job.w.rows, rows) - block, blocks);
  }
  __device__ __forceinline__ int first(int turn) const { return (turn * blocks + block) * rows; }
  /// Output that row `i` of the block's is.
  __device__ __forceinline__ int output(int i) const { return first(i / rows) + i % rows; }
};

/// What is added to an output, asked for before the sums are there.
struct GemvEnding {
  float bias = 0, residual = 0;

  __device__ __forceinline__ void read(const LinearJob& job, int row, int row_of_x) {
    if (row >= job.w.rows) return;
    if (job.bias) bias = job.bias[row];
    if (job.residual) residual = job.residual[static_cast<std::int64_t>(row_of_x) * job.w.rows + row];
  }
};

/// What is done with finished sums: row `i` of the block's is output `row`.
__device__ __forceinline__ float finished_sum(const LinearJob& job, const GemvShare& share, const GemvShared& shared,
                                              int i) {
  const int turn = i / share.rows, within = i % share.rows, first = within / share.rows_per_warp * job.along;
  float y = 0;
#pragma unroll 1
  for (int p = 0; p < job.along; ++p) y += shared.sums[turn][first + p][within % share.rows_per_warp];
  if (!job.norm_weight || job.norm_groups > 1) return y;
  float squares = 0;
#pragma unroll 1
  for (int p = 0; p < job.along; ++p) squares += shared.squares[p];
  return y * (1.0f / sqrtf(squares / job.w.columns + job.norm_epsilon));
}

/// `ending` is that of the thread's first row.
__device__ __forceinline__ void finish_rows(const LinearJob& job, const ConvEnd* conv, const GemvShare& share,
                                            GemvEnding ending, const GemvShared& shared, int row_of_x) {
#pragma unroll 1
  for (int i = threadIdx.x; i < share.turns * share.rows; i += blockDim.x) {
    const int row = share.output(i);
    if (row >= job.w.rows) continue;
    if (i != static_cast<int>(threadIdx.x)) {
      ending = {};
      ending.read(job, row, row_of_x);
    }
    const float y =
        device_activate(job.activation, finished_sum(job, share, shared, i) + ending.bias) + ending.residual;
    job.y[static_cast<std::int64_t>(row_of_x) * job.w.rows + row] = y;
    if (conv) convolve(*conv, row_of_x, row, y);
  }
}

__device__ __forceinline__ void prefetch_conv_of(const ConvEnd& conv, const GemvShare& share, int row_of_x) {
#pragma unroll 1
  for (int i = threadIdx.x; i < share.turns * share.rows; i += blockDim.x) {
    prefetch_conv(conv, row_of_x, share.output(i));
  }
}

/// The sums of a block's rows, and of squares, to `shared`. `conv` may be null.
template <WeightFormat F, int kRows, int kUnits>
__device__ __forceinline__ void gemv_sums(const LinearJob& job, const ConvEnd* conv, const GemvShare& share,
                                          int row_of_x, GemvEnding& ending, GemvShared& shared) {
  using Format = DeviceFormat<F>;
  const int warp = threadIdx.x / 32, lane = threadIdx.x % 32;
  const int group = warp / job.along, part = warp % job.along;
  const bool idle = group >= share.groups;
  const int columns = job.w.columns, units = divide_up(columns, Format::kUnit);
  const float* x = job.x + static_cast<std::int64_t>(row_of_x) * job.x_pitch;
  constexpr int kLanes = 32 / kRows;
  const auto row_of = [&](int turn) { return share.first(turn) + group * kRows; };
  int unit[kUnits];
  const auto go_to = [&](int first) {
#pragma unroll
    for (int u = 0; u < kUnits; ++u) unit[u] = first + u * 32 + lane;
  };
  GemvRows<F, kRows, kUnits> now, next;
  GemvX<F, kUnits> own;
  float squares = 0;
  const auto take_x = [&] {
    float at[kUnits][Format::kUnit];
    read_x<Format, kUnits>(x, columns, units, unit, at);
    if (job.norm_weight) squares += norm_x<Format, kUnits>(job, shared.scales, units, unit, at);
    own.take(at);
  };
  const auto keep = [&](int turn, float (&sums)[kRows]) {
    const float sum = sum_rows<kRows>(sums);
    if (lane % kLanes == 0) shared.sums[turn][warp][lane / kLanes] = sum;
  };
  const auto multiply = [&](int turn, const GemvRows<F, kRows, kUnits>& rows) {
    float sums[kRows] = {};
    rows.add(own, unit, sums);
    keep(turn, sums);
  };

  const int step = job.along * 32 * kUnits;
  go_to(part * 32 * kUnits);
  if (!idle) now.read(job, row_of(0), unit, units);
  // What memory can bring before anything of an earlier kernel may be read.
  if (conv) prefetch_conv_of(*conv, share, row_of_x);
#pragma unroll 1
  for (int turn = 1; turn < min(job.prefetched, share.turns); ++turn) {
    prefetch_rows(job.w, share.first(turn), share.rows, threadIdx.x, blockDim.x);
  }
  wait_for_earlier_kernels();
  if (static_cast<int>(threadIdx.x) < share.turns * share.rows) {
    ending.read(job, share.output(static_cast<int>(threadIdx.x)), row_of_x);
  }
  if (job.norm_weight && job.norm_groups > 1) norm_parts(job, x, shared.scales);
  if (!idle && units <= step) {  // x stays in registers
    take_x();
#pragma unroll 1
    for (int turn = 0; turn < share.turns; turn += 2) {
      if (turn + 1 < share.turns) next.read(job, row_of(turn + 1), unit, units);
      multiply(turn, now);
      if (turn + 1 == share.turns) break;
      if (turn + 2 < share.turns) now.read(job, row_of(turn + 2), unit, units);
      multiply(turn + 1, next);
    }
  } else if (!idle) {
#pragma unroll 1
    for (int turn = 0; turn < share.turns; ++turn) {
      float sums[kRows] = {};
      squares = 0;
#pragma unroll 1
      for (int first = part * 32 * kUnits; first < units; first += step) {
        go_to(first);
        if (turn > 0 || first >= step) now.read(job, row_of(turn), unit, units);
        take_x();
        now.add(own, unit, sums);
      }
      keep(turn, sums);
    }
  }
  if (job.norm_weight) squares = warp_sum(squares);
  if (lane == 0) shared.squares[warp] = squares;
}

/// blockIdx.y is the row of x.
template <WeightFormat F, int kRows, int kUnits, int kWarps>
__global__ void __launch_bounds__(32 * kWarps, 2) gemv_kernel(const __grid_constant__ LinearJobs jobs) {
  using enum WeightFormat;
  constexpr int kF16Rows = GemvTile<F16>::kRows, kF32Rows = GemvTile<F32>::kRows;
  __shared__ GemvShared shared;
  let_next_kernel_start();
  int j = jobs.count - 1;
  while (j > 0 && static_cast<int>(blockIdx.x) < jobs.jobs[j].first_block) --j;
  const LinearJob& job = jobs.jobs[j];
  const ConvEnd* conv = jobs.conv.channels > 0 ? &jobs.conv : nullptr;
  const int rows_per_warp = job.w.format == F ? kRows : job.w.format == F16 ? kF16Rows : kF32Rows;
  const GemvShare share(job, static_cast<int>(blockIdx.x) - job.first_block, rows_per_warp);
  GemvEnding ending;
  if (F != F16 && job.w.format == F16) {
    gemv_sums<F16, kF16Rows, 1>(job, conv, share, blockIdx.y, ending, shared);
  } else if (F != F32 && job.w.format == F32) {
    gemv_sums<F32, kF32Rows, 1>(job, conv, share, blockIdx.y, ending, shared);
  } else {
    gemv_sums<F, kRows, kUnits>(job, conv, share, blockIdx.y, ending, shared);
  }
  __syncthreads();
  finish_rows(job, conv, share, ending, shared, blockIdx.y);
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
  __shared__ GemvShared shared;
  begin_kernel();
  LinearJob job = expert.job;
  const std::int64_t e = expert_of(expert.begins, expert.experts, static_cast<int>(blockIdx.y));
#pragma unroll
  for (int p = 0; p < DeviceMatrix::kMostPlanes; ++p) {
    if (job.w.planes[p]) job.w.planes[p] += e * job.w.rows * job.w.pitch[p];
  }
  const GemvShare share(job, static_cast<int>(blockIdx.x), kRows);
  GemvEnding ending;
  gemv_sums<F, kRows, GemvTile<F>::kUnits>(job, nullptr, share, static_cast<int>(blockIdx.y), ending, shared);
  __syncthreads();
  finish_rows(job, nullptr, share, ending, shared, static_cast<int>(blockIdx.y));
}

}  // namespace eddy
