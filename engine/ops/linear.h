// y = activation(W x + bias) + residual
#pragma once

#include <optional>

#include "engine/graph/graph.h"
#include "engine/ops/activation.h"

namespace eddy {

struct LinearOptions {
  std::optional<Value> bias;  ///< [N]
  Activation activation = Activation::None;
  std::optional<Value> residual;  ///< [B, T, N], added last
};

/// x [B, T, K], W [N, K] in any weight format -> [B, T, N].
/// Every output is one sum over k in rising order in float32, whatever B, T and the number of threads: that is what
/// makes results independent of chunking. Tolerance against the reference: 1e-5 of the output's norm for float weights.
Value linear(Graph& graph, Value weight, Value x, const LinearOptions& options = {});

struct LinearParams {
  Activation activation = Activation::None;
  bool has_bias = false;
  bool has_residual = false;
};

/// Inputs: W, x, [bias], [residual]. Outputs: y.
extern const OpKind kLinear;

/// The optional inputs by name; nullptr when absent.
const float* linear_bias(const OpCall& call);
const TensorView* linear_residual(const OpCall& call);

}  // namespace eddy
