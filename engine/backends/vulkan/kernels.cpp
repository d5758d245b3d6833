#include "engine/backends/vulkan/kernels.h"

namespace eddy {

// One file per op or family of ops beside this one. EDDY_VULKAN_OP(name): void vulkan_<name>(const VulkanCall&);
// EDDY_VULKAN_OP_FOR(name, what): where bool vulkan_supports_<what>(const VulkanCall&) agrees.
// EDDY_VULKAN_PREPARED_OP_FOR(name, what): which also has a scratch_bytes and a prepare function, see VulkanKernel.
#define EDDY_VULKAN_OPS \
  EDDY_VULKAN_OP(add) \
  EDDY_VULKAN_OP(add_weighted) \
  EDDY_VULKAN_OP(append_rows) \
  EDDY_VULKAN_OP(attention) \
  EDDY_VULKAN_OP(attention_join) \
  EDDY_VULKAN_OP(attention_stripe) \
  EDDY_VULKAN_OP(block_linear) \
  EDDY_VULKAN_OP(causal_conv) \
  EDDY_VULKAN_OP(columns) \
  EDDY_VULKAN_OP(combine_experts) \
  EDDY_VULKAN_OP(ddlerp_base) \
  EDDY_VULKAN_OP_FOR(ddlerp_mix, mixes) \
  EDDY_VULKAN_OP_FOR(dispatch, dispatch) \
  EDDY_VULKAN_OP(dynamic_rotary_table) \
  EDDY_VULKAN_OP_FOR(embedding, matrix) \
  EDDY_VULKAN_OP(expert_rows) \
  EDDY_VULKAN_OP(first_token) \
  EDDY_VULKAN_OP(gate) \
  EDDY_VULKAN_OP(gated_delta) \
  EDDY_VULKAN_OP_FOR(grouped_linear, grouped) \
  EDDY_VULKAN_OP(head_bonus) \
  EDDY_VULKAN_OP(join_columns) \
  EDDY_VULKAN_OP(l2_norm) \
  EDDY_VULKAN_OP(last_tokens) \
  EDDY_VULKAN_OP(lerp) \
  EDDY_VULKAN_PREPARED_OP_FOR(linear, matrix) \
  EDDY_VULKAN_OP(linear_attention) \
  EDDY_VULKAN_OP_FOR(linear_scan, few) \
  EDDY_VULKAN_OP_FOR(mamba3, mamba3) \
  EDDY_VULKAN_OP(multiply) \
  EDDY_VULKAN_OP(multiply_add) \
  EDDY_VULKAN_OP(norm) \
  EDDY_VULKAN_OP_FOR(norm_linear, few) \
  EDDY_VULKAN_OP_FOR(norm_linear_conv, few) \
  EDDY_VULKAN_OP_FOR(norm_shift, mixes) \
  EDDY_VULKAN_OP(repeat_heads) \
  EDDY_VULKAN_OP(rg_lru) \
  EDDY_VULKAN_OP(rms_norm) \
  EDDY_VULKAN_OP(rotary_table) \
  EDDY_VULKAN_OP(rotate) \
  EDDY_VULKAN_OP_FOR(route, route) \
  EDDY_VULKAN_OP(rwkv7_key) \
  EDDY_VULKAN_OP(rwkv7_rank_step) \
  EDDY_VULKAN_OP(rwkv7_readout) \
  EDDY_VULKAN_OP(rwkv7_step) \
  EDDY_VULKAN_OP(scale) \
  EDDY_VULKAN_OP(scale_channels) \
  EDDY_VULKAN_OP(selective_scan) \
  EDDY_VULKAN_OP(sigmoid_decay) \
  EDDY_VULKAN_OP(soft_cap) \
  EDDY_VULKAN_OP(softplus_decay) \
  EDDY_VULKAN_OP(ssd) \
  EDDY_VULKAN_OP_FOR(token_shift, mixes) \
  EDDY_VULKAN_OP(wkv4) \
  EDDY_VULKAN_OP(wkv7) \

#define EDDY_VULKAN_OP(name) void vulkan_##name(const VulkanCall& call);
#define EDDY_VULKAN_OP_FOR(name, what)        \
  void vulkan_##name(const VulkanCall& call); \
  bool vulkan_supports_##what(const VulkanCall& call);
#define EDDY_VULKAN_PREPARED_OP_FOR(name, what)             \
  EDDY_VULKAN_OP_FOR(name, what)                            \
  std::int64_t vulkan_##name##_scratch(const VulkanCall& call); \
  bool vulkan_##name##_prepare(const VulkanCall& call);
EDDY_VULKAN_OPS
#undef EDDY_VULKAN_OP
#undef EDDY_VULKAN_OP_FOR
#undef EDDY_VULKAN_PREPARED_OP_FOR

namespace {

#define EDDY_VULKAN_OP(name) {#name, &vulkan_##name, nullptr, nullptr, nullptr},
#define EDDY_VULKAN_OP_FOR(name, what) {#name, &vulkan_##name, &vulkan_supports_##what, nullptr, nullptr},
#define EDDY_VULKAN_PREPARED_OP_FOR(name, what) \
  {#name, &vulkan_##name, &vulkan_supports_##what, &vulkan_##name##_scratch, &vulkan_##name##_prepare},
constexpr VulkanKernel kKernels[] = {EDDY_VULKAN_OPS};

}  // namespace

std::span<const VulkanKernel> vulkan_kernels() {
  return kKernels;
}

const VulkanKernel* vulkan_kernel(std::string_view op) {
  for (const auto& kernel : kKernels) {
    if (kernel.op == op) return &kernel;
  }
  return nullptr;
}

bool vulkan_has(std::string_view op) {
  return vulkan_kernel(op) != nullptr;
}

}  // namespace eddy
