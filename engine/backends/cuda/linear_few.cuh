// Packed weights times few rows of x (5 to 64) on tensor cores: weights are read once, packed, and turned into fp16 on
// their way to shared memory.
#pragma once

#include "engine/backends/cuda/format_kernels.h"
#include "engine/backends/cuda/formats.cuh"
#include "engine/backends/cuda/linear_gemm.cuh"

namespace eddy {

namespace few_rows {

constexpr int kDepth = 128;  // of a step: whole units of every format
constexpr int kParts = kDepth / gemm::kDepth;
constexpr int kOutputs = 64;

/// kRows x 64 outputs a block of four warps; two tiles of w and of x in shared memory.
template <int kRows_>
struct Tile {
  static constexpr int kRows = kRows_, kOutputs = few_rows::kOutputs, kThreads = 128;
  static constexpr int kSharedBytes = 2 * (kRows + kOutputs) * kDepth * 2;

  __device__ static void sync() { __syncthreads(); }
};

/// The units of one step that a thread turns: neighbouring threads read neighbouring units of a row.
template <WeightFormat F>
struct Units {
  using Format = DeviceFormat<F>;
  static constexpr int kPerRow = kDepth / Format::kUnit, kOwn = kOutputs * kPerRow / 128;
  typename Format::Raw raw[kOwn];

  __device__ static int row_of(int i) { return (i * 128 + static_cast<int>(threadIdx.x)) / kPerRow; }
  __device__ static int unit_of(int i) { return (i * 128 + static_cast<int>(threadIdx.x)) % kPerRow; }

  __device__ void read(const DeviceMatrix& w, std::int64_t first_row, int rows, int step, int units) {
#pragma unroll
    for (int i = 0; i < kOwn; ++i) {
      raw[i] = Format::read(w, first_row + min(row_of(i), rows - 1), min(step * kPerRow + unit_of(i), units - 1));
    }
  }
  /// As fp16 into a tile of kParts times [kOutputs][64]; zeros past the end of the row.
  __device__ void store(__half* tile, int step, int units) const {
#pragma unroll
    for (int i = 0; i < kOwn; ++i) {
      const int unit = step * kPerRow + unit_of(i);
      float w[Format::kUnit];
      Format::decode(raw[i], min(unit, units - 1), w);
#pragma unroll
      for (int k = 0; k < Format::kUnit; k += 8) {
        __half2 eight[4];
#pragma unroll
        for (int j = 0; j < 4; ++j) eight[j] = __floats2half2_rn(w[k + 2 * j], w[k + 2 * j + 1]);
        const uint4 bits = unit < units ? *reinterpret_cast<const uint4*>(eight) : uint4{0, 0, 0, 0};
        const int column = Format::column(unit, k) - step * kDepth;
        __half* part = tile + column / gemm::kDepth * kOutputs * gemm::kDepth;
        *reinterpret_cast<uint4*>(part + gemm::tile_offset(row_of(i), column % gemm::kDepth / 8)) = bits;
      }
    }
  }
};

}  // namespace few_rows

template <WeightFormat F, int kRows>
__global__ void __launch_bounds__(128) few_rows_kernel(const __grid_constant__ PackedGemmJobs jobs) {
  using namespace gemm;
  using T = few_rows::Tile<kRows>;
  constexpr int kM = kRows / 16, kN = 2, kOutputs = T::kOutputs, kStep = few_rows::kDepth;
  extern __shared__ __align__(128) __half tiles[];
  begin_kernel();

  int j = jobs.count - 1;
  while (j > 0 && static_cast<int>(blockIdx.x) < jobs.jobs[j].job.first_block) --j;
  const GemmJob& job = jobs.jobs[j].job;
  const DeviceMatrix& w = jobs.jobs[j].w;
  Place place;
  if (!find_place<T>(job, static_cast<int>(blockIdx.x) - job.first_block, place)) return;
  const int warp = threadIdx.x / 32, lane = threadIdx.x % 32;
  const int units = divide_up(w.columns, DeviceFormat<F>::kUnit), all_steps = divide_up(job.depth, kStep);
  const int first_step = all_steps * place.split / job.splits;
  const int end_step = all_steps * (place.split + 1) / job.splits;
  const std::int64_t first_output = std::int64_t{place.expert} * job.outputs + place.first_column;
  const int outputs = job.outputs - place.first_column;

  const auto x_tile = [&](int step) { return tiles + step % 2 * (kRows + kOutputs) * kStep; };
  const auto w_tile = [&](int step) { return x_tile(step) + kRows * kStep; };
  const auto load_x = [&](int step) {
    for (int i = threadIdx.x; i < kRows * (kStep / 8); i += 128) {
      const int row = i / (kStep / 8), chunk = i % (kStep / 8), column = step * kStep + chunk * 8;
      const int from = min(place.first_row + row, place.end_row - 1);
      __half* to = x_tile(step) + chunk / kChunks * kRows * kDepth + tile_offset(row, chunk % kChunks);
      if (column < job.depth) {
        copy_16(to, job.x + static_cast<std::int64_t>(from) * job.depth + column);
      } else {
        *reinterpret_cast<uint4*>(to) = uint4{0, 0, 0, 0};
      }
    }
    commit_copies();
  };

  float sums[kM * kN * 4] = {};
  auto& by_place = reinterpret_cast<float(&)[kM][kN][4]>(sums);
  few_rows::Units<F> own;
  own.read(w, first_output, outputs, first_step, units);
  load_x(first_step);
  for (int step = first_step; step < end_step; ++step) {
    own.store(w_tile(step), step, units);
    if (step + 1 < end_step) own.read(w, first_output, outputs, step + 1, units);
    wait_for_copies<0>();
    __syncthreads();
    if (step + 1 < end_step) load_x(step + 1);
#pragma unroll
    for (int part = 0; part < few_rows::kParts; ++part) {
      multiply_tiles<kM, kN>(x_tile(step) + part * kRows * kDepth,
                             w_tile(step) + (part * kOutputs + warp * 8 * kN) * kDepth, lane, by_place);
    }
  }
  if (job.splits > 1 && !join_splits<T>(job, place, sums)) return;
  store_sums<T>(job, place, reinterpret_cast<float*>(tiles), 0, warp * 8 * kN, by_place);
}

template <WeightFormat F>
void launch_few_rows(const CudaCall& call, const PackedGemmJobs& jobs, int blocks, int rows) {
  const auto start = [&](auto kernel, int shared) {
    cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize, shared);
    launch(call, kernel, dim3(blocks), dim3(128), shared, jobs);
  };
  if (rows <= 16) {
    start(&few_rows_kernel<F, 16>, few_rows::Tile<16>::kSharedBytes);
  } else {
    start(&few_rows_kernel<F, 64>, few_rows::Tile<64>::kSharedBytes);
  }
}

}  // namespace eddy
