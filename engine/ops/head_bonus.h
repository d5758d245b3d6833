// What RWKV-7's current token adds to its own output: out = y + (sum_head r * k * r_k) * v
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

struct HeadBonusInputs {
  Value y, r, k, v;  ///< [B, T, C]; k is the key written into the state, v the mixed value
  Value r_k;         ///< [C]
};

/// -> [B, T, C]. Part of rwkv7_readout, for networks that have no norm or no gate behind the recurrence.
Value head_bonus(Graph& graph, const HeadBonusInputs& in, std::int64_t heads);

/// Inputs: y, r, k, v, r_k. Outputs: out. Parameters: heads as std::int64_t.
extern const OpKind kHeadBonus;

}  // namespace eddy
