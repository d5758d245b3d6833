#include "engine/ops/rwkv7_readout.h"

#include <cmath>

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const auto params = call.params.as<ReadoutParams>();
  const Shape& shape = call.inputs[0].tensor.shape;
  const std::int64_t size = shape.last() / params.heads;  // N
  for (std::int64_t part = 0; part < shape.rows() * params.heads; ++part) {
    const auto at = [&](int input) { return call.inputs[input].tensor.data + part * size; };
    const auto weight = [&](int input) { return call.inputs[input].tensor.data + part % params.heads * size; };
    const float *y = at(0), *r = at(1), *k = at(2), *v = at(3), *g = at(4);
    const float *r_k = weight(5), *norm_weight = weight(6), *norm_bias = weight(7);
    float mean = 0, variance = 0, bonus = 0;
    for (std::int64_t i = 0; i < size; ++i) mean += y[i];
    mean /= static_cast<float>(size);
    for (std::int64_t i = 0; i < size; ++i) variance += (y[i] - mean) * (y[i] - mean);
    for (std::int64_t i = 0; i < size; ++i) bonus += r[i] * k[i] * r_k[i];
    const float scale = 1.0f / std::sqrt(variance / static_cast<float>(size) + params.epsilon);
    for (std::int64_t i = 0; i < size; ++i) {
      const float normed = (y[i] - mean) * scale * norm_weight[i] + norm_bias[i];
      call.outputs[0].tensor.data[part * size + i] = (normed + bonus * v[i]) * g[i];
    }
  }
}

}  // namespace

const OpKind kRwkv7Readout{"rwkv7_readout", &reference};

Value rwkv7_readout(Graph& graph, const Rwkv7ReadoutInputs& in, std::int64_t heads, float epsilon) {
  const Shape shape = graph.shape_of(in.y);
  for (Value v : {in.r, in.k, in.v, in.g}) EDDY_ASSERT(graph.shape_of(v) == shape);
  for (Value v : {in.r_k, in.norm_weight, in.norm_bias}) EDDY_ASSERT(graph.shape_of(v).elements() == shape.last());
  return graph.append(kRwkv7Readout, {in.y, in.r, in.k, in.v, in.g, in.r_k, in.norm_weight, in.norm_bias}, shape,
                      OpParams::of(ReadoutParams{heads, epsilon}));
}

}  // namespace eddy
