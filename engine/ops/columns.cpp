#include "engine/ops/columns.h"

#include <algorithm>

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const TensorView& x = call.inputs[0].tensor;
  const TensorView& y = call.outputs[0].tensor;
  const auto first = call.params.as<std::int64_t>();
  for (std::int64_t row = 0; row < y.shape.rows(); ++row) std::copy_n(x.row(row) + first, y.shape.last(), y.row(row));
}

void join_reference(const OpCall& call) {
  const TensorView &a = call.inputs[0].tensor, &b = call.inputs[1].tensor;
  for (std::int64_t row = 0; row < a.shape.rows(); ++row) {
    float* y = call.outputs[0].tensor.row(row);
    std::copy_n(b.row(row), b.shape.last(), std::copy_n(a.row(row), a.shape.last(), y));
  }
}

}  // namespace

const OpKind kColumns{"columns", &reference};
const OpKind kJoinColumns{"join_columns", &join_reference};

Value columns(Graph& graph, Value x, std::int64_t first, std::int64_t count) {
  const Shape shape = graph.shape_of(x);
  EDDY_ASSERT(first >= 0 && count >= 1 && first + count <= shape.last());
  return graph.append(kColumns, {x}, {shape[0], shape[1], count}, OpParams::of(first));
}

Value join_columns(Graph& graph, Value a, Value b) {
  const Shape left = graph.shape_of(a), right = graph.shape_of(b);
  EDDY_ASSERT(left[0] == right[0] && left[1] == right[1]);
  return graph.append(kJoinColumns, {a, b}, {left[0], left[1], left[2] + right[2]});
}

}  // namespace eddy
