// W x for many x, on tensor cores: fp16 operands, float32 sums.
#pragma once

#include "engine/backends/cuda/activation.cuh"
#include "engine/backends/cuda/linear_gemm_jobs.h"

namespace eddy {

namespace gemm {

constexpr int kDepth = 64;
constexpr int kChunks = kDepth / 8;  // 16 bytes each

/// What a block makes and how: kRows x kOutputs of one job, its warps side by side along rows and outputs. kStages
/// tiles are in shared memory at once.
template <int kRows_, int kOutputs_, int kRowWarps_, int kColumnWarps_, int kStages_>
struct Tile {
  static constexpr int kRows = kRows_, kOutputs = kOutputs_, kRowWarps = kRowWarps_, kColumnWarps = kColumnWarps_;
  static constexpr int kStages = kStages_, kThreads = 32 * kRowWarps * kColumnWarps;
  static constexpr int kSharedBytes = kStages * (kRows + kOutputs) * kDepth * 2;

  /// Among the threads that multiply.
  __device__ static void sync() { __syncthreads(); }
};

__device__ __forceinline__ void copy_16(void* shared, const void* global) {
#if __CUDA_ARCH__ >= 800
  const auto to = static_cast<std::uint32_t>(__cvta_generic_to_shared(shared));
  asm volatile("cp.async.cg.shared.global [%0], [%1], 16;" ::"r"(to), "l"(global) : "memory");
#else
  *static_cast<uint4*>(shared) = *static_cast<const uint4*>(global);
#endif
}

__device__ __forceinline__ void commit_copies() {
#if __CUDA_ARCH__ >= 800
  asm volatile("cp.async.commit_group;" ::: "memory");
#endif
}

template <int kLeft>
__device__ __forceinline__ void wait_for_copies() {
#if __CUDA_ARCH__ >= 800
  asm volatile("cp.async.wait_group %0;" ::"n"(kLeft) : "memory");
#endif
}

/// Where 16 bytes `chunk` (of 8) of row `row` lie in a tile: turned so that eight rows never meet in one bank.
__device__ __forceinline__ int tile_offset(int row, int chunk) {
  return row * kDepth + (chunk ^ (row & 7)) * 8;
}

__device__ __forceinline__ void load_fragments(std::uint32_t (&r)[4], const __half* p) {
  const auto from = static_cast<std::uint32_t>(__cvta_generic_to_shared(p));
  asm volatile("ldmatrix.sync.aligned.m8n8.x4.shared.b16 {%0, %1, %2, %3}, [%4];"
               : "=r"(r[0]), "=r"(r[1]), "=r"(r[2]), "=r"(r[3])
               : "r"(from)
               : "memory");
}

__device__ __forceinline__ void multiply_add(float (&c)[4], const std::uint32_t (&a)[4], std::uint32_t b0,
                                             std::uint32_t b1) {
#if __CUDA_ARCH__ >= 800
  asm volatile(
      "mma.sync.aligned.m16n8k16.row.col.f32.f16.f16.f32 {%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, "
      "{%0, %1, %2, %3};"
      : "+f"(c[0]), "+f"(c[1]), "+f"(c[2]), "+f"(c[3])
      : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b0), "r"(b1));
#else
  asm volatile("mma.sync.aligned.m16n8k8.row.col.f32.f16.f16.f32 {%0, %1, %2, %3}, {%4, %5}, {%6}, {%0, %1, %2, %3};"
               : "+f"(c[0]), "+f"(c[1]), "+f"(c[2]), "+f"(c[3])
               : "r"(a[0]), "r"(a[1]), "r"(b0));
  asm volatile("mma.sync.aligned.m16n8k8.row.col.f32.f16.f16.f32 {%0, %1, %2, %3}, {%4, %5}, {%6}, {%0, %1, %2, %3};"
               : "+f"(c[0]), "+f"(c[1]), "+f"(c[2]), "+f"(c[3])
               : "r"(a[2]), "r"(a[3]), "r"(b1));
#endif
}

/// sums += x w^T over one tile's depth, for a warp's 16 kM rows and 8 kN outputs.
template <int kM, int kN>
__device__ __forceinline__ void multiply_tiles(const __half* x_tile, const __half* w_tile, int lane,
                                               float (&sums)[kM][kN][4]) {
  std::uint32_t a[2][kM][4], b[2][kN / 2][4];
  const auto load_step = [&](int part, int buffer) {
#pragma unroll
    for (int m = 0; m < kM; ++m) {
      load_fragments(a[buffer][m], x_tile + tile_offset(16 * m + lane % 16, 2 * part + lane / 16));
    }
#pragma unroll
    for (int n = 0; n < kN / 2; ++n) {
      load_fragments(b[buffer][n], w_tile + tile_offset(16 * n + lane % 8 + lane / 16 * 8, 2 * part + lane / 8 % 2));
    }
  };
  load_step(0, 0);
#pragma unroll
  for (int part = 0; part < kDepth / 16; ++part) {
    if (part + 1 < kDepth / 16) load_step(part + 1, (part + 1) % 2);
#pragma unroll
    for (int m = 0; m < kM; ++m) {
#pragma unroll
      for (int n = 0; n < kN; ++n) {
        multiply_add(sums[m][n], a[part % 2][m], b[part % 2][n / 2][n % 2 * 2], b[part % 2][n / 2][n % 2 * 2 + 1]);
      }
    }
  }
}

__device__ __forceinline__ float4 sum(float4 a, float4 b) {
  return {a.x + b.x, a.y + b.y, a.z + b.z, a.w + b.w};
}

/// Not inlined: written out for every sum, the activations would be half a megabyte of code that no cache holds.
inline __device__ __noinline__ float4 activated(Activation activation, float4 x) {
  return {device_activate(activation, x.x), device_activate(activation, x.y), device_activate(activation, x.z),
          device_activate(activation, x.w)};
}

/// What becomes of sums, taken out of a job: stores to y could change what is read through a reference to it.
struct Finish {
  float* y;
  const float *scales, *bias, *residual;
  std::int64_t stride;
  int outputs;
  Activation activation;

