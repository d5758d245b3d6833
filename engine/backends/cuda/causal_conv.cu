// A short filter over time per channel.
#include "engine/backends/cuda/activation.cuh"
#include "engine/ops/causal_conv.h"

namespace eddy {
namespace {

struct Arguments {
  const float *x, *weight, *bias;
  float* y;
  float* const* states;
  std::int64_t slot, first;
  int tokens, width, channels, kernel;
  Activation activation;
};

/// Input t of a sequence; t < 0 are those of the state.
__device__ __forceinline__ float input_at(const Arguments& in, int b, int t, int c) {
  if (t < 0) return in.states[b][in.slot + static_cast<std::int64_t>(t + in.kernel - 1) * in.channels + c];
  return in.x[(static_cast<std::int64_t>(b) * in.tokens + t) * in.width + in.first + c];
}

/// In rising order each input moves to a place that is no longer read.
__device__ __forceinline__ void keep_inputs(const Arguments& in, int b, int c) {
  for (int k = 0; k < in.kernel - 1; ++k) {
    in.states[b][in.slot + static_cast<std::int64_t>(k) * in.channels + c] =
        input_at(in, b, in.tokens - in.kernel + 1 + k, c);
  }
}

/// blockIdx: (channels, token, sequence). A single token's thread also moves the state on.
__global__ void causal_conv_kernel(const __grid_constant__ Arguments in) {
  begin_kernel();
  const int c = blockIdx.x * blockDim.x + threadIdx.x, t = blockIdx.y, b = blockIdx.z;
  if (c >= in.channels) return;
  float sum = in.bias ? in.bias[c] : 0.0f;
  for (int k = 0; k < in.kernel; ++k) {
    sum =
        fmaf(in.weight[static_cast<std::int64_t>(k) * in.channels + c], input_at(in, b, t - in.kernel + 1 + k, c), sum);
  }
  in.y[(static_cast<std::int64_t>(b) * in.tokens + t) * in.channels + c] = device_activate(in.activation, sum);
  if (in.tokens == 1) keep_inputs(in, b, c);
}

__global__ void keep_inputs_kernel(const __grid_constant__ Arguments in) {
  begin_kernel();
  const int c = blockIdx.x * blockDim.x + threadIdx.x;
  if (c < in.channels) keep_inputs(in, blockIdx.y, c);
}

// ---- many tokens ----------------------------------------------------------------------------------------------------

constexpr int kRun = 8;  // tokens a thread, for four channels

/// y = w * x + y for four channels.
__device__ __forceinline__ void add_product(float4& y, const float4& w, const float4& x) {
  y = {fmaf(w.x, x.x, y.x), fmaf(w.y, x.y, y.y), fmaf(w.z, x.z, y.z), fmaf(w.w, x.w, y.w)};
}

template <bool kSilu>
__device__ __forceinline__ float activate(Activation activation, float x) {
  return device_activate(kSilu ? Activation::Silu : activation, x);
}

/// blockIdx: (channels, run of tokens, sequence). Threads of the first run are the only ones that touch the state: they
/// read it, then move it on. At least kKernel - 1 tokens.
template <int kKernel, bool kSilu>
__global__ void __launch_bounds__(128, 6) runs_kernel(const __grid_constant__ Arguments in) {
  constexpr int kBefore = kKernel - 1;
  begin_kernel();
  const int c = static_cast<int>(blockIdx.x * blockDim.x + threadIdx.x) * 4, first = blockIdx.y * kRun;
  if (c >= in.channels) return;
  const auto four = [](const float* p) { return *reinterpret_cast<const float4*>(p); };
  const std::int64_t first_row = static_cast<std::int64_t>(blockIdx.z) * in.tokens, channels = in.channels;
  const float* x = in.x + first_row * in.width + in.first + c;
  float* state = in.states[blockIdx.z] + in.slot + c;
  float4 inputs[kBefore + kRun], weights[kKernel];
#pragma unroll
  for (int i = 0; i < kBefore + kRun; ++i) {
    const int t = first - kBefore + i;
    inputs[i] = {};
    if (t >= 0 && t < in.tokens) inputs[i] = four(x + static_cast<std::int64_t>(t) * in.width);
    if (t < 0) inputs[i] = four(state + (t + kBefore) * channels);
  }
#pragma unroll
  for (int k = 0; k < kKernel; ++k) weights[k] = four(in.weight + k * channels + c);
  const float4 bias = in.bias ? four(in.bias + c) : float4{};
#pragma unroll
  for (int i = 0; i < kRun; ++i) {
    if (first + i >= in.tokens) break;
    float4 y = bias;
#pragma unroll
    for (int k = 0; k < kKernel; ++k) add_product(y, weights[k], inputs[i + k]);
    y = {activate<kSilu>(in.activation, y.x), activate<kSilu>(in.activation, y.y), activate<kSilu>(in.activation, y.z),
         activate<kSilu>(in.activation, y.w)};
    *reinterpret_cast<float4*>(in.y + (first_row + first + i) * channels + c) = y;
  }
  if (first > 0) return;
#pragma unroll
  for (int k = 0; k < kBefore; ++k) {
    *reinterpret_cast<float4*>(state + k * channels) =
        four(x + static_cast<std::int64_t>(in.tokens - kBefore + k) * in.width);
  }
}

template <int kKernel>
void launch_runs(const CudaCall& call, const Arguments& in) {
  const dim3 grid(divide_up(in.channels / 4, 128), divide_up(in.tokens, kRun), static_cast<unsigned>(call.sequences));
  const auto kernel = in.activation == Activation::Silu ? &runs_kernel<kKernel, true> : &runs_kernel<kKernel, false>;
  launch(call, kernel, grid, dim3(128), 0, in);
}

/// Whether all of it can be read 16 bytes at a time.
bool in_fours(const Arguments& in) {
  const auto aligned = [](const float* p) { return reinterpret_cast<std::uintptr_t>(p) % 16 == 0; };
  return in.channels % 4 == 0 && in.width % 4 == 0 && in.first % 4 == 0 && in.slot % 4 == 0 && aligned(in.x) &&
         aligned(in.weight) && aligned(in.bias) && aligned(in.y);
}

}  // namespace

bool cuda_supports_causal_conv(const CudaCall& call) {
  return has_device_activation(call.params.as<CausalConvParams>().activation);
}

void cuda_causal_conv(const CudaCall& call) {
  const auto params = call.params.as<CausalConvParams>();
  const Shape& weight = call.in_shape(1);
  const Arguments in{.x = call.in(0),
                     .weight = call.in(1),
                     .bias = params.has_bias ? call.in(3) : nullptr,
                     .y = call.out(0),
                     .states = call.states,
                     .slot = call.slot(2),
                     .first = params.first,
                     .tokens = static_cast<int>(call.tokens),
                     .width = static_cast<int>(call.in_shape(0).last()),
                     .channels = static_cast<int>(weight[1]),
                     .kernel = static_cast<int>(weight[0]),
                     .activation = params.activation};
  if (in.tokens >= kRun && in_fours(in)) {
    if (in.kernel == 2) return launch_runs<2>(call, in);
    if (in.kernel == 3) return launch_runs<3>(call, in);
    if (in.kernel == 4) return launch_runs<4>(call, in);
  }
  const auto blocks = static_cast<unsigned>(divide_up(in.channels, 128)),
             sequences = static_cast<unsigned>(call.sequences);
  launch(call, &causal_conv_kernel, dim3(blocks, in.tokens, sequences), dim3(128), 0, in);
  if (in.tokens > 1) launch(call, &keep_inputs_kernel, dim3(blocks, sequences), dim3(128), 0, in);
}

}  // namespace eddy
