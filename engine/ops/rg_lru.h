// The real-gated linear recurrent unit of Griffin (2402.19427), with gates whose matrices are block-diagonal.
//
// For each channel, with gates i (input) and r (recurrence) in (0, 1):
//   log a = rate * r            rate = -8 softplus(Lambda)
//   h     = a * h + m * (i * u),   m = sqrt(1 - a^2); 1 for the first token of a text
//   y     = h
#pragma once

#include "engine/graph/graph.h"
#include "engine/ops/activation.h"

namespace eddy {

/// 1 for the first token of a text, else 0: [B, T, 1]. `position` is the slot that rotary_table() counts in; comes
/// before that in a graph.
Value first_token(Graph& graph, Value position);
/// Inputs: position. Outputs: the marks.
extern const OpKind kFirstToken;

/// y[h] = f(W[h] x[h] + bias[h]), each head's channels by themselves. x [B, T, H * K], weight [H, K(in), N(out)] as
/// float32 numbers, bias [H * N] -> [B, T, H * N]
Value block_linear(Graph& graph, Value weight, Value bias, Value x, Activation activation);
/// Inputs: weight, bias, x. Outputs: y. Parameters: Activation. Tolerance against the reference: 1e-5 of the output's
/// norm. Sums run over k in rising order.
extern const OpKind kBlockLinear;

struct RgLruInputs {
  Value u, input_gate, recurrence_gate;  ///< [B, T, C]
  Value rate;                            ///< [C], negative
  Value first;                           ///< [B, T, 1], see first_token()
};

/// `state` is a slot [C]. -> [B, T, C]
Value rg_lru(Graph& graph, const RgLruInputs& in, Value state);
/// Inputs: u, input gate, recurrence gate, rate, first, state. Outputs: y. Tolerance against the reference: 1e-5 of the
/// output's norm. Tokens one after the other: T of any size gives the same bits.
extern const OpKind kRgLru;

}  // namespace eddy
