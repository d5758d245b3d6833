// y = x * f(z): what a gated network or a gated readout lets through.
#pragma once

#include "engine/graph/graph.h"
#include "engine/ops/activation.h"

namespace eddy {

/// x [B, T, C]; z [B, T, W], of which channels `first` ... `first` + C - 1 are the gate. -> [B, T, C]
Value gate(Graph& graph, Value x, Value z, std::int64_t first, Activation activation);

struct GateParams {
  std::int64_t first = 0;
  Activation activation = Activation::None;
};

/// Inputs: x, z. Outputs: y. Tolerance against the reference: 1e-6.
extern const OpKind kGate;

}  // namespace eddy
