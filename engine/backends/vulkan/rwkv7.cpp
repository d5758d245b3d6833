// RWKV-7's ops on single heads, besides its recurrence.
#include "engine/backends/gpu/fused_ops.h"
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

void vulkan_head_bonus(const VulkanCall& call) {
  heads_of(call, kBonus, call.params.as<std::int64_t>(), 0,
           {call.in(0), call.in(1), call.in(2), call.in(3), 0, call.in(4), 0, 0});
}

}  // namespace eddy
