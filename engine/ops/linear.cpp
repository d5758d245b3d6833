#include "engine/ops/linear.h"

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const TensorView& weight = call.inputs[0].tensor;  // [N, K]
  const TensorView& x = call.inputs[1].tensor;       // [B, T, K]
  const TensorView& y = call.outputs[0].tensor;      // [B, T, N]
  const float* bias = linear_bias(call);
  const TensorView* residual = linear_residual(call);
  const auto activation = call.params.as<LinearParams>().activation;
  for (std::int64_t row = 0; row < x.shape.rows(); ++row) {
    for (std::int64_t n = 0; n < weight.shape[0]; ++n) {
      float sum = 0;
      for (std::int64_t k = 0; k < weight.shape[1]; ++k) sum += weight.row(n)[k] * x.row(row)[k];
      sum = activate(activation, sum + (bias ? bias[n] : 0.0f));
      y.row(row)[n] = sum + (residual ? residual->row(row)[n] : 0.0f);
    }
  }
}

}  // namespace

const OpKind kLinear{"linear", &reference};

const float* linear_bias(const OpCall& call) {
  return call.params.as<LinearParams>().has_bias ? call.inputs[2].tensor.data : nullptr;
}

const TensorView* linear_residual(const OpCall& call) {
  const auto params = call.params.as<LinearParams>();
  return params.has_residual ? &call.inputs[params.has_bias ? 3 : 2].tensor : nullptr;
}

Value linear(Graph& graph, Value weight, Value x, const LinearOptions& options) {
  const Shape& w = graph.shape_of(weight);
  const Shape& in = graph.shape_of(x);
  EDDY_ASSERT(w.rank() == 2 && in.rank() == 3 && w[1] == in[2]);
  const Shape out{in[0], in[1], w[0]};
  std::vector<Value> inputs{weight, x};
  if (options.bias) {
    EDDY_ASSERT(graph.shape_of(*options.bias).elements() == w[0]);
    inputs.push_back(*options.bias);
  }
  if (options.residual) {
    EDDY_ASSERT(graph.shape_of(*options.residual) == out);
    inputs.push_back(*options.residual);
  }
  const LinearParams params{options.activation, options.bias.has_value(), options.residual.has_value()};
  return graph.append(kLinear, inputs, std::span(&out, 1), OpParams::of(params))[0];
}

}  // namespace eddy
