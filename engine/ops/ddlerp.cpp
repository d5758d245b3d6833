#include "engine/ops/ddlerp.h"

#include <algorithm>

namespace eddy {
namespace {

void base_reference(const OpCall& call) {
  const TensorView& x = call.inputs[0].tensor;
  const float* mu = call.inputs[1].tensor.data;
  const std::int64_t channels = x.shape.last();
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    float* shift = call.inputs[2].states[b];
    const float* previous = shift;
    for (std::int64_t row = b * call.tokens; row < (b + 1) * call.tokens; ++row) {
      const float* current = x.row(row);
      for (std::int64_t c = 0; c < channels; ++c) {
        const float difference = previous[c] - current[c];
        call.outputs[0].tensor.row(row)[c] = difference;
        call.outputs[1].tensor.row(row)[c] = current[c] + difference * mu[c];
      }
      previous = current;
    }
    std::copy_n(previous, channels, shift);
  }
}

void mix_reference(const OpCall& call) {
  const TensorView& x = call.inputs[0].tensor;
  const TensorView& h = call.inputs[2].tensor;
  const TensorView& w2 = call.inputs[3].tensor;
  const std::int64_t channels = x.shape.last(), rank = w2.shape[1];
  for (std::int64_t row = 0; row < x.shape.rows(); ++row) {
    for (std::int64_t m = 0; m < w2.shape[0]; ++m) {
      for (std::int64_t c = 0; c < channels; ++c) {
        float mix = call.inputs[4].tensor.row(m)[c];
        for (std::int64_t r = 0; r < rank; ++r) mix += h.row(row)[m * rank + r] * w2.row(m * rank + r)[c];
        call.outputs[m].tensor.row(row)[c] = x.row(row)[c] + call.inputs[1].tensor.row(row)[c] * mix;
      }
    }
  }
}

}  // namespace

const OpKind kDdlerpBase{"ddlerp_base", &base_reference};
const OpKind kDdlerpMix{"ddlerp_mix", &mix_reference};

DdlerpBase ddlerp_base(Graph& graph, Value x, Value mu, Value shift) {
  const Shape shape = graph.shape_of(x);
  for (Value v : {mu, shift}) EDDY_ASSERT(graph.shape_of(v).elements() == shape.last());
  const Value inputs[] = {x, mu, shift};
  const Shape outputs[] = {shape, shape};
  const auto results = graph.append(kDdlerpBase, inputs, outputs);
  return {results[0], results[1]};
}

std::vector<Value> ddlerp_mix(Graph& graph, Value x, Value difference, Value h, Value w2, Value mixes) {
  const Shape shape = graph.shape_of(x);
  const Shape& second = graph.shape_of(w2);
  EDDY_ASSERT(graph.shape_of(difference) == shape && second.rank() == 3 && second[2] == shape.last());
  EDDY_ASSERT(graph.shape_of(h).last() == second[0] * second[1]);
  EDDY_ASSERT(graph.shape_of(mixes) == Shape({second[0], second[2]}));
  const Value inputs[] = {x, difference, h, w2, mixes};
  const std::vector<Shape> outputs(static_cast<std::size_t>(second[0]), shape);
  return graph.append(kDdlerpMix, inputs, outputs);
}

}  // namespace eddy
