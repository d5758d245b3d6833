// Ops that only GPU backends know: what fusion.h makes of several ops of a plan.
#pragma once

#include <cstdint>

#include "engine/graph/op.h"

namespace eddy {

/// layer_norm, then token_shift. Inputs: x, weight, bias, mixes, shift. Outputs: those of token_shift.
extern const OpKind kNormShift;

struct NormShiftParams {
  float epsilon = 0;
};

/// rwkv7_key, wkv7 and rwkv7_readout of one token, with the mixing of the first layer's values before them.
/// Inputs: r, w, k, v, a, g, state, k_k, k_a, r_k, norm_weight, norm_bias, [v_first, share]. Outputs: out.
extern const OpKind kRwkv7Step;

struct Rwkv7StepParams {
  std::int64_t heads = 1;
  float epsilon = 0;
  bool mixes_values = false;
};

inline constexpr std::int64_t kRwkv7StepHeadSize = 64;

}  // namespace eddy
