// Ops in which every output is a function of few numbers: a thread an output.
#pragma once

#include "engine/backends/cuda/launch.cuh"

namespace eddy {

template <class Function>
__global__ void map_kernel(std::int64_t n, float* y, Function function) {
  begin_kernel();
  const std::int64_t stride = static_cast<std::int64_t>(gridDim.x) * blockDim.x;
  for (std::int64_t i = static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x; i < n; i += stride) {
    y[i] = function(i);
  }
}

/// y[i] = function(i) for the call's first output.
template <class Function>
void map(const CudaCall& call, Function function) {
  constexpr std::int64_t kThreads = 256, kMostBlocks = 4096;
  const std::int64_t n = call.outputs[0].shape.elements();
  const auto blocks = divide_up(n, kThreads);
  launch(call, &map_kernel<Function>, dim3(static_cast<unsigned>(blocks < kMostBlocks ? blocks : kMostBlocks)),
         dim3(kThreads), 0, n, call.out(0), function);
}

}  // namespace eddy
