#include "engine/ops/layer_norm.h"

#include <cmath>

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const TensorView& x = call.inputs[0].tensor;
  const float* weight = call.inputs[1].tensor.data;
  const float* bias = call.inputs[2].tensor.data;
  const TensorView& y = call.outputs[0].tensor;
  const auto params = call.params.as<NormParams>();
  const std::int64_t size = x.shape.last() / params.groups;
  for (std::int64_t part = 0; part < x.shape.rows() * params.groups; ++part) {
    const float* in = x.data + part * size;
    float mean = 0;
    for (std::int64_t i = 0; i < size; ++i) mean += in[i];
    mean /= static_cast<float>(size);
    float variance = 0;
    for (std::int64_t i = 0; i < size; ++i) variance += (in[i] - mean) * (in[i] - mean);
    const float scale = 1.0f / std::sqrt(variance / static_cast<float>(size) + params.epsilon);
    const std::int64_t first = part % params.groups * size;  // channel of in[0]
    for (std::int64_t i = 0; i < size; ++i) {
      y.data[part * size + i] = (in[i] - mean) * scale * weight[first + i] + bias[first + i];
    }
  }
}

}  // namespace

const OpKind kNorm{"norm", &reference};

Value layer_norm(Graph& graph, Value x, Value weight, Value bias, float epsilon) {
  return group_norm(graph, x, weight, bias, 1, epsilon);
}

Value group_norm(Graph& graph, Value x, Value weight, Value bias, std::int64_t groups, float epsilon) {
  const Shape shape = graph.shape_of(x);
  EDDY_ASSERT(groups >= 1 && shape.last() % groups == 0);
  EDDY_ASSERT(graph.shape_of(weight).elements() == shape.last() && graph.shape_of(bias).elements() == shape.last());
  return graph.append(kNorm, {x, weight, bias}, shape, OpParams::of(NormParams{epsilon, groups}));
}

}  // namespace eddy
