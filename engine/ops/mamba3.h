// The recurrence of Mamba-3 (2603.15569) with one input and one output a head: steps by the trapezoidal rule, and
// states that turn.
//
// For each sequence, token and head, with S [N(state), P(channel)], x [P], b, c [N] of the head's group (normed), and
// angles [A] that all heads share:
//   delta   = softplus(dt + dt_bias);  rate = min(-f(decay), -floor);  share = sigmoid(trapezoid)
//   theta   = (theta + pi * tanh(angle) * delta) mod 2 pi                              [A]
//   b, c    = turned(b + b_bias, theta), turned(c + c_bias, theta)                     pairs (2i, 2i + 1), i < A
//   S[n][p] = alpha S[n][p] + (1 - share) delta alpha b'[n] x'[p] + share delta b[n] x[p],  alpha = exp(rate * delta)
//   y[p]    = sum_n S[n][p] * c[n] + d * x[p]
// with b' and x' those of the token before. f is softplus, or 1 + v for v >= 0 and 1 / (1 - v) below.
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

struct Mamba3Inputs {
  Value projected;       ///< [B, T, 2 H P + 2 G N + 3 H + A]: z, x, b, c, dt, decay, trapezoid, angles
  Value b, c;            ///< [B, T, G * N]: those of `projected` after their norms
  Value b_bias, c_bias;  ///< [H, N]
  Value dt_bias, d;      ///< [H]
  float floor = 1e-4f;
  bool heavy_tail = false;  ///< which f
};

struct Mamba3State {
  Value angles;  ///< slot [H, A]
  Value ssm;     ///< slot [H, N, P]
  Value b;       ///< slot [H, N]
  Value x;       ///< slot [H, P]
};

/// -> [B, T, H * P], before any gate.
Value mamba3(Graph& graph, const Mamba3Inputs& in, const Mamba3State& state);

struct Mamba3Params {
  float floor = 0;
  bool heavy_tail = false;
};

/// Inputs: projected, b, c, b_bias, c_bias, dt_bias, d, angles, ssm, last b, last x. Outputs: y. Tokens one after the
/// other: T of any size gives the same bits.
extern const OpKind kMamba3Scan;

/// One head of one sequence, which is all that a kernel needs to be spread over threads.
void mamba3_head(const OpCall& call, std::int64_t sequence, std::int64_t head);

}  // namespace eddy
