// What the recurrences with a matrix per head have in common.
//
// A warp holds 8 columns (value channels) of the matrix S [keys][values]: lane = 8 * part + column, and the four parts
// share the keys of a column: part q has keys 16 m + 4 q .. 16 m + 4 q + 3 for all m, in registers. So sums over keys
// need two shuffles, different columns nothing of each other, and four parts read 64 neighbouring bytes at a time.
#pragma once

#include "engine/backends/cuda/launch.cuh"

namespace eddy {

constexpr int kHeadParts = 4;
constexpr int kHeadColumns = 8;  // per warp

__device__ __forceinline__ int head_part() {
  return threadIdx.x % 32 / kHeadColumns;
}

/// The value channel of this thread within the head, for `warps` warps a block.
__device__ __forceinline__ int head_column(int block) {
  return (block * (blockDim.x / 32) + threadIdx.x / 32) * kHeadColumns + threadIdx.x % kHeadColumns;
}

/// The key of a part's i-th number.
__device__ __forceinline__ int head_key(int part, int i) {
  return i / 4 * 16 + part * 4 + i % 4;
}

/// Over the four parts of a column.
__device__ __forceinline__ float sum_parts(float x) {
  x += __shfl_xor_sync(0xffffffffu, x, 8);
  return x + __shfl_xor_sync(0xffffffffu, x, 16);
}

constexpr float kLog2OfE = 1.44269504f;

/// 2^x, two units in the last place off.
__device__ __forceinline__ float fast_exp2(float x) {
  float y;
  asm("ex2.approx.ftz.f32 %0, %1;" : "=f"(y) : "f"(x));
  return y;
}

template <int kKeys>
__device__ __forceinline__ void load_columns(float (&s)[kKeys], const float* state, int keys, int values, int column) {
#pragma unroll
  for (int i = 0; i < kKeys; ++i) {
    const int key = head_key(head_part(), i);
    s[i] = key < keys && column < values ? state[static_cast<std::int64_t>(key) * values + column] : 0.0f;
  }
}

template <int kKeys>
__device__ __forceinline__ void store_columns(const float (&s)[kKeys], float* state, int keys, int values, int column) {
#pragma unroll
  for (int i = 0; i < kKeys; ++i) {
    const int key = head_key(head_part(), i);
    if (key < keys && column < values) state[static_cast<std::int64_t>(key) * values + column] = s[i];
  }
}

/// Copies `count` floats into shared memory without waiting; 16 bytes at a time where all is aligned and in fours.
__device__ __forceinline__ void copy_floats(float* shared, const float* global, int count, int first, int step) {
#if __CUDA_ARCH__ >= 800
  if (count % 4 == 0 && reinterpret_cast<std::uintptr_t>(global) % 16 == 0) {
    for (int i = first * 4; i < count; i += step * 4) {
      const auto to = static_cast<std::uint32_t>(__cvta_generic_to_shared(shared + i));
      asm volatile("cp.async.cg.shared.global [%0], [%1], 16;" ::"r"(to), "l"(global + i) : "memory");
    }
    return;
  }
#endif
  for (int i = first; i < count; i += step) shared[i] = global[i];
}

__device__ __forceinline__ void end_copies() {
#if __CUDA_ARCH__ >= 800
  asm volatile("cp.async.commit_group;" ::: "memory");
#endif
}

/// All copies but those of the last `kLeft` groups are there.
template <int kLeft>
__device__ __forceinline__ void await_copies() {
#if __CUDA_ARCH__ >= 800
  asm volatile("cp.async.wait_group %0;" ::"n"(kLeft) : "memory");
#endif
}

}  // namespace eddy
