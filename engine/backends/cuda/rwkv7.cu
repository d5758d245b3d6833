// RWKV-7 around its recurrence: the key's two vectors, the readout; and all of it at once for a single token.
#include "engine/backends/gpu/fused_ops.h"
#include "engine/backends/cuda/head_tile.cuh"
#include "engine/ops/rwkv7_key.h"
#include "engine/ops/rwkv7_readout.h"

namespace eddy {
namespace {

constexpr int kWarpsPerBlock = 4;

/// A warp per head of a row.
__global__ void rwkv7_key_kernel(const float* k, const float* a, const float* k_k, const float* k_a, float* removal,
                                 float* key, int size, int heads, std::int64_t parts) {
  begin_kernel();
  const std::int64_t part = static_cast<std::int64_t>(blockIdx.x) * kWarpsPerBlock + threadIdx.x / 32;
  if (part >= parts) return;
  const std::int64_t begin = part * size, channel = part % heads * size;
  float squares = 0;
  for (int i = threadIdx.x % 32; i < size; i += 32) {
    const float x = k[begin + i] * k_k[channel + i];
    squares += x * x;
  }
  const float norm = fmaxf(sqrtf(warp_sum(squares)), 1e-12f);
  for (int i = threadIdx.x % 32; i < size; i += 32) {
    const float x = k[begin + i];
    removal[begin + i] = x * k_k[channel + i] / norm;
    key[begin + i] = x * (1.0f + (a[begin + i] - 1.0f) * k_a[channel + i]);
  }
}

struct ReadoutArguments {
  const float *y, *r, *k, *v, *g, *r_k, *norm_weight, *norm_bias;
  float* out;
  int size, heads;
  std::int64_t parts;
  float epsilon;
};

__global__ void rwkv7_readout_kernel(const __grid_constant__ ReadoutArguments in) {
  begin_kernel();
  const std::int64_t part = static_cast<std::int64_t>(blockIdx.x) * kWarpsPerBlock + threadIdx.x / 32;
  if (part >= in.parts) return;
  const int lane = threadIdx.x % 32;
  const std::int64_t begin = part * in.size, channel = part % in.heads * in.size;
  float mean = 0, bonus = 0, variance = 0;
  for (int i = lane; i < in.size; i += 32) {
    mean += in.y[begin + i];
    bonus += in.r[begin + i] * in.k[begin + i] * in.r_k[channel + i];
  }
  mean = warp_sum(mean) / in.size;
  bonus = warp_sum(bonus);
  for (int i = lane; i < in.size; i += 32) variance += (in.y[begin + i] - mean) * (in.y[begin + i] - mean);
  const float scale = 1.0f / sqrtf(warp_sum(variance) / in.size + in.epsilon);
  for (int i = lane; i < in.size; i += 32) {
    const float normed = (in.y[begin + i] - mean) * scale * in.norm_weight[channel + i] + in.norm_bias[channel + i];
    in.out[begin + i] = (normed + bonus * in.v[begin + i]) * in.g[begin + i];
  }
}

__global__ void head_bonus_kernel(const float* y, const float* r, const float* k, const float* v, const float* r_k,
                                  float* out, int size, int heads, std::int64_t parts) {
  begin_kernel();
  const std::int64_t part = static_cast<std::int64_t>(blockIdx.x) * kWarpsPerBlock + threadIdx.x / 32;
  if (part >= parts) return;
  const std::int64_t begin = part * size, channel = part % heads * size;
  float bonus = 0;
  for (int i = threadIdx.x % 32; i < size; i += 32) bonus += r[begin + i] * k[begin + i] * r_k[channel + i];
  bonus = warp_sum(bonus);
  for (int i = threadIdx.x % 32; i < size; i += 32) out[begin + i] = y[begin + i] + bonus * v[begin + i];
}

struct StepArguments {
  const float *r, *w, *k, *v, *a, *g;
  const float *k_k, *k_a, *r_k, *norm_weight, *norm_bias;
  const float *v_first, *share;  // null in the first layer
  float* const* states;
  std::int64_t slot;
  float* out;
  int heads;
  float epsilon;
};

constexpr int kSize = kRwkv7StepHeadSize;
constexpr int kStepThreads = kSize / kHeadColumns * 32;

/// A block per (head, sequence). Its first warp prepares and finishes, two channels a lane; all warps do the step.
__global__ void __launch_bounds__(kStepThreads) rwkv7_step_kernel(const __grid_constant__ StepArguments in) {
  __shared__ __align__(16) float r[kSize], w[kSize], key[kSize], removal[kSize], write_back[kSize], values[kSize],
      ys[kSize];
  let_next_kernel_start();
  const int column = head_column(0), part = head_part();
  const std::int64_t head = static_cast<std::int64_t>(blockIdx.x) * kSize;
  const std::int64_t row = (static_cast<std::int64_t>(blockIdx.y) * in.heads + blockIdx.x) * kSize;
  // Nothing else in the plan touches this state, and the plan before has ended: no need to wait.
  float* state = in.states[blockIdx.y] + in.slot + head * kSize;
  float s[kSize / kHeadParts];
  load_columns(s, state, kSize, kSize, column);
  wait_for_earlier_kernels();

  const bool prepares = threadIdx.x < 32;
  const int first = threadIdx.x % 32 * 2;
  float bonus = 0;
  float2 gate{}, value{};
  if (prepares) {
    const auto two = [first](const float* p, std::int64_t at) {
      return *reinterpret_cast<const float2*>(p + at + first);
    };
    const float2 k = two(in.k, row), a = two(in.a, row), k_k = two(in.k_k, head), k_a = two(in.k_a, head);
    const float2 rr = two(in.r, row), decay = two(in.w, row), r_k = two(in.r_k, head);
    gate = two(in.g, row);
    value = two(in.v, row);
    if (in.share) {
      const float2 v_first = two(in.v_first, row), share = two(in.share, row);
      value.x += (v_first.x - value.x) * share.x;
      value.y += (v_first.y - value.y) * share.y;
    }
    const float2 raw = {k.x * k_k.x, k.y * k_k.y};
    const float norm = fmaxf(sqrtf(warp_sum(raw.x * raw.x + raw.y * raw.y)), 1e-12f);
    const float2 kk = {raw.x / norm, raw.y / norm};
    const float2 written = {k.x * (1.0f + (a.x - 1.0f) * k_a.x), k.y * (1.0f + (a.y - 1.0f) * k_a.y)};
    bonus = warp_sum(rr.x * written.x * r_k.x + rr.y * written.y * r_k.y);
    const auto put = [first](float* to, float2 v) { *reinterpret_cast<float2*>(to + first) = v; };
    put(r, rr);
    put(w, decay);
    put(key, written);
    put(removal, kk);
    put(write_back, {kk.x * a.x, kk.y * a.y});
    put(values, value);
  }
  __syncthreads();

  const auto four = [part](const float* p, int m) { return *reinterpret_cast<const float4*>(p + 16 * m + 4 * part); };
  float u = 0, y = 0;
#pragma unroll
  for (int m = 0; m < kSize / 16; ++m) {
    const float4 kk = four(removal, m);
    u += s[4 * m] * kk.x + s[4 * m + 1] * kk.y + s[4 * m + 2] * kk.z + s[4 * m + 3] * kk.w;
  }
  u = -sum_parts(u);
  const float v = values[column];
#pragma unroll
  for (int m = 0; m < kSize / 16; ++m) {
    const float4 rr = four(r, m), ww = four(w, m), kk = four(key, m), b = four(write_back, m);
    s[4 * m] = fmaf(s[4 * m], ww.x, fmaf(v, kk.x, u * b.x));
    s[4 * m + 1] = fmaf(s[4 * m + 1], ww.y, fmaf(v, kk.y, u * b.y));
    s[4 * m + 2] = fmaf(s[4 * m + 2], ww.z, fmaf(v, kk.z, u * b.z));
    s[4 * m + 3] = fmaf(s[4 * m + 3], ww.w, fmaf(v, kk.w, u * b.w));
    y += s[4 * m] * rr.x + s[4 * m + 1] * rr.y + s[4 * m + 2] * rr.z + s[4 * m + 3] * rr.w;
  }
  y = sum_parts(y);
  if (part == 0) ys[column] = y;
  store_columns(s, state, kSize, kSize, column);
  __syncthreads();

  if (!prepares) return;
  const float2 read = *reinterpret_cast<const float2*>(ys + first);
  const float mean = warp_sum(read.x + read.y) / kSize;
  const float2 centred = {read.x - mean, read.y - mean};
  const float scale = 1.0f / sqrtf(warp_sum(centred.x * centred.x + centred.y * centred.y) / kSize + in.epsilon);
  const float2 weight = *reinterpret_cast<const float2*>(in.norm_weight + head + first);
  const float2 bias = *reinterpret_cast<const float2*>(in.norm_bias + head + first);
  float2 out;
  out.x = (centred.x * scale * weight.x + bias.x + bonus * value.x) * gate.x;
  out.y = (centred.y * scale * weight.y + bias.y + bonus * value.y) * gate.y;
  *reinterpret_cast<float2*>(in.out + row + first) = out;
}

}  // namespace

void cuda_rwkv7_key(const CudaCall& call) {
  const auto heads = static_cast<int>(call.params.as<HeadParams>().heads);
  const Shape& shape = call.in_shape(0);
  const std::int64_t parts = shape.rows() * heads;
  launch(call, &rwkv7_key_kernel, dim3(static_cast<unsigned>(divide_up<std::int64_t>(parts, kWarpsPerBlock))),
         dim3(32 * kWarpsPerBlock), 0, call.in(0), call.in(1), call.in(2), call.in(3), call.out(0), call.out(1),
         static_cast<int>(shape.last() / heads), heads, parts);
}

void cuda_rwkv7_readout(const CudaCall& call) {
  const auto params = call.params.as<ReadoutParams>();
  const Shape& shape = call.in_shape(0);
  const std::int64_t parts = shape.rows() * params.heads;
  const ReadoutArguments in{call.in(0),
                            call.in(1),
                            call.in(2),
                            call.in(3),
                            call.in(4),
                            call.in(5),
                            call.in(6),
                            call.in(7),
                            call.out(0),
                            static_cast<int>(shape.last() / params.heads),
                            static_cast<int>(params.heads),
                            parts,
                            params.epsilon};
  launch(call, &rwkv7_readout_kernel, dim3(static_cast<unsigned>(divide_up<std::int64_t>(parts, kWarpsPerBlock))),
         dim3(32 * kWarpsPerBlock), 0, in);
}

void cuda_head_bonus(const CudaCall& call) {
  const auto heads = static_cast<int>(call.params.as<std::int64_t>());
  const Shape& shape = call.in_shape(0);
  const std::int64_t parts = shape.rows() * heads;
  launch(call, &head_bonus_kernel, dim3(static_cast<unsigned>(divide_up<std::int64_t>(parts, kWarpsPerBlock))),
         dim3(32 * kWarpsPerBlock), 0, call.in(0), call.in(1), call.in(2), call.in(3), call.in(4), call.out(0),
         static_cast<int>(shape.last() / heads), heads, parts);
}

void cuda_rwkv7_step(const CudaCall& call) {
  const auto params = call.params.as<Rwkv7StepParams>();
  const StepArguments in{.r = call.in(0),
                         .w = call.in(1),
                         .k = call.in(2),
                         .v = call.in(3),
                         .a = call.in(4),
                         .g = call.in(5),
                         .k_k = call.in(7),
                         .k_a = call.in(8),
                         .r_k = call.in(9),
                         .norm_weight = call.in(10),
                         .norm_bias = call.in(11),
                         .v_first = params.mixes_values ? call.in(12) : nullptr,
                         .share = params.mixes_values ? call.in(13) : nullptr,
                         .states = call.states,
                         .slot = call.slot(6),
                         .out = call.out(0),
                         .heads = static_cast<int>(params.heads),
                         .epsilon = params.epsilon};
  launch(call, &rwkv7_step_kernel, dim3(in.heads, static_cast<unsigned>(call.sequences)), dim3(kStepThreads), 0, in);
}

}  // namespace eddy
