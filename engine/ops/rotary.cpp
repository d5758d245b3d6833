#include "engine/ops/rotary.h"

#include <cmath>

namespace eddy {
namespace {

void table_reference(const OpCall& call) {
  const TensorView& frequencies = call.inputs[0].tensor;
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    float& position = call.inputs[1].states[b][0];
    for (std::int64_t row = b * call.tokens; row < (b + 1) * call.tokens; ++row, position += 1) {
      for (std::int64_t i = 0; i < frequencies.shape.elements(); ++i) {
        const float angle = position * frequencies.data[i];
        call.outputs[0].tensor.row(row)[i] = std::cos(angle);
        call.outputs[1].tensor.row(row)[i] = std::sin(angle);
      }
    }
  }
}

void rotate_reference(const OpCall& call) {
  const TensorView& x = call.inputs[0].tensor;
  const std::int64_t half = call.inputs[1].tensor.shape.last();
  for (std::int64_t row = 0; row < x.shape.rows(); ++row) {
    const float *cosine = call.inputs[1].tensor.row(row), *sine = call.inputs[2].tensor.row(row);
    for (std::int64_t head = 0; head < x.shape.last(); head += 2 * half) {
      const float* in = x.row(row) + head;
      float* out = call.outputs[0].tensor.row(row) + head;
      for (std::int64_t i = 0; i < half; ++i) {
        const float first = in[i], second = in[i + half];
        out[i] = first * cosine[i] - second * sine[i];
        out[i + half] = first * sine[i] + second * cosine[i];
      }
    }
  }
}

}  // namespace

const OpKind kRotaryTable{"rotary_table", &table_reference};
const OpKind kRotate{"rotate", &rotate_reference};

RotaryTable rotary_table(Graph& graph, Value frequencies, Value position) {
  EDDY_ASSERT(graph.shape_of(position).elements() == 1);
  const Shape shape{graph.shape().sequences, graph.shape().tokens, graph.shape_of(frequencies).elements()};
  const Value inputs[] = {frequencies, position};
  const Shape outputs[] = {shape, shape};
  const auto results = graph.append(kRotaryTable, inputs, outputs);
  return {results[0], results[1]};
}

Value rotate(Graph& graph, Value x, const RotaryTable& table) {
  const Shape shape = graph.shape_of(x);
  EDDY_ASSERT(shape.last() % (2 * graph.shape_of(table.cosines).last()) == 0);
  return graph.append(kRotate, {x, table.cosines, table.sines}, shape);
}

}  // namespace eddy
