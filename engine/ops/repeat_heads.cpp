#include "engine/ops/repeat_heads.h"

#include <algorithm>

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const TensorView& x = call.inputs[0].tensor;
  const TensorView& y = call.outputs[0].tensor;
  const auto params = call.params.as<RepeatHeadsParams>();
  const std::int64_t size = x.shape.last() / params.from, times = params.to / params.from;
  for (std::int64_t row = 0; row < x.shape.rows(); ++row) {
    for (std::int64_t h = 0; h < params.to; ++h)
      std::copy_n(x.row(row) + h / times * size, size, y.row(row) + h * size);
  }
}

}  // namespace

const OpKind kRepeatHeads{"repeat_heads", &reference};

Value repeat_heads(Graph& graph, Value x, std::int64_t from, std::int64_t to) {
  if (from == to) return x;
  const Shape shape = graph.shape_of(x);
  EDDY_ASSERT(shape.last() % from == 0 && to % from == 0);
  return graph.append(kRepeatHeads, {x}, {shape[0], shape[1], shape.last() / from * to},
                      OpParams::of(RepeatHeadsParams{from, to}));
}

}  // namespace eddy
