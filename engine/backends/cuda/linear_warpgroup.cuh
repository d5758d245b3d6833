// W x for many x on Hopper: one warp has tiles of x and W copied to shared memory, warpgroups multiply what has come.
#pragma once

#include "engine/backends/cuda/linear_gemm.cuh"
#include "engine/backends/cuda/warpgroup.cuh"

namespace eddy {

struct WarpgroupJobs {
  GemmJobs jobs;
  CUtensorMap x[GemmJobs::kMost], w[GemmJobs::kMost];  ///< boxes of a tile's rows or outputs and gemm::kDepth halves
};

namespace gemm {

/// What a block makes: kRows x kOutputs. The side that is a multiple of 64 for each warpgroup is the one that the
/// instruction takes in steps of 64 (`kTurned`: the outputs, for few rows).
template <int kRows_, int kOutputs_, int kGroups_, bool kTurned_, int kStages_, int kBlocks_>
struct WarpgroupTile {
  static constexpr int kRows = kRows_, kOutputs = kOutputs_, kGroups = kGroups_, kStages = kStages_;
  static constexpr bool kTurned = kTurned_;
  static constexpr int kBlocks = kBlocks_;  ///< that a multiprocessor has at once
  static constexpr int kLong = kTurned ? kOutputs : kRows, kWide = kTurned ? kRows : kOutputs;
  static constexpr int kThreads = 128 * kGroups;  ///< those that multiply
  static constexpr int kAllThreads = kThreads + 32;
  static constexpr int kStageBytes = (kRows + kOutputs) * kDepth * 2;
  static constexpr int kAlignment = 1024;  // of a tile whose rows are turned
  static constexpr int kSharedBytes = kStages * kStageBytes + kAlignment;
  static constexpr int kSums = kWide / 2;
  static_assert(kLong == 64 * kGroups);

