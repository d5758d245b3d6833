// Heads that several others share are put where each of these looks for its own: y's head h is x's head h / (H / G).
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

/// x [B, T, G * N] -> [B, T, H * N], H a multiple of G = `from`. Exact. x itself where H = G.
Value repeat_heads(Graph& graph, Value x, std::int64_t from, std::int64_t to);

struct RepeatHeadsParams {
  std::int64_t from = 1, to = 1;
};

/// Inputs: x. Outputs: y.
extern const OpKind kRepeatHeads;

}  // namespace eddy
