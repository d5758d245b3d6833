#include "engine/backends/vulkan/vulkan_call.h"
#include "engine/ops/l2_norm.h"
#include "engine/ops/layer_norm.h"
#include "engine/ops/rms_norm.h"

namespace eddy {
namespace {

/// As shaders/norm.comp numbers them.
enum Kind : std::uint32_t { kLayer, kRootMeanSquare, kLength };

void norm(const VulkanCall& call, Kind kind, std::int64_t groups, std::int64_t weights, float epsilon,
          float scale = 1) {
  const std::int64_t size = call.in_shape(0).last() / groups, parts = call.in_shape(0).rows() * groups;
  const auto input = [&](std::size_t i) { return i < call.inputs.size() ? call.inputs[i].data : Address{0}; };
  const bool in_fours = size % 4 == 0 && size >= 512;
  call.dispatch(Shader::norm, {group_for(size, parts, *call.device), kind, in_fours}, spread(parts), input(0), input(1),
                input(2), call.out(0), u32(parts), u32(size), u32(weights), epsilon, scale);
}

}  // namespace

void vulkan_norm(const VulkanCall& call) {
  const auto params = call.params.as<NormParams>();
  norm(call, kLayer, params.groups, params.groups, params.epsilon);
}

void vulkan_rms_norm(const VulkanCall& call) {
  const auto params = call.params.as<RmsNormParams>();
  const bool shared = call.in_shape(1).elements() < call.in_shape(0).last();
  norm(call, kRootMeanSquare, params.groups, shared ? 1 : params.groups, params.epsilon);
}

void vulkan_l2_norm(const VulkanCall& call) {
  const auto params = call.params.as<L2NormParams>();
  norm(call, kLength, params.groups, 1, params.epsilon, params.scale);
}

}  // namespace eddy
