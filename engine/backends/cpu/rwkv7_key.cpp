#include "engine/ops/rwkv7_key.h"

#include "engine/backends/cpu/ranges.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/rwkv7_key.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

struct Head {
  const float *k, *a, *k_k, *k_a;
  float *removal, *key;
  std::int64_t size;
};

void split_key(const Head& h) {
  const D d;
  const float squares = sum_over(h.size, [&](V sum, std::int64_t i, std::int64_t count) HWY_ATTR {
    const V scaled = hn::Mul(load_some(h.k + i, count), load_some(h.k_k + i, count));
    return hn::MulAdd(scaled, scaled, sum);
  });
  const V norm = hn::Max(hn::Sqrt(hn::Set(d, squares)), hn::Set(d, 1e-12f));
  const V one = hn::Set(d, 1.0f);
  for (std::int64_t i = 0; i < h.size; i += kLanes) {
    const std::int64_t count = h.size - i;
    const V k = load_some(h.k + i, count);
    store_some(hn::Div(hn::Mul(k, load_some(h.k_k + i, count)), norm), h.removal + i, count);
    const V rate = hn::MulAdd(hn::Sub(load_some(h.a + i, count), one), load_some(h.k_a + i, count), one);
    store_some(hn::Mul(k, rate), h.key + i, count);
  }
}

void rwkv7_key_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const Shape& shape = call.inputs[0].tensor.shape;
  const std::int64_t heads = call.params.as<HeadParams>().heads;
  const std::int64_t size = shape.last() / heads;
  const TaskRange parts(shape.rows() * heads, task, tasks);
  for (std::int64_t part = parts.begin; part < parts.end; ++part) {
    const std::int64_t at = part * size;
    const std::int64_t channel = part % heads * size;
    split_key({call.inputs[0].tensor.data + at, call.inputs[1].tensor.data + at, call.inputs[2].tensor.data + channel,
               call.inputs[3].tensor.data + channel, call.outputs[0].tensor.data + at, call.outputs[1].tensor.data + at,
               size});
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(rwkv7_key_part);

std::int64_t cpu_rwkv7_key_tasks(const OpCall& call, int threads) {
  const Shape& shape = call.inputs[0].tensor.shape;
  const std::int64_t heads = call.params.as<HeadParams>().heads;
  return tasks_for(shape.rows() * heads, 4 * shape.last() / heads, threads);
}

void cpu_rwkv7_key(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(rwkv7_key_part)(call, task, tasks);
}

}  // namespace eddy
#endif
