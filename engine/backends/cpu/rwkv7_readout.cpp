#include "engine/ops/rwkv7_readout.h"

#include "engine/backends/cpu/ranges.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/rwkv7_readout.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

struct Head {
  const float *y, *r, *k, *v, *g, *r_k, *norm_weight, *norm_bias;
  float* out;
  std::int64_t size;
  float epsilon;
};

void read_out(const Head& h) {
  const D d;
  const auto n = static_cast<float>(h.size);
  const float total = sum_over(h.size, [&](V sum, std::int64_t i, std::int64_t count) HWY_ATTR {
    return hn::Add(sum, load_some(h.y + i, count));
  });
  const float mean = total / n;
  const V centre = hn::Set(d, mean);
  const float squares = sum_over(h.size, [&](V sum, std::int64_t i, std::int64_t count) HWY_ATTR {
    const V difference = hn::Sub(load_some(h.y + i, count, mean), centre);
    return hn::MulAdd(difference, difference, sum);
  });
  const float agreement = sum_over(h.size, [&](V sum, std::int64_t i, std::int64_t count) HWY_ATTR {
    const V rk = hn::Mul(load_some(h.r + i, count), load_some(h.k + i, count));
    return hn::MulAdd(rk, load_some(h.r_k + i, count), sum);
  });
  const V scale = hn::Div(hn::Set(d, 1.0f), hn::Sqrt(hn::Set(d, squares / n + h.epsilon)));
  for (std::int64_t i = 0; i < h.size; i += kLanes) {
    const std::int64_t count = h.size - i;
    const V normed = hn::Mul(hn::Sub(load_some(h.y + i, count), centre), scale);
    const V placed = hn::MulAdd(normed, load_some(h.norm_weight + i, count), load_some(h.norm_bias + i, count));
    const V sum = hn::MulAdd(hn::Set(d, agreement), load_some(h.v + i, count), placed);
    store_some(hn::Mul(sum, load_some(h.g + i, count)), h.out + i, count);
  }
}

void rwkv7_readout_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const auto params = call.params.as<ReadoutParams>();
  const Shape& shape = call.inputs[0].tensor.shape;
  const std::int64_t size = shape.last() / params.heads;
  const TaskRange parts(shape.rows() * params.heads, task, tasks);
  for (std::int64_t part = parts.begin; part < parts.end; ++part) {
    const auto at = [&](int input) { return call.inputs[input].tensor.data + part * size; };
    const auto weight = [&](int input) { return call.inputs[input].tensor.data + part % params.heads * size; };
    read_out({at(0), at(1), at(2), at(3), at(4), weight(5), weight(6), weight(7),
              call.outputs[0].tensor.data + part * size, size, params.epsilon});
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(rwkv7_readout_part);

std::int64_t cpu_rwkv7_readout_tasks(const OpCall& call, int threads) {
  const Shape& shape = call.inputs[0].tensor.shape;
  const std::int64_t heads = call.params.as<ReadoutParams>().heads;
  return tasks_for(shape.rows() * heads, 8 * shape.last() / heads, threads);
}

void cpu_rwkv7_readout(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(rwkv7_readout_part)(call, task, tasks);
}

}  // namespace eddy
#endif
