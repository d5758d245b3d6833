// y = s * x with a constant s.
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

/// x [B, T, C]. Exact.
Value scale(Graph& graph, Value x, float s);

/// Inputs: x. Outputs: y. Parameters: s as float.
extern const OpKind kScale;

}  // namespace eddy
