// y_m[t] = x[t] + (x[t-1] - x[t]) * mix_m, and the last x stays behind as x[-1] of the next call
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

/// x [B, T, C], mixes [M, C], shift slot [C] (x[-1], zero before the first token) -> M values [B, T, C].
std::vector<Value> token_shift(Graph& graph, Value x, Value mixes, Value shift);

/// Inputs: x, mixes, shift. Outputs: y_0 ... y_{M-1}. Tolerance against the reference: 1e-6.
extern const OpKind kTokenShift;

}  // namespace eddy
