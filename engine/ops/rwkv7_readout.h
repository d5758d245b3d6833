// What RWKV-7 does with the recurrence's output before the output projection:
//   out = (group_norm_per_head(y) + (sum_head r * k * r_k) * v) * g
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

struct Rwkv7ReadoutInputs {
  Value y, r, k, v, g;                ///< [B, T, C]; k is the key written into the state, v the mixed value
  Value r_k, norm_weight, norm_bias;  ///< [C]
};

/// Composition: group_norm(y, heads, epsilon), then a dot product per head scaled into v, then multiply by g.
Value rwkv7_readout(Graph& graph, const Rwkv7ReadoutInputs& in, std::int64_t heads, float epsilon);

struct ReadoutParams {
  std::int64_t heads = 1;
  float epsilon = 0;
};

/// Inputs: y, r, k, v, g, r_k, norm_weight, norm_bias. Outputs: out [B, T, C]. Tolerance against the reference: 1e-5
/// for inputs of unit size.
extern const OpKind kRwkv7Readout;

}  // namespace eddy
