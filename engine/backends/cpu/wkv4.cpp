#include "engine/ops/wkv4.h"

#include "engine/backends/cpu/ranges.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/wkv4.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

struct Sums {
  V numerator, denominator, exponent;
};

/// The sums with one key more, the old ones standing at `old_exponent`.
HWY_INLINE Sums add_key(const Sums& sums, V old_exponent, V key, V value) {
  const D d;
  const V peak = hn::Max(old_exponent, key);
  const V old = hn::Exp(d, hn::Sub(old_exponent, peak));
  const V now = hn::Exp(d, hn::Sub(key, peak));
  return {hn::MulAdd(old, sums.numerator, hn::Mul(now, value)), hn::MulAdd(old, sums.denominator, now), peak};
}

/// One vector of channels of one sequence, from channel `c` on, of which `count` exist.
void wkv4_strip(const OpCall& call, std::int64_t b, std::int64_t c, std::int64_t count) {
  const auto slot = [&](int input) { return call.inputs[input].states[static_cast<std::size_t>(b)] + c; };
  const V decay = load_some(call.inputs[3].tensor.data + c, count);
  const V bonus = load_some(call.inputs[4].tensor.data + c, count);
  Sums sums{load_some(slot(5), count), load_some(slot(6), count), load_some(slot(7), count)};
  for (std::int64_t row = b * call.tokens; row < (b + 1) * call.tokens; ++row) {
    const auto in = [&](int input) HWY_ATTR { return load_some(call.inputs[input].tensor.row(row) + c, count); };
    const V key = in(1), value = in(2);
    const Sums read = add_key(sums, sums.exponent, hn::Add(bonus, key), value);
    store_some(hn::Mul(in(0), hn::Div(read.numerator, read.denominator)), call.outputs[0].tensor.row(row) + c, count);
    sums = add_key(sums, hn::Add(sums.exponent, decay), key, value);
  }
  store_some(sums.numerator, slot(5), count);
  store_some(sums.denominator, slot(6), count);
  store_some(sums.exponent, slot(7), count);
}

void wkv4_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const std::int64_t channels = call.inputs[0].tensor.shape.last();
  const TaskRange range(call.sequences * channels, task, tasks);
  for (std::int64_t at = range.begin; at < range.end;) {
    const std::int64_t b = at / channels;
    const std::int64_t count = std::min({kLanes, range.end - at, (b + 1) * channels - at});
    wkv4_strip(call, b, at - b * channels, count);
    at += count;
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(wkv4_part);

std::int64_t cpu_wkv4_tasks(const OpCall& call, int threads) {
  return tasks_for(call.sequences * call.inputs[0].tensor.shape.last(), call.tokens * 64, threads);
}

void cpu_wkv4(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(wkv4_part)(call, task, tasks);
}

}  // namespace eddy
#endif
