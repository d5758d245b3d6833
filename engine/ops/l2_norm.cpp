#include "engine/ops/l2_norm.h"

#include <cmath>

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const TensorView& x = call.inputs[0].tensor;
  const auto params = call.params.as<L2NormParams>();
  const std::int64_t size = x.shape.last() / params.groups;
  for (std::int64_t begin = 0; begin < x.shape.elements(); begin += size) {
    float squares = 0;
    for (std::int64_t i = begin; i < begin + size; ++i) squares += x.data[i] * x.data[i];
    const float factor = params.scale / std::sqrt(squares + params.epsilon);
    for (std::int64_t i = begin; i < begin + size; ++i) call.outputs[0].tensor.data[i] = x.data[i] * factor;
  }
}

}  // namespace

const OpKind kL2Norm{"l2_norm", &reference};

Value l2_norm(Graph& graph, Value x, const L2NormParams& params) {
  const Shape shape = graph.shape_of(x);
  EDDY_ASSERT(shape.last() % params.groups == 0);
  return graph.append(kL2Norm, {x}, shape, OpParams::of(params));
}

}  // namespace eddy
