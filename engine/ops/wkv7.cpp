#include "engine/ops/wkv7.h"

#include <vector>

namespace eddy {
namespace {

struct HeadVectors {
  const float *r, *w, *k, *v, *kk, *a;
};

void step(float* state, const HeadVectors& in, float* y, std::int64_t size) {
  for (std::int64_t i = 0; i < size; ++i) {
    float u = 0;
    for (std::int64_t j = 0; j < size; ++j) u += state[j * size + i] * -in.kk[j];
    float sum = 0;
    for (std::int64_t j = 0; j < size; ++j) {
      float& s = state[j * size + i];
      s = s * in.w[j] + in.v[i] * in.k[j] + u * (in.kk[j] * in.a[j]);
      sum += s * in.r[j];
    }
    y[i] = sum;
  }
}

void reference(const OpCall& call) {
  const std::int64_t heads = call.inputs[6].tensor.shape[0];
  const std::int64_t size = call.inputs[6].tensor.shape[1];
  const auto at = [&](int input, std::int64_t offset) { return call.inputs[input].tensor.data + offset; };
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    for (std::int64_t h = 0; h < heads; ++h) {
      float* state = call.inputs[6].states[b] + h * size * size;
      for (std::int64_t t = 0; t < call.tokens; ++t) {
        const std::int64_t o = ((b * call.tokens + t) * heads + h) * size;
        step(state, {at(0, o), at(1, o), at(2, o), at(3, o), at(4, o), at(5, o)}, call.outputs[0].tensor.data + o,
             size);
      }
    }
  }
}

}  // namespace

const OpKind kWkv7{"wkv7", &reference};

Value wkv7(Graph& graph, const Wkv7Inputs& in, Value state) {
  const Shape shape = graph.shape_of(in.r);
  const Shape& slot = graph.shape_of(state);
  EDDY_ASSERT(slot.rank() == 3 && slot[1] == slot[2] && slot[0] * slot[1] == shape.last());
  for (Value v : {in.w, in.k, in.v, in.kk, in.a}) EDDY_ASSERT(graph.shape_of(v) == shape);
  return graph.append(kWkv7, {in.r, in.w, in.k, in.v, in.kk, in.a, state}, shape);
}

}  // namespace eddy
