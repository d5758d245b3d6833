#include "engine/ops/head_bonus.h"

namespace eddy {
namespace {

void reference(const OpCall& call) {
  const Shape& shape = call.inputs[0].tensor.shape;
  const auto heads = call.params.as<std::int64_t>();
  const std::int64_t size = shape.last() / heads;  // N
  for (std::int64_t part = 0; part < shape.rows() * heads; ++part) {
    const auto at = [&](int input) { return call.inputs[input].tensor.data + part * size; };
    const float *y = at(0), *r = at(1), *k = at(2), *v = at(3);
    const float* r_k = call.inputs[4].tensor.data + part % heads * size;
    float bonus = 0;
    for (std::int64_t i = 0; i < size; ++i) bonus += r[i] * k[i] * r_k[i];
    for (std::int64_t i = 0; i < size; ++i) call.outputs[0].tensor.data[part * size + i] = y[i] + bonus * v[i];
  }
}

}  // namespace

const OpKind kHeadBonus{"head_bonus", &reference};

Value head_bonus(Graph& graph, const HeadBonusInputs& in, std::int64_t heads) {
  const Shape shape = graph.shape_of(in.y);
  for (Value v : {in.r, in.k, in.v}) EDDY_ASSERT(graph.shape_of(v) == shape);
  EDDY_ASSERT(graph.shape_of(in.r_k).elements() == shape.last() && shape.last() % heads == 0);
  return graph.append(kHeadBonus, {in.y, in.r, in.k, in.v, in.r_k}, shape, OpParams::of(heads));
}

}  // namespace eddy
