#include "engine/ops/token_shift.h"

#include <algorithm>

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const TensorView& x = call.inputs[0].tensor;
  const TensorView& mixes = call.inputs[1].tensor;
  const std::int64_t channels = x.shape.last();
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    float* shift = call.inputs[2].states[b];
    const float* previous = shift;
    for (std::int64_t t = 0; t < call.tokens; ++t) {
      const std::int64_t row = b * call.tokens + t;
      const float* current = x.row(row);
      for (std::size_t m = 0; m < call.outputs.size(); ++m) {
        const float* mix = mixes.row(static_cast<std::int64_t>(m));
        float* y = call.outputs[m].tensor.row(row);
        for (std::int64_t c = 0; c < channels; ++c) y[c] = current[c] + (previous[c] - current[c]) * mix[c];
      }
      previous = current;
    }
    std::copy_n(previous, channels, shift);
  }
}

}  // namespace

const OpKind kTokenShift{"token_shift", &reference};

std::vector<Value> token_shift(Graph& graph, Value x, Value mixes, Value shift) {
  const Shape shape = graph.shape_of(x);
  const Shape& mix = graph.shape_of(mixes);
  EDDY_ASSERT(mix.rank() == 2 && mix[1] == shape.last() && graph.shape_of(shift).elements() == shape.last());
  const std::vector<Shape> outputs(static_cast<std::size_t>(mix[0]), shape);
  const Value inputs[] = {x, mixes, shift};
  return graph.append(kTokenShift, inputs, outputs);
}

}  // namespace eddy
