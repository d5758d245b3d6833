// The recurrence of Mamba-2 (state space duality, 2405.21060): every head keeps a matrix that fades at one rate.
//
// For each sequence, token and head h with S [N(state), P(channel)], x [P], and b, c [N] of the head's group:
//   delta   = clamp(softplus(dt[h] + dt_bias[h]), dt_least, dt_most)
//   S[n][p] = exp(delta * a[h]) * S[n][p] + b[n] * (delta * x[p])
//   y[p]    = (sum_n c[n] * S[n][p] + d[p] * x[p]) * silu(z[p])         without z: no last factor
#pragma once

#include <limits>
#include <optional>

#include "engine/graph/graph.h"

namespace eddy {

struct SsdInputs {
  Value xbc;               ///< [B, T, H * P + 2 * G * N]: x, then b and c of each group
  Value dt;                ///< [B, T, W], of which channels `dt_first` ... `dt_first` + H - 1 count
  Value dt_bias, a;        ///< [H]; a is negative: -exp(A_log)
  Value d;                 ///< [H * P]; one number per head stands for P (see rewrite_each)
  std::optional<Value> z;  ///< [B, T, W], channels `z_first` ... `z_first` + H * P - 1
  std::int64_t dt_first = 0, z_first = 0;
  float dt_least = 0, dt_most = std::numeric_limits<float>::infinity();
};

/// `state` is a slot [H, N, P]; heads h share group h * G / H. -> [B, T, H * P]
Value ssd(Graph& graph, const SsdInputs& in, Value state);

struct SsdParams {
  std::int64_t dt_first = 0, z_first = 0;
  float dt_least = 0, dt_most = 0;
  bool has_z = false;
};

/// Inputs: xbc, dt, dt_bias, a, d, state, [z]. Outputs: y. Tolerance against the reference: 1e-5 of the output's norm.
/// Sums run over n in rising order, tokens one after the other: T of any size gives the same bits.
extern const OpKind kSsd;

/// What a head does at one token: how far it steps, and how much of its state is left then.
struct SsdStep {
  float delta, decay;
};
SsdStep ssd_step(const OpCall& call, std::int64_t row, std::int64_t head);

}  // namespace eddy
