// RWKV-7's ops on single heads, besides its recurrence.
#include "engine/backends/gpu/fused_ops.h"
#include "engine/backends/vulkan/rank_step.h"
#include "engine/backends/vulkan/vulkan_call.h"
#include "engine/ops/rwkv7_key.h"
#include "engine/ops/rwkv7_readout.h"

namespace eddy {
namespace {

/// As shaders/head_parts.comp numbers them.
enum Kind : std::uint32_t { kKey, kReadout, kBonus };

void heads_of(const VulkanCall& call, Kind kind, std::int64_t heads, float epsilon, std::array<Address, 8> inputs) {
  const std::int64_t size = call.in_shape(0).last() / heads, parts = call.in_shape(0).rows() * heads;
  call.dispatch(Shader::head_parts, {group_for(size), kind}, spread(parts), inputs, call.out(0),
                call.outputs.back().data, u32(parts), u32(size), u32(heads), epsilon);
}

}  // namespace

void vulkan_rwkv7_key(const VulkanCall& call) {
  heads_of(call, kKey, call.params.as<HeadParams>().heads, 0,
           {call.in(0), call.in(1), 0, 0, 0, call.in(2), call.in(3), 0});
}

void vulkan_rwkv7_readout(const VulkanCall& call) {
  const auto params = call.params.as<ReadoutParams>();
  heads_of(call, kReadout, params.heads, params.epsilon,
           {call.in(0), call.in(1), call.in(2), call.in(3), call.in(4), call.in(5), call.in(6), call.in(7)});
}

void vulkan_rwkv7_step(const VulkanCall& call) {
  constexpr std::uint32_t kSize = kRwkv7StepHeadSize, kParts = 4;
  const auto params = call.params.as<Rwkv7StepParams>();
  const bool mixes = params.mixes_values;
  const bool shuffles = call.device->has_shuffles && call.device->subgroup >= kParts;
  call.dispatch(shuffles ? Shader::rwkv7_step_shuffles : Shader::rwkv7_step, {kSize * kParts, kSize, kSize, kSize, kParts, mixes},
                {1, params.heads, call.sequences}, call.states, call.in(0), call.in(1), call.in(2), call.in(3),
                call.in(4), call.in(5), call.in(7), call.in(8), call.in(9), call.in(10), call.in(11),
                mixes ? call.in(12) : Address{0}, mixes ? call.in(13) : Address{0}, call.out(0), call.slot(6),
                params.epsilon);
}

namespace {

/// Addresses as distances from the lowest one, in numbers of float32; null stays 0.
template <std::size_t N>
struct Distances {
  Address first = ~Address{0};
  std::array<std::uint32_t, N> numbers{};

  explicit Distances(const std::array<Address, N>& addresses) {
    for (const Address one : addresses) first = one ? std::min(first, one) : first;
    for (std::size_t i = 0; i < N; ++i) {
      if (addresses[i]) numbers[i] = static_cast<std::uint32_t>((addresses[i] - first) / sizeof(float));
    }
  }
};

}  // namespace

void vulkan_rwkv7_rank_step(const VulkanCall& call) {
  constexpr std::int64_t kSize = kRwkv7StepHeadSize, kParts = 4;
  const auto params = call.params.as<Rwkv7StepParams>();
  const bool mixes = params.mixes_values, shuffles = call.device->has_shuffles && call.device->subgroup >= kParts;
  const auto matrix = [&](int i) { return call.inputs[static_cast<std::size_t>(i)].matrix; };
  const auto plane = [&](int i) { return matrix(i)->planes[0]; };
  const auto rank = [&](int i) { return u32(call.in_shape(i).last()); };
  const auto may = [&](int i) { return mixes ? call.in(i) : Address{0}; };
  const Distances<8> activations({call.in(kR), call.in(kK), call.in(kV), may(kVFirst), call.in(kDecayX),
                                  call.in(kRateX), call.in(kGateX), may(kShareX)});
  const Distances<12> weights({call.in(kKk), call.in(kKa), call.in(kRk), call.in(kNormWeight), call.in(kNormBias),
                               plane(kDecayW), call.in(kDecayBias), plane(kRateW), call.in(kRateBias), plane(kGateW),
                               mixes ? plane(kShareW) : 0, may(kShareBias)});
  std::uint32_t halves = 0;
  constexpr RankStepInput kMatrices[] = {kDecayW, kRateW, kGateW, kShareW};
  for (std::uint32_t i = 0; i < (mixes ? 4u : 3u); ++i)
    halves |= std::uint32_t{matrix(kMatrices[i])->format == WeightFormat::F16} << i;
  call.dispatch(shuffles ? Shader::rwkv7_rank_step_shuffles : Shader::rwkv7_rank_step,
                {u32(kSize * kParts), u32(kSize), u32(kSize), u32(kSize), u32(kParts), mixes, halves, rank(kDecayX),
                 rank(kRateX), rank(kGateX), mixes ? rank(kShareX) : 0},
                {1, params.heads, call.sequences}, call.states, weights.first, activations.first, call.out(0),
                activations.numbers, weights.numbers, call.slot(kState), params.epsilon);
}

void vulkan_head_bonus(const VulkanCall& call) {
  heads_of(call, kBonus, call.params.as<std::int64_t>(), 0,
           {call.in(0), call.in(1), call.in(2), call.in(3), 0, call.in(4), 0, 0});
}

}  // namespace eddy
