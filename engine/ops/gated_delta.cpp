#include "engine/ops/gated_delta.h"

namespace eddy {
namespace {

void step(float* state, const GatedDeltaHead& in, float* y, std::int64_t keys, std::int64_t values) {
  for (std::int64_t i = 0; i < values; ++i) {
    float* column = state + i;
    float stored = 0;
    for (std::int64_t j = 0; j < keys; ++j) {
      column[j * values] *= in.w[j * in.w_step];
      stored += in.k[j] * column[j * values];
    }
    const float missing = in.b * (in.v[i] - stored);
    float read = 0;
    for (std::int64_t j = 0; j < keys; ++j) {
      column[j * values] += in.k[j] * missing;
      read += in.q[j] * column[j * values];
    }
    y[i] = in.scale * read;
  }
}

void reference(const OpCall& call) {
  const Shape& slot = call.inputs[5].tensor.shape;
  const std::int64_t heads = slot[0], keys = slot[1], values = slot[2];
  for (std::int64_t row = 0; row < call.sequences * call.tokens; ++row) {
    float* state = call.inputs[5].states[static_cast<std::size_t>(row / call.tokens)];
    for (std::int64_t h = 0; h < heads; ++h) {
      step(state + h * keys * values, gated_delta_head(call, row, h), call.outputs[0].tensor.row(row) + h * values,
           keys, values);
    }
  }
}

}  // namespace

const OpKind kGatedDelta{"gated_delta", &reference};

GatedDeltaHead gated_delta_head(const OpCall& call, std::int64_t row, std::int64_t head) {
  const Shape& slot = call.inputs[5].tensor.shape;
  const std::int64_t heads = slot[0], keys = slot[1], values = slot[2];
  const auto params = call.params.as<GatedDeltaParams>();
  const std::int64_t key_heads = call.inputs[0].tensor.shape.last() / keys;
  const bool grouped = params.sharing == HeadSharing::Grouped;
  const std::int64_t key = (grouped ? head / (heads / key_heads) : head % key_heads) * keys;
  const bool per_channel = call.inputs[3].tensor.shape.last() != heads;
  const auto at = [&](int input) { return call.inputs[input].tensor.row(row); };
  return {.q = at(0) + key,
          .k = at(1) + key,
          .v = at(2) + head * values,
          .w = at(3) + head * (per_channel ? keys : 1),
          .w_step = per_channel ? 1 : 0,
          .b = at(4)[head],
          .scale = params.scale};
}

Value gated_delta(Graph& graph, const GatedDeltaInputs& in, Value state) {
  const Shape& slot = graph.shape_of(state);
  const Shape& keys = graph.shape_of(in.q);
  const Shape values = graph.shape_of(in.v);
  EDDY_ASSERT(slot.rank() == 3 && slot[0] * slot[2] == values.last() && graph.shape_of(in.k) == keys);
  EDDY_ASSERT(keys.last() % slot[1] == 0 && slot[0] % (keys.last() / slot[1]) == 0);
  const std::int64_t decays = graph.shape_of(in.w).last();
  EDDY_ASSERT((decays == slot[0] || decays == slot[0] * slot[1]) && graph.shape_of(in.b).last() == slot[0]);
  const Value inputs[] = {in.q, in.k, in.v, in.w, in.b, state};
  const GatedDeltaParams params{in.scale, in.sharing};
  return graph.append(kGatedDelta, inputs, std::span(&values, 1), OpParams::of(params))[0];
}

}  // namespace eddy
