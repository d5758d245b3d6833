// y[b, t] = W[token[b, t]]
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

/// W [V, C] in any weight format, tokens [B, T] in [0, V) -> [B, T, C]. Exact: the row as it dequantises.
Value embedding(Graph& graph, Value table);

/// Inputs: table, tokens. Outputs: rows.
extern const OpKind kEmbedding;

}  // namespace eddy
