// y = x / sqrt(mean(x^2) + eps) * weight, over each of `groups` equal parts of the last dimension
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

/// x [B, T, C] -> [B, T, C]. Weight [C], or [C / groups] for all groups alike.
Value rms_norm(Graph& graph, Value x, Value weight, float epsilon, std::int64_t groups = 1);

struct RmsNormParams {
  float epsilon = 0;
  std::int64_t groups = 1;
};

/// Inputs: x, weight. Outputs: y. Tolerance against the reference: 1e-5 for inputs of unit size.
extern const OpKind kRmsNorm;

}  // namespace eddy
