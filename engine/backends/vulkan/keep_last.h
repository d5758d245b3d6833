// What an op that looks back leaves behind in the state.
#pragma once

#include "engine/backends/vulkan/vulkan_call.h"

namespace eddy {

/// Channels `first` ... `first` + `channels` - 1 of the last `kept` tokens of `x` go into `slot`, once all before was read.
inline void keep_last(const VulkanCall& call, const VulkanOperand& x, std::uint32_t slot, std::int64_t channels,
                      std::int64_t kept = 1, std::int64_t first = 0) {
  constexpr std::int64_t kInvocations = 64;
  call.recorder->barrier();
  call.dispatch(Shader::keep_last, {kInvocations}, {divide_up(channels, kInvocations), kept, call.sequences}, call.states,
                x.data, slot, u32(channels), u32(x.shape.last()), u32(first), u32(call.tokens), u32(kept));
}

}  // namespace eddy
