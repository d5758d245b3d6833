#include "engine/ops/multiply_add.h"

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const float* a = call.inputs[0].tensor.data;
  const float* b = call.inputs[1].tensor.data;
  const float* c = call.inputs[2].tensor.data;
  const TensorView& y = call.outputs[0].tensor;
  for (std::int64_t i = 0; i < y.shape.elements(); ++i) y.data[i] = a[i] * b[i] + c[i];
}

}  // namespace

const OpKind kMultiplyAdd{"multiply_add", &reference};

Value multiply_add(Graph& graph, Value a, Value b, Value c) {
  const Shape shape = graph.shape_of(a);
  EDDY_ASSERT(graph.shape_of(b) == shape && graph.shape_of(c) == shape);
  return graph.append(kMultiplyAdd, {a, b, c}, shape);
}

}  // namespace eddy
