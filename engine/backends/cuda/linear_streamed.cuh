// W x for few x, where the copy engine brings the weights (Hopper and newer): a block has neighbouring rows of a matrix,
// and one thread has stages of them brought to shared memory, as many as fit, before the kernels that make x have
// ended. So the memory is busy while kernels wait for each other. The other warps round x once, for the whole block,
// and multiply what has come: a warp takes kRows rows, or one of `along` parts of them.
#pragma once

#include "engine/backends/cuda/async_copy.cuh"
#include "engine/backends/cuda/linear_gemv.cuh"
#include "engine/backends/cuda/streamed_layout.h"

namespace eddy {

/// How a format is read from shared memory.
template <WeightFormat F>
struct StreamedTile {
  static constexpr int kRows = PackedDot<F>::kExists ? 4 : 1;
};

/// A unit of x as words: integers for packed weights (the members of IntegerX), floats for others.
template <WeightFormat F, bool kPacked = PackedDot<F>::kExists>
struct StreamedX {
  static constexpr int kUnit = DeviceFormat<F>::kUnit, kFours = kUnit / 4;
  static constexpr int kLanes = 1;  // that round four numbers each with one step
  float x[kUnit];
  __device__ __forceinline__ void take(const uint4 (&words)[kFours]) {
#pragma unroll
    for (int i = 0; i < kUnit; ++i) x[i] = __uint_as_float(device_format::word(words[i / 4], i % 4));
  }
  template <class Put>
  static __device__ __forceinline__ void put(const float4& v, int four, const Put& put) {
    put(4 * four, __float_as_uint(v.x));
    put(4 * four + 1, __float_as_uint(v.y));
    put(4 * four + 2, __float_as_uint(v.z));
    put(4 * four + 3, __float_as_uint(v.w));
  }
  template <class Raw>
  __device__ __forceinline__ float dot(const Raw& raw, int unit, float sum) const {
    float w[kUnit];
    DeviceFormat<F>::decode(raw, unit, w);
#pragma unroll
    for (int i = 0; i < kUnit; ++i) sum = fmaf(w[i], x[i], sum);
    return sum;
  }
};
template <WeightFormat F>
struct StreamedX<F, true> {
  static constexpr int kUnit = DeviceFormat<F>::kUnit, kRuns = PackedDot<F>::kRuns;
  static constexpr int kFours = divide_up(kUnit / 2 + 2 * kRuns, 4);
  static constexpr int kLanes = kUnit / kRuns / 4;
  IntegerX<kUnit, kRuns> x;
  __device__ __forceinline__ void take(const uint4 (&words)[kFours]) {
    const auto at = [&words](int i) { return device_format::word(words[i / 4], i % 4); };
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
  /// IntegerX::round by the kLanes lanes that have a run together.
  template <class Put>
  static __device__ __forceinline__ void put(const float4& v, int four, const Put& put) {
    const RoundedFour rounded = round_four<kLanes>(v);
    put(four, rounded.high);
    put(kUnit / 4 + four, rounded.low);
    if (four % kLanes != 0) return;
    put(kUnit / 2 + four / kLanes, __float_as_uint(rounded.step));
    put(kUnit / 2 + kRuns + four / kLanes, __float_as_uint(rounded.sum));
  }
  template <class Raw>
  __device__ __forceinline__ float dot(const Raw& raw, int unit, float sum) const {
    if constexpr (ShortDot<F>::kExists) {
      return sum + ShortDot<F>::dot(raw, x);
    } else {
      PackedUnit<kUnit, kRuns> w;
      PackedDot<F>::unpack(raw, unit, w);
      return sum + x.dot(w);
    }
  }
};

/// Bytes of x in shared memory.
template <WeightFormat F>
constexpr int streamed_x_bytes(int columns) {
  return divide_up(columns, DeviceFormat<F>::kUnit) * StreamedX<F>::kFours * 16;
}

#if EDDY_ASYNC_COPY

namespace streamed {

struct Shared {
  std::uint64_t full[kMostStages], empty[kMostStages];
  float squares[32];
  float scales[kMostNormGroups];
};

/// Rows of a block, in stages.
struct Share {
  int begin, rows, stages;
  __device__ Share(const LinearJob& job, int block) {
    begin = static_cast<int>(std::int64_t{job.w.rows} * block / job.blocks);
    rows = static_cast<int>(std::int64_t{job.w.rows} * (block + 1) / job.blocks) - begin;
    stages = divide_up(rows, job.stage_rows);
  }
  __device__ int first(const LinearJob& job, int stage) const { return begin + stage * job.stage_rows; }
  __device__ int rows_of(const LinearJob& job, int stage) const {
    return min(job.stage_rows, rows - stage * job.stage_rows);
  }
};

__device__ __forceinline__ int misplaced(const std::uint8_t* p) {
  return static_cast<int>(reinterpret_cast<std::uintptr_t>(p) & 15u);
}

/// Has rows brought to `to`. Asked by one thread.
__device__ __forceinline__ void bring(const DeviceMatrix& w, int first, int rows, int stage_rows, unsigned char* to,
                                      std::uint64_t* full) {
  const std::uint8_t* from[DeviceMatrix::kMostPlanes];
  int bytes[DeviceMatrix::kMostPlanes] = {}, all = 0;
#pragma unroll
  for (int p = 0; p < DeviceMatrix::kMostPlanes; ++p) {
    if (!w.planes[p]) continue;
    const std::uint8_t* begin = w.planes[p] + first * w.pitch[p];
    from[p] = begin - misplaced(begin);
    bytes[p] = (misplaced(begin) + rows * static_cast<int>(w.pitch[p]) + 15) & ~15;
    all += bytes[p];
  }
  async_copy::arrive_and_expect(full, all);
#pragma unroll
  for (int p = 0; p < DeviceMatrix::kMostPlanes; ++p) {
    if (!w.planes[p]) continue;
    async_copy::copy_bytes(to, from[p], bytes[p], full);
    to += stage_plane_bytes(w, p, stage_rows);
  }
}

/// Where rows lie that bring() brought.
__device__ __forceinline__ SharedRows rows_at(const DeviceMatrix& w, int first, int stage_rows,
                                              const unsigned char* stage) {
  SharedRows rows{};
#pragma unroll
  for (int p = 0; p < DeviceMatrix::kMostPlanes; ++p) {
    if (!w.planes[p]) continue;
    rows.planes[p] = stage + misplaced(w.planes[p] + first * w.pitch[p]);
    rows.pitch[p] = static_cast<int>(w.pitch[p]);
    stage += stage_plane_bytes(w, p, stage_rows);
  }
  return rows;
}

/// Four numbers of a row from `column` on, zeros past its end.
__device__ __forceinline__ float4 four_of(const float* row, int columns, int column, bool in_fours) {
  if (column >= columns) return {0, 0, 0, 0};
  if (in_fours) return *reinterpret_cast<const float4*>(row + column);
  const auto at = [&](int k) { return column + k < columns ? row[column + k] : 0.0f; };
  return {at(0), at(1), at(2), at(3)};
}

/// Each number times the scale of the part of x that it stands in; parts have `size` numbers.
__device__ __forceinline__ void scale_parts(float4& v, const float (&scales)[kMostNormGroups], int wanted, int columns,
                                            int size) {
  const int column = min(wanted, columns - 1), part = column / size, in_part = column - part * size;
  const auto scale = [&](int k) {
    const int at = in_part + min(k, columns - 1 - column);
    return scales[part + (at >= size) + (at >= 2 * size) + (at >= 3 * size)];
  };
  v = {v.x * scale(0), v.y * scale(1), v.z * scale(2), v.w * scale(3)};
}

/// x, normed and rounded, to shared memory: word i of a unit in the (i / 4)th row of fours. Returns the sum of squares of
/// what the thread had.
template <WeightFormat F>
__device__ __forceinline__ float place_x(const LinearJob& job, const float* x, const float (&scales)[kMostNormGroups],
                                         unsigned char* to, int threads, int visible) {
  using X = StreamedX<F>;
  using Format = DeviceFormat<F>;
  constexpr int kAhead = 4, kFours = Format::kUnit / 4;
  const int columns = job.w.columns, units = divide_up(columns, Format::kUnit), all = units * kFours;
  const bool in_fours = columns % 4 == 0 && reinterpret_cast<std::uintptr_t>(x) % 16 == 0;
  const int size = columns / job.norm_groups;
  float squares = 0;
#pragma unroll 1
  for (int first = threadIdx.x; first - static_cast<int>(threadIdx.x % 32) < all; first += kAhead * threads) {
    float4 v[kAhead], weight[kAhead];
#pragma unroll
    for (int k = 0; k < kAhead; ++k) {
      const int i = first + k * threads, column = i < all ? Format::column(i / kFours, i % kFours * 4) : columns;
      v[k] = four_of(x, visible, column, in_fours);
      weight[k] = job.norm_weight ? four_of(job.norm_weight, visible, column, in_fours) : float4{1, 1, 1, 1};
    }
#pragma unroll
    for (int k = 0; k < kAhead; ++k) {
      const int i = first + k * threads, unit = i / kFours, four = i % kFours;
      if (i - static_cast<int>(threadIdx.x % 32) >= all) break;
      if (job.norm_weight) {
        squares += v[k].x * v[k].x + v[k].y * v[k].y + v[k].z * v[k].z + v[k].w * v[k].w;
        v[k] = {v[k].x * weight[k].x, v[k].y * weight[k].y, v[k].z * weight[k].z, v[k].w * weight[k].w};
        if (job.norm_groups > 1) scale_parts(v[k], scales, Format::column(unit, four * 4), columns, size);
      }
      X::put(v[k], four, [&](int word, std::uint32_t value) {
        if (i < all) reinterpret_cast<std::uint32_t*>(to)[(word / 4 * units + unit) * 4 + word % 4] = value;
      });
    }
  }
  return squares;
}

/// Sums of kRows rows from `first` on (fewer at the end) over units part * 32 + lane, and so on in steps of along * 32;
/// they go to sums[row * along].
template <WeightFormat F, int kRows>
__device__ __forceinline__ void multiply_rows(const SharedRows& w, const uint4* x, int units, int first, int rows,
                                              int part, int along, float* to) {
  constexpr int kFours = StreamedX<F>::kFours, kLanes = 32 / kRows;
  const int lane = threadIdx.x % 32;
  float sums[kRows] = {};
#pragma unroll 1
  for (int unit = part * 32 + lane; unit < units; unit += along * 32) {
    uint4 words[kFours];
#pragma unroll
    for (int i = 0; i < kFours; ++i) words[i] = x[i * units + unit];
    StreamedX<F> own;
    own.take(words);
#pragma unroll
    for (int r = 0; r < kRows; ++r) {
      sums[r] = own.dot(DeviceFormat<F>::read(w, min(first + r, rows - 1), unit), unit, sums[r]);
    }
  }
  __syncwarp();
  const float sum = sum_rows<kRows>(sums);
  const int row = first + lane / kLanes;
  if (lane % kLanes == 0 && row < rows) to[row * along] = sum;
}

/// What is added to an output, asked for before the sums are there.
struct Ending {
  float bias = 0, residual = 0;
  __device__ void read(const LinearJob& job, int row, int row_of_x) {
    if (job.bias) bias = job.bias[row];
    if (job.residual) residual = job.residual[static_cast<std::int64_t>(row_of_x) * job.w.rows + row];
  }
};

__device__ __forceinline__ void finish_row(const LinearJob& job, const ConvEnd* conv, const Ending& ending, float sum,
                                           int row, int row_of_x, bool earnest) {
  const float y = device_activate(job.activation, sum + ending.bias) + ending.residual;
  if (!earnest) return;
  job.y[static_cast<std::int64_t>(row_of_x) * job.w.rows + row] = y;
  if (conv) convolve(*conv, row_of_x, row, y);
}

/// `conv` may be null. `dynamic`: x, sums, stages. Threads are those of kStreamedWarps warps and of one more.
template <WeightFormat F>
__device__ __forceinline__ void gemv(const LinearJob& job, const ConvEnd* conv, int block, int row_of_x,
                                     unsigned char* dynamic, Shared& shared) {
  constexpr int kRows = StreamedTile<F>::kRows, kWarps = kStreamedWarps, kThreads = 32 * kWarps;
  const int warp = threadIdx.x / 32, lane = threadIdx.x % 32;
  const int columns = job.w.columns, units = divide_up(columns, DeviceFormat<F>::kUnit), along = job.along;
  const Share share(job, block);
  const float* x = job.x + static_cast<std::int64_t>(row_of_x) * job.x_pitch;
  float* sums = reinterpret_cast<float*>(dynamic + streamed_x_bytes<F>(columns));
  unsigned char* ring = dynamic + streamed_x_bytes<F>(columns) + streamed_sums_bytes(share.rows, along) - 128;
  ring += -reinterpret_cast<std::uintptr_t>(ring) & 127;
  const int bytes = stage_bytes(job.w, job.stage_rows);
  const auto stage_at = [&](int stage) { return ring + stage % job.stages * bytes; };
  const auto bring_stage = [&](int stage) {
    bring(job.w, share.first(job, stage), share.rows_of(job, stage), job.stage_rows, stage_at(stage),
          &shared.full[stage % job.stages]);
  };
  const bool asks = warp == kWarps;
  const int finished = share.begin + static_cast<int>(threadIdx.x);  // the first row that this thread finishes
  Ending ending;
  if (asks) {
    if (lane == 0) {
#pragma unroll 1
      for (int i = 0; i < job.stages; ++i) {
        async_copy::init_barrier(&shared.full[i], 1);
        async_copy::init_barrier(&shared.empty[i], kWarps);
      }
      async_copy::show_barriers();
#pragma unroll 1
      for (int s = 0; s < min(job.stages, share.stages); ++s) bring_stage(s);
    }
    __syncwarp();
  } else if (conv) {
    for (int i = threadIdx.x; i < share.rows; i += kThreads) prefetch_conv(*conv, row_of_x, share.begin + i);
  }
#pragma unroll 1
  for (int pass = job.rehearses ? 0 : 1; pass < 2; ++pass) {
    const bool earnest = pass == 1;
    if (earnest) wait_for_earlier_kernels();
    if (earnest && job.norm_weight && job.norm_groups > 1) norm_parts(job, x, shared.scales);
    if (!asks) {
      if (earnest && static_cast<int>(threadIdx.x) < share.rows) ending.read(job, finished, row_of_x);
      const float squares = place_x<F>(job, x, shared.scales, dynamic, kThreads, earnest ? columns : 0);
      if (job.norm_weight) {
        const float all = warp_sum(squares);
        if (lane == 0) shared.squares[warp] = all;
      }
    }
    __syncthreads();
    if (asks) {
      if (lane == 0 && earnest) {
#pragma unroll 1
        for (int s = job.stages; s < share.stages; ++s) {
          async_copy::wait(&shared.empty[s % job.stages], (s / job.stages - 1) & 1);
          bring_stage(s);
        }
      }
      __syncwarp();
    } else {
      int turn = warp;  // of the next task that is this warp's
      const int stages = earnest ? share.stages : min(1, share.stages);
#pragma unroll 1
      for (int s = 0; s < stages; ++s) {
        const int rows = share.rows_of(job, s), tasks = divide_up(rows, kRows) * along;
        const SharedRows w = rows_at(job.w, share.first(job, s), job.stage_rows, stage_at(s));
        async_copy::wait(&shared.full[s % job.stages], s / job.stages & 1);
#pragma unroll 1
        for (; turn < tasks; turn += earnest ? kWarps : tasks) {
          const int part = turn % along;
          multiply_rows<F, kRows>(w, reinterpret_cast<const uint4*>(dynamic), units, turn / along * kRows, rows, part,
                                  along, sums + s * job.stage_rows * along + part);
        }
        turn -= tasks;
        if (share.stages <= job.stages) continue;
        __syncwarp();
        if (lane == 0 && earnest) async_copy::arrive(&shared.empty[s % job.stages]);
      }
    }
    __syncthreads();
    if (asks) continue;
    float scale = 1;
    if (job.norm_weight && job.norm_groups == 1) {
      float squares = 0;
      for (int i = 0; i < kWarps; ++i) squares += shared.squares[i];
      scale = 1.0f / sqrtf(squares / columns + job.norm_epsilon);
    }
#pragma unroll 1
    for (int i = threadIdx.x; i < share.rows; i += kThreads) {
      float sum = 0;
#pragma unroll 1
      for (int p = 0; p < along; ++p) sum += sums[i * along + p];
      if (i >= kThreads && earnest) {
        ending = {};
        ending.read(job, share.begin + i, row_of_x);
      }
      finish_row(job, conv, ending, sum * scale, share.begin + i, row_of_x, earnest);
    }
  }
}

}  // namespace streamed

#endif

/// blockIdx.y is the row of x.
template <WeightFormat F>
__global__ void __launch_bounds__(32 * (kStreamedWarps + 1), kStreamedBlocks)
    streamed_gemv_kernel(const __grid_constant__ LinearJobs jobs) {
#if EDDY_ASYNC_COPY
  extern __shared__ __align__(128) unsigned char dynamic[];
  __shared__ streamed::Shared shared;
  let_next_kernel_start();
  int j = jobs.count - 1;
  while (j > 0 && static_cast<int>(blockIdx.x) < jobs.jobs[j].first_block) --j;
  const LinearJob& job = jobs.jobs[j];
  const int block = static_cast<int>(blockIdx.x) - job.first_block;
  const ConvEnd* conv = jobs.conv.channels > 0 ? &jobs.conv : nullptr;
  if (F != WeightFormat::F16 && job.w.format == WeightFormat::F16) {
    streamed::gemv<WeightFormat::F16>(job, conv, block, blockIdx.y, dynamic, shared);
  } else if (F != WeightFormat::F32 && job.w.format == WeightFormat::F32) {
    streamed::gemv<WeightFormat::F32>(job, conv, block, blockIdx.y, dynamic, shared);
  } else {
    streamed::gemv<F>(job, conv, block, blockIdx.y, dynamic, shared);
  }
#endif
}

}  // namespace eddy
