// The gated delta rule: Gated DeltaNet (2412.06464) with one decay per head, Kimi Delta Attention (2510.26692) with one
// per key channel.
//
// For each sequence and value head, with S [K(key), V(value)], q, k, w [K], v [V] and a number b:
//   S[j][i] = w[j] * S[j][i]                                   decay
//   d[i]    = b * (v[i] - sum_j k[j] * S[j][i])                what is missing under k
//   S[j][i] = S[j][i] + k[j] * d[i]                            write
//   y[i]    = scale * sum_j q[j] * S[j][i]                     read, from the updated state
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

/// Which key head serves which value head where there are more of these.
enum class HeadSharing : std::int32_t {
  Grouped,  ///< value head h uses key head h / (H / G)
  Tiled,    ///< value head h uses key head h % G
};

struct GatedDeltaInputs {
  Value q, k;  ///< [B, T, G * K], G key heads; already normalised
  Value v;     ///< [B, T, H * V], H a multiple of G
  Value w;     ///< the decay itself, in (0, 1]: [B, T, H] or [B, T, H * K]
  Value b;     ///< [B, T, H]
  float scale = 1;
  HeadSharing sharing = HeadSharing::Grouped;
};

/// `state` is a slot [H, K, V]. -> [B, T, H * V]
Value gated_delta(Graph& graph, const GatedDeltaInputs& in, Value state);

struct GatedDeltaParams {
  float scale = 1;
  HeadSharing sharing = HeadSharing::Grouped;
};

/// Inputs: q, k, v, w, b, state. Outputs: y. Tolerance against the reference: 1e-5 of the output's norm.
/// All sums run over j in rising order, tokens one after the other: T of any size gives the same bits.
extern const OpKind kGatedDelta;

/// The vectors of one value head at one token.
struct GatedDeltaHead {
  const float *q, *k, *v, *w;
  std::int64_t w_step;  ///< from one key channel's decay to the next: 0 where they share one
  float b, scale;
};
GatedDeltaHead gated_delta_head(const OpCall& call, std::int64_t row, std::int64_t head);

}  // namespace eddy
