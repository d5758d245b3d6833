#include "engine/backends/cuda/kernels.h"

#include <array>

#include "engine/backends/gpu/fused_ops.h"

namespace eddy {

// One file per op or family of ops beside this one.
#define EDDY_CUDA_KERNEL(name) void cuda_##name(const CudaCall& call);
EDDY_CUDA_KERNEL(add)
EDDY_CUDA_KERNEL(causal_conv)
EDDY_CUDA_KERNEL(columns)
EDDY_CUDA_KERNEL(ddlerp_base)
EDDY_CUDA_KERNEL(ddlerp_mix)
EDDY_CUDA_KERNEL(embedding)
EDDY_CUDA_KERNEL(gate)
EDDY_CUDA_KERNEL(gated_delta)
EDDY_CUDA_KERNEL(head_bonus)
EDDY_CUDA_KERNEL(l2_norm)
EDDY_CUDA_KERNEL(last_tokens)
EDDY_CUDA_KERNEL(lerp)
EDDY_CUDA_KERNEL(linear_attention)
EDDY_CUDA_KERNEL(multiply)
EDDY_CUDA_KERNEL(multiply_add)
EDDY_CUDA_KERNEL(norm)
EDDY_CUDA_KERNEL(norm_shift)
EDDY_CUDA_KERNEL(repeat_heads)
EDDY_CUDA_KERNEL(rms_norm)
EDDY_CUDA_KERNEL(rotary_table)
EDDY_CUDA_KERNEL(rotate)
EDDY_CUDA_KERNEL(rwkv7_key)
EDDY_CUDA_KERNEL(rwkv7_readout)
EDDY_CUDA_KERNEL(rwkv7_step)
EDDY_CUDA_KERNEL(scale)
EDDY_CUDA_KERNEL(selective_scan)
EDDY_CUDA_KERNEL(sigmoid_decay)
EDDY_CUDA_KERNEL(softplus_decay)
EDDY_CUDA_KERNEL(ssd)
EDDY_CUDA_KERNEL(token_shift)
EDDY_CUDA_KERNEL(wkv4)
EDDY_CUDA_KERNEL(wkv7)
#undef EDDY_CUDA_KERNEL

bool cuda_supports_causal_conv(const CudaCall& call);
bool cuda_supports_gate(const CudaCall& call);
bool cuda_supports_gated_delta(const CudaCall& call);
bool cuda_supports_selective_scan(const CudaCall& call);
bool cuda_supports_ssd(const CudaCall& call);
bool cuda_supports_embedding(const CudaCall& call);
bool cuda_supports_linear_attention(const CudaCall& call);
bool cuda_supports_mixes(const CudaCall& call);
bool cuda_supports_wkv7(const CudaCall& call);

namespace {

constexpr CudaKernel kKernels[] = {
    {"add", &cuda_add},
    {"causal_conv", &cuda_causal_conv, &cuda_supports_causal_conv},
    {"columns", &cuda_columns},
    {"ddlerp_base", &cuda_ddlerp_base},
    {"ddlerp_mix", &cuda_ddlerp_mix, &cuda_supports_mixes},
    {"embedding", &cuda_embedding, &cuda_supports_embedding},
    {"gate", &cuda_gate, &cuda_supports_gate},
    {"gated_delta", &cuda_gated_delta, &cuda_supports_gated_delta},
    {"head_bonus", &cuda_head_bonus},
    {"l2_norm", &cuda_l2_norm},
    {"last_tokens", &cuda_last_tokens},
    {"lerp", &cuda_lerp},
    {"linear_attention", &cuda_linear_attention, &cuda_supports_linear_attention},
    {"multiply", &cuda_multiply},
    {"multiply_add", &cuda_multiply_add},
    {"norm", &cuda_norm},
    {"norm_shift", &cuda_norm_shift, &cuda_supports_mixes},
    {"repeat_heads", &cuda_repeat_heads},
    {"rms_norm", &cuda_rms_norm},
    {"rotary_table", &cuda_rotary_table},
    {"rotate", &cuda_rotate},
    {"rwkv7_key", &cuda_rwkv7_key},
    {"rwkv7_readout", &cuda_rwkv7_readout},
    {"rwkv7_step", &cuda_rwkv7_step},
    {"scale", &cuda_scale},
    {"selective_scan", &cuda_selective_scan, &cuda_supports_selective_scan},
    {"sigmoid_decay", &cuda_sigmoid_decay},
    {"softplus_decay", &cuda_softplus_decay},
    {"ssd", &cuda_ssd, &cuda_supports_ssd},
    {"token_shift", &cuda_token_shift, &cuda_supports_mixes},
    {"wkv4", &cuda_wkv4},
    {"wkv7", &cuda_wkv7, &cuda_supports_wkv7},
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

}  // namespace eddy
