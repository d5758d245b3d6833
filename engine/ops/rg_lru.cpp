#include "engine/ops/rg_lru.h"

#include <cmath>

namespace eddy {
namespace {

void first_reference(const OpCall& call) {
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    const float position = call.inputs[0].states[b][0];
    for (std::int64_t t = 0; t < call.tokens; ++t) {
      call.outputs[0].tensor.data[b * call.tokens + t] = position == 0 && t == 0 ? 1.0f : 0.0f;
    }
  }
}

void block_reference(const OpCall& call) {
  const TensorView &weight = call.inputs[0].tensor, &x = call.inputs[2].tensor, &y = call.outputs[0].tensor;
  const std::int64_t heads = weight.shape[0], in = weight.shape[1], out = weight.shape[2];
  for (std::int64_t row = 0; row < x.shape.rows(); ++row) {
    for (std::int64_t head = 0; head < heads; ++head) {
      for (std::int64_t n = 0; n < out; ++n) {
        float sum = 0;
        for (std::int64_t k = 0; k < in; ++k) sum += x.row(row)[head * in + k] * weight.data[(head * in + k) * out + n];
        sum += call.inputs[1].tensor.data[head * out + n];
        y.row(row)[head * out + n] = activate(call.params.as<Activation>(), sum);
      }
    }
  }
}

void lru_reference(const OpCall& call) {
  const auto in = [&](int input, std::int64_t row) { return call.inputs[input].tensor.row(row); };
  const float* rate = call.inputs[3].tensor.data;
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    float* state = call.inputs[5].states[b];
    for (std::int64_t row = b * call.tokens; row < (b + 1) * call.tokens; ++row) {
      const bool first = in(4, row)[0] != 0;
      for (std::int64_t c = 0; c < call.outputs[0].tensor.shape.last(); ++c) {
        const float a = std::exp(rate[c] * in(2, row)[c]);
        const float m = first ? 1.0f : std::sqrt(1 - a * a);
        state[c] = a * state[c] + m * (in(1, row)[c] * in(0, row)[c]);
        call.outputs[0].tensor.row(row)[c] = state[c];
      }
    }
  }
}

}  // namespace

const OpKind kFirstToken{"first_token", &first_reference};
const OpKind kBlockLinear{"block_linear", &block_reference};
const OpKind kRgLru{"rg_lru", &lru_reference};

Value first_token(Graph& graph, Value position) {
  EDDY_ASSERT(graph.shape_of(position).elements() == 1);
  return graph.append(kFirstToken, {position}, {graph.shape().sequences, graph.shape().tokens, 1});
}

Value block_linear(Graph& graph, Value weight, Value bias, Value x, Activation activation) {
  const Shape w = graph.shape_of(weight), shape = graph.shape_of(x);
  EDDY_ASSERT(w.rank() == 3 && w[0] * w[1] == shape.last() && graph.shape_of(bias).elements() == w[0] * w[2]);
  return graph.append(kBlockLinear, {weight, bias, x}, {shape[0], shape[1], w[0] * w[2]}, OpParams::of(activation));
}

Value rg_lru(Graph& graph, const RgLruInputs& in, Value state) {
  const Shape shape = graph.shape_of(in.u);
  EDDY_ASSERT(graph.shape_of(in.input_gate) == shape && graph.shape_of(in.recurrence_gate) == shape);
  EDDY_ASSERT(graph.shape_of(in.rate).elements() == shape.last() && graph.shape_of(state).elements() == shape.last());
  EDDY_ASSERT(graph.shape_of(in.first) == Shape({shape[0], shape[1], 1}));
  return graph.append(kRgLru, {in.u, in.input_gate, in.recurrence_gate, in.rate, in.first, state}, shape);
}

}  // namespace eddy
