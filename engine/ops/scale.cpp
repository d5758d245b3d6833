#include "engine/ops/scale.h"

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const float* x = call.inputs[0].tensor.data;
  const TensorView& y = call.outputs[0].tensor;
  const float s = call.params.as<float>();
  for (std::int64_t i = 0; i < y.shape.elements(); ++i) y.data[i] = s * x[i];
}

void channels_reference(const OpCall& call) {
  const TensorView& x = call.inputs[0].tensor;
  const float* w = call.inputs[1].tensor.data;
  for (std::int64_t row = 0; row < x.shape.rows(); ++row) {
    for (std::int64_t c = 0; c < x.shape.last(); ++c) call.outputs[0].tensor.row(row)[c] = x.row(row)[c] * w[c];
  }
}

}  // namespace

const OpKind kScale{"scale", &reference};
const OpKind kScaleChannels{"scale_channels", &channels_reference};

Value scale(Graph& graph, Value x, float s) {
  const Shape shape = graph.shape_of(x);
  return graph.append(kScale, {x}, shape, OpParams::of(s));
}

Value scale_channels(Graph& graph, Value x, Value w) {
  const Shape shape = graph.shape_of(x);
  EDDY_ASSERT(graph.shape_of(w).elements() == shape.last());
  return graph.append(kScaleChannels, {x, w}, shape);
}

}  // namespace eddy
