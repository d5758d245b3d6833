// token_shift, alone and after a layer_norm, and the data-dependent shift of RWKV-6.
#include "engine/backends/gpu/fused_ops.h"
#include "engine/backends/cuda/launch.cuh"

namespace eddy {
namespace {

constexpr int kMostMixes = 8;

struct MixedOutputs {
  float* y[kMostMixes];
  int count;
};

MixedOutputs outputs_of(const CudaCall& call) {
  MixedOutputs outputs{};
  for (const auto& output : call.outputs) outputs.y[outputs.count++] = output.data;
  return outputs;
}

__device__ __forceinline__ void write_mixes(const MixedOutputs& outputs, const float* mixes, int channels, int c,
                                            std::int64_t at, float current, float previous) {
#pragma unroll
  for (int m = 0; m < kMostMixes; ++m) {
    if (m < outputs.count) outputs.y[m][at] = current + (previous - current) * mixes[m * channels + c];
  }
}

/// blockIdx: (channels, token, sequence). A single token's block leaves it behind itself; else keep_last_kernel does,
/// since other blocks still read what was left behind before.
__global__ void token_shift_kernel(const float* x, const float* mixes, float* const* states, std::int64_t slot,
                                   MixedOutputs outputs, int channels) {
  begin_kernel();
  const int c = blockIdx.x * blockDim.x + threadIdx.x, t = blockIdx.y, tokens = gridDim.y;
  if (c >= channels) return;
  float* shift = states[blockIdx.z] + slot;
  const std::int64_t at = (static_cast<std::int64_t>(blockIdx.z) * tokens + t) * channels + c;
  const float current = x[at], previous = t == 0 ? shift[c] : x[at - channels];
  write_mixes(outputs, mixes, channels, c, at, current, previous);
  if (tokens == 1) shift[c] = current;
}

__global__ void ddlerp_base_kernel(const float* x, const float* mu, float* const* states, std::int64_t slot,
                                   float* difference, float* base, int channels) {
  begin_kernel();
  const int c = blockIdx.x * blockDim.x + threadIdx.x, t = blockIdx.y, tokens = gridDim.y;
  if (c >= channels) return;
  float* shift = states[blockIdx.z] + slot;
  const std::int64_t at = (static_cast<std::int64_t>(blockIdx.z) * tokens + t) * channels + c;
  const float current = x[at], previous = t == 0 ? shift[c] : x[at - channels];
  difference[at] = previous - current;
  base[at] = current + (previous - current) * mu[c];
  if (tokens == 1) shift[c] = current;
}

__global__ void keep_last_kernel(const float* x, float* const* states, std::int64_t slot, int tokens, int channels) {
  begin_kernel();
  const int c = blockIdx.x * blockDim.x + threadIdx.x;
  if (c < channels) states[blockIdx.y][slot + c] = x[((blockIdx.y + std::int64_t{1}) * tokens - 1) * channels + c];
}

void keep_last(const CudaCall& call, std::int64_t slot) {
  if (call.tokens == 1) return;
  const auto channels = static_cast<int>(call.in_shape(0).last());
  launch(call, &keep_last_kernel, dim3(divide_up(channels, 256), static_cast<unsigned>(call.sequences)), dim3(256), 0,
         call.in(0), call.states, slot, static_cast<int>(call.tokens), channels);
}

dim3 grid_of(const CudaCall& call) {
  return dim3(divide_up(static_cast<unsigned>(call.in_shape(0).last()), 256u), static_cast<unsigned>(call.tokens),
              static_cast<unsigned>(call.sequences));
}

/// The weights of the normed row are applied as it is read again.
struct NormedRow {
  const float* x;
  float mean, scale;
  __device__ float operator()(int c, const float* weight, const float* bias) const {
    return (x[c] - mean) * scale * weight[c] + bias[c];
  }
};

__device__ NormedRow norm_row(const float* x, int channels, float epsilon, float* scratch) {
  float mean = 0;
  for (int c = threadIdx.x; c < channels; c += blockDim.x) mean += x[c];
  mean = block_sum(mean, scratch) / channels;
  float squares = 0;
  for (int c = threadIdx.x; c < channels; c += blockDim.x) squares += (x[c] - mean) * (x[c] - mean);
  return {x, mean, 1.0f / sqrtf(block_sum(squares, scratch) / channels + epsilon)};
}

/// blockIdx: (token, sequence). The row before is normed once more instead of waiting for another block.
__global__ void norm_shift_kernel(const float* x, const float* weight, const float* bias, const float* mixes,
                                  float* const* states, std::int64_t slot, MixedOutputs outputs, int channels,
                                  float epsilon) {
  __shared__ float scratch[33];
  begin_kernel();
  const int t = blockIdx.x, tokens = gridDim.x;
  const std::int64_t row = static_cast<std::int64_t>(blockIdx.y) * tokens + t;
  float* shift = states[blockIdx.y] + slot;
  const NormedRow current = norm_row(x + row * channels, channels, epsilon, scratch);
  const std::int64_t other = t == 0 ? row + tokens - 1 : row - 1;  // the first token's block leaves the last one behind
  const NormedRow before = norm_row(x + other * channels, channels, epsilon, scratch);
  for (int c = threadIdx.x; c < channels; c += blockDim.x) {
    const float now = current(c, weight, bias), neighbour = before(c, weight, bias);
    const float previous = t == 0 ? shift[c] : neighbour;
    write_mixes(outputs, mixes, channels, c, row * channels + c, now, previous);
    if (t == 0) shift[c] = neighbour;
  }
}

constexpr int kFoursThreads = 256, kMostFours = 4;  // of a thread

__device__ float4 normed(const float4& x, float mean, float scale, const float4& weight, const float4& bias) {
  return {(x.x - mean) * scale * weight.x + bias.x, (x.y - mean) * scale * weight.y + bias.y,
          (x.z - mean) * scale * weight.z + bias.z, (x.w - mean) * scale * weight.w + bias.w};
}

__device__ float sum_of_four(const float4& x) {
  return (x.x + x.y) + (x.z + x.w);
}

__device__ float squares_of_four(const float4& x, float mean) {
  const float4 c = {x.x - mean, x.y - mean, x.z - mean, x.w - mean};
  return (c.x * c.x + c.y * c.y) + (c.z * c.z + c.w * c.w);
}

/// The same for channels in fours, which stay in registers: every number of the two rows is read once.
__global__ void __launch_bounds__(kFoursThreads)
    norm_shift_in_fours_kernel(const float* x, const float* weight, const float* bias, const float* mixes,
                               float* const* states, std::int64_t slot, const __grid_constant__ MixedOutputs outputs,
                               int fours, float epsilon) {
  __shared__ float scratch[33];
  begin_kernel();
  const int t = blockIdx.x, tokens = gridDim.x, channels = 4 * fours;
  const std::int64_t row = static_cast<std::int64_t>(blockIdx.y) * tokens + t;
  const std::int64_t other = t == 0 ? row + tokens - 1 : row - 1;
  auto* shift = reinterpret_cast<float4*>(states[blockIdx.y] + slot);
  const auto four = [](const float* p, std::int64_t i) { return reinterpret_cast<const float4*>(p)[i]; };
  float4 now[kMostFours], before[kMostFours];
  float now_mean = 0, before_mean = 0, now_squares = 0, before_squares = 0;
#pragma unroll
  for (int i = 0; i < kMostFours; ++i) {
    const int at = i * kFoursThreads + threadIdx.x;
    now[i] = at < fours ? four(x, row * fours + at) : float4{};
    before[i] = at < fours ? four(x, other * fours + at) : float4{};
    now_mean += sum_of_four(now[i]);
    before_mean += sum_of_four(before[i]);
  }
  now_mean = block_sum(now_mean, scratch) / channels;
  before_mean = block_sum(before_mean, scratch) / channels;
#pragma unroll
  for (int i = 0; i < kMostFours; ++i) {
    if (i * kFoursThreads + threadIdx.x >= fours) continue;
    now_squares += squares_of_four(now[i], now_mean);
    before_squares += squares_of_four(before[i], before_mean);
  }
  const float now_scale = 1.0f / sqrtf(block_sum(now_squares, scratch) / channels + epsilon);
  const float before_scale = 1.0f / sqrtf(block_sum(before_squares, scratch) / channels + epsilon);
#pragma unroll
  for (int i = 0; i < kMostFours; ++i) {
    const int at = i * kFoursThreads + threadIdx.x;
    if (at >= fours) continue;
    const float4 w = four(weight, at), b = four(bias, at);
    const float4 current = normed(now[i], now_mean, now_scale, w, b),
                 neighbour = normed(before[i], before_mean, before_scale, w, b);
    const float4 previous = t == 0 ? shift[at] : neighbour;
#pragma unroll
    for (int m = 0; m < kMostMixes; ++m) {
      if (m >= outputs.count) continue;
      const float4 mix = four(mixes, static_cast<std::int64_t>(m) * fours + at);
      reinterpret_cast<float4*>(outputs.y[m])[row * fours + at] = {
          current.x + (previous.x - current.x) * mix.x, current.y + (previous.y - current.y) * mix.y,
          current.z + (previous.z - current.z) * mix.z, current.w + (previous.w - current.w) * mix.w};
    }
    if (t == 0) shift[at] = neighbour;
  }
}

/// A single token. blockIdx: (slice of channels, sequence). Every block norms the whole row, which is short, and writes
/// its slice; what does not depend on the row is read before the kernel before has ended.
constexpr int kSliceThreads = 256;
constexpr int kMostPerThread = 16;  // channels of the row

__global__ void __launch_bounds__(kSliceThreads)
    norm_shift_one_kernel(const float* x, const float* weight, const float* bias, const float* mixes,
                          float* const* states, std::int64_t slot, const __grid_constant__ MixedOutputs outputs,
                          int channels, float epsilon) {
  constexpr int kWarps = kSliceThreads / 32;
  __shared__ float sums[2][kWarps];
  let_next_kernel_start();
  const int c = blockIdx.x * kSliceThreads + threadIdx.x, own = min(c, channels - 1);
  float* shift = states[blockIdx.y] + slot;
  const float w = weight[own], b = bias[own], previous = shift[own];  // nothing else in the plan touches this state
  float mix[kMostMixes];
#pragma unroll
  for (int m = 0; m < kMostMixes; ++m) mix[m] = m < outputs.count ? mixes[m * channels + own] : 0.0f;
  wait_for_earlier_kernels();
  x += static_cast<std::int64_t>(blockIdx.y) * channels;
  float row[kMostPerThread], mean = 0, squares = 0;
#pragma unroll
  for (int i = 0; i < kMostPerThread; ++i) {
    const int at = i * kSliceThreads + threadIdx.x;
    row[i] = at < channels ? x[at] : 0.0f;
  }
  const float mine = x[own];
  // Every thread adds them up: one barrier instead of block_sum's three.
  const auto sum_of_all = [&](float v, float (&by_warp)[kWarps]) {
    v = warp_sum(v);
    if (threadIdx.x % 32 == 0) by_warp[threadIdx.x / 32] = v;
    __syncthreads();
    float all = 0;
#pragma unroll
    for (int w = 0; w < kWarps; ++w) all += by_warp[w];
    return all;
  };
#pragma unroll
  for (int i = 0; i < kMostPerThread; ++i) mean += row[i];
  mean = sum_of_all(mean, sums[0]) / channels;
#pragma unroll
  for (int i = 0; i < kMostPerThread; ++i) {
    const float centred = i * kSliceThreads + threadIdx.x < channels ? row[i] - mean : 0.0f;
    squares += centred * centred;
  }
  const float scale = 1.0f / sqrtf(sum_of_all(squares, sums[1]) / channels + epsilon);
  if (c >= channels) return;
  const float now = (mine - mean) * scale * w + b;
#pragma unroll
  for (int m = 0; m < kMostMixes; ++m) {
    if (m < outputs.count)
      outputs.y[m][static_cast<std::int64_t>(blockIdx.y) * channels + c] = now + (previous - now) * mix[m];
  }
  shift[c] = now;
}

/// blockIdx: (channels, groups of rows). Each thread makes one channel of kRows rows for all mixes.
template <int kRows>
__global__ void ddlerp_mix_kernel(const float* x, const float* difference, const float* h, const float* w2,
                                  const float* mixes, MixedOutputs outputs, int channels, int rank, int rows) {
  begin_kernel();
  const int c = blockIdx.x * blockDim.x + threadIdx.x, first = blockIdx.y * kRows;
  if (c >= channels) return;
  for (int m = 0; m < outputs.count; ++m) {
    float mix[kRows];
#pragma unroll
    for (int i = 0; i < kRows; ++i) mix[i] = mixes[m * channels + c];
    for (int r = 0; r < rank; ++r) {
      const float w = w2[static_cast<std::int64_t>(m * rank + r) * channels + c];
#pragma unroll
      for (int i = 0; i < kRows; ++i) {
        const std::int64_t row = min(first + i, rows - 1);
        mix[i] = fmaf(h[row * outputs.count * rank + m * rank + r], w, mix[i]);
      }
    }
#pragma unroll
    for (int i = 0; i < kRows; ++i) {
      if (first + i >= rows) continue;
      const std::int64_t at = static_cast<std::int64_t>(first + i) * channels + c;
      outputs.y[m][at] = x[at] + difference[at] * mix[i];
    }
  }
}

}  // namespace

bool cuda_supports_mixes(const CudaCall& call) {
  return call.outputs.size() <= kMostMixes;
}

void cuda_token_shift(const CudaCall& call) {
  launch(call, &token_shift_kernel, grid_of(call), dim3(256), 0, call.in(0), call.in(1), call.states, call.slot(2),
         outputs_of(call), static_cast<int>(call.in_shape(0).last()));
  keep_last(call, call.slot(2));
}

/// Whether the slot begins at a multiple of 16 bytes in every state.
static bool states_in_fours(const CudaCall& call) {
  return call.slot(4) % 4 == 0;
}

void cuda_norm_shift(const CudaCall& call) {
  const float epsilon = call.params.as<NormShiftParams>().epsilon;
  const auto channels = static_cast<int>(call.in_shape(0).last());
  const auto sequences = static_cast<unsigned>(call.sequences);
  if (call.tokens == 1 && channels <= kSliceThreads * kMostPerThread) {
    launch(call, &norm_shift_one_kernel, dim3(divide_up(channels, kSliceThreads), sequences), dim3(kSliceThreads), 0,
           call.in(0), call.in(1), call.in(2), call.in(3), call.states, call.slot(4), outputs_of(call), channels,
           epsilon);
  } else if (channels % 4 == 0 && channels <= 4 * kFoursThreads * kMostFours && states_in_fours(call)) {
    launch(call, &norm_shift_in_fours_kernel, dim3(static_cast<unsigned>(call.tokens), sequences), dim3(kFoursThreads),
           0, call.in(0), call.in(1), call.in(2), call.in(3), call.states, call.slot(4), outputs_of(call), channels / 4,
           epsilon);
  } else {
    launch(call, &norm_shift_kernel, dim3(static_cast<unsigned>(call.tokens), sequences), dim3(256), 0, call.in(0),
           call.in(1), call.in(2), call.in(3), call.states, call.slot(4), outputs_of(call), channels, epsilon);
  }
}

void cuda_ddlerp_base(const CudaCall& call) {
  launch(call, &ddlerp_base_kernel, grid_of(call), dim3(256), 0, call.in(0), call.in(1), call.states, call.slot(2),
         call.out(0), call.out(1), static_cast<int>(call.in_shape(0).last()));
  keep_last(call, call.slot(2));
}

void cuda_ddlerp_mix(const CudaCall& call) {
  constexpr int kRows = 8;
  const auto channels = static_cast<int>(call.in_shape(0).last()), rows = static_cast<int>(call.in_shape(0).rows());
  const auto rank = static_cast<int>(call.in_shape(3)[1]);
  launch(call, &ddlerp_mix_kernel<kRows>, dim3(divide_up(channels, 128), divide_up(rows, kRows)), dim3(128), 0,
         call.in(0), call.in(1), call.in(2), call.in(3), call.in(4), outputs_of(call), channels, rank, rows);
}

}  // namespace eddy
