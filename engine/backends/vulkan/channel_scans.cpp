// Recurrences of single channels: one invocation each.
#include "engine/backends/vulkan/vulkan_call.h"
#include "engine/ops/activation.h"

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
  constexpr std::int64_t kManyTokens = 8, kChannels = 16, kMostStates = 64, kParts = 4;
  const std::int64_t states = call.in_shape(7)[0], channels = call.in_shape(7)[1];
  const bool shuffles = call.device->has_shuffles && call.device->subgroup >= kParts;
  const bool runs = shuffles && call.tokens >= kManyTokens && states % 16 == 0 && states <= kMostStates;
  call.dispatch(runs ? Shader::selective_scan_runs : Shader::selective_scan, {kInvocations, u32(states)},
                {divide_up(channels, runs ? kChannels : kInvocations), call.sequences}, call.states, call.in(0),
                call.in(1), call.in(2), call.in(3), call.in(4), call.in(5), call.in(6), call.out(0), call.slot(7),
                u32(channels), u32(call.tokens), u32(call.in_shape(6).last()), u32(call.params.as<std::int64_t>()));
}

void vulkan_first_token(const VulkanCall& call) {
  call.dispatch(Shader::first_token, {kInvocations}, {divide_up(call.tokens, kInvocations), call.sequences}, call.states,
                call.out(0), call.slot(0), u32(call.tokens));
}

void vulkan_block_linear(const VulkanCall& call) {
  const Shape& w = call.in_shape(0);
  call.dispatch(Shader::block_linear, {kInvocations}, {divide_up(w[0] * w[2], kInvocations), call.in_shape(2).rows()},
                call.in(0), call.in(1), call.in(2), call.out(0), u32(w[0]), u32(w[1]), u32(w[2]),
                static_cast<std::uint32_t>(call.params.as<Activation>()));
}

void vulkan_rg_lru(const VulkanCall& call) {
  const std::int64_t channels = call.out_shape(0).last();
  call.dispatch(Shader::rg_lru, {kInvocations}, {divide_up(channels, kInvocations), call.sequences}, call.states,
                call.in(0), call.in(1), call.in(2), call.in(3), call.in(4), call.out(0), call.slot(5), u32(channels),
                u32(call.tokens));
}

}  // namespace eddy
