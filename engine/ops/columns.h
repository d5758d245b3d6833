// y = x[..., first : first + count]: one projection that computes several things at once is taken apart.
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

/// x [B, T, W] -> [B, T, count]. Exact.
Value columns(Graph& graph, Value x, std::int64_t first, std::int64_t count);

/// Inputs: x. Outputs: y. Parameters: `first` as std::int64_t.
extern const OpKind kColumns;

}  // namespace eddy
