#include "engine/ops/causal_conv.h"

#include <algorithm>

#include "engine/backends/vulkan/keep_last.h"

namespace eddy {

void vulkan_causal_conv(const VulkanCall& call) {
  constexpr std::int64_t kInvocations = 64, kChunk = 16;
  const auto params = call.params.as<CausalConvParams>();
  const std::int64_t kernel = call.in_shape(1)[0], channels = call.in_shape(1)[1], width = call.in_shape(0).last();
  const std::int64_t most = std::max(kChunk, kernel);
  const bool alone = call.tokens <= most;
  const std::int64_t chunk = alone ? call.tokens : most;
  call.dispatch(Shader::causal_conv, {kInvocations, u32(kernel), params.has_bias},
                {divide_up(channels, kInvocations), divide_up(call.tokens, chunk), call.sequences}, call.states, call.in(0),
                call.in(1), params.has_bias ? call.in(3) : Address{0}, call.out(0), call.slot(2), u32(channels), u32(width),
                u32(params.first), u32(call.tokens), u32(chunk), static_cast<std::uint32_t>(params.activation));
  if (!alone) keep_last(call, call.inputs[0], call.slot(2), channels, kernel - 1, params.first);
}

}  // namespace eddy
