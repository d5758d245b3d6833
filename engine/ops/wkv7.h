// The recurrence of RWKV-7 ("Goose", 2503.14456): a delta rule with a decay per channel.
//
// For each sequence and head, with S [N(key), N(value)] and all vectors [N]:
//   u[i]    = sum_j S[j][i] * -kk[j]                                   what is stored under kk
//   S[j][i] = S[j][i] * w[j] + v[i] * k[j] + u[i] * (kk[j] * a[j])     decay, write, remove
//   y[i]    = sum_j S[j][i] * r[j]                                     read, from the updated state
#pragma once

#include "engine/graph/graph.h"
#include "engine/ops/rwkv7_key.h"

namespace eddy {

struct Wkv7Inputs {
  Value r, w, k, v, kk, a;  ///< [B, T, C], C = H * N; w is the decay itself, in (0, 1)
};

/// `state` is a slot [H, N, N] as above: the row is the key's channel, so that one vector lane is one value channel.
Value wkv7(Graph& graph, const Wkv7Inputs& in, Value state);

/// Inputs: r, w, k, v, kk, a, state. Outputs: y [B, T, C]. Tolerance against the reference: 1e-5 of the output's norm.
/// All sums run over j in rising order, tokens one after the other: T of any size gives the same bits.
extern const OpKind kWkv7;

}  // namespace eddy
