#include "engine/ops/gate.h"

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const TensorView& x = call.inputs[0].tensor;
  const auto params = call.params.as<GateParams>();
  for (std::int64_t row = 0; row < x.shape.rows(); ++row) {
    const float* z = call.inputs[1].tensor.row(row) + params.first;
    for (std::int64_t i = 0; i < x.shape.last(); ++i)
      call.outputs[0].tensor.row(row)[i] = x.row(row)[i] * activate(params.activation, z[i]);
  }
}

}  // namespace

const OpKind kGate{"gate", &reference};

Value gate(Graph& graph, Value x, Value z, std::int64_t first, Activation activation) {
  const Shape shape = graph.shape_of(x);
  EDDY_ASSERT(first >= 0 && first + shape.last() <= graph.shape_of(z).last());
  return graph.append(kGate, {x, z}, shape, OpParams::of(GateParams{first, activation}));
}

}  // namespace eddy