  __device__ explicit Finish(const GemmJob& job)
      : y(job.y),
        scales(job.scales),
        bias(job.bias),
        residual(job.residual),
        stride(job.stride),
        outputs(job.outputs),
        activation(job.activation) {}

  /// Four numbers of any places; `row[i]` is negative where there is none. What is read comes before what is written,
  /// so that one wait does for all.
  __device__ __forceinline__ void store(const int (&row)[4], const int (&column)[4], const float (&sums)[4]) const {
    float x[4] = {}, more[4] = {};
#pragma unroll
    for (int i = 0; i < 4; ++i) {
      if (row[i] < 0) continue;
      x[i] = __ldg(scales + row[i]) * sums[i] + (bias ? __ldg(bias + column[i]) : 0.0f);
      if (residual) more[i] = residual[row[i] * stride + column[i]];
    }
    const float4 y4 = activation == Activation::None ? float4{x[0], x[1], x[2], x[3]}
                                                     : activated(activation, {x[0], x[1], x[2], x[3]});
    const float done[4] = {y4.x, y4.y, y4.z, y4.w};
#pragma unroll
    for (int i = 0; i < 4; ++i) {
      if (row[i] >= 0) y[row[i] * stride + column[i]] = done[i] + more[i];
    }
  }
};

/// What a block makes.
struct Place {
  int first_row = 0, end_row = 0, first_column = 0;
  int split = 0, tile = 0, expert = 0;
  const __half* w = nullptr;
};

/// False where there are fewer rows of experts than there could be.
template <class T>
__device__ __forceinline__ bool find_place(const GemmJob& job, int block, Place& place) {
  place.split = block % job.splits;
  place.tile = block / job.splits;
  int row_tile = place.tile % job.row_tiles;
  place.first_column = place.tile / job.row_tiles * T::kOutputs;
  place.first_row = row_tile * T::kRows;
  place.end_row = job.rows;
  place.w = job.w;
  if (!job.begins) return true;
  for (int e = 0; e < job.experts; ++e) {
    const int begin = static_cast<int>(job.begins[job.first_expert + e]);
    const int end = static_cast<int>(job.begins[job.first_expert + e + 1]);
    const int tiles = divide_up(end - begin, T::kRows);
    if (row_tile < tiles) {
      place.first_row = begin + row_tile * T::kRows;
      place.end_row = end;
      place.w = job.w + e * job.expert_pitch;
      place.expert = e;
      return true;
    }
    row_tile -= tiles;
  }
  return false;
}

/// Adds up the parts of the depth. True for the block that has them all then, always summed in the same order.
template <class T, int kSums>
__device__ __forceinline__ bool join_splits(const GemmJob& job, const Place& place, float (&sums)[kSums]) {
  static_assert(kSums % 4 == 0);
  constexpr int kFours = kSums / 4;
  __shared__ unsigned arrived;
  const std::int64_t size = std::int64_t{kFours} * T::kThreads;
  auto* tile = reinterpret_cast<float4*>(job.partials) + place.tile * job.splits * size + threadIdx.x;
#pragma unroll
  for (int i = 0; i < kFours; ++i) {
    tile[place.split * size + i * T::kThreads] = {sums[4 * i], sums[4 * i + 1], sums[4 * i + 2], sums[4 * i + 3]};
  }
  __threadfence();
  T::sync();
  if (threadIdx.x == 0) arrived = atomicAdd(job.counters + place.tile, 1u);
  T::sync();
  if (arrived != static_cast<unsigned>(job.splits - 1)) return false;
  if (threadIdx.x == 0) job.counters[place.tile] = 0;
  __threadfence();
#pragma unroll
  for (int i = 0; i < kSums; ++i) sums[i] = 0;
#pragma unroll 2
  for (int split = 0; split < job.splits; ++split) {
    const float4* part = tile + split * size;
#pragma unroll
    for (int i = 0; i < kFours; ++i) {
      const float4 four = __ldcg(part + i * T::kThreads);
      sums[4 * i] += four.x;
      sums[4 * i + 1] += four.y;
      sums[4 * i + 2] += four.z;
      sums[4 * i + 3] += four.w;
    }
  }
  return true;
}

inline __device__ bool in_sixteens(const void* p) {
  return reinterpret_cast<std::uintptr_t>(p) % 16 == 0;
}

/// Finishes and stores rows of sums that lie in shared memory, kPitch apart: one warp, neighbouring lanes side by side.
template <int kColumns, int kPitch>
__device__ __noinline__ void store_rows(const Finish finish, const float* sums, int first_row, int rows,
                                        int first_column) {
  const int lane = threadIdx.x % 32, columns = min(kColumns, finish.outputs - first_column);
  const bool in_fours = columns == kColumns && (finish.stride | first_column) % 4 == 0 && in_sixteens(finish.y) &&
                        in_sixteens(finish.bias) && in_sixteens(finish.residual);
  if (!in_fours) {
#pragma unroll 1
    for (int first = lane; first < rows * kColumns; first += 4 * 32) {
      int row[4], column[4];
      float four[4] = {};
#pragma unroll
      for (int i = 0; i < 4; ++i) {
        const int at = first + 32 * i, r = at / kColumns, c = at % kColumns;
        const bool inside = at < rows * kColumns && c < columns;
        row[i] = inside ? first_row + r : -1;
        column[i] = first_column + c;
        if (inside) four[i] = sums[r * kPitch + c];
      }
      finish.store(row, column, four);
    }
    return;
  }
  constexpr int kFours = kColumns / 4, kAtOnce = 4;
#pragma unroll 1
  for (int first = lane; first < rows * kFours; first += kAtOnce * 32) {
    float4 y[kAtOnce], more[kAtOnce];
    std::int64_t to[kAtOnce];
#pragma unroll
    for (int i = 0; i < kAtOnce; ++i) {
      const int at = min(first + 32 * i, rows * kFours - 1), row = at / kFours, column = at % kFours * 4;
      const float scale = __ldg(finish.scales + first_row + row);
      to[i] = (first_row + row) * finish.stride + first_column + column;
      y[i] = *reinterpret_cast<const float4*>(sums + row * kPitch + column);
      y[i] = {scale * y[i].x, scale * y[i].y, scale * y[i].z, scale * y[i].w};
      if (finish.bias) y[i] = sum(y[i], __ldg(reinterpret_cast<const float4*>(finish.bias + first_column + column)));
      more[i] = {};
      if (finish.residual) more[i] = *reinterpret_cast<const float4*>(finish.residual + to[i]);
    }
#pragma unroll
    for (int i = 0; i < kAtOnce; ++i) {
      if (first + 32 * i >= rows * kFours) break;
      if (finish.activation != Activation::None) y[i] = activated(finish.activation, y[i]);
      *reinterpret_cast<float4*>(finish.y + to[i]) = sum(y[i], more[i]);
    }
  }
}

/// A warp's sums, from its first row and column in the tile on, by way of the shared memory that the tiles had.
template <class T, int kM, int kN>
__device__ __forceinline__ void store_sums(const GemmJob& job, const Place& place, float* shared, int warp_row,
                                           int warp_column, const float (&sums)[kM][kN][4]) {
  constexpr int kColumns = 8 * kN, kPitch = kColumns + 8;  // no two rows of eight in one bank
  static_assert(T::kThreads / 32 * 16 * kM * kPitch * sizeof(float) <= T::kSharedBytes);
  const int warp = threadIdx.x / 32, lane = threadIdx.x % 32;
  float* own = shared + warp * 16 * kM * kPitch;
  T::sync();  // nobody reads the tiles any more
#pragma unroll
  for (int m = 0; m < kM; ++m) {
#pragma unroll
    for (int n = 0; n < kN; ++n) {
      float* to = own + (16 * m + lane / 4) * kPitch + 8 * n + lane % 4 * 2;
      *reinterpret_cast<float2*>(to) = {sums[m][n][0], sums[m][n][1]};
      *reinterpret_cast<float2*>(to + 8 * kPitch) = {sums[m][n][2], sums[m][n][3]};
    }
  }
  __syncwarp();
  const int first_row = place.first_row + warp_row;
  store_rows<kColumns, kPitch>(Finish(job), own, first_row, min(16 * kM, place.end_row - first_row),
                               place.first_column + warp_column);
}

}  // namespace gemm

