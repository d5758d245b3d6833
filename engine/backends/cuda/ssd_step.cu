// The recurrence of Mamba-2 for one token: the state goes through registers 16 bytes at a time, and is on its way before
// the token's numbers are there.
#include "engine/backends/cuda/activation.cuh"
#include "engine/backends/cuda/kernels.h"
#include "engine/ops/ssd.h"

namespace eddy {
namespace {

constexpr int kThreads = 64, kFour = 4;
constexpr int kFours = 4;                     // of columns, side by side in a warp
constexpr int kColumns = kFours * kFour;      // a block's
constexpr int kRowsAtOnce = kThreads / kFours;
constexpr int kMostStates = 256;

struct Arguments {
  const float *xbc, *dt, *dt_bias, *a, *d, *z;  // z: null without a gate
  float* y;
  float* const* states;
  std::int64_t slot, dt_first, z_first;
  int heads, count, channels, groups, width, dt_width, z_width;
  float dt_least, dt_most;
};

__device__ __forceinline__ float4 load_4(const float* p) {
  return *reinterpret_cast<const float4*>(p);
}

/// blockIdx: (columns, head, sequence). A thread has four columns of every kRowsAtOnce-th state: kRows of them.
template <int kRows>
__global__ void __launch_bounds__(kThreads) ssd_step_kernel(const __grid_constant__ Arguments in) {
  __shared__ float4 sums[kThreads / 32][kFours];
  let_next_kernel_start();
  const int lane = threadIdx.x % kFours, first_row = threadIdx.x / kFours, head = blockIdx.y;
  const int wanted = blockIdx.x * kColumns + lane * kFour;
  const bool inside = wanted < in.channels;
  const int column = inside ? wanted : 0;
  const std::int64_t sequence = blockIdx.z, own = static_cast<std::int64_t>(head) * in.channels + column;
  // Nothing else in the plan touches this state, and the plan before has ended: no need to wait.
  float* state = in.states[sequence] + in.slot + static_cast<std::int64_t>(head) * in.count * in.channels + column;
  const auto row_of = [&](int i) { return i * kRowsAtOnce + first_row; };
  float4 s[kRows];
#pragma unroll
  for (int i = 0; i < kRows; ++i) {
    s[i] = row_of(i) < in.count ? load_4(state + static_cast<std::int64_t>(row_of(i)) * in.channels) : float4{};
  }
  const float a = in.a[head], bias = in.dt_bias[head];
  const float4 d = load_4(in.d + own);
  wait_for_earlier_kernels();

  const float* row = in.xbc + sequence * in.width;
  const float* b = row + static_cast<std::int64_t>(in.heads) * in.channels + head * in.groups / in.heads * in.count;
  const float* c = b + static_cast<std::int64_t>(in.groups) * in.count;
  const float dt = in.dt[sequence * in.dt_width + in.dt_first + head];
  const float4 x = load_4(row + own);
  float4 z = {};
  if (in.z) {
    const float* gate = in.z + sequence * in.z_width + in.z_first + own;
    z = {gate[0], gate[1], gate[2], gate[3]};
  }
  float into[kRows], out_of[kRows];
#pragma unroll
  for (int i = 0; i < kRows; ++i) {
    into[i] = row_of(i) < in.count ? b[row_of(i)] : 0.0f;
    out_of[i] = row_of(i) < in.count ? c[row_of(i)] : 0.0f;
  }
  const float delta = fminf(fmaxf(device_softplus(dt + bias), in.dt_least), in.dt_most), decay = expf(delta * a);
  const float4 written = {delta * x.x, delta * x.y, delta * x.z, delta * x.w};
  float4 y = {};
#pragma unroll
  for (int i = 0; i < kRows; ++i) {
    s[i] = {fmaf(decay, s[i].x, into[i] * written.x), fmaf(decay, s[i].y, into[i] * written.y),
            fmaf(decay, s[i].z, into[i] * written.z), fmaf(decay, s[i].w, into[i] * written.w)};
    y = {fmaf(out_of[i], s[i].x, y.x), fmaf(out_of[i], s[i].y, y.y), fmaf(out_of[i], s[i].z, y.z),
         fmaf(out_of[i], s[i].w, y.w)};
    if (inside && row_of(i) < in.count) {
      *reinterpret_cast<float4*>(state + static_cast<std::int64_t>(row_of(i)) * in.channels) = s[i];
    }
  }
#pragma unroll
  for (int offset = kFours; offset < 32; offset *= 2) {
    y.x += __shfl_xor_sync(0xffffffffu, y.x, offset);
    y.y += __shfl_xor_sync(0xffffffffu, y.y, offset);
    y.z += __shfl_xor_sync(0xffffffffu, y.z, offset);
    y.w += __shfl_xor_sync(0xffffffffu, y.w, offset);
  }
  if (threadIdx.x % 32 < kFours) sums[threadIdx.x / 32][lane] = y;
  __syncthreads();
  if (threadIdx.x >= kFours || !inside) return;
  for (int w = 1; w < kThreads / 32; ++w) {
    const float4 other = sums[w][lane];
    y = {y.x + other.x, y.y + other.y, y.z + other.z, y.w + other.w};
  }
  y = {fmaf(d.x, x.x, y.x), fmaf(d.y, x.y, y.y), fmaf(d.z, x.z, y.z), fmaf(d.w, x.w, y.w)};
  if (in.z) {
    const auto silu = [](float v) { return device_activate(Activation::Silu, v); };
    y = {y.x * silu(z.x), y.y * silu(z.y), y.z * silu(z.z), y.w * silu(z.w)};
  }
  *reinterpret_cast<float4*>(in.y + sequence * in.heads * in.channels + own) = y;
}

}  // namespace

bool cuda_has_ssd_step(const CudaCall& call) {
  const Shape& slot = call.in_shape(5);
  const bool in_fours = slot[2] % kFour == 0 && call.slot(5) % kFour == 0 && call.in_shape(0).last() % kFour == 0;
  return call.tokens == 1 && in_fours && slot[1] <= kMostStates;
}

void cuda_ssd_step(const CudaCall& call) {
  const auto params = call.params.as<SsdParams>();
  const Shape& slot = call.in_shape(5);
  const auto heads = static_cast<int>(slot[0]), count = static_cast<int>(slot[1]), channels = static_cast<int>(slot[2]);
  const auto width = static_cast<int>(call.in_shape(0).last());
  const Arguments in{.xbc = call.in(0),
                     .dt = call.in(1),
                     .dt_bias = call.in(2),
                     .a = call.in(3),
                     .d = call.in(4),
                     .z = params.has_z ? call.in(6) : nullptr,
                     .y = call.out(0),
                     .states = call.states,
                     .slot = call.slot(5),
                     .dt_first = params.dt_first,
                     .z_first = params.z_first,
                     .heads = heads,
                     .count = count,
                     .channels = channels,
                     .groups = (width - heads * channels) / (2 * count),
                     .width = width,
                     .dt_width = static_cast<int>(call.in_shape(1).last()),
                     .z_width = params.has_z ? static_cast<int>(call.in_shape(6).last()) : 0,
                     .dt_least = params.dt_least,
                     .dt_most = params.dt_most};
  const dim3 grid(divide_up(channels, kColumns), heads, static_cast<unsigned>(call.sequences));
  if (count <= 4 * kRowsAtOnce) {
    launch(call, &ssd_step_kernel<4>, grid, dim3(kThreads), 0, in);
  } else if (count <= 8 * kRowsAtOnce) {
    launch(call, &ssd_step_kernel<8>, grid, dim3(kThreads), 0, in);
  } else {
    launch(call, &ssd_step_kernel<kMostStates / kRowsAtOnce>, grid, dim3(kThreads), 0, in);
  }
}

}  // namespace eddy
