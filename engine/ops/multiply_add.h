// y = a * b + c: a gated value joins the residual stream.
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

/// All [B, T, C]. Exact: a product and a sum, each rounded.
Value multiply_add(Graph& graph, Value a, Value b, Value c);

/// Inputs: a, b, c. Outputs: y.
extern const OpKind kMultiplyAdd;

}  // namespace eddy
