// Starting kernels, and the few device functions that all of them share.
#pragma once

#include <cuda_fp16.h>
#include <cuda_runtime.h>

#include "engine/backends/cuda/cuda_call.h"

namespace eddy {

/// Starts a kernel in the call's stream. Errors are sticky: the executable asks for them after each op.
template <class... P, class... A>
void launch(const CudaCall& call, void (*kernel)(P...), dim3 grid, dim3 block, std::size_t shared, A... arguments) {
  cudaLaunchAttribute attribute{};
  attribute.id = cudaLaunchAttributeProgrammaticStreamSerialization;
  attribute.val.programmaticStreamSerializationAllowed = 1;
  cudaLaunchConfig_t config{};
  config.gridDim = grid;
  config.blockDim = block;
  config.dynamicSmemBytes = shared;
  config.stream = call.stream;
  config.attrs = &attribute;
  config.numAttrs = call.overlap ? 1 : 0;
  cudaLaunchKernelEx(&config, kernel, static_cast<P>(arguments)...);
}

template <class T>
constexpr T divide_up(T a, T b) {
  return (a + b - 1) / b;
}

/// Every kernel calls this before it touches anything that an earlier kernel of the plan reads or writes.
__device__ __forceinline__ void wait_for_earlier_kernels() {
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 900
  asm volatile("griddepcontrol.wait;" ::: "memory");
#endif
}

/// From here on the next kernel may take free places on the device (it waits by itself).
__device__ __forceinline__ void let_next_kernel_start() {
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 900
  asm volatile("griddepcontrol.launch_dependents;" ::: "memory");
#endif
}

__device__ __forceinline__ void begin_kernel() {
  let_next_kernel_start();
  wait_for_earlier_kernels();
}

__device__ __forceinline__ float warp_sum(float x) {
#pragma unroll
  for (int offset = 16; offset > 0; offset /= 2) x += __shfl_xor_sync(0xffffffffu, x, offset);
  return x;
}

__device__ __forceinline__ float warp_max(float x) {
#pragma unroll
  for (int offset = 16; offset > 0; offset /= 2) x = fmaxf(x, __shfl_xor_sync(0xffffffffu, x, offset));
  return x;
}

/// The sum over all threads of a block of whole warps, in every thread. `scratch` has 33 floats.
__device__ __forceinline__ float block_sum(float x, float* scratch) {
  const int warp = threadIdx.x / 32, lane = threadIdx.x % 32, warps = blockDim.x / 32;
  x = warp_sum(x);
  if (warps == 1) return x;
  __syncthreads();
  if (lane == 0) scratch[warp] = x;
  __syncthreads();
  if (warp == 0) {
    const float total = warp_sum(lane < warps ? scratch[lane] : 0.0f);
    if (lane == 0) scratch[32] = total;
  }
  __syncthreads();
  return scratch[32];
}

__device__ __forceinline__ float sigmoid(float x) {
  return 1.0f / (1.0f + expf(-x));
}

/// 16 bytes of a weight: read once, so not worth a place in the nearest cache.
__device__ __forceinline__ uint4 load_weight_16(const void* p) {
  uint4 v;
  asm volatile("ld.global.nc.L1::no_allocate.v4.u32 {%0, %1, %2, %3}, [%4];"
               : "=r"(v.x), "=r"(v.y), "=r"(v.z), "=r"(v.w)
               : "l"(p));
  return v;
}

}  // namespace eddy
