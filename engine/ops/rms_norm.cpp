#include "engine/ops/rms_norm.h"

#include <cmath>

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const TensorView& x = call.inputs[0].tensor;
  const TensorView& weight = call.inputs[1].tensor;
  const auto params = call.params.as<RmsNormParams>();
  const std::int64_t size = x.shape.last() / params.groups;
  for (std::int64_t part = 0; part < x.shape.rows() * params.groups; ++part) {
    const float* in = x.data + part * size;
    float squares = 0;
    for (std::int64_t i = 0; i < size; ++i) squares += in[i] * in[i];
    const float scale = 1.0f / std::sqrt(squares / static_cast<float>(size) + params.epsilon);
    const float* w = weight.data + part % params.groups * size % weight.shape.elements();
    for (std::int64_t i = 0; i < size; ++i) call.outputs[0].tensor.data[part * size + i] = in[i] * scale * w[i];
  }
}

}  // namespace

const OpKind kRmsNorm{"rms_norm", &reference};

Value rms_norm(Graph& graph, Value x, Value weight, float epsilon, std::int64_t groups) {
  const Shape shape = graph.shape_of(x);
  const std::int64_t weights = graph.shape_of(weight).elements();
  EDDY_ASSERT(groups >= 1 && shape.last() % groups == 0 &&
              (weights == shape.last() || weights == shape.last() / groups));
  return graph.append(kRmsNorm, {x, weight}, shape, OpParams::of(RmsNormParams{epsilon, groups}));
}

}  // namespace eddy
