#include "engine/ops/experts.h"

#include <algorithm>

#include "engine/backends/vulkan/vulkan_call.h"

namespace eddy {
namespace {

constexpr std::int64_t kInvocations = 64, kMostGroups = 4096;
constexpr std::int64_t kMostExperts = 1024;  // whose scores fit into shared memory everywhere

std::int64_t experts_in(const VulkanCall& call, int dispatched, std::int64_t pairs) {
  return experts_of(call.in_shape(dispatched), pairs);
}

}  // namespace

bool vulkan_supports_route(const VulkanCall& call) {
  return call.in_shape(0).last() <= kMostExperts;
}

void vulkan_route(const VulkanCall& call) {
  const auto params = call.params.as<RouteParams>();
  const bool has_bias = call.inputs.size() > 1;
  const std::int64_t rows = call.in_shape(0).rows();
  call.dispatch(Shader::route, {u32(kInvocations), u32(call.in_shape(0).last()), u32(params.groups)}, spread(rows),
                call.in(0), has_bias ? call.in(1) : Address{0}, call.out(0), call.out(1), u32(rows), u32(params.used),
                u32(params.score == RouterScore::Sigmoid), u32(params.normalise), u32(params.kept_groups),
                u32(has_bias), params.epsilon, params.scale);
}

bool vulkan_supports_dispatch(const VulkanCall& call) {
  return experts_of(call.out_shape(0), call.in_shape(0).elements()) <= kMostExperts;
}

void vulkan_dispatch(const VulkanCall& call) {
  const std::int64_t pairs = call.in_shape(0).elements(), experts = experts_of(call.out_shape(0), pairs);
  call.dispatch(Shader::dispatch, {256, u32(experts)}, {}, call.in(0), call.out(0), u32(pairs),
                u32(call.in_shape(0).last()));
}

void vulkan_expert_rows(const VulkanCall& call) {
  const std::int64_t pairs = call.out_shape(0).rows(), count = call.out_shape(0).elements();
  call.dispatch(Shader::expert_rows, {u32(kInvocations), false}, {std::min(divide_up(count, kInvocations), kMostGroups)},
                call.in(0), call.in(1), Address{0}, Address{0}, call.out(0), u32(count), u32(call.out_shape(0).last()),
                u32(experts_in(call, 1, pairs)), u32(pairs), u32(1), u32(0));
}

void vulkan_combine_experts(const VulkanCall& call) {
  const std::int64_t pairs = call.in_shape(0).rows(), count = call.out_shape(0).elements();
  const bool has_residual = call.params.as<std::int32_t>() != 0;
  call.dispatch(Shader::expert_rows, {u32(kInvocations), true}, {std::min(divide_up(count, kInvocations), kMostGroups)},
                call.in(0), call.in(2), call.in(1), has_residual ? call.in(3) : Address{0}, call.out(0), u32(count),
                u32(call.out_shape(0).last()), u32(experts_in(call, 2, pairs)), u32(pairs),
                u32(call.in_shape(1).last()), u32(has_residual));
}

}  // namespace eddy
