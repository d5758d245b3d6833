#include "engine/ops/selective_scan.h"

#include <cmath>

#include "engine/ops/activation.h"
#include "engine/ops/softplus.h"

namespace eddy {
namespace {

/// One channel at one token; S, b and c are strided as they lie.
struct Channel {
  float x, delta, z, d;
  const float *a, *b, *c;  // a: one number per `stride`
  std::int64_t states, stride;
};

float step(const Channel& in, float* state) {
  float y = 0;
  for (std::int64_t n = 0; n < in.states; ++n) {
    float& s = state[n * in.stride];
    s = std::exp(in.delta * in.a[n * in.stride]) * s + in.delta * in.x * in.b[n];
    y += s * in.c[n];
  }
  return (y + in.d * in.x) * activate(Activation::Silu, in.z);
}

void reference(const OpCall& call) {
  const Shape& slot = call.inputs[7].tensor.shape;
  const std::int64_t states = slot[0], channels = slot[1];
  const auto z_first = call.params.as<std::int64_t>();
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    for (std::int64_t row = b * call.tokens; row < (b + 1) * call.tokens; ++row) {
      const auto at = [&](int input) { return call.inputs[input].tensor.row(row); };
      for (std::int64_t e = 0; e < channels; ++e) {
        const Channel in{.x = at(0)[e],
                         .delta = softplus(at(1)[e]),
                         .z = at(6)[z_first + e],
                         .d = call.inputs[5].tensor.data[e],
                         .a = call.inputs[4].tensor.data + e,
                         .b = at(2),
                         .c = at(3),
                         .states = states,
                         .stride = channels};
        call.outputs[0].tensor.row(row)[e] = step(in, call.inputs[7].states[b] + e);
      }
    }
  }
}

}  // namespace

const OpKind kSelectiveScan{"selective_scan", &reference};

Value selective_scan(Graph& graph, const SelectiveScanInputs& in, Value state) {
  const Shape x = graph.shape_of(in.x);
  const Shape& slot = graph.shape_of(state);
  const Shape small{x[0], x[1], slot[0]};
  EDDY_ASSERT(slot.rank() == 2 && slot[1] == x.last() && graph.shape_of(in.a) == slot);
  EDDY_ASSERT(graph.shape_of(in.dt) == x && graph.shape_of(in.b) == small && graph.shape_of(in.c) == small);
  EDDY_ASSERT(graph.shape_of(in.d).elements() == x.last());
  EDDY_ASSERT(in.z_first >= 0 && in.z_first + x.last() <= graph.shape_of(in.z).last());
  return graph.append(kSelectiveScan, {in.x, in.dt, in.b, in.c, in.a, in.d, in.z, state}, x, OpParams::of(in.z_first));
}

}  // namespace eddy
