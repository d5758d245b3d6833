#include "engine/ops/rwkv7_key.h"

#include <algorithm>
#include <cmath>

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const TensorView& k = call.inputs[0].tensor;
  const TensorView& a = call.inputs[1].tensor;
  const float* k_k = call.inputs[2].tensor.data;
  const float* k_a = call.inputs[3].tensor.data;
  const std::int64_t heads = call.params.as<HeadParams>().heads;
  const std::int64_t size = k.shape.last() / heads;  // N
  for (std::int64_t part = 0; part < k.shape.rows() * heads; ++part) {
    const std::int64_t begin = part * size;
    const std::int64_t channel = part % heads * size;
    float squares = 0;
    for (std::int64_t i = 0; i < size; ++i) {
      const float x = k.data[begin + i] * k_k[channel + i];
      squares += x * x;
    }
    const float norm = std::max(std::sqrt(squares), 1e-12f);
    for (std::int64_t i = 0; i < size; ++i) {
      const float key = k.data[begin + i];
      call.outputs[0].tensor.data[begin + i] = key * k_k[channel + i] / norm;
      call.outputs[1].tensor.data[begin + i] = key * (1.0f + (a.data[begin + i] - 1.0f) * k_a[channel + i]);
    }
  }
}

}  // namespace

const OpKind kRwkv7Key{"rwkv7_key", &reference};

Rwkv7Key rwkv7_key(Graph& graph, Value k, Value a, Value k_k, Value k_a, std::int64_t heads) {
  const Shape shape = graph.shape_of(k);
  EDDY_ASSERT(graph.shape_of(a) == shape && shape.last() % heads == 0);
  EDDY_ASSERT(graph.shape_of(k_k).elements() == shape.last() && graph.shape_of(k_a).elements() == shape.last());
  const Value inputs[] = {k, a, k_k, k_a};
  const Shape outputs[] = {shape, shape};
  const auto results = graph.append(kRwkv7Key, inputs, outputs, OpParams::of(HeadParams{heads}));
  return {results[0], results[1]};
}

}  // namespace eddy
