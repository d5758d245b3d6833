#include "engine/ops/gated_delta.h"

#include "engine/backends/cpu/head_states.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/gated_delta.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/strips-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

/// `Count` vectors of value channels, starting at channel `first`. The state strip is read twice and written once per
/// token: what lies under the key is read as if the decay had been stored already.
template <class Access, int Count>
HWY_INLINE void step_strip(float* HWY_RESTRICT state, const GatedDeltaHead& in, float* HWY_RESTRICT y,
                           std::int64_t keys, std::int64_t values, std::int64_t first) {
  const std::int64_t left = values - first;
  const D d;
  V stored[Count], read[Count], missing[Count];
  for (int c = 0; c < Count; ++c) stored[c] = read[c] = hn::Zero(d);
  for (std::int64_t j = 0; j < keys; ++j) {
    const V key = hn::Set(d, in.k[j] * in.w[j * in.w_step]);
    const float* row = state + j * values + first;
    for (int c = 0; c < Count; ++c) stored[c] = hn::MulAdd(Access::load(row + c * kLanes, left), key, stored[c]);
  }
  const V rate = hn::Set(d, in.b);
  for (int c = 0; c < Count; ++c)
    missing[c] = hn::Mul(rate, hn::Sub(Access::load(in.v + first + c * kLanes, left), stored[c]));
  for (std::int64_t j = 0; j < keys; ++j) {
    float* row = state + j * values + first;
    const V decay = hn::Set(d, in.w[j * in.w_step]), key = hn::Set(d, in.k[j]), query = hn::Set(d, in.q[j]);
    for (int c = 0; c < Count; ++c) {
      const V updated = hn::MulAdd(key, missing[c], hn::Mul(decay, Access::load(row + c * kLanes, left)));
      Access::store(updated, row + c * kLanes, left);
      read[c] = hn::MulAdd(query, updated, read[c]);
    }
  }
  const V scale = hn::Set(d, in.scale);
  for (int c = 0; c < Count; ++c) Access::store(hn::Mul(scale, read[c]), y + first + c * kLanes, left);
}

void run_head(const OpCall& call, std::int64_t b, std::int64_t head) {
  const Shape& slot = call.inputs[5].tensor.shape;
  const std::int64_t keys = slot[1], values = slot[2];
  float* state = call.inputs[5].states[static_cast<std::size_t>(b)] + head * keys * values;
  for (std::int64_t row = b * call.tokens; row < (b + 1) * call.tokens; ++row) {
    const GatedDeltaHead in = gated_delta_head(call, row, head);
    float* y = call.outputs[0].tensor.row(row) + head * values;
    std::int64_t first = 0;
    for (; first + 4 * kLanes <= values; first += 4 * kLanes)
      step_strip<WholeVector, 4>(state, in, y, keys, values, first);
    for (; first + kLanes <= values; first += kLanes) step_strip<WholeVector, 1>(state, in, y, keys, values, first);
    if (first < values) step_strip<PartialVector, 1>(state, in, y, keys, values, first);
  }
}

void gated_delta_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  run_heads(call, 5, task, tasks, [&](std::int64_t b, std::int64_t head) { run_head(call, b, head); });
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(gated_delta_part);

std::int64_t cpu_gated_delta_tasks(const OpCall& call, int threads) {
  return tasks_by_head(call, 5, threads);
}

void cpu_gated_delta(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(gated_delta_part)(call, task, tasks);
}

}  // namespace eddy
#endif
