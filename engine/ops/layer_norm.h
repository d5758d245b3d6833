// y = (x - mean(x)) / sqrt(var(x) + eps) * weight + bias, over the last dimension
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

/// x [B, T, C], weight and bias [C] -> [B, T, C]. Variance is that of the centred values (two passes), divided by C.
Value layer_norm(Graph& graph, Value x, Value weight, Value bias, float epsilon);

/// The same within each of `groups` equal parts of a row: GroupNorm. Weight and bias are still [C].
Value group_norm(Graph& graph, Value x, Value weight, Value bias, std::int64_t groups, float epsilon);

struct NormParams {
  float epsilon = 0;
  std::int64_t groups = 1;
};

/// Inputs: x, weight, bias. Outputs: y. Tolerance against the reference: 1e-5 absolute for inputs of unit size.
extern const OpKind kNorm;

}  // namespace eddy
