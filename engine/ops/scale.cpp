#include "engine/ops/scale.h"

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const float* x = call.inputs[0].tensor.data;
  const TensorView& y = call.outputs[0].tensor;
  const float s = call.params.as<float>();
  for (std::int64_t i = 0; i < y.shape.elements(); ++i) y.data[i] = s * x[i];
}

}  // namespace

const OpKind kScale{"scale", &reference};

Value scale(Graph& graph, Value x, float s) {
  const Shape shape = graph.shape_of(x);
  return graph.append(kScale, {x}, shape, OpParams::of(s));
}

}  // namespace eddy
