// y = exp(a * softplus(x + bias)): the decay of Gated DeltaNet and of Kimi Delta Attention, in (0, 1] for a <= 0.
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

/// x [B, T, C]; a, bias [C].
Value softplus_decay(Graph& graph, Value x, Value a, Value bias);

/// Inputs: x, a, bias. Outputs: y. Tolerance against the reference: 1e-6.
extern const OpKind kSoftplusDecay;

}  // namespace eddy
