#include "engine/ops/elementwise.h"

#include <algorithm>

namespace eddy {
namespace {

void multiply_reference(const OpCall& call) {
  const float* a = call.inputs[0].tensor.data;
  const float* b = call.inputs[1].tensor.data;
  const TensorView& y = call.outputs[0].tensor;
  for (std::int64_t i = 0; i < y.shape.elements(); ++i) y.data[i] = a[i] * b[i];
}

void add_reference(const OpCall& call) {
  const float* a = call.inputs[0].tensor.data;
  const float* b = call.inputs[1].tensor.data;
  const TensorView& y = call.outputs[0].tensor;
  for (std::int64_t i = 0; i < y.shape.elements(); ++i) y.data[i] = a[i] + b[i];
}

void lerp_reference(const OpCall& call) {
  const float* a = call.inputs[0].tensor.data;
  const float* b = call.inputs[1].tensor.data;
  const float* s = call.inputs[2].tensor.data;
  const TensorView& y = call.outputs[0].tensor;
  for (std::int64_t i = 0; i < y.shape.elements(); ++i) y.data[i] = a[i] + (b[i] - a[i]) * s[i];
}

void last_tokens_reference(const OpCall& call) {
  const TensorView& x = call.inputs[0].tensor;
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    std::copy_n(x.row((b + 1) * call.tokens - 1), x.shape.last(), call.outputs[0].tensor.row(b));
  }
}

}  // namespace

const OpKind kMultiply{"multiply", &multiply_reference};
const OpKind kAdd{"add", &add_reference};
const OpKind kLerp{"lerp", &lerp_reference};
const OpKind kLastTokens{"last_tokens", &last_tokens_reference};

Value multiply(Graph& graph, Value a, Value b) {
  const Shape shape = graph.shape_of(a);
  EDDY_ASSERT(graph.shape_of(b) == shape);
  return graph.append(kMultiply, {a, b}, shape);
}

Value add(Graph& graph, Value a, Value b) {
  const Shape shape = graph.shape_of(a);
  EDDY_ASSERT(graph.shape_of(b) == shape);
  return graph.append(kAdd, {a, b}, shape);
}

Value lerp(Graph& graph, Value a, Value b, Value s) {
  const Shape shape = graph.shape_of(a);
  EDDY_ASSERT(graph.shape_of(b) == shape && graph.shape_of(s) == shape);
  return graph.append(kLerp, {a, b, s}, shape);
}

Value last_tokens(Graph& graph, Value x) {
  const Shape shape = graph.shape_of(x);
  return graph.append(kLastTokens, {x}, {shape[0], 1, shape[2]});
}

}  // namespace eddy
