#include "engine/ops/ssd.h"

#include <algorithm>
#include <cmath>

#include "engine/ops/activation.h"
#include "engine/ops/softplus.h"

namespace eddy {
namespace {

/// One head at one token; z: null without a gate.
struct Head {
  const float *x, *b, *c, *d, *z;
  SsdStep step;
};

void read_and_write(const Head& in, std::int64_t states, std::int64_t channels, float* state, float* y) {
  for (std::int64_t p = 0; p < channels; ++p) {
    float sum = 0;
    for (std::int64_t n = 0; n < states; ++n) {
      float& s = state[n * channels + p];
      s = in.step.decay * s + in.b[n] * (in.step.delta * in.x[p]);
      sum += in.c[n] * s;
    }
    y[p] = sum + in.d[p] * in.x[p];
    if (in.z) y[p] *= activate(Activation::Silu, in.z[p]);
  }
}

void reference(const OpCall& call) {
  const Shape& slot = call.inputs[5].tensor.shape;
  const std::int64_t heads = slot[0], states = slot[1], channels = slot[2], width = heads * channels;
  const TensorView& xbc = call.inputs[0].tensor;
  const std::int64_t groups = (xbc.shape.last() - width) / (2 * states);
  const auto params = call.params.as<SsdParams>();
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    for (std::int64_t row = b * call.tokens; row < (b + 1) * call.tokens; ++row) {
      for (std::int64_t h = 0; h < heads; ++h) {
        const float* group = xbc.row(row) + width + h * groups / heads * states;
        const Head in{.x = xbc.row(row) + h * channels,
                      .b = group,
                      .c = group + groups * states,
                      .d = call.inputs[4].tensor.data + h * channels,
                      .z = params.has_z ? call.inputs[6].tensor.row(row) + params.z_first + h * channels : nullptr,
                      .step = ssd_step(call, row, h)};
        read_and_write(in, states, channels, call.inputs[5].states[b] + h * states * channels,
                       call.outputs[0].tensor.row(row) + h * channels);
      }
    }
  }
}

}  // namespace

const OpKind kSsd{"ssd", &reference};

SsdStep ssd_step(const OpCall& call, std::int64_t row, std::int64_t head) {
  const auto params = call.params.as<SsdParams>();
  const float dt = call.inputs[1].tensor.row(row)[params.dt_first + head] + call.inputs[2].tensor.data[head];
  const float delta = std::clamp(softplus(dt), params.dt_least, params.dt_most);
  return {delta, std::exp(delta * call.inputs[3].tensor.data[head])};
}

Value ssd(Graph& graph, const SsdInputs& in, Value state) {
  const Shape& slot = graph.shape_of(state);
  EDDY_ASSERT(slot.rank() == 3);
  const std::int64_t heads = slot[0], states = slot[1], width = heads * slot[2];
  const Shape xbc = graph.shape_of(in.xbc);
  const std::int64_t rest = xbc.last() - width;
  EDDY_ASSERT(rest > 0 && rest % (2 * states) == 0 && heads % (rest / (2 * states)) == 0);
  EDDY_ASSERT(in.dt_first >= 0 && in.dt_first + heads <= graph.shape_of(in.dt).last());
  EDDY_ASSERT(graph.shape_of(in.dt_bias).elements() == heads && graph.shape_of(in.a).elements() == heads);
  EDDY_ASSERT(graph.shape_of(in.d).elements() == width && in.dt_least <= in.dt_most);
  std::vector<Value> inputs{in.xbc, in.dt, in.dt_bias, in.a, in.d, state};
  if (in.z) {
    EDDY_ASSERT(in.z_first >= 0 && in.z_first + width <= graph.shape_of(*in.z).last());
    inputs.push_back(*in.z);
  }
  const SsdParams params{in.dt_first, in.z_first, in.dt_least, in.dt_most, in.z.has_value()};
  const Shape y{xbc[0], xbc[1], width};
  return graph.append(kSsd, inputs, std::span(&y, 1), OpParams::of(params))[0];
}

}  // namespace eddy
