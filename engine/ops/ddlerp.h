// The data-dependent token shift ("ddlerp") of RWKV-6 (2404.05892): how much of the previous token each of M vectors
// takes in is itself computed from the token, through a low-rank pair.
//   difference = x[t-1] - x[t]
//   base       = x + difference * mu                                         mu [C]
//   h          = tanh(base * w1)                                             [M * R], by a linear op
//   y_m        = x + difference * (mix_m + h_m * w2_m)                       mix_m [C], h_m [R], w2_m [R, C]
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

struct DdlerpBase {
  Value difference, base;  ///< [B, T, C]
};

/// x [B, T, C], mu [C], shift slot [C] (x[-1], zero before the first token): the last x stays behind in it.
DdlerpBase ddlerp_base(Graph& graph, Value x, Value mu, Value shift);

/// Inputs: x, mu, shift. Outputs: difference, base. Tolerance against the reference: 1e-6.
extern const OpKind kDdlerpBase;

/// x, difference [B, T, C], h [B, T, M * R], w2 [M, R, C], mixes [M, C] -> M values [B, T, C].
std::vector<Value> ddlerp_mix(Graph& graph, Value x, Value difference, Value h, Value w2, Value mixes);

/// Inputs: x, difference, h, w2, mixes. Outputs: y_0 ... y_{M-1}. Sums run over R in rising order. Tolerance against
/// the reference: 1e-5 for inputs of unit size.
extern const OpKind kDdlerpMix;

}  // namespace eddy
