// Ops in which every output is a function of few numbers: one shader, an operation each.
#include <algorithm>

#include "engine/backends/vulkan/vulkan_call.h"
#include "engine/ops/experts.h"
#include "engine/ops/gate.h"
#include "engine/ops/repeat_heads.h"
#include "engine/ops/rotary.h"
#include "engine/ops/sigmoid_decay.h"

namespace eddy {
namespace {

/// As shaders/elementwise.comp numbers them.
enum Operation : std::uint32_t {
  kAddOperation, kMultiplyOperation, kLerpOperation, kMultiplyAddOperation, kScaleOperation, kScaleChannelsOperation,
  kLastTokensOperation, kColumnsOperation, kJoinColumnsOperation, kGateOperation, kSigmoidDecayOperation,
  kSoftplusDecayOperation, kRepeatHeadsOperation, kRotateOperation, kSoftCapOperation, kAddWeightedOperation,
};

struct Constants {
  std::int64_t u0 = 0, u1 = 0, u2 = 0;
  float f0 = 0, f1 = 0;
};

void map(const VulkanCall& call, Operation operation, const Constants& constants = {}) {
  constexpr std::int64_t kInvocations = 128, kMostGroups = 4096;
  const std::int64_t n = call.out_shape(0).elements();
  const auto input = [&](int i) {
    return i < static_cast<int>(call.inputs.size()) ? call.in(i) : Address{0};
  };
  call.dispatch(Shader::elementwise, {kInvocations, operation}, {std::min(divide_up(n, kInvocations), kMostGroups)},
                input(0), input(1), input(2), call.out(0), u32(n), u32(constants.u0), u32(constants.u1),
                u32(constants.u2), constants.f0, constants.f1);
}

}  // namespace

void vulkan_add(const VulkanCall& call) { map(call, kAddOperation); }
void vulkan_multiply(const VulkanCall& call) { map(call, kMultiplyOperation); }
void vulkan_lerp(const VulkanCall& call) { map(call, kLerpOperation); }
void vulkan_multiply_add(const VulkanCall& call) { map(call, kMultiplyAddOperation); }

void vulkan_scale(const VulkanCall& call) {
  map(call, kScaleOperation, {.f0 = call.params.as<float>()});
}

void vulkan_scale_channels(const VulkanCall& call) {
  map(call, kScaleChannelsOperation, {.u0 = call.in_shape(0).last()});
}

void vulkan_last_tokens(const VulkanCall& call) {
  map(call, kLastTokensOperation, {.u0 = call.in_shape(0).last(), .u1 = call.tokens});
}

void vulkan_columns(const VulkanCall& call) {
  map(call, kColumnsOperation,
      {.u0 = call.out_shape(0).last(), .u1 = call.in_shape(0).last(), .u2 = call.params.as<std::int64_t>()});
}

void vulkan_join_columns(const VulkanCall& call) {
  map(call, kJoinColumnsOperation, {.u0 = call.in_shape(0).last(), .u1 = call.in_shape(1).last()});
}

void vulkan_gate(const VulkanCall& call) {
  const auto params = call.params.as<GateParams>();
  map(call, kGateOperation,
      {.u0 = call.in_shape(0).last(),
       .u1 = call.in_shape(1).last(),
       .u2 = params.first,
       .f0 = static_cast<float>(params.activation)});
}

void vulkan_sigmoid_decay(const VulkanCall& call) {
  const auto params = call.params.as<SigmoidDecayParams>();
  map(call, kSigmoidDecayOperation, {.f0 = params.root, .f1 = params.smallest_log});
}

void vulkan_softplus_decay(const VulkanCall& call) {
  map(call, kSoftplusDecayOperation, {.u0 = call.in_shape(0).last()});
}

void vulkan_repeat_heads(const VulkanCall& call) {
  const auto params = call.params.as<RepeatHeadsParams>();
  map(call, kRepeatHeadsOperation,
      {.u0 = call.in_shape(0).last() / params.from, .u1 = params.from, .u2 = params.to / params.from});
}

void vulkan_rotate(const VulkanCall& call) {
  const auto params = call.params.as<RotateParams>();
  map(call, kRotateOperation,
      {.u0 = call.in_shape(0).last(),
       .u1 = 2 * call.in_shape(1).last(),
       .u2 = params.head_size,
       .f0 = params.adjacent ? -1.0f : 1.0f});
}

void vulkan_soft_cap(const VulkanCall& call) {
  map(call, kSoftCapOperation, {.f0 = call.params.as<float>()});
}

void vulkan_add_weighted(const VulkanCall& call) {
  map(call, kAddWeightedOperation, {.u0 = call.in_shape(0).last()});
}

}  // namespace eddy