  /// Among the threads that multiply.
  __device__ static void sync() { asm volatile("bar.sync 1, %0;" ::"n"(kThreads) : "memory"); }
};

/// A warp's sums where its sixteen outputs lie along the instruction's rows, by way of the shared memory that the tiles had.
template <class T>
__device__ __forceinline__ void store_turned(const GemmJob& job, const Place& place, float* shared, int warp_output,
                                             const float (&sums)[T::kSums]) {
  constexpr int kPitch = T::kRows + 1;
  static_assert(T::kThreads / 32 * 16 * kPitch * sizeof(float) <= T::kSharedBytes - T::kAlignment);
  const int warp = threadIdx.x / 32, lane = threadIdx.x % 32;
  float* own = shared + warp * 16 * kPitch;
  T::sync();  // nobody reads the tiles any more
#pragma unroll
  for (int n = 0; n < T::kSums / 4; ++n) {
#pragma unroll
    for (int i = 0; i < 4; ++i) own[(lane / 4 + i / 2 * 8) * kPitch + 8 * n + lane % 4 * 2 + i % 2] = sums[4 * n + i];
  }
  __syncwarp();
  const int column = place.first_column + warp_output + lane % 16;
  if (column >= job.outputs) return;
  const int rows = min(T::kRows, place.end_row - place.first_row);
  const Finish finish(job);
#pragma unroll 1
  for (int first = lane / 16; first < rows; first += 8) {
    int row[4];
    float four[4];
#pragma unroll
    for (int i = 0; i < 4; ++i) {
      const int at = first + 2 * i;
      row[i] = at < rows ? place.first_row + at : -1;
      four[i] = own[lane % 16 * kPitch + min(at, T::kRows - 1)];
    }
    finish.store(row, {column, column, column, column}, four);
  }
}

}  // namespace gemm

template <class T>
__global__ void __launch_bounds__(T::kAllThreads, T::kBlocks)
    warpgroup_gemm_kernel(const __grid_constant__ WarpgroupJobs all) {
#if EDDY_WARPGROUPS
  using namespace gemm;
  using namespace warpgroup;
  extern __shared__ std::byte shared[];
  __shared__ std::uint64_t full[T::kStages], empty[T::kStages];
  let_next_kernel_start();

  const GemmJobs& jobs = all.jobs;
  int j = jobs.count - 1;
  while (j > 0 && static_cast<int>(blockIdx.x) < jobs.jobs[j].first_block) --j;
  const GemmJob& job = jobs.jobs[j];
  if (job.begins) wait_for_earlier_kernels();
  Place place;
  if (!find_place<T>(job, static_cast<int>(blockIdx.x) - job.first_block, place)) return;
  const int all_steps = job.depth / kDepth;
  const int first_step = all_steps * place.split / job.splits;
  const int steps = all_steps * (place.split + 1) / job.splits - first_step;

  constexpr std::uintptr_t kMask = T::kAlignment - 1;
  auto* tiles = reinterpret_cast<__half*>((reinterpret_cast<std::uintptr_t>(shared) + kMask) & ~kMask);
  const auto x_tile = [&](int stage) { return tiles + stage * (T::kStageBytes / 2); };
  const auto w_tile = [&](int stage) { return x_tile(stage) + T::kRows * kDepth; };
  const int warp = threadIdx.x / 32, lane = threadIdx.x % 32;
  if (threadIdx.x == 0) {
    for (int s = 0; s < T::kStages; ++s) {
      init_barrier(&full[s], 1);
      init_barrier(&empty[s], T::kThreads / 32);
    }
    show_barriers();
  }
  __syncthreads();
  const auto copy_w = [&](int step) {
    const int stage = step % T::kStages;
    arrive_and_expect(&full[stage], T::kStageBytes);
    const int depth = (first_step + step) * kDepth, row = place.expert * job.outputs + place.first_column;
    copy_box(w_tile(stage), all.w[j], depth, row, &full[stage]);
  };
  const auto copy_x = [&](int step) {
    const int stage = step % T::kStages;
    copy_box(x_tile(stage), all.x[j], (first_step + step) * kDepth, place.first_row, &full[stage]);
  };
  if (warp == T::kThreads / 32) {
    if (lane != 0) return;
    // Weights are there whatever runs before; x may be at work still.
    const int early = min(steps, T::kStages);
    for (int step = 0; step < early; ++step) copy_w(step);
    wait_for_earlier_kernels();
    for (int step = 0; step < early; ++step) copy_x(step);
    for (int step = early; step < steps; ++step) {
      wait(&empty[step % T::kStages], (step / T::kStages - 1) % 2);
      copy_w(step);
      copy_x(step);
    }
    return;
  }
  wait_for_earlier_kernels();

  float sums[T::kSums] = {};
  const int group = warp / 4;
  for (int step = 0; step < steps; ++step) {
    const int stage = step % T::kStages;
    wait(&full[stage], step / T::kStages % 2);
    const __half* along = (T::kTurned ? w_tile(stage) : x_tile(stage)) + group * 64 * kDepth;
    const std::uint64_t a = tile_descriptor(along);
    const std::uint64_t b = tile_descriptor(T::kTurned ? x_tile(stage) : w_tile(stage));
    pin(sums);
    begin_products();
    constexpr int kStep16 = 16 * 2 >> 4;  // 16 halves further along the rows, in the descriptor's units
#pragma unroll
    for (int part = 0; part < kDepth / 16; ++part) multiply_add(sums, a + kStep16 * part, b + kStep16 * part);
    commit_products();
    // The products of the step before are done: its tiles may be written again.
    wait_for_products<1>();
    if (step > 0 && lane == 0) arrive(&empty[(step - 1) % T::kStages]);
  }
  wait_for_products<0>();
  pin(sums);
  if (job.splits > 1 && !join_splits<T>(job, place, sums)) return;
  const int warp_along = group * 64 + warp % 4 * 16;
  auto* room = reinterpret_cast<float*>(tiles);
  if constexpr (T::kTurned) {
    store_turned<T>(job, place, room, warp_along, sums);
  } else {
    store_sums<T>(job, place, room, warp_along, 0, reinterpret_cast<const float(&)[1][T::kSums / 4][4]>(sums));
  }
#endif
}

}  // namespace eddy
