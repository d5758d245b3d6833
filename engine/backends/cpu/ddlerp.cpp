#include "engine/ops/ddlerp.h"

#include "engine/backends/cpu/ranges.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/ddlerp.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

/// One vector of channels of one sequence, from channel `c` on, of which `count` exist.
void base_strip(const OpCall& call, std::int64_t b, std::int64_t c, std::int64_t count) {
  const TensorView& x = call.inputs[0].tensor;
  const V mu = load_some(call.inputs[1].tensor.data + c, count);
  float* shift = call.inputs[2].states[static_cast<std::size_t>(b)] + c;
  V previous = load_some(shift, count);
  for (std::int64_t row = b * call.tokens; row < (b + 1) * call.tokens; ++row) {
    const V current = load_some(x.row(row) + c, count);
    const V difference = hn::Sub(previous, current);
    store_some(difference, call.outputs[0].tensor.row(row) + c, count);
    store_some(hn::MulAdd(difference, mu, current), call.outputs[1].tensor.row(row) + c, count);
    previous = current;
  }
  store_some(previous, shift, count);
}

void ddlerp_base_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const std::int64_t channels = call.inputs[0].tensor.shape.last();
  const TaskRange range(call.sequences * channels, task, tasks);
  for (std::int64_t at = range.begin; at < range.end;) {
    const std::int64_t b = at / channels;
    const std::int64_t count = std::min({kLanes, range.end - at, (b + 1) * channels - at});
    base_strip(call, b, at - b * channels, count);
    at += count;
  }
}

/// Channels [c, c + count) of y_m for all rows: the strip of w2 stays in the nearest cache.
void mix_strip(const OpCall& call, std::int64_t m, std::int64_t c, std::int64_t count) {
  const D d;
  const TensorView& x = call.inputs[0].tensor;
  const TensorView& w2 = call.inputs[3].tensor;
  const std::int64_t rank = w2.shape[1];
  const V fixed = load_some(call.inputs[4].tensor.row(m) + c, count);
  for (std::int64_t row = 0; row < x.shape.rows(); ++row) {
    const float* h = call.inputs[2].tensor.row(row) + m * rank;
    V mix = fixed;
    for (std::int64_t r = 0; r < rank; ++r) {
      mix = hn::MulAdd(hn::Set(d, h[r]), load_some(w2.row(m * rank + r) + c, count), mix);
    }
    const V difference = load_some(call.inputs[1].tensor.row(row) + c, count);
    store_some(hn::MulAdd(difference, mix, load_some(x.row(row) + c, count)),
               call.outputs[static_cast<std::size_t>(m)].tensor.row(row) + c, count);
  }
}

void ddlerp_mix_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const std::int64_t channels = call.inputs[0].tensor.shape.last();
  const std::int64_t strips = (channels + kVirtualLanes - 1) / kVirtualLanes;
  const TaskRange range(static_cast<std::int64_t>(call.outputs.size()) * strips, task, tasks);
  for (std::int64_t i = range.begin; i < range.end; ++i) {
    const std::int64_t first = i % strips * kVirtualLanes;
    const std::int64_t end = std::min(first + kVirtualLanes, channels);
    for (std::int64_t c = first; c < end; c += kLanes) mix_strip(call, i / strips, c, end - c);
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(ddlerp_base_part);
HWY_EXPORT(ddlerp_mix_part);

std::int64_t cpu_ddlerp_base_tasks(const OpCall& call, int threads) {
  return tasks_for(call.sequences * call.inputs[0].tensor.shape.last(), call.tokens * 2, threads);
}

void cpu_ddlerp_base(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(ddlerp_base_part)(call, task, tasks);
}

std::int64_t cpu_ddlerp_mix_tasks(const OpCall& call, int threads) {
  const Shape& w2 = call.inputs[3].tensor.shape;
  const std::int64_t rows = call.inputs[0].tensor.shape.rows();
  return tasks_for(w2[0] * ((w2[2] + 15) / 16), 16 * w2[1] * rows, threads);
}

void cpu_ddlerp_mix(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(ddlerp_mix_part)(call, task, tasks);
}

}  // namespace eddy
#endif
