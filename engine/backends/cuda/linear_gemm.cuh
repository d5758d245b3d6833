// W x for many x, on tensor cores: fp16 operands, float32 sums.
#pragma once

#include "engine/backends/cuda/activation.cuh"

namespace eddy {

/// y = activation(scale[m] * (x W^T) + bias) + residual.
struct GemmJob {
  const __half* x = nullptr;      ///< [rows][depth]
  const float* scales = nullptr;  ///< [rows]: what the rows of x were divided by
  const __half* w = nullptr;      ///< [outputs], `pitch` apart
  float* y = nullptr;             ///< [rows], `stride` apart
  const float* bias = nullptr;
  const float* residual = nullptr;  ///< as y
  std::int64_t pitch = 0, stride = 0;
  int rows = 0, outputs = 0, depth = 0;  ///< depth is a multiple of gemm::kDepth
  Activation activation = Activation::None;
  int first_block = 0;
};

struct GemmJobs {
  static constexpr int kMost = 8;
  GemmJob jobs[kMost];
  int count = 0;
};

namespace gemm {

constexpr int kRows = 128;  // tokens of a block
constexpr int kDepth = 64;
constexpr int kChunks = kDepth / 8;  // 16 bytes each
constexpr int kThreads = 256;

constexpr std::size_t shared_bytes(int outputs, int stages) {
  return std::size_t(stages) * (kRows + outputs) * kDepth * sizeof(__half);
}

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

__device__ __forceinline__ void store(const GemmJob& job, int row, int column, float scale, float value) {
  if (row >= job.rows || column >= job.outputs) return;
  const float y = device_activate(job.activation, scale * value + (job.bias ? job.bias[column] : 0.0f));
  const std::int64_t at = row * job.stride + column;
  job.y[at] = job.residual ? y + job.residual[at] : y;
}

}  // namespace gemm

/// A block makes 128 rows x kOutputs of one job. kRowWarps of its 8 warps lie along the rows.
template <int kOutputs, int kRowWarps, int kStages>
__global__ void __launch_bounds__(gemm::kThreads) gemm_kernel(const __grid_constant__ GemmJobs jobs) {
  using namespace gemm;
  constexpr int kColumnWarps = 8 / kRowWarps;
  constexpr int kWarpRows = kRows / kRowWarps, kWarpColumns = kOutputs / kColumnWarps;
  constexpr int kM = kWarpRows / 16, kN = kWarpColumns / 8;
  constexpr int kTile = (kRows + kOutputs) * kDepth;
  extern __shared__ __align__(128) __half tiles[];
  begin_kernel();

  int j = jobs.count - 1;
  while (j > 0 && static_cast<int>(blockIdx.x) < jobs.jobs[j].first_block) --j;
  const GemmJob& job = jobs.jobs[j];
  const int block = static_cast<int>(blockIdx.x) - job.first_block;
  const int row_blocks = divide_up(job.rows, kRows);
  const int first_row = block % row_blocks * kRows, first_column = block / row_blocks * kOutputs;
  const int warp = threadIdx.x / 32, lane = threadIdx.x % 32;
  const int warp_row = warp % kRowWarps * kWarpRows, warp_column = warp / kRowWarps * kWarpColumns;

  // Each thread always copies the same places of a tile: rows 32 apart, one chunk.
  constexpr int kRowStep = kThreads / kChunks;
  const int chunk = threadIdx.x % kChunks, row_in_step = threadIdx.x / kChunks;
  const __half* x_from[kRows / kRowStep];
  const __half* w_from[kOutputs / kRowStep];
#pragma unroll
  for (int i = 0; i < kRows / kRowStep; ++i) {
    x_from[i] = job.x +
                static_cast<std::int64_t>(min(first_row + row_in_step + i * kRowStep, job.rows - 1)) * job.depth +
                chunk * 8;
  }
#pragma unroll
  for (int i = 0; i < kOutputs / kRowStep; ++i) {
    w_from[i] = job.w + min(first_column + row_in_step + i * kRowStep, job.outputs - 1) * job.pitch + chunk * 8;
  }
  const auto load_tile = [&](int stage, int depth) {
    __half* x_tile = tiles + stage * kTile;
    __half* w_tile = x_tile + kRows * kDepth;
#pragma unroll
    for (int i = 0; i < kRows / kRowStep; ++i)
      copy_16(x_tile + tile_offset(row_in_step + i * kRowStep, chunk), x_from[i] + depth);
#pragma unroll
    for (int i = 0; i < kOutputs / kRowStep; ++i)
      copy_16(w_tile + tile_offset(row_in_step + i * kRowStep, chunk), w_from[i] + depth);
  };

  float sums[kM][kN][4] = {};
  std::uint32_t a[2][kM][4], b[2][kN / 2][4];
  const auto load_step = [&](const __half* x_tile, int part, int buffer) {
    const __half* w_tile = x_tile + kRows * kDepth;
#pragma unroll
    for (int m = 0; m < kM; ++m) {
      load_fragments(a[buffer][m], x_tile + tile_offset(warp_row + 16 * m + lane % 16, 2 * part + lane / 16));
    }
#pragma unroll
    for (int n = 0; n < kN / 2; ++n) {
      load_fragments(b[buffer][n],
                     w_tile + tile_offset(warp_column + 16 * n + lane % 8 + lane / 16 * 8, 2 * part + lane / 8 % 2));
    }
  };
  const int steps = job.depth / kDepth;
  for (int s = 0; s < kStages - 1; ++s) {
    if (s < steps) load_tile(s, s * kDepth);
    commit_copies();
  }
  for (int step = 0; step < steps; ++step) {
    wait_for_copies<kStages - 2>();
    __syncthreads();
    if (step + kStages - 1 < steps) load_tile((step + kStages - 1) % kStages, (step + kStages - 1) * kDepth);
    commit_copies();
    const __half* x_tile = tiles + step % kStages * kTile;
    load_step(x_tile, 0, 0);
#pragma unroll
    for (int part = 0; part < kDepth / 16; ++part) {
      if (part + 1 < kDepth / 16) load_step(x_tile, part + 1, (part + 1) % 2);
#pragma unroll
      for (int m = 0; m < kM; ++m) {
#pragma unroll
        for (int n = 0; n < kN; ++n) {
          multiply_add(sums[m][n], a[part % 2][m], b[part % 2][n / 2][n % 2 * 2], b[part % 2][n / 2][n % 2 * 2 + 1]);
        }
      }
    }
  }
#pragma unroll
  for (int m = 0; m < kM; ++m) {
#pragma unroll
    for (int half = 0; half < 2; ++half) {
      const int row = first_row + warp_row + 16 * m + 8 * half + lane / 4;
      const float scale = row < job.rows ? job.scales[row] : 0.0f;
#pragma unroll
      for (int n = 0; n < kN; ++n) {
        const int column = first_column + warp_column + 8 * n + lane % 4 * 2;
        store(job, row, column, scale, sums[m][n][2 * half]);
        store(job, row, column + 1, scale, sums[m][n][2 * half + 1]);
      }
    }
  }
}

}  // namespace eddy
