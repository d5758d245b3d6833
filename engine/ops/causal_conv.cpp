#include "engine/ops/causal_conv.h"

#include <algorithm>

namespace eddy {
namespace {

/// Input `t` of a sequence, from its first filtered channel on; t < 0 are those of the state.
const float* input_at(const OpCall& call, std::int64_t b, std::int64_t t) {
  const Shape& slot = call.inputs[2].tensor.shape;
  if (t < 0) return call.inputs[2].states[b] + (t + slot[0]) * slot[1];
  return call.inputs[0].tensor.row(b * call.tokens + t) + call.params.as<CausalConvParams>().first;
}

void reference(const OpCall& call) {
  const TensorView& weight = call.inputs[1].tensor;
  const std::int64_t kernel = weight.shape[0], channels = weight.shape[1];
  const auto params = call.params.as<CausalConvParams>();
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    for (std::int64_t t = 0; t < call.tokens; ++t) {
      float* y = call.outputs[0].tensor.row(b * call.tokens + t);
      for (std::int64_t c = 0; c < channels; ++c) {
        float sum = params.has_bias ? call.inputs[3].tensor.data[c] : 0.0f;
        for (std::int64_t k = 0; k < kernel; ++k) sum += weight.row(k)[c] * input_at(call, b, t - kernel + 1 + k)[c];
        y[c] = activate(params.activation, sum);
      }
    }
    for (std::int64_t k = 0; k < kernel - 1; ++k) {
      std::copy_n(input_at(call, b, call.tokens - kernel + 1 + k), channels, call.inputs[2].states[b] + k * channels);
    }
  }
}

}  // namespace

const OpKind kCausalConv{"causal_conv", &reference};

Value causal_conv(Graph& graph, const CausalConvInputs& in, Value state) {
  const Shape& weight = graph.shape_of(in.weight);
  EDDY_ASSERT(weight.rank() == 2 && weight[0] >= 2);
  EDDY_ASSERT(graph.shape_of(state) == Shape({weight[0] - 1, weight[1]}));
  const Shape x = graph.shape_of(in.x);
  EDDY_ASSERT(in.first >= 0 && in.first + weight[1] <= x.last());
  std::vector<Value> inputs{in.x, in.weight, state};
  if (in.bias) {
    EDDY_ASSERT(graph.shape_of(*in.bias).elements() == weight[1]);
    inputs.push_back(*in.bias);
  }
  const Shape y{x[0], x[1], weight[1]};
  const CausalConvParams params{in.first, in.activation, in.bias.has_value()};
  return graph.append(kCausalConv, inputs, std::span(&y, 1), OpParams::of(params))[0];
}

}  // namespace eddy
