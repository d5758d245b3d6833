#include "engine/backends/cuda/kernels.h"

#include <array>

#include "engine/backends/gpu/fused_ops.h"

namespace eddy {

// One file per op or family of ops beside this one. EDDY_CUDA_OP(name): void cuda_<name>(const CudaCall&);
// EDDY_CUDA_OP_FOR(name, what): where bool cuda_supports_<what>(const CudaCall&) agrees.
#define EDDY_CUDA_OPS \
  EDDY_CUDA_OP(add) \
  EDDY_CUDA_OP(add_weighted) \
  EDDY_CUDA_OP(append_rows) \
  EDDY_CUDA_OP(attention) \
  EDDY_CUDA_OP(attention_join) \
  EDDY_CUDA_OP(attention_stripe) \
  EDDY_CUDA_OP_FOR(block_linear, block_linear) \
  EDDY_CUDA_OP_FOR(causal_conv, causal_conv) \
  EDDY_CUDA_OP(columns) \
  EDDY_CUDA_OP(combine_experts) \
  EDDY_CUDA_OP(ddlerp_base) \
  EDDY_CUDA_OP_FOR(ddlerp_mix, mixes) \
  EDDY_CUDA_OP_FOR(dispatch, dispatch) \
  EDDY_CUDA_OP(dynamic_rotary_table) \
  EDDY_CUDA_OP_FOR(embedding, embedding) \
  EDDY_CUDA_OP(expert_rows) \
  EDDY_CUDA_OP(first_token) \
  EDDY_CUDA_OP_FOR(gate, gate) \
  EDDY_CUDA_OP_FOR(gated_delta, gated_delta) \
  EDDY_CUDA_OP_FOR(grouped_linear, grouped_linear) \
  EDDY_CUDA_OP(head_bonus) \
  EDDY_CUDA_OP(join_columns) \
  EDDY_CUDA_OP(l2_norm) \
  EDDY_CUDA_OP(last_tokens) \
  EDDY_CUDA_OP(lerp) \
  EDDY_CUDA_OP_FOR(linear_attention, linear_attention) \
  EDDY_CUDA_OP_FOR(linear_scan, linear_scan) \
  EDDY_CUDA_OP_FOR(mamba3, mamba3) \
  EDDY_CUDA_OP(multiply) \
  EDDY_CUDA_OP(multiply_add) \
  EDDY_CUDA_OP(norm) \
  EDDY_CUDA_OP_FOR(norm_shift, mixes) \
  EDDY_CUDA_OP(repeat_heads) \
  EDDY_CUDA_OP(rg_lru) \
  EDDY_CUDA_OP(rms_norm) \
  EDDY_CUDA_OP(rotary_table) \
  EDDY_CUDA_OP(rotate) \
  EDDY_CUDA_OP_FOR(route, route) \
  EDDY_CUDA_OP(rwkv7_key) \
  EDDY_CUDA_OP(rwkv7_readout) \
  EDDY_CUDA_OP(rwkv7_step) \
  EDDY_CUDA_OP(rwkv7_steps) \
  EDDY_CUDA_OP(scale) \
  EDDY_CUDA_OP(scale_channels) \
  EDDY_CUDA_OP_FOR(selective_scan, selective_scan) \
  EDDY_CUDA_OP(sigmoid_decay) \
  EDDY_CUDA_OP(soft_cap) \
  EDDY_CUDA_OP(softplus_decay) \
  EDDY_CUDA_OP_FOR(ssd, ssd) \
  EDDY_CUDA_OP_FOR(token_shift, mixes) \
  EDDY_CUDA_OP(wkv4) \
  EDDY_CUDA_OP_FOR(wkv7, wkv7) \

#define EDDY_CUDA_OP(name) void cuda_##name(const CudaCall& call);
#define EDDY_CUDA_OP_FOR(name, what)      \
  void cuda_##name(const CudaCall& call); \
  bool cuda_supports_##what(const CudaCall& call);
EDDY_CUDA_OPS
#undef EDDY_CUDA_OP
#undef EDDY_CUDA_OP_FOR

namespace {

#define EDDY_CUDA_OP(name) {#name, &cuda_##name, nullptr},
#define EDDY_CUDA_OP_FOR(name, what) {#name, &cuda_##name, &cuda_supports_##what},
constexpr CudaKernel kKernels[] = {EDDY_CUDA_OPS};

struct Scratch {
  std::string_view op;
  std::int64_t (*bytes)(const CudaCall& call);
};
constexpr Scratch kScratch[] = {
    {"gated_delta", &cuda_gated_delta_scratch},
    {"linear_attention", &cuda_linear_attention_scratch},
    {"rwkv7_steps", &cuda_rwkv7_steps_scratch},
    {"ssd", &cuda_ssd_scratch},
    {"wkv7", &cuda_wkv7_scratch},
};

}  // namespace

// EDDY_CUDA_ARCHITECTURES lists them as CMake has them: 75, 86, ... for machine code, 1120 (1000 + 120) for PTX.
bool cuda_has_code_for(int major, int minor) {
  constexpr int kArchitectures[] = {EDDY_CUDA_ARCHITECTURES};
  const int device = 10 * major + minor;
  for (int built : kArchitectures) {
    const bool translated = built >= 1000;
    const int for_device = built % 1000;
    if (translated ? device >= for_device : device / 10 == for_device / 10 && device >= for_device) return true;
  }
  return false;
}

const CudaKernel* cuda_kernel(std::string_view op) {
  for (const auto& kernel : kKernels) {
    if (kernel.op == op) return &kernel;
  }
  return nullptr;
}

std::int64_t cuda_op_scratch(const CudaCall& call) {
  for (const auto& scratch : kScratch) {
    if (scratch.op == call.op) return scratch.bytes(call);
  }
  return 0;
}

}  // namespace eddy
