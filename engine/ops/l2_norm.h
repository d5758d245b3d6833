// y = scale * x / sqrt(sum(x^2) + eps), over each of `groups` equal parts of the last dimension
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

struct L2NormParams {
  std::int64_t groups = 1;
  float epsilon = 1e-6f;
  float scale = 1;
};

/// x [B, T, C] -> [B, T, C].
Value l2_norm(Graph& graph, Value x, const L2NormParams& params);

/// Inputs: x. Outputs: y. Tolerance against the reference: 1e-5 for inputs of unit size.
extern const OpKind kL2Norm;

}  // namespace eddy
