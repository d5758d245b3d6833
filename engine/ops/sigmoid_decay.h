// y = sigmoid(x)^(1/n): the decay of gated linear attention (2312.06635), kept near 1 by a root.
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

struct SigmoidDecayParams {
  float root = 16;              ///< n
  float smallest_log = -1e30f;  ///< log y is not let below this
};

/// x [B, T, C] -> [B, T, C], computed as exp(log(sigmoid(x)) / n).
Value sigmoid_decay(Graph& graph, Value x, const SigmoidDecayParams& params);

/// Inputs: x. Outputs: y. Tolerance against the reference: 1e-6.
extern const OpKind kSigmoidDecay;

}  // namespace eddy
