#include "engine/ops/rotary.h"

#include <algorithm>
#include <cmath>

namespace eddy {
namespace {

void table_reference(const OpCall& call) {
  const TensorView& frequencies = call.inputs[0].tensor;
  const float amplitude = call.params.as<float>();
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    float& position = call.inputs[1].states[b][0];
    for (std::int64_t row = b * call.tokens; row < (b + 1) * call.tokens; ++row, position += 1) {
      for (std::int64_t i = 0; i < frequencies.shape.elements(); ++i) {
        const float angle = position * frequencies.data[i];
        call.outputs[0].tensor.row(row)[i] = amplitude * std::cos(angle);
        call.outputs[1].tensor.row(row)[i] = amplitude * std::sin(angle);
      }
    }
  }
}

void dynamic_table_reference(const OpCall& call) {
  const auto p = call.params.as<DynamicRotaryParams>();
  const std::int64_t half = p.turned / 2;
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    float& position = call.inputs[0].states[b][0];
    const float reach = call.inputs[1].states[b][0];
    for (std::int64_t row = b * call.tokens; row < (b + 1) * call.tokens; ++row, position += 1) {
      const double length = std::max({static_cast<double>(p.positions), double{reach}, position + 1.0});
      const double growth = p.factor * length / p.positions - (p.factor - 1);
      const double theta = p.theta * (half > 1 ? std::pow(growth, p.turned / (p.turned - 2.0)) : 1.0);
      for (std::int64_t i = 0; i < half; ++i) {
        const auto frequency = static_cast<float>(std::pow(theta, -static_cast<double>(i) / static_cast<double>(half)));
        call.outputs[0].tensor.row(row)[i] = std::cos(position * frequency);
        call.outputs[1].tensor.row(row)[i] = std::sin(position * frequency);
      }
    }
  }
}

void rotate_reference(const OpCall& call) {
  const TensorView& x = call.inputs[0].tensor;
  const auto params = call.params.as<RotateParams>();
  const std::int64_t half = call.inputs[1].tensor.shape.last();
  const std::int64_t step = params.adjacent ? 2 : 1, apart = params.adjacent ? 1 : half;
  for (std::int64_t row = 0; row < x.shape.rows(); ++row) {
    const float *cosine = call.inputs[1].tensor.row(row), *sine = call.inputs[2].tensor.row(row);
    for (std::int64_t head = 0; head < x.shape.last(); head += params.head_size) {
      const float* in = x.row(row) + head;
      float* out = call.outputs[0].tensor.row(row) + head;
      for (std::int64_t i = 0; i < half; ++i) {
        const float first = in[i * step], second = in[i * step + apart];
        out[i * step] = first * cosine[i] - second * sine[i];
        out[i * step + apart] = first * sine[i] + second * cosine[i];
      }
      std::copy(in + 2 * half, in + params.head_size, out + 2 * half);
    }
  }
}

}  // namespace

const OpKind kRotaryTable{"rotary_table", &table_reference};
const OpKind kDynamicRotaryTable{"dynamic_rotary_table", &dynamic_table_reference};
const OpKind kRotate{"rotate", &rotate_reference};

RotaryTable rotary_table(Graph& graph, Value frequencies, Value position, float amplitude) {
  EDDY_ASSERT(graph.shape_of(position).elements() == 1);
  const Shape shape{graph.shape().sequences, graph.shape().tokens, graph.shape_of(frequencies).elements()};
  const Value inputs[] = {frequencies, position};
  const Shape outputs[] = {shape, shape};
  const auto results = graph.append(kRotaryTable, inputs, outputs, OpParams::of(amplitude));
  return {results[0], results[1]};
}

RotaryTable dynamic_rotary_table(Graph& graph, Value position, Value reach, const DynamicRotaryParams& params) {
  EDDY_ASSERT(graph.shape_of(position).elements() == 1 && graph.shape_of(reach).elements() == 1);
  const Shape shape{graph.shape().sequences, graph.shape().tokens, params.turned / 2};
  const Value inputs[] = {position, reach};
  const Shape outputs[] = {shape, shape};
  const auto results = graph.append(kDynamicRotaryTable, inputs, outputs, OpParams::of(params));
  return {results[0], results[1]};
}

Value rotate(Graph& graph, Value x, const RotaryTable& table, std::int64_t head_size, bool adjacent) {
  const Shape shape = graph.shape_of(x);
  const std::int64_t turned = 2 * graph.shape_of(table.cosines).last();
  if (head_size == 0) head_size = turned;
  EDDY_ASSERT(turned <= head_size && shape.last() % head_size == 0);
  return graph.append(kRotate, {x, table.cosines, table.sines}, shape,
                      OpParams::of(RotateParams{head_size, adjacent ? 1 : 0}));
}

}  // namespace eddy
