// RWKV-7's second low ranks together with the step that reads what they make: an op that only this backend has.
#pragma once

#include <functional>

#include "engine/backends/vulkan/vulkan_model.h"
#include "engine/graph/plan.h"

namespace eddy {

/// rwkv7_step (engine/backends/gpu/fused_ops.h) after the products that make its decay, rate, gate and share:
/// decay = rwkv7_decay(W decay_x + bias), rate = sigmoid(W rate_x + bias), gate = W gate_x, share = sigmoid(W share_x +
/// bias). Inputs: r, decay_x, k, v, rate_x, gate_x, state, k_k, k_a, r_k, norm_weight, norm_bias, decay_W, decay_bias,
/// rate_W, rate_bias, gate_W, [v_first, share_x, share_W, share_bias]. Params: Rwkv7StepParams. Outputs: out.
extern const OpKind kRwkv7RankStep;

/// Where it has its inputs.
enum RankStepInput : int {
  kR,
  kDecayX,
  kK,
  kV,
  kRateX,
  kGateX,
  kState,
  kKk,
  kKa,
  kRk,
  kNormWeight,
  kNormBias,
  kDecayW,
  kDecayBias,
  kRateW,
  kRateBias,
  kGateW,
  kVFirst,
  kShareX,
  kShareW,
  kShareBias
};

/// A plan that fuse() made, with these ops where all is as it has to be: one token of few sequences, matrices of F16 or
/// F32 whose rows are whole units of 16 bytes. `weight_of` says what a weight is; addresses may be null where there are
/// none yet.
Plan join_ranks(Plan plan, const std::function<VulkanWeight(int source)>& weight_of);

}  // namespace eddy
