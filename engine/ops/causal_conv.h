// Depthwise short convolution over time: every channel is filtered alone, with its current and last K - 1 inputs.
//   y[t][c] = f(bias[c] + sum_k w[k][c] * x[t - K + 1 + k][c]),  k = 0 ... K - 1, so w[K - 1] meets the newest input
#pragma once

#include <optional>

#include "engine/graph/graph.h"
#include "engine/ops/activation.h"

namespace eddy {

struct CausalConvInputs {
  Value x;                    ///< [B, T, W], of which channels `first` ... `first` + C - 1 are filtered
  Value weight;               ///< [K, C], K >= 2; files hold [C, K], see rewrite_first_to_last
  std::optional<Value> bias;  ///< [C]
  Activation activation = Activation::None;
  std::int64_t first = 0;
};

/// `state` is a slot [K - 1, C]: the last inputs as they came, oldest first; zero before the first token. -> [B, T, C]
Value causal_conv(Graph& graph, const CausalConvInputs& in, Value state);

struct CausalConvParams {
  std::int64_t first = 0;
  Activation activation = Activation::None;
  bool has_bias = false;
};

/// Inputs: x, weight, state, [bias]. Outputs: y. Tolerance against the reference: 1e-5 of the output's norm.
/// Sums run over k in rising order: T of any size gives the same bits.
extern const OpKind kCausalConv;

}  // namespace eddy
