// Rotary position embedding (2104.09864): pairs of channels are turned by an angle that grows with the token's
// position.
//   angle[t][i] = position(t) * frequency[i]
//   y[i]        = x[i] * cos - x[i + R/2] * sin
//   y[i + R/2]  = x[i] * sin + x[i + R/2] * cos        for i < R/2, the first R of every head's channels
// With adjacent pairs, 2i and 2i + 1 take the places of i and i + R/2. Channels past R stay as they are.
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

struct RotaryTable {
  Value cosines, sines;  ///< [B, T, R/2]
};

/// Once per pass, for all layers. frequencies [R/2]; `position` is a slot [1] that counts the tokens of the sequence:
/// the number of the next one, exact up to 2^24. Cosines and sines are multiplied with `amplitude`.
RotaryTable rotary_table(Graph& graph, Value frequencies, Value position, float amplitude = 1);

/// Inputs: frequencies, position. Outputs: cosines, sines. Parameters: the amplitude as float. Tolerance against the
/// reference: 1e-6.
extern const OpKind kRotaryTable;

/// Dynamic NTK: the base grows with the length n of the text, beyond the `positions` the model was made for:
///   theta' = theta * (factor * n / positions - (factor - 1))^(R / (R - 2)),  n = max(positions, reach, position + 1)
/// `reach` is a slot [1]: where the text that is being read will end (see kReachSlot). Keys keep the turn they were
/// given.
struct DynamicRotaryParams {
  float theta = 10000;
  float factor = 1;
  std::int32_t positions = 1;
  std::int32_t turned = 2;  ///< R
};
RotaryTable dynamic_rotary_table(Graph& graph, Value position, Value reach, const DynamicRotaryParams& params);

/// Inputs: position, reach. Outputs: cosines, sines.
extern const OpKind kDynamicRotaryTable;

/// x [B, T, H * D] -> the same, turned. `head_size` is D, R by default.
Value rotate(Graph& graph, Value x, const RotaryTable& table, std::int64_t head_size = 0, bool adjacent = false);

struct RotateParams {
  std::int64_t head_size = 0;
  std::int64_t adjacent = 0;  ///< 0 or 1
};

/// Inputs: x, cosines, sines. Outputs: y. Tolerance against the reference: 1e-6.
extern const OpKind kRotate;

}  // namespace eddy
