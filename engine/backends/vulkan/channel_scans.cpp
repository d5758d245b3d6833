// Recurrences of single channels: one invocation each.
#include "engine/backends/vulkan/vulkan_call.h"

namespace eddy {
namespace {

constexpr std::int64_t kInvocations = 64;

}  // namespace

void vulkan_wkv4(const VulkanCall& call) {
  const std::int64_t channels = call.in_shape(0).last();
  call.dispatch(Shader::wkv4, {kInvocations}, {divide_up(channels, kInvocations), call.sequences}, call.states,
                call.in(0), call.in(1), call.in(2), call.in(3), call.in(4), call.out(0), call.slot(5), call.slot(6),
                call.slot(7), u32(channels), u32(call.tokens));
}

void vulkan_selective_scan(const VulkanCall& call) {
  const std::int64_t states = call.in_shape(7)[0], channels = call.in_shape(7)[1];
  call.dispatch(Shader::selective_scan, {kInvocations, u32(states)},
                {divide_up(channels, kInvocations), call.sequences}, call.states, call.in(0), call.in(1), call.in(2),
                call.in(3), call.in(4), call.in(5), call.in(6), call.out(0), call.slot(7), u32(channels),
                u32(call.tokens), u32(call.in_shape(6).last()), u32(call.params.as<std::int64_t>()));
}

}  // namespace eddy
