#include "engine/ops/selective_scan.h"

#include "engine/backends/cpu/ranges.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/selective_scan.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/strips-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

/// log(1 + e^x) from max(x, 0) + log1p(e^-|x|): nothing overflows.
HWY_INLINE V softplus_of(V x) {
  const D d;
  return hn::Add(hn::Max(x, hn::Zero(d)), hn::Log1p(d, hn::Exp(d, hn::Neg(hn::Abs(x)))));
}

/// One vector of channels of one sequence, from channel `e` on, of which `count` exist.
template <class Access>
HWY_INLINE void scan_strip(const OpCall& call, std::int64_t sequence, std::int64_t e, std::int64_t count) {
  const D d;
  const Shape& slot = call.inputs[7].tensor.shape;
  const std::int64_t states = slot[0], channels = slot[1];
  const auto z_first = call.params.as<std::int64_t>();
  float* state = call.inputs[7].states[static_cast<std::size_t>(sequence)] + e;
  const float* a = call.inputs[4].tensor.data + e;
  const V skip = Access::load(call.inputs[5].tensor.data + e, count);
  for (std::int64_t row = sequence * call.tokens; row < (sequence + 1) * call.tokens; ++row) {
    const auto at = [&](int input) HWY_ATTR { return call.inputs[input].tensor.row(row); };
    const V x = Access::load(at(0) + e, count);
    const V delta = softplus_of(Access::load(at(1) + e, count));
    const V written = hn::Mul(delta, x);
    const float *b = at(2), *c = at(3);
    V y = hn::Zero(d);
    for (std::int64_t n = 0; n < states; ++n) {
      const V decay = hn::Exp(d, hn::Mul(delta, Access::load(a + n * channels, count)));
      const V old = Access::load(state + n * channels, count);
      const V updated = hn::MulAdd(decay, old, hn::Mul(written, hn::Set(d, b[n])));
      y = hn::MulAdd(updated, hn::Set(d, c[n]), y);
      Access::store(updated, state + n * channels, count);
    }
    const V gate = apply(Activation::Silu, Access::load(at(6) + z_first + e, count));
    Access::store(hn::Mul(hn::MulAdd(skip, x, y), gate), call.outputs[0].tensor.row(row) + e, count);
  }
}

void selective_scan_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const std::int64_t channels = call.inputs[7].tensor.shape[1];
  const TaskRange range(call.sequences * channels, task, tasks);
  for (std::int64_t at = range.begin; at < range.end;) {
    const std::int64_t b = at / channels;
    const std::int64_t count = std::min({kLanes, range.end - at, (b + 1) * channels - at});
    if (count == kLanes) {
      scan_strip<WholeVector>(call, b, at - b * channels, count);
    } else {
      scan_strip<PartialVector>(call, b, at - b * channels, count);
    }
    at += count;
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(selective_scan_part);

std::int64_t cpu_selective_scan_tasks(const OpCall& call, int threads) {
  const Shape& state = call.inputs[7].tensor.shape;
  return tasks_for(call.sequences * state[1], call.tokens * (state[0] + 2) * 8, threads);
}

void cpu_selective_scan(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(selective_scan_part)(call, task, tasks);
}

}  // namespace eddy
#endif
