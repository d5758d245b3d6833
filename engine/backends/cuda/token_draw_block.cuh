// What the threads of a block find out together. Every thread of the block calls these.
#pragma once

#include <cuda_runtime.h>

namespace eddy::token_draw {

using Wide = unsigned long long;

/// True in the block of a sequence that ends last: it sees what the others wrote (read it with __ldcg).
__device__ inline bool is_last_block(unsigned& finished) {
  __shared__ bool last;
  __threadfence();
  __syncthreads();
  if (threadIdx.x == 0) {
    last = atomicAdd(&finished, 1u) + 1 == gridDim.x;
    if (last) finished = 0;
  }
  __syncthreads();
  __threadfence();
  return last;
}

/// The greatest of the block, in every thread.
__device__ inline Wide block_greatest(Wide x) {
  __shared__ Wide greatest;
  __syncthreads();
  if (threadIdx.x == 0) greatest = 0;
  __syncthreads();
  for (int offset = 16; offset > 0; offset /= 2) {
    const Wide other = __shfl_xor_sync(0xffffffffu, x, offset);
    x = other > x ? other : x;
  }
  if (threadIdx.x % 32 == 0) atomicMax(&greatest, x);
  __syncthreads();
  return greatest;
}

template <class T>
struct Prefix {
  T before, total;  // of the threads before this one; of the block
};

/// Always added up in the same order. Blocks of whole warps.
template <class T>
__device__ inline Prefix<T> block_prefix(T own) {
  __shared__ T sums[33];
  const int lane = threadIdx.x % 32, warp = threadIdx.x / 32, warps = blockDim.x / 32;
  const auto warp_prefix = [lane](T x) {  // with x itself
    for (int offset = 1; offset < 32; offset *= 2) {
      const T other = __shfl_up_sync(0xffffffffu, x, offset);
      if (lane >= offset) x = x + other;
    }
    return x;
  };
  const T up_to_own = warp_prefix(own);
  const T lower = __shfl_up_sync(0xffffffffu, up_to_own, 1);
  __syncthreads();  // who still reads the sums of a call before
  if (lane == 31) sums[warp] = up_to_own;
  __syncthreads();
  if (warp == 0) {
    const T up_to_warp = warp_prefix(lane < warps ? sums[lane] : T{});
    __syncwarp();
    sums[lane] = up_to_warp;
    if (lane == 31) sums[32] = up_to_warp;
  }
  __syncthreads();
  const T warps_before = warp > 0 ? sums[warp - 1] : T{};
  return {lane > 0 ? warps_before + lower : warps_before, sums[32]};
}

/// The first thread that says yes, blockDim.x if none does.
__device__ inline int first_thread(bool yes) {
  __shared__ int first;
  __syncthreads();
  if (threadIdx.x == 0) first = static_cast<int>(blockDim.x);
  __syncthreads();
  const unsigned those = __ballot_sync(0xffffffffu, yes);
  if (threadIdx.x % 32 == 0 && those != 0) atomicMin(&first, static_cast<int>(threadIdx.x) + __ffs(static_cast<int>(those)) - 1);
  __syncthreads();
  return first;
}

/// The last thread that says yes; one does.
__device__ inline int last_thread(bool yes) {
  __shared__ int last;
  __syncthreads();
  if (threadIdx.x == 0) last = 0;
  __syncthreads();
  if (yes) atomicMax(&last, static_cast<int>(threadIdx.x));
  __syncthreads();
  return last;
}

/// `x` of one thread, in all of them.
template <class T>
__device__ inline T of_thread(int thread, T x) {
  __shared__ T chosen;
  __syncthreads();
  if (static_cast<int>(threadIdx.x) == thread) chosen = x;
  __syncthreads();
  return chosen;
}

}  // namespace eddy::token_draw
