#include "engine/ops/sigmoid_decay.h"

#include <algorithm>
#include <cmath>

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const auto params = call.params.as<SigmoidDecayParams>();
  const float* x = call.inputs[0].tensor.data;
  const TensorView& y = call.outputs[0].tensor;
  for (std::int64_t i = 0; i < y.shape.elements(); ++i) {
    // log(sigmoid(x)) without overflow on either side.
    const float log_sigmoid = std::min(x[i], 0.0f) - std::log1p(std::exp(-std::abs(x[i])));
    y.data[i] = std::exp(std::max(log_sigmoid / params.root, params.smallest_log));
  }
}

}  // namespace

const OpKind kSigmoidDecay{"sigmoid_decay", &reference};

Value sigmoid_decay(Graph& graph, Value x, const SigmoidDecayParams& params) {
  const Shape shape = graph.shape_of(x);
  return graph.append(kSigmoidDecay, {x}, shape, OpParams::of(params));
}

}  // namespace eddy
