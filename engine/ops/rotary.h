// Rotary position embedding (2104.09864): pairs of channels are turned by an angle that grows with the token's
// position.
//   angle[t][i] = position(t) * frequency[i]
//   y[i]        = x[i] * cos - x[i + D/2] * sin
//   y[i + D/2]  = x[i] * sin + x[i + D/2] * cos        for i < D/2 of every head of D channels
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

struct RotaryTable {
  Value cosines, sines;  ///< [B, T, D/2]
};

/// Once per pass, for all layers. frequencies [D/2]; `position` is a slot [1] that counts the tokens of the sequence:
/// the number of the next one, exact up to 2^24.
RotaryTable rotary_table(Graph& graph, Value frequencies, Value position);

/// Inputs: frequencies, position. Outputs: cosines, sines. Tolerance against the reference: 1e-6.
extern const OpKind kRotaryTable;

/// x [B, T, H * D] -> the same, turned.
Value rotate(Graph& graph, Value x, const RotaryTable& table);

/// Inputs: x, cosines, sines. Outputs: y. Tolerance against the reference: 1e-6.
extern const OpKind kRotate;

}  // namespace eddy
