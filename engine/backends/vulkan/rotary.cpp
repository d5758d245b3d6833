#include "engine/ops/rotary.h"

#include <cmath>

#include "engine/backends/vulkan/vulkan_call.h"

namespace eddy {

void vulkan_rotary_table(const VulkanCall& call) {
  call.dispatch(Shader::rotary_table, {256}, {call.sequences}, call.states, call.in(0), call.out(0), call.out(1),
                call.slot(1), u32(call.in_shape(0).elements()), u32(call.tokens), call.params.as<float>());
}

void vulkan_dynamic_rotary_table(const VulkanCall& call) {
  const auto p = call.params.as<DynamicRotaryParams>();
  const double log_theta = std::log(static_cast<double>(p.theta));
  const auto high = static_cast<float>(log_theta);
  const float power = p.turned > 2 ? static_cast<float>(p.turned / (p.turned - 2.0)) : 0.0f;
  call.dispatch(Shader::dynamic_rotary_table, {256}, {call.sequences}, call.states, call.out(0), call.out(1),
                call.slot(0), call.slot(1), u32(p.turned / 2), u32(call.tokens), high,
                static_cast<float>(log_theta - high), p.factor, static_cast<float>(p.positions), power);
}

}  // namespace eddy
