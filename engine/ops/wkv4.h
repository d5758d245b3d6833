// The recurrence of RWKV-4 (2305.13048): an average of all values so far, weighted by e^key and fading with time.
//
// For each sequence and channel, with decay w < 0 and bonus u, both per channel:
//   wkv[t] = (sum_{i<t} e^((t-1-i) w + k[i]) v[i] + e^(u + k[t]) v[t]) / (the same sum with v = 1)
//   y[t]   = r[t] * wkv[t]
// The two sums are kept as a and b, both divided by e^p, where p is the largest exponent seen: nothing can overflow.
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

struct Wkv4Inputs {
  Value r, k, v;  ///< [B, T, C]; r is the gate itself, in (0, 1)
  Value w, u;     ///< [C]; w = -exp(time_decay), u = time_first
};

struct Wkv4State {
  Value a, b, p;  ///< slots [C]: numerator and denominator over e^p. Before the first token 0, 0 and kWkv4FirstExponent
};

/// Small enough that e to its power is nothing beside any key, large enough that adding a decay stays finite.
inline constexpr float kWkv4FirstExponent = -1e30f;

Value wkv4(Graph& graph, const Wkv4Inputs& in, const Wkv4State& state);

/// Inputs: r, k, v, w, u, a, b, p. Outputs: y [B, T, C]. Tolerance against the reference: 1e-5 of the output's norm.
/// Tokens one after the other: T of any size gives the same bits.
extern const OpKind kWkv4;

}  // namespace eddy
