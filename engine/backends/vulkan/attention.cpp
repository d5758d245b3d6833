#include "engine/ops/attention.h"

#include "engine/backends/vulkan/vulkan_call.h"

namespace eddy {
namespace {

constexpr std::uint32_t kInvocations = kAttentionTile;

void attend(const VulkanCall& call, std::int64_t stripes) {
  const auto p = call.params.as<AttentionParams>();
  const std::int64_t key_size = call.in_shape(1).elements() / p.key_heads;
  const std::int64_t value_size = call.in_shape(2).elements() / p.key_heads;
  call.dispatch(Shader::attention, {kInvocations, u32(stripes), u32(key_size), u32(value_size)},
                {p.query_heads * stripes, call.tokens, call.sequences}, call.states, call.in(0), call.out(0),
                u32(call.inputs[1].rows_slot), u32(call.inputs[2].rows_slot), u32(call.tokens), u32(p.query_heads),
                u32(p.key_heads), u32(p.window), p.scale, p.cap);
}

/// Rows that share what they read of the keys.
void attend_in_tiles(const VulkanCall& call, std::int64_t key_size, std::int64_t value_size) {
  constexpr std::uint32_t kGroup = 128, kRows = 32;
  const auto p = call.params.as<AttentionParams>();
  const std::int64_t rows = call.tokens * (p.query_heads / p.key_heads);
  call.dispatch(Shader::attention_tiles, {kGroup, u32(key_size), u32(value_size)},
                {divide_up(rows, kRows), p.key_heads, call.sequences}, call.states, call.in(0), call.out(0),
                u32(call.inputs[1].rows_slot), u32(call.inputs[2].rows_slot), u32(call.tokens), u32(p.query_heads),
                u32(p.key_heads), u32(p.window), p.scale, p.cap);
}

}  // namespace

void vulkan_append_rows(const VulkanCall& call) {
  const std::int64_t width = call.in_shape(1).elements();
  call.dispatch(Shader::append_rows, {kInvocations}, {divide_up(width, kInvocations), call.tokens, call.sequences},
                call.states, call.in(0), u32(call.inputs[1].rows_slot), u32(width), u32(call.tokens));
}

void vulkan_attention(const VulkanCall& call) {
  constexpr std::int64_t kFewestTokens = 8, kMostValues = 256;
  const auto heads = call.params.as<AttentionParams>().key_heads;
  const std::int64_t key_size = call.in_shape(1).elements() / heads, value_size = call.in_shape(2).elements() / heads;
  if (call.tokens >= kFewestTokens && value_size <= kMostValues) return attend_in_tiles(call, key_size, value_size);
  attend(call, 1);
}

void vulkan_attention_stripe(const VulkanCall& call) { attend(call, kAttentionStripes); }

void vulkan_attention_join(const VulkanCall& call) {
  const std::int64_t count = call.out_shape(0).elements();
  const std::int64_t size = call.out_shape(0).last() / call.params.as<AttentionParams>().query_heads;
  call.dispatch(Shader::attention_join, {kInvocations}, spread(divide_up(count, kInvocations)), call.in(0),
                call.out(0), u32(count), u32(size), u32(kAttentionStripes));
}

}  // namespace eddy