template <class T>
__global__ void __launch_bounds__(T::kThreads) gemm_kernel(const __grid_constant__ GemmJobs jobs) {
  using namespace gemm;
  constexpr int kRows = T::kRows, kOutputs = T::kOutputs, kStages = T::kStages;
  constexpr int kWarpRows = kRows / T::kRowWarps, kWarpColumns = kOutputs / T::kColumnWarps;
  constexpr int kM = kWarpRows / 16, kN = kWarpColumns / 8;
  constexpr int kTile = (kRows + kOutputs) * kDepth;
  constexpr int kAhead = kStages - 1;  // tiles that are on their way
  extern __shared__ __align__(128) __half tiles[];
  begin_kernel();

  int j = jobs.count - 1;
  while (j > 0 && static_cast<int>(blockIdx.x) < jobs.jobs[j].first_block) --j;
  const GemmJob& job = jobs.jobs[j];
  Place place;
  if (!find_place<T>(job, static_cast<int>(blockIdx.x) - job.first_block, place)) return;
  const int warp = threadIdx.x / 32, lane = threadIdx.x % 32;
  const int warp_row = warp % T::kRowWarps * kWarpRows, warp_column = warp / T::kRowWarps * kWarpColumns;
  const int all_steps = job.depth / kDepth;
  const int first_step = all_steps * place.split / job.splits;
  const int steps = all_steps * (place.split + 1) / job.splits - first_step;

  // Each thread always copies the same places of a tile: rows kRowStep apart, one chunk.
  constexpr int kRowStep = T::kThreads / kChunks;
  constexpr int kXCopies = kRows < kRowStep ? 1 : kRows / kRowStep;
  const int chunk = threadIdx.x % kChunks, row_in_step = threadIdx.x / kChunks;
  const __half* x_from[kXCopies];
  const __half* w_from[kOutputs / kRowStep];
#pragma unroll
  for (int i = 0; i < kXCopies; ++i) {
    const int row = min(place.first_row + row_in_step + i * kRowStep, place.end_row - 1);
    x_from[i] = job.x + static_cast<std::int64_t>(row) * job.depth + first_step * kDepth + chunk * 8;
  }
#pragma unroll
  for (int i = 0; i < kOutputs / kRowStep; ++i) {
    const int output = min(place.first_column + row_in_step + i * kRowStep, job.outputs - 1);
    w_from[i] = place.w + output * job.pitch + first_step * kDepth + chunk * 8;
  }
  const auto load_tile = [&](int stage, int depth) {
    __half* x_tile = tiles + stage * kTile;
    __half* w_tile = x_tile + kRows * kDepth;
#pragma unroll
    for (int i = 0; i < kXCopies; ++i) {
      if (kRows >= kRowStep || row_in_step < kRows)
        copy_16(x_tile + tile_offset(row_in_step + i * kRowStep, chunk), x_from[i] + depth);
    }
#pragma unroll
    for (int i = 0; i < kOutputs / kRowStep; ++i)
      copy_16(w_tile + tile_offset(row_in_step + i * kRowStep, chunk), w_from[i] + depth);
  };

  float sums[kM * kN * 4] = {};
  auto& by_place = reinterpret_cast<float(&)[kM][kN][4]>(sums);
  for (int s = 0; s < kAhead; ++s) {
    if (s < steps) load_tile(s, s * kDepth);
    commit_copies();
  }
  for (int step = 0; step < steps; ++step) {
    wait_for_copies<kAhead - 1>();
    __syncthreads();
    if (step + kAhead < steps) load_tile((step + kAhead) % kStages, (step + kAhead) * kDepth);
    commit_copies();
    const __half* x_tile = tiles + step % kStages * kTile;
    const __half* w_tile = x_tile + kRows * kDepth;
    multiply_tiles<kM, kN>(x_tile + warp_row * kDepth, w_tile + warp_column * kDepth, lane, by_place);
  }
  if (job.splits > 1 && !join_splits<T>(job, place, sums)) return;
  store_sums<T>(job, place, reinterpret_cast<float*>(tiles), warp_row, warp_column, by_place);
}

}  // namespace eddy
