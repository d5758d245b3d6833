// The real-gated linear recurrent unit and its gates (engine/ops/rg_lru.h).
#include "engine/backends/cuda/activation.cuh"
#include "engine/backends/cuda/map.cuh"

namespace eddy {
namespace {

/// 1 for the first token of a text.
struct FirstToken {
  float* const* states;
  std::int64_t slot, tokens;
  __device__ float operator()(std::int64_t i) const {
    return i % tokens == 0 && states[i / tokens][slot] == 0 ? 1.0f : 0.0f;
  }
};

struct BlockArguments {
  const float *weight, *bias, *x;
  float* y;
  int heads, columns, rows;  // columns and rows of one head's matrix
  std::int64_t vectors;
  Activation activation;
};

constexpr int kOutputs = 32, kParts = 8, kVectors = 8;

/// 32 outputs for 8 vectors a block: a warp takes an eighth of the columns, weights are read once. blockIdx: (outputs
/// of a head, head, vectors).
__global__ void __launch_bounds__(kOutputs* kParts) block_linear_kernel(const __grid_constant__ BlockArguments in) {
  __shared__ float sums[kParts][kVectors][kOutputs];
  begin_kernel();
  const int lane = threadIdx.x % 32, part = threadIdx.x / 32, head = blockIdx.y;
  const int n = blockIdx.x * kOutputs + lane;
  const std::int64_t first = static_cast<std::int64_t>(blockIdx.z) * kVectors, width = in.heads * in.columns;
  float sum[kVectors] = {};
  for (int k = part; k < in.columns; k += kParts) {
    const std::int64_t column = static_cast<std::int64_t>(head) * in.columns + k;
    const float w = n < in.rows ? in.weight[column * in.rows + n] : 0.0f;
#pragma unroll
    for (int v = 0; v < kVectors; ++v) {
      const std::int64_t vector = first + v < in.vectors ? first + v : in.vectors - 1;
      sum[v] = fmaf(in.x[vector * width + column], w, sum[v]);
    }
  }
#pragma unroll
  for (int v = 0; v < kVectors; ++v) sums[part][v][lane] = sum[v];
  __syncthreads();
  const int v = part;  // a warp an output row
  if (first + v >= in.vectors || n >= in.rows) return;
  float y = in.bias[head * in.rows + n];
  for (int p = 0; p < kParts; ++p) y += sums[p][v][lane];
  in.y[(first + v) * in.heads * in.rows + static_cast<std::int64_t>(head) * in.rows + n] =
      device_activate(in.activation, y);
}

struct LruArguments {
  const float *u, *input_gate, *recurrence_gate, *rate, *first;
  float* y;
  float* const* states;
  std::int64_t slot;
  int channels, tokens;
};

/// A thread a channel, tokens read four ahead. blockIdx: (channels, sequence).
__global__ void rg_lru_kernel(const __grid_constant__ LruArguments in) {
  constexpr int kAhead = 4;
  begin_kernel();
  const int c = blockIdx.x * blockDim.x + threadIdx.x;
  if (c >= in.channels) return;
  float* slot = in.states[blockIdx.y] + in.slot;
  float state = slot[c];
  const float rate = in.rate[c];
  const std::int64_t begin = static_cast<std::int64_t>(blockIdx.y) * in.tokens;
  for (int t0 = 0; t0 < in.tokens; t0 += kAhead) {
    float a[kAhead], added[kAhead];
#pragma unroll
    for (int i = 0; i < kAhead; ++i) {
      const std::int64_t row = begin + min(t0 + i, in.tokens - 1), at = row * in.channels + c;
      a[i] = expf(rate * in.recurrence_gate[at]);
      const float m = in.first[row] != 0 ? 1.0f : sqrtf(1.0f - a[i] * a[i]);
      added[i] = m * (in.input_gate[at] * in.u[at]);
    }
#pragma unroll
    for (int i = 0; i < kAhead; ++i) {
      if (t0 + i >= in.tokens) break;
      state = fmaf(a[i], state, added[i]);
      in.y[(begin + t0 + i) * in.channels + c] = state;
    }
  }
  slot[c] = state;
}

}  // namespace

void cuda_first_token(const CudaCall& call) {
  map(call, FirstToken{call.states, call.slot(0), call.tokens});
}

bool cuda_supports_block_linear(const CudaCall& call) {
  return has_device_activation(call.params.as<Activation>());
}

void cuda_block_linear(const CudaCall& call) {
  const Shape& w = call.in_shape(0);
  const BlockArguments in{.weight = call.in(0),
                          .bias = call.in(1),
                          .x = call.in(2),
                          .y = call.out(0),
                          .heads = static_cast<int>(w[0]),
                          .columns = static_cast<int>(w[1]),
                          .rows = static_cast<int>(w[2]),
                          .vectors = call.in_shape(2).rows(),
                          .activation = call.params.as<Activation>()};
  const dim3 grid(divide_up(in.rows, kOutputs), in.heads,
                  static_cast<unsigned>(divide_up<std::int64_t>(in.vectors, kVectors)));
  launch(call, &block_linear_kernel, grid, dim3(kOutputs * kParts), 0, in);
}

void cuda_rg_lru(const CudaCall& call) {
  const LruArguments in{.u = call.in(0),
                        .input_gate = call.in(1),
                        .recurrence_gate = call.in(2),
                        .rate = call.in(3),
                        .first = call.in(4),
                        .y = call.out(0),
                        .states = call.states,
                        .slot = call.slot(5),
                        .channels = static_cast<int>(call.outputs[0].shape.last()),
                        .tokens = static_cast<int>(call.tokens)};
  launch(call, &rg_lru_kernel, dim3(divide_up(in.channels, 64), static_cast<unsigned>(call.sequences)), dim3(64), 0,
         in);
}

}  // namespace eddy
