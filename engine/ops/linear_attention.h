// Linear attention with a decay per key channel: the recurrence of RWKV-5 ("Eagle") and RWKV-6 ("Finch", both
// 2404.05892), of gated linear attention (2312.06635) and of RetNet (2307.08621).
//
// For each sequence and head, with S [K(key), V(value)], r, k, w, u [K] and v [V]:
//   with a bonus u:   y[i] = scale * sum_j r[j] * (S[j][i] + u[j] * k[j] * v[i])      before the state is updated
//                     S[j][i] = w[j] * S[j][i] + k[j] * v[i]
//   without:          S[j][i] = w[j] * S[j][i] + k[j] * v[i]
//                     y[i] = scale * sum_j r[j] * S[j][i]                             from the updated state
#pragma once

#include <optional>

#include "engine/graph/graph.h"

namespace eddy {

struct LinearAttentionInputs {
  Value r, k;              ///< [B, T, H * K]
  Value v;                 ///< [B, T, H * V]
  Value w;                 ///< the decay itself, in (0, 1]: [B, T, H * K], or constant [H, K]
  std::optional<Value> u;  ///< [H, K]
  float scale = 1;
};

/// `state` is a slot [H, K, V]. -> [B, T, H * V]
Value linear_attention(Graph& graph, const LinearAttentionInputs& in, Value state);

struct LinearAttentionParams {
  float scale = 1;
  bool has_bonus = false;
};

/// Inputs: r, k, v, w, state, [u]. Outputs: y. Tolerance against the reference: 1e-5 of the output's norm.
/// All sums run over j in rising order, tokens one after the other: T of any size gives the same bits.
extern const OpKind kLinearAttention;

/// The decay of token `row` (of B * T), from its first head on.
inline const float* decay_of(const OpCall& call, std::int64_t row) {
  const TensorView& w = call.inputs[3].tensor;
  return w.shape.rank() == 3 ? w.row(row) : w.data;
}

}  // namespace eddy
