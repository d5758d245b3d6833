#include "engine/ops/wkv4.h"

#include <algorithm>
#include <cmath>

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const std::int64_t channels = call.inputs[0].tensor.shape.last();
  const auto in = [&](int input, std::int64_t i) { return call.inputs[input].tensor.data[i]; };
  for (std::int64_t i = 0; i < call.sequences * channels; ++i) {
    const std::int64_t b = i / channels, c = i % channels;
    float& numerator = call.inputs[5].states[b][c];
    float& denominator = call.inputs[6].states[b][c];
    float& exponent = call.inputs[7].states[b][c];
    const float w = in(3, c), u = in(4, c);
    for (std::int64_t t = 0; t < call.tokens; ++t) {
      const std::int64_t at = (b * call.tokens + t) * channels + c;
      const float k = in(1, at), v = in(2, at);
      const float seen = std::max(exponent, u + k);
      const float old = std::exp(exponent - seen), now = std::exp(u + k - seen);
      call.outputs[0].tensor.data[at] = in(0, at) * ((old * numerator + now * v) / (old * denominator + now));
      const float kept = std::max(exponent + w, k);
      const float fade = std::exp(exponent + w - kept), write = std::exp(k - kept);
      numerator = fade * numerator + write * v;
      denominator = fade * denominator + write;
      exponent = kept;
    }
  }
}

}  // namespace

const OpKind kWkv4{"wkv4", &reference};

Value wkv4(Graph& graph, const Wkv4Inputs& in, const Wkv4State& state) {
  const Shape shape = graph.shape_of(in.r);
  for (Value v : {in.k, in.v}) EDDY_ASSERT(graph.shape_of(v) == shape);
  for (Value v : {in.w, in.u, state.a, state.b, state.p}) EDDY_ASSERT(graph.shape_of(v).elements() == shape.last());
  return graph.append(kWkv4, {in.r, in.k, in.v, in.w, in.u, state.a, state.b, state.p}, shape);
}

}  // namespace eddy
