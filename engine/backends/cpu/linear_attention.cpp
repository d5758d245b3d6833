#include "engine/ops/linear_attention.h"

#include "engine/backends/cpu/head_states.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/linear_attention.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/strips-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

/// The vectors of one head at one token; u is null without a bonus.
struct HeadVectors {
  const float *r, *k, *v, *w, *u;
  float scale;
};

/// `Count` vectors of value channels, starting at channel `first`: the state strip is read and written once per token.
template <class Access, int Count, bool kBonus>
HWY_INLINE void step_strip(float* HWY_RESTRICT state, const HeadVectors& in, float* HWY_RESTRICT y, std::int64_t keys,
                           std::int64_t values, std::int64_t first) {
  const std::int64_t left = values - first;
  const D d;
  V read[Count], value[Count];
  for (int c = 0; c < Count; ++c) {
    read[c] = hn::Zero(d);
    value[c] = Access::load(in.v + first + c * kLanes, left);
  }
  for (std::int64_t j = 0; j < keys; ++j) {
    float* row = state + j * values + first;
    const V decay = hn::Set(d, in.w[j]), key = hn::Set(d, in.k[j]), receptance = hn::Set(d, in.r[j] * in.scale);
    const V bonus = kBonus ? hn::Set(d, in.u[j]) : hn::Zero(d);
    for (int c = 0; c < Count; ++c) {
      const V old = Access::load(row + c * kLanes, left);
      const V written = hn::Mul(key, value[c]);
      const V updated = hn::MulAdd(decay, old, written);
      read[c] = hn::MulAdd(receptance, kBonus ? hn::MulAdd(bonus, written, old) : updated, read[c]);
      Access::store(updated, row + c * kLanes, left);
    }
  }
  for (int c = 0; c < Count; ++c) Access::store(read[c], y + first + c * kLanes, left);
}

template <bool kBonus>
HWY_INLINE void step(float* state, const HeadVectors& in, float* y, std::int64_t keys, std::int64_t values) {
  std::int64_t first = 0;
  for (; first + 4 * kLanes <= values; first += 4 * kLanes)
    step_strip<WholeVector, 4, kBonus>(state, in, y, keys, values, first);
  for (; first + kLanes <= values; first += kLanes)
    step_strip<WholeVector, 1, kBonus>(state, in, y, keys, values, first);
  if (first < values) step_strip<PartialVector, 1, kBonus>(state, in, y, keys, values, first);
}

void run_head(const OpCall& call, std::int64_t b, std::int64_t head) {
  const Shape& slot = call.inputs[4].tensor.shape;
  const std::int64_t keys = slot[1], values = slot[2];
  const auto params = call.params.as<LinearAttentionParams>();
  const float* u = params.has_bonus ? call.inputs[5].tensor.data + head * keys : nullptr;
  float* state = call.inputs[4].states[static_cast<std::size_t>(b)] + head * keys * values;
  for (std::int64_t row = b * call.tokens; row < (b + 1) * call.tokens; ++row) {
    const auto at = [&](int input, std::int64_t size) { return call.inputs[input].tensor.row(row) + head * size; };
    const HeadVectors in{at(0, keys), at(1, keys), at(2, values), decay_of(call, row) + head * keys, u, params.scale};
    float* y = call.outputs[0].tensor.row(row) + head * values;
    u ? step<true>(state, in, y, keys, values) : step<false>(state, in, y, keys, values);
  }
}

void linear_attention_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  run_heads(call, 4, task, tasks, [&](std::int64_t b, std::int64_t head) { run_head(call, b, head); });
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(linear_attention_part);

std::int64_t cpu_linear_attention_tasks(const OpCall& call, int threads) {
  return tasks_by_head(call, 4, threads);
}

void cpu_linear_attention(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(linear_attention_part)(call, task, tasks);
}

}  // namespace eddy
#endif
