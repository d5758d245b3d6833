// The short convolution of what a matrix-vector product puts out: the thread that has an output owns the channel.
#pragma once

#include "engine/backends/cuda/activation.cuh"
#include "engine/backends/cuda/linear_jobs.h"

namespace eddy {

/// Asks for a number that will be read after the sums are there; nothing of the plan may write it before.
__device__ __forceinline__ void prefetch_number(const float* p) {
  asm volatile("prefetch.global.L2 [%0];" ::"l"(p));
}

__device__ __forceinline__ void prefetch_conv(const ConvEnd& end, int b, int row) {
  const int c = row - end.first;
  if (c < 0 || c >= end.channels) return;
  const float* state = end.states[b] + end.slot;
  for (int k = 0; k < end.kernel; ++k) {
    prefetch_number(end.weight + static_cast<std::int64_t>(k) * end.channels + c);
    if (k + 1 < end.kernel) prefetch_number(state + static_cast<std::int64_t>(k) * end.channels + c);
  }
  if (end.bias) prefetch_number(end.bias + c);
}

/// Output `row` of sequence b is `y`: the state moves on by it. Sums run over taps in rising order.
__device__ __forceinline__ void convolve(const ConvEnd& end, int b, int row, float y) {
  constexpr int kUsual = 4;
  const int c = row - end.first;
  if (c < 0 || c >= end.channels) return;
  float* state = end.states[b] + end.slot + c;
  const float* weight = end.weight + c;
  const auto at = [&](int k) { return static_cast<std::int64_t>(k) * end.channels; };
  float sum = end.bias ? end.bias[c] : 0.0f;
  if (end.kernel == kUsual) {
    float inputs[kUsual], weights[kUsual];
#pragma unroll
    for (int k = 0; k < kUsual; ++k) {
      inputs[k] = k + 1 < kUsual ? state[at(k)] : y;
      weights[k] = weight[at(k)];
    }
#pragma unroll
    for (int k = 0; k < kUsual; ++k) sum = fmaf(weights[k], inputs[k], sum);
#pragma unroll
    for (int k = 0; k + 1 < kUsual; ++k) state[at(k)] = inputs[k + 1];
  } else {
    for (int k = 0; k < end.kernel; ++k) {
      const float input = k + 1 < end.kernel ? state[at(k)] : y;
      sum = fmaf(weight[at(k)], input, sum);
      if (k > 0) state[at(k - 1)] = input;
    }
  }
  end.y[static_cast<std::int64_t>(b) * end.channels + c] = device_activate(end.activation, sum);
}

}  // namespace eddy
