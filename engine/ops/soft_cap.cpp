#include "engine/ops/soft_cap.h"

#include <cmath>

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const float* x = call.inputs[0].tensor.data;
  const TensorView& y = call.outputs[0].tensor;
  const float cap = call.params.as<float>();
  for (std::int64_t i = 0; i < y.shape.elements(); ++i) y.data[i] = cap * std::tanh(x[i] / cap);
}

}  // namespace

const OpKind kSoftCap{"soft_cap", &reference};

Value soft_cap(Graph& graph, Value x, float cap) {
  EDDY_ASSERT(cap > 0);
  const Shape shape = graph.shape_of(x);
  return graph.append(kSoftCap, {x}, shape, OpParams::of(cap));
}

}  // namespace eddy
