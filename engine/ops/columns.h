// Parts of the last dimension: one projection that computes several things at once is taken apart, or two are joined.
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

/// y = x[..., first : first + count]: [B, T, W] -> [B, T, count]. Exact.
Value columns(Graph& graph, Value x, std::int64_t first, std::int64_t count);

/// Inputs: x. Outputs: y. Parameters: `first` as std::int64_t.
extern const OpKind kColumns;

/// y = [a | b]: [B, T, A], [B, T, C] -> [B, T, A + C]. Exact.
Value join_columns(Graph& graph, Value a, Value b);

/// Inputs: a, b. Outputs: y.
extern const OpKind kJoinColumns;

}  // namespace eddy
