// y = cap * tanh(x / cap): logits that cannot grow without bound.
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

/// x [B, T, C].
Value soft_cap(Graph& graph, Value x, float cap);

/// Inputs: x. Outputs: y. Parameters: cap as float. Tolerance against the reference: 1e-6.
extern const OpKind kSoftCap;

}  // namespace eddy
