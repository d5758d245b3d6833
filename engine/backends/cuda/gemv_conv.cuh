// What a matrix-vector product does with its outputs before the next op reads them: nothing, a short convolution, or the
// recurrence of Mamba. A thread or four of the block that made an output own its channel, so no kernel is between.
#pragma once

#include "engine/backends/cuda/activation.cuh"
#include "engine/backends/cuda/head_tile.cuh"
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

/// Of a row of states: one over its root mean square.
__device__ __forceinline__ float scale_of_states(const float* x, int count, float epsilon) {
  float squares = 0;
  for (int n = threadIdx.x % 32; n < count; n += 32) squares += x[n] * x[n];
  return 1.0f / sqrtf(warp_sum(squares) / count + epsilon);
}

__device__ __forceinline__ void prefetch_scan(const ScanEnd& end, int b, int channels, int row) {
  if (row >= channels) return;
  for (int n = threadIdx.x % kHeadParts; n < end.count; n += kHeadParts) {
    const std::int64_t at = static_cast<std::int64_t>(n) * channels + row;
    prefetch_number(end.states[b] + end.slot + at);
    prefetch_number(end.a + at);
  }
}

/// Asked by whole warps: eight channels from `row` on, four lanes each (head_tile.cuh). `dt` is that of this lane's channel.
__device__ __forceinline__ void scan_channels(const ScanEnd& end, int b, int channels, int row, float dt) {
  constexpr int kAtOnce = 4;
  const int e = min(row + static_cast<int>(threadIdx.x) % kHeadColumns, channels - 1);
  const float* inputs = end.inputs + static_cast<std::int64_t>(b) * end.inputs_width;
  const float *bs = inputs + end.b_first, *cs = inputs + end.c_first;
  const float b_scale = end.b_norm ? scale_of_states(bs, end.count, end.epsilon) : 1.0f;
  const float c_scale = end.c_norm ? scale_of_states(cs, end.count, end.epsilon) : 1.0f;
  float* state = end.states[b] + end.slot;
  const std::int64_t own = static_cast<std::int64_t>(b) * channels + e;
  const float u = end.u[own], d = end.d[e], z = end.z[static_cast<std::int64_t>(b) * end.z_width + end.z_first + e];
  const float delta = device_softplus(dt), written = delta * u;
  const bool inside = row + static_cast<int>(threadIdx.x) % kHeadColumns < channels;
  float y = 0;
  for (int first = head_part(); first < end.count; first += kAtOnce * kHeadParts) {
    float s[kAtOnce], a[kAtOnce];
#pragma unroll
    for (int i = 0; i < kAtOnce; ++i) {
      const std::int64_t n = min(first + i * kHeadParts, end.count - 1);
      s[i] = state[n * channels + e];
      a[i] = end.a[n * channels + e];
    }
#pragma unroll
    for (int i = 0; i < kAtOnce; ++i) {
      const int n = first + i * kHeadParts;
      if (n >= end.count) break;
      const float into = bs[n] * b_scale * (end.b_norm ? end.b_norm[n] : 1.0f);
      const float out_of = cs[n] * c_scale * (end.c_norm ? end.c_norm[n] : 1.0f);
      s[i] = fmaf(expf(delta * a[i]), s[i], written * into);
      y = fmaf(s[i], out_of, y);
      if (inside) state[static_cast<std::int64_t>(n) * channels + e] = s[i];
    }
  }
  y = sum_parts(y);
  if (inside && head_part() == 0) end.y[own] = (y + d * u) * device_activate(Activation::Silu, z);
}

}  // namespace eddy
