// The two vectors RWKV-7 makes of its key: what is removed from the state, and what is written into it.
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

struct Rwkv7Key {
  Value removal;  ///< kk = l2_normalise_per_head(k * k_k), x / max(|x|, 1e-12)
  Value key;      ///< k * (1 + (a - 1) * k_a)
};

/// k, a [B, T, C]; k_k, k_a [C]; C = heads * N.
Rwkv7Key rwkv7_key(Graph& graph, Value k, Value a, Value k_k, Value k_a, std::int64_t heads);

struct HeadParams {
  std::int64_t heads = 1;
};

/// Inputs: k, a, k_k, k_a. Outputs: removal, key. Tolerance against the reference: 1e-6.
extern const OpKind kRwkv7Key;

}  // namespace eddy
