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
  const auto blocks = static_cast<unsigned>(divide_up(in.channels, 128)),
             sequences = static_cast<unsigned>(call.sequences);
  launch(call, &causal_conv_kernel, dim3(blocks, in.tokens, sequences), dim3(128), 0, in);
  if (in.tokens > 1) launch(call, &keep_inputs_kernel, dim3(blocks, sequences), dim3(128), 0, in);
}

}  // namespace eddy
