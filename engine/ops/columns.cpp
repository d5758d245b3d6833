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

}  // namespace

const OpKind kColumns{"columns", &reference};

Value columns(Graph& graph, Value x, std::int64_t first, std::int64_t count) {
  const Shape shape = graph.shape_of(x);
  EDDY_ASSERT(first >= 0 && count >= 1 && first + count <= shape.last());
  return graph.append(kColumns, {x}, {shape[0], shape[1], count}, OpParams::of(first));
}

}  // namespace eddy
