// Ops that mix each token with the one before it.
#include <algorithm>

#include "engine/backends/gpu/fused_ops.h"
#include "engine/backends/vulkan/keep_last.h"

namespace eddy {
namespace {

constexpr std::size_t kMostOutputs = 8;
constexpr std::int64_t kInvocations = 64;

std::array<Address, kMostOutputs> outputs_of(const VulkanCall& call) {
  std::array<Address, kMostOutputs> outputs{};
  for (std::size_t i = 0; i < call.outputs.size(); ++i) outputs[i] = call.outputs[i].data;
  return outputs;
}

/// Rows of whole fours, which a work group has in registers. One token a sequence: every work group has the whole row,
/// for a slice of it.
bool norm_shift_in_fours(const VulkanCall& call) {
  constexpr std::int64_t kSlice = 128, kMostKept = 8, kSubgroup = 32, kMostSubgroups = 128, kManyRows = 256;
  const std::int64_t channels = call.in_shape(0).last(), outputs = static_cast<std::int64_t>(call.outputs.size());
  const bool one = call.tokens == 1;
  const std::int64_t most = std::min<std::int64_t>(
      {call.device->most_invocations, one ? 1024 : kManyRows, kMostSubgroups * call.device->subgroup});
  const std::int64_t kept = divide_up(channels, 4 * most);
  if (channels % 4 != 0 || call.slot(4) % 4 != 0 || kept > kMostKept) return false;
  const std::int64_t invocations = divide_up(divide_up(channels, 4 * kept), kSubgroup) * kSubgroup;
  const float epsilon = call.params.as<NormShiftParams>().epsilon;
  if (one) {
    call.dispatch(Shader::norm_shift_step, {u32(invocations), u32(channels), u32(kSlice), u32(outputs), u32(kept)},
                  {divide_up(channels, kSlice), 1, call.sequences}, call.states, call.in(0), call.in(1), call.in(2),
                  call.in(3), outputs_of(call), call.slot(4), epsilon);
  } else {
    call.dispatch(Shader::norm_shift_rows, {u32(invocations), u32(channels), u32(outputs), u32(kept)},
                  {1, call.tokens, call.sequences}, call.states, call.in(0), call.in(1), call.in(2), call.in(3),
                  outputs_of(call), call.slot(4), u32(call.tokens), epsilon);
  }
  return true;
}

void shift(const VulkanCall& call, bool is_base) {
  constexpr std::int64_t kChunk = 16;
  const std::int64_t channels = call.in_shape(0).last();
  const bool alone = call.tokens <= kChunk;
  const std::int64_t chunk = alone ? call.tokens : kChunk;
  call.dispatch(Shader::token_shift, {kInvocations, is_base},
                {divide_up(channels, kInvocations), divide_up(call.tokens, chunk), call.sequences}, call.states, call.in(0), call.in(1), outputs_of(call), call.slot(2), u32(channels), u32(call.tokens),
                u32(static_cast<std::int64_t>(call.outputs.size())), u32(chunk));
  if (alone) return;
  keep_last(call, call.inputs[0], call.slot(2), channels);
}

}  // namespace

bool vulkan_supports_mixes(const VulkanCall& call) {
  return call.outputs.size() <= kMostOutputs;
}

void vulkan_token_shift(const VulkanCall& call) { shift(call, false); }
void vulkan_ddlerp_base(const VulkanCall& call) { shift(call, true); }

void vulkan_norm_shift(const VulkanCall& call) {
  if (norm_shift_in_fours(call)) return;
  // One token: several groups norm the same short row, each for a slice of it.
  constexpr std::int64_t kSlice = 256, kFewTokens = 4;
  const std::int64_t channels = call.in_shape(0).last();
  const std::int64_t slice = call.tokens <= kFewTokens ? std::min(kSlice, channels) : channels;
  const std::uint32_t group = group_for(channels, call.tokens <= kFewTokens ? 1 : call.rows(), *call.device);
  call.dispatch(Shader::norm_shift, {group}, {divide_up(channels, slice), call.tokens, call.sequences}, call.states,
                call.in(0), call.in(1), call.in(2), call.in(3), outputs_of(call), call.slot(4), u32(channels),
                u32(call.tokens), u32(static_cast<std::int64_t>(call.outputs.size())), u32(slice),
                call.params.as<NormShiftParams>().epsilon);
}

void vulkan_ddlerp_mix(const VulkanCall& call) {
  const std::int64_t channels = call.in_shape(0).last(), rank = call.in_shape(3)[1];
  const auto outputs = static_cast<std::int64_t>(call.outputs.size());
  call.dispatch(Shader::ddlerp_mix, {kInvocations}, {divide_up(channels, kInvocations), call.rows(), outputs},
                call.in(0), call.in(1), call.in(2), call.in(3), call.in(4), outputs_of(call), u32(channels), u32(rank),
                u32(outputs));
}

}  // namespace eddy
