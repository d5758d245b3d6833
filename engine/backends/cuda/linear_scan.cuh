// The step sizes of Mamba and its recurrence for one token (linear_scan of gpu/fused_ops.h): four lanes a channel, each with
// a quarter of its row of the matrix and of its states. All that no earlier kernel writes is on its way before that one ends.
#pragma once

#include "engine/backends/cuda/activation.cuh"
#include "engine/backends/cuda/formats.cuh"
#include "engine/backends/cuda/head_tile.cuh"
#include "engine/backends/cuda/linear_jobs.h"

namespace eddy {

namespace linear_scan {

constexpr int kThreads = 64, kChannels = kThreads / kHeadParts;
constexpr int kStatesAtOnce = 4, kMostRank = kMostScanRank, kMostStates = 256;

/// Neighbouring units begin at other banks of shared memory.
__device__ __forceinline__ int place(int column) {
  return column + column / 32 * 4;
}
constexpr int kPlaces = kMostRank + kMostRank / 32 * 4;

/// Copies `size` numbers to shared memory, through rms_norm where there is a weight. Each warp sums by itself.
template <class Place>
__device__ __forceinline__ void stage(float* shared, const float* x, const float* weight, int size, float epsilon,
                                      const Place& place) {
  float scale = 1;
  if (weight) {
    float squares = 0;
    for (int i = threadIdx.x % 32; i < size; i += 32) squares += x[i] * x[i];
    scale = 1.0f / sqrtf(warp_sum(squares) / size + epsilon);
  }
  for (int i = threadIdx.x; i < size; i += kThreads) shared[place(i)] = weight ? x[i] * scale * weight[i] : x[i];
}

}  // namespace linear_scan

/// blockIdx: (channels, sequence)
template <WeightFormat F>
__global__ void __launch_bounds__(linear_scan::kThreads) linear_scan_kernel(const __grid_constant__ ScanJob job) {
  using namespace linear_scan;
  using Format = DeviceFormat<F>;
  constexpr int kAhead = Format::kUnit >= 32 ? 2 : 5;  // units of a lane that are read at once
  __shared__ __align__(16) float steps[kPlaces];
  __shared__ float into[kMostStates], out_of[kMostStates];
  let_next_kernel_start();
  const int channels = job.w.rows, wanted = head_column(blockIdx.x), part = head_part();
  const bool inside = wanted < channels;
  const int e = inside ? wanted : channels - 1;
  const std::int64_t b = blockIdx.y, own = b * channels + e;
  const int rank = job.w.columns, units = divide_up(rank, Format::kUnit);
  // Nothing else in the plan touches this state, and the plan before has ended: no need to wait.
  float* state = job.states[b] + job.slot + e;
  const float* rates = job.a + e;
  const auto at = [&](int n) { return static_cast<std::int64_t>(n) * channels; };
  typename Format::Raw raw[kAhead];
  float s[kStatesAtOnce], a[kStatesAtOnce];
#pragma unroll
  for (int k = 0; k < kAhead; ++k) raw[k] = Format::read(job.w, e, min(part + kHeadParts * k, units - 1));
  const auto read_states = [&](int first) {
#pragma unroll
    for (int i = 0; i < kStatesAtOnce; ++i) {
      const int n = min(first + i * kHeadParts, job.count - 1);
      s[i] = state[at(n)];
      a[i] = rates[at(n)];
    }
  };
  read_states(part);
  const float bias = job.bias[e], d = job.d[e];
  wait_for_earlier_kernels();

  const float u = job.u[own], z = job.z[b * job.z_width + job.z_first + e];
  const float* inputs = job.inputs + b * job.inputs_width;
  const auto as_it_is = [](int i) { return i; };
  for (int i = rank + threadIdx.x; i < kMostRank; i += kThreads) steps[place(i)] = 0;
  stage(steps, inputs + job.dt_first, job.dt_norm, rank, job.epsilon, &place);
  stage(into, inputs + job.b_first, job.b_norm, job.count, job.epsilon, as_it_is);
  stage(out_of, inputs + job.c_first, job.c_norm, job.count, job.epsilon, as_it_is);
  __syncthreads();
  float sum = 0;
  const auto add = [&](const typename Format::Raw& packed, int unit) {
    float w[Format::kUnit];
    Format::decode(packed, unit, w);
#pragma unroll
    for (int i = 0; i < Format::kUnit; i += 4) {
      const float4 x = *reinterpret_cast<const float4*>(steps + place(Format::column(unit, i)));
      sum = fmaf(w[i], x.x, fmaf(w[i + 1], x.y, fmaf(w[i + 2], x.z, fmaf(w[i + 3], x.w, sum))));
    }
  };
#pragma unroll
  for (int k = 0; k < kAhead; ++k) {
    if (part + kHeadParts * k < units) add(raw[k], part + kHeadParts * k);
  }
  for (int unit = part + kHeadParts * kAhead; unit < units; unit += kHeadParts) add(Format::read(job.w, e, unit), unit);
  const float delta = device_softplus(sum_parts(sum) + bias), written = delta * u;
  float y = 0;
  for (int first = part; first < job.count; first += kStatesAtOnce * kHeadParts) {
    if (first != part) read_states(first);
#pragma unroll
    for (int i = 0; i < kStatesAtOnce; ++i) {
      const int n = first + i * kHeadParts;
      if (n >= job.count) break;
      s[i] = fmaf(expf(delta * a[i]), s[i], written * into[n]);
      y = fmaf(s[i], out_of[n], y);
      if (inside) state[at(n)] = s[i];
    }
  }
  y = sum_parts(y);
  if (inside && part == 0) job.y[own] = (y + d * u) * device_activate(Activation::Silu, z);
}

}  // namespace eddy
