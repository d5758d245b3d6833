// The recurrence of Mamba (2312.00752): every channel keeps N numbers that fade at a rate the input chooses.
//
// For each sequence, token and channel e, with S [N(state), E(channel)], x, dt, z, d [E] and b, c [N] shared by all
// channels:
//   delta   = softplus(dt[e])
//   S[n][e] = exp(delta * a[n][e]) * S[n][e] + (delta * x[e]) * b[n]
//   y[e]    = (sum_n S[n][e] * c[n] + d[e] * x[e]) * silu(z[e])
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

struct SelectiveScanInputs {
  Value x;     ///< [B, T, E]
  Value dt;    ///< [B, T, E], before softplus, bias included
  Value b, c;  ///< [B, T, N]
  Value a;     ///< [N, E], negative: -exp(A_log); files hold [E, N]
  Value d;     ///< [E]
  Value z;     ///< [B, T, W], of which channels `z_first` ... `z_first` + E - 1 are the gate
  std::int64_t z_first = 0;
};

/// `state` is a slot [N, E]. -> [B, T, E]
Value selective_scan(Graph& graph, const SelectiveScanInputs& in, Value state);

/// Inputs: x, dt, b, c, a, d, z, state. Outputs: y. Parameters: z_first as std::int64_t. Tolerance against the
/// reference: 1e-5 of the output's norm. Sums run over n in rising order, tokens one after the other: T of any size
/// gives the same bits.
extern const OpKind kSelectiveScan;

}  // namespace eddy
