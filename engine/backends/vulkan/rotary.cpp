#include "engine/ops/rotary.h"

#include "engine/backends/vulkan/vulkan_call.h"

namespace eddy {

void vulkan_rotary_table(const VulkanCall& call) {
  call.dispatch(Shader::rotary_table, {256}, {call.sequences}, call.states, call.in(0), call.out(0), call.out(1),
                call.slot(1), u32(call.in_shape(0).elements()), u32(call.tokens), call.params.as<float>());
}

}  // namespace eddy
