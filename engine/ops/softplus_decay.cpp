#include "engine/ops/softplus_decay.h"

#include <algorithm>
#include <cmath>

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const float* a = call.inputs[1].tensor.data;
  const float* bias = call.inputs[2].tensor.data;
  const TensorView& y = call.outputs[0].tensor;
  for (std::int64_t row = 0; row < y.shape.rows(); ++row) {
    const float* x = call.inputs[0].tensor.row(row);
    for (std::int64_t i = 0; i < y.shape.last(); ++i) {
      const float shifted = x[i] + bias[i];
      // log(1 + exp(x)) without overflow on either side.
      const float softplus = std::max(shifted, 0.0f) + std::log1p(std::exp(-std::abs(shifted)));
      y.row(row)[i] = std::exp(a[i] * softplus);
    }
  }
}

}  // namespace

const OpKind kSoftplusDecay{"softplus_decay", &reference};

Value softplus_decay(Graph& graph, Value x, Value a, Value bias) {
  const Shape shape = graph.shape_of(x);
  EDDY_ASSERT(graph.shape_of(a).elements() == shape.last() && graph.shape_of(bias).elements() == shape.last());
  return graph.append(kSoftplusDecay, {x, a, bias}, shape);
}

}  // namespace eddy
