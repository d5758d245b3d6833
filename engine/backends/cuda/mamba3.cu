// The recurrence of Mamba-3: states that turn, token after token, all channels of a head in one block.
#include "engine/ops/mamba3.h"

#include "engine/backends/cuda/activation.cuh"
#include "engine/backends/cuda/head_tile.cuh"

namespace eddy {
namespace {

constexpr int kMostStates = 256, kMostChannels = 128;
constexpr float kPi = 3.14159265358979323846f;

struct Arguments {
  const float *projected, *b, *c, *b_bias, *c_bias, *dt_bias, *d;
  float* y;
  float* const* states;
  std::int64_t angle_slot, ssm_slot, b_slot, x_slot;
  int tokens, heads, count, channels, groups, angles, width;
  Mamba3Params params;
};

/// Number n of v + bias, turned by theta where it is one of a pair.
__device__ __forceinline__ float turned(const float* v, const float* bias, const float* theta, int angles, int n) {
  const float own = v[n] + bias[n];
  if (n >= 2 * angles) return own;
  const float other = v[n ^ 1] + bias[n ^ 1], cosine = cosf(theta[n / 2]), sine = sinf(theta[n / 2]);
  return n % 2 == 0 ? own * cosine - other * sine : other * sine + own * cosine;
}

/// blockIdx: (head, sequence). kStates: of one part.
template <int kStates>
__global__ void __launch_bounds__(kMostChannels / kHeadColumns * 32)
    mamba3_kernel(const __grid_constant__ Arguments in) {
  constexpr int kWidth = kStates * kHeadParts;
  __shared__ float theta[kWidth / 2], into[2][kWidth], out_of[kWidth];
  begin_kernel();
  const int head = blockIdx.x, part = head_part(), column = head_column(0), own = min(column, in.channels - 1);
  float* slots = in.states[blockIdx.y];
  float* state = slots + in.ssm_slot + static_cast<std::int64_t>(head) * in.count * in.channels;
  float* last_b = slots + in.b_slot + static_cast<std::int64_t>(head) * in.count;
  float* last_x = slots + in.x_slot + static_cast<std::int64_t>(head) * in.channels;
  float* angles = slots + in.angle_slot + static_cast<std::int64_t>(head) * in.angles;
  float s[kStates];
  load_columns(s, state, in.count, in.channels, column);
  for (int i = threadIdx.x; i < kWidth; i += blockDim.x) {
    into[0][i] = i < in.count ? last_b[i] : 0.0f;
    into[1][i] = out_of[i] = 0;
  }
  for (int i = threadIdx.x; i < in.angles; i += blockDim.x) theta[i] = angles[i];
  float x_before = last_x[own];
  const int inner = in.heads * in.channels, keys = head * in.groups / in.heads * in.count;
  const float* b_bias = in.b_bias + static_cast<std::int64_t>(head) * in.count;
  const float* c_bias = in.c_bias + static_cast<std::int64_t>(head) * in.count;
  for (int t = 0; t < in.tokens; ++t) {
    const std::int64_t row = static_cast<std::int64_t>(blockIdx.y) * in.tokens + t;
    const float* projected = in.projected + row * in.width;
    const float* steps = projected + 2 * inner + 2 * in.groups * in.count;
    const float delta = device_softplus(steps[head] + in.dt_bias[head]), v = steps[in.heads + head];
    const float tail = in.params.heavy_tail ? (v >= 0 ? 1 + v : 1 / (1 - v)) : device_softplus(v);
    const float alpha = expf(fminf(-tail, -in.params.floor) * delta), share = sigmoid(steps[2 * in.heads + head]);
    __syncthreads();  // what the token before left was read
    for (int i = threadIdx.x; i < in.angles; i += blockDim.x) {
      theta[i] = fmodf(theta[i] + kPi * tanhf(steps[3 * in.heads + i]) * delta, 2 * kPi);
    }
    __syncthreads();
    float *now = into[(t + 1) % 2], *before = into[t % 2];
    const std::int64_t at = row * in.groups * in.count + keys;
    for (int i = threadIdx.x; i < in.count; i += blockDim.x) {
      now[i] = turned(in.b + at, b_bias, theta, in.angles, i);
      out_of[i] = turned(in.c + at, c_bias, theta, in.angles, i);
    }
    __syncthreads();
    const float x = projected[inner + static_cast<std::int64_t>(head) * in.channels + own];
    const float then = (1 - share) * delta * alpha * x_before, written = share * delta * x;
    float y = 0;
#pragma unroll
    for (int i = 0; i < kStates; ++i) {
      const int n = head_key(part, i);
      s[i] = fmaf(alpha, s[i], fmaf(then, before[n], written * now[n]));
      y = fmaf(s[i], out_of[n], y);
    }
    y = sum_parts(y);
    if (part == 0 && column < in.channels) {
      in.y[row * inner + static_cast<std::int64_t>(head) * in.channels + column] = fmaf(in.d[head], x, y);
    }
    x_before = x;
  }
  store_columns(s, state, in.count, in.channels, column);
  if (part == 0 && column < in.channels) last_x[column] = x_before;
  for (int i = threadIdx.x; i < in.angles; i += blockDim.x) angles[i] = theta[i];
  for (int i = threadIdx.x; i < in.count; i += blockDim.x) last_b[i] = into[in.tokens % 2][i];
}

}  // namespace

bool cuda_supports_mamba3(const CudaCall& call) {
  const Shape& ssm = call.in_shape(8);
  return ssm[1] <= kMostStates && ssm[2] <= kMostChannels;
}

void cuda_mamba3(const CudaCall& call) {
  const Shape& ssm = call.in_shape(8);
  const Arguments in{.projected = call.in(0),
                     .b = call.in(1),
                     .c = call.in(2),
                     .b_bias = call.in(3),
                     .c_bias = call.in(4),
                     .dt_bias = call.in(5),
                     .d = call.in(6),
                     .y = call.out(0),
                     .states = call.states,
                     .angle_slot = call.slot(7),
                     .ssm_slot = call.slot(8),
                     .b_slot = call.slot(9),
                     .x_slot = call.slot(10),
                     .tokens = static_cast<int>(call.tokens),
                     .heads = static_cast<int>(ssm[0]),
                     .count = static_cast<int>(ssm[1]),
                     .channels = static_cast<int>(ssm[2]),
                     .groups = static_cast<int>(call.in_shape(1).last() / ssm[1]),
                     .angles = static_cast<int>(call.in_shape(7)[1]),
                     .width = static_cast<int>(call.in_shape(0).last()),
                     .params = call.params.as<Mamba3Params>()};
  const dim3 grid(in.heads, static_cast<unsigned>(call.sequences)), block(32 * divide_up(in.channels, kHeadColumns));
  if (in.count <= 64) {
    launch(call, &mamba3_kernel<16>, grid, block, 0, in);
  } else if (in.count <= 128) {
    launch(call, &mamba3_kernel<32>, grid, block, 0, in);
  } else {
    launch(call, &mamba3_kernel<64>, grid, block, 0, in);
  }
}

}  // namespace eddy
