// What RWKV-7 does with its projections for many tokens: rwkv7_key, wkv7 and rwkv7_readout in three kernels instead of
// five, of which the first two are those of delta_chunks.cuh. Keys are made where they are read, values are mixed there
// too, and the sums of r k r_k are left for the last kernel.
#include "engine/backends/cuda/delta_chunks.cuh"
#include "engine/backends/cuda/kernels.h"
#include "engine/backends/gpu/fused_ops.h"

namespace eddy {
namespace {

constexpr int kSize = kRwkv7StepHeadSize, kWarpsPerBlock = 4;
constexpr auto kRule = delta_chunks::Rule::Both;

struct ReadoutArguments {
  const float *values, *gate, *bonuses, *norm_weight, *norm_bias;
  float* y;  // in place
  int heads;
  std::int64_t parts;
  float epsilon;
};

/// A warp a token's head, two channels a lane.
__global__ void __launch_bounds__(32 * kWarpsPerBlock)
    rwkv7_steps_readout_kernel(const __grid_constant__ ReadoutArguments in) {
  begin_kernel();
  const std::int64_t part = static_cast<std::int64_t>(blockIdx.x) * kWarpsPerBlock + threadIdx.x / 32;
  if (part >= in.parts) return;
  const int lane = threadIdx.x % 32;
  const std::int64_t channel = part % in.heads * kSize + 2 * lane, at = part * kSize + 2 * lane;
  const auto two = [](const float* p, std::int64_t i) { return *reinterpret_cast<const float2*>(p + i); };
  const float2 y = two(in.y, at), value = two(in.values, at), gate = two(in.gate, at);
  const float2 weight = two(in.norm_weight, channel), bias = two(in.norm_bias, channel);
  const float bonus = in.bonuses[part], mean = warp_sum(y.x + y.y) / kSize;
  const float2 centred = {y.x - mean, y.y - mean};
  const float scale = 1.0f / sqrtf(warp_sum(centred.x * centred.x + centred.y * centred.y) / kSize + in.epsilon);
  *reinterpret_cast<float2*>(in.y + at) = {(centred.x * scale * weight.x + bias.x + bonus * value.x) * gate.x,
                                           (centred.y * scale * weight.y + bias.y + bonus * value.y) * gate.y};
}

/// Behind what the chunks need: mixed values and bonuses.
struct Extra {
  std::int64_t mixed_bytes = 0, bonus_bytes = 0;

  explicit Extra(const CudaCall& call) {
    const auto params = call.params.as<Rwkv7StepParams>();
    bonus_bytes = call.rows() * params.heads * std::int64_t{sizeof(float)};
    if (params.mixes_values) mixed_bytes = bonus_bytes * kSize;
  }
};

/// Scratch memory: mixed values, bonuses, what the chunks need.
delta_chunks::Arguments chunk_arguments(const CudaCall& call) {
  const auto params = call.params.as<Rwkv7StepParams>();
  const auto heads = static_cast<int>(params.heads);
  const Extra extra(call);
  auto* mixed = static_cast<std::byte*>(call.scratch.bytes);
  return {.read = call.in(0),
          .decay = call.in(1),
          .written = call.in(2),
          .values = call.in(3),
          .direction = nullptr,
          .share = call.in(4),
          .bonus = nullptr,
          .y = call.out(0),
          .states = call.states,
          .slot = call.slot(6),
          .tokens = static_cast<int>(call.tokens),
          .heads = heads,
          .key_heads = heads,
          .keys = kSize,
          .columns = kSize,
          .first = 0,
          .chunks = 0,
          .decays = delta_chunks::Arguments::Decays::OfChannels,
          .grouped = false,
          .in_fours = true,
          .scale = 1,
          .raw = {.removal_scale = call.in(7),
                  .write_scale = call.in(8),
                  .bonus_scale = call.in(9),
                  .first_values = params.mixes_values ? call.in(12) : nullptr,
                  .value_share = params.mixes_values ? call.in(13) : nullptr,
                  .mixed = reinterpret_cast<float*>(mixed),
                  .bonuses = reinterpret_cast<float*>(mixed + extra.mixed_bytes)}};
}

std::int64_t rounded_up(std::int64_t bytes) {
  return divide_up<std::int64_t>(bytes, 256) * 256;
}

}  // namespace

bool cuda_has_rwkv7_steps() {
  return delta_chunks::fits<kSize, kRule>();
}

std::int64_t cuda_rwkv7_steps_scratch(const CudaCall& call) {
  const Extra extra(call);
  return rounded_up(extra.mixed_bytes + extra.bonus_bytes) +
         delta_chunks::scratch_bytes<kSize, kRule>(call, chunk_arguments(call));
}

void cuda_rwkv7_steps(const CudaCall& call) {
  const auto params = call.params.as<Rwkv7StepParams>();
  const delta_chunks::Arguments in = chunk_arguments(call);
  const Extra extra(call);
  CudaCall chunks = call;
  chunks.scratch.bytes =
      static_cast<std::byte*>(call.scratch.bytes) + rounded_up(extra.mixed_bytes + extra.bonus_bytes);
  delta_chunks::run<kSize, kRule>(chunks, in);
  const std::int64_t parts = call.rows() * params.heads;
  const ReadoutArguments readout{.values = in.raw.first_values ? in.raw.mixed : in.values,
                                 .gate = call.in(5),
                                 .bonuses = in.raw.bonuses,
                                 .norm_weight = call.in(10),
                                 .norm_bias = call.in(11),
                                 .y = call.out(0),
                                 .heads = in.heads,
                                 .parts = parts,
                                 .epsilon = params.epsilon};
  launch(call, &rwkv7_steps_readout_kernel, dim3(static_cast<unsigned>(divide_up<std::int64_t>(parts, kWarpsPerBlock))),
         dim3(32 * kWarpsPerBlock), 0, readout);
}

}  // namespace eddy
