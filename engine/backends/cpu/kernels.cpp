#include "engine/backends/cpu/kernels.h"

#include "engine/ops/causal_conv.h"
#include "engine/ops/attention.h"
#include "engine/ops/ddlerp.h"
#include "engine/ops/elementwise.h"
#include "engine/ops/embedding.h"
#include "engine/ops/experts.h"
#include "engine/ops/gated_delta.h"
#include "engine/ops/l2_norm.h"
#include "engine/ops/gate.h"
#include "engine/ops/layer_norm.h"
#include "engine/ops/linear.h"
#include "engine/ops/linear_attention.h"
#include "engine/ops/rms_norm.h"
#include "engine/ops/mamba3.h"
#include "engine/ops/rwkv7_key.h"
#include "engine/ops/rwkv7_readout.h"
#include "engine/ops/softplus_decay.h"
#include "engine/ops/selective_scan.h"
#include "engine/ops/ssd.h"
#include "engine/ops/rg_lru.h"
#include "engine/ops/rotary.h"
#include "engine/ops/soft_cap.h"
#include "engine/ops/token_shift.h"
#include "engine/ops/wkv4.h"
#include "engine/ops/wkv7.h"

namespace eddy {

// One file per op beside this one; each ends with these two functions.
#define EDDY_CPU_KERNEL(name)                                     \
  std::int64_t cpu_##name##_tasks(const OpCall& call, int threads); \
  void cpu_##name(const OpCall& call, std::int64_t task, std::int64_t tasks);
EDDY_CPU_KERNEL(causal_conv)
EDDY_CPU_KERNEL(append_rows)
EDDY_CPU_KERNEL(attention)
EDDY_CPU_KERNEL(attention_join)
EDDY_CPU_KERNEL(attention_stripe)
EDDY_CPU_KERNEL(combine_experts)
EDDY_CPU_KERNEL(expert_rows)
EDDY_CPU_KERNEL(grouped_linear)
EDDY_CPU_KERNEL(block_linear)
EDDY_CPU_KERNEL(rg_lru)
EDDY_CPU_KERNEL(rotate)
EDDY_CPU_KERNEL(soft_cap)
EDDY_CPU_KERNEL(ddlerp_base)
EDDY_CPU_KERNEL(ddlerp_mix)
EDDY_CPU_KERNEL(embedding)
EDDY_CPU_KERNEL(gated_delta)
EDDY_CPU_KERNEL(l2_norm)
EDDY_CPU_KERNEL(gate)
EDDY_CPU_KERNEL(linear)
EDDY_CPU_KERNEL(linear_attention)
EDDY_CPU_KERNEL(lerp)
EDDY_CPU_KERNEL(mamba3)
EDDY_CPU_KERNEL(norm)
EDDY_CPU_KERNEL(rms_norm)
EDDY_CPU_KERNEL(rwkv7_key)
EDDY_CPU_KERNEL(rwkv7_readout)
EDDY_CPU_KERNEL(softplus_decay)
EDDY_CPU_KERNEL(selective_scan)
EDDY_CPU_KERNEL(ssd)
EDDY_CPU_KERNEL(token_shift)
EDDY_CPU_KERNEL(wkv4)
EDDY_CPU_KERNEL(wkv7)
#undef EDDY_CPU_KERNEL

namespace {

const CpuKernel kKernels[] = {
    {&kCausalConv, &cpu_causal_conv_tasks, &cpu_causal_conv},
    {&kAppendRows, &cpu_append_rows_tasks, &cpu_append_rows},
    {&kAttention, &cpu_attention_tasks, &cpu_attention},
    {&kAttentionJoin, &cpu_attention_join_tasks, &cpu_attention_join},
    {&kAttentionStripe, &cpu_attention_stripe_tasks, &cpu_attention_stripe},
    {&kCombineExperts, &cpu_combine_experts_tasks, &cpu_combine_experts},
    {&kExpertRows, &cpu_expert_rows_tasks, &cpu_expert_rows},
    {&kGroupedLinear, &cpu_grouped_linear_tasks, &cpu_grouped_linear},
    {&kBlockLinear, &cpu_block_linear_tasks, &cpu_block_linear},
    {&kRgLru, &cpu_rg_lru_tasks, &cpu_rg_lru},
    {&kSoftCap, &cpu_soft_cap_tasks, &cpu_soft_cap},
    {&kRotate, &cpu_rotate_tasks, &cpu_rotate},
    {&kDdlerpBase, &cpu_ddlerp_base_tasks, &cpu_ddlerp_base},
    {&kDdlerpMix, &cpu_ddlerp_mix_tasks, &cpu_ddlerp_mix},
    {&kEmbedding, &cpu_embedding_tasks, &cpu_embedding},
    {&kGatedDelta, &cpu_gated_delta_tasks, &cpu_gated_delta},
    {&kL2Norm, &cpu_l2_norm_tasks, &cpu_l2_norm},
    {&kGate, &cpu_gate_tasks, &cpu_gate},
    {&kLerp, &cpu_lerp_tasks, &cpu_lerp},
    {&kLinear, &cpu_linear_tasks, &cpu_linear},
    {&kLinearAttention, &cpu_linear_attention_tasks, &cpu_linear_attention},
    {&kMamba3Scan, &cpu_mamba3_tasks, &cpu_mamba3},
    {&kNorm, &cpu_norm_tasks, &cpu_norm},
    {&kRmsNorm, &cpu_rms_norm_tasks, &cpu_rms_norm},
    {&kRwkv7Key, &cpu_rwkv7_key_tasks, &cpu_rwkv7_key},
    {&kRwkv7Readout, &cpu_rwkv7_readout_tasks, &cpu_rwkv7_readout},
    {&kSoftplusDecay, &cpu_softplus_decay_tasks, &cpu_softplus_decay},
    {&kSelectiveScan, &cpu_selective_scan_tasks, &cpu_selective_scan},
    {&kSsd, &cpu_ssd_tasks, &cpu_ssd},
    {&kTokenShift, &cpu_token_shift_tasks, &cpu_token_shift},
    {&kWkv4, &cpu_wkv4_tasks, &cpu_wkv4},
    {&kWkv7, &cpu_wkv7_tasks, &cpu_wkv7},
};

std::int64_t one_task(const OpCall&, int) { return 1; }

}  // namespace

CpuKernel cpu_kernel(const OpKind& op) {
  for (const auto& kernel : kKernels) {
    if (kernel.op == &op) return kernel;
  }
  return {&op, &one_task, nullptr};
}

}  // namespace eddy
