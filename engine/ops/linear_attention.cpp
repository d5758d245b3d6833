#include "engine/ops/linear_attention.h"

#include <algorithm>

namespace eddy {
namespace {

struct HeadVectors {
  const float *r, *k, *v, *w, *u;  // u: null without a bonus
};

void step(float* state, const HeadVectors& in, float* y, std::int64_t keys, std::int64_t values, float scale) {
  std::fill_n(y, values, 0.0f);
  for (std::int64_t j = 0; j < keys; ++j) {
    for (std::int64_t i = 0; i < values; ++i) {
      float& s = state[j * values + i];
      const float written = in.k[j] * in.v[i];
      const float updated = in.w[j] * s + written;
      y[i] += in.r[j] * scale * (in.u ? s + in.u[j] * written : updated);
      s = updated;
    }
  }
}

void reference(const OpCall& call) {
  const Shape& slot = call.inputs[4].tensor.shape;
  const std::int64_t heads = slot[0], keys = slot[1], values = slot[2];
  const auto params = call.params.as<LinearAttentionParams>();
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    for (std::int64_t t = 0; t < call.tokens; ++t) {
      const std::int64_t row = b * call.tokens + t;
      for (std::int64_t h = 0; h < heads; ++h) {
        const auto at = [&](int input, std::int64_t size) { return call.inputs[input].tensor.row(row) + h * size; };
        const float* u = params.has_bonus ? call.inputs[5].tensor.data + h * keys : nullptr;
        step(call.inputs[4].states[b] + h * keys * values,
             {at(0, keys), at(1, keys), at(2, values), decay_of(call, row) + h * keys, u},
             call.outputs[0].tensor.row(row) + h * values, keys, values, params.scale);
      }
    }
  }
}

}  // namespace

const OpKind kLinearAttention{"linear_attention", &reference};

Value linear_attention(Graph& graph, const LinearAttentionInputs& in, Value state) {
  const Shape keys = graph.shape_of(in.r);
  const Shape values = graph.shape_of(in.v);
  const Shape& slot = graph.shape_of(state);
  const Shape& decay = graph.shape_of(in.w);
  EDDY_ASSERT(slot.rank() == 3 && slot[0] * slot[1] == keys.last() && slot[0] * slot[2] == values.last());
  EDDY_ASSERT(graph.shape_of(in.k) == keys && (decay == keys || decay == Shape({slot[0], slot[1]})));
  std::vector<Value> inputs{in.r, in.k, in.v, in.w, state};
  if (in.u) {
    EDDY_ASSERT(graph.shape_of(*in.u).elements() == keys.last());
    inputs.push_back(*in.u);
  }
  const LinearAttentionParams params{in.scale, in.u.has_value()};
  return graph.append(kLinearAttention, inputs, std::span(&values, 1), OpParams::of(params))[0];
}

}  // namespace eddy
