#include "engine/ops/token_shift.h"

#include "engine/backends/cpu/ranges.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/token_shift.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

/// Channels [begin, end) of one sequence: every task reads and writes its own channels of the slot only.
void shift_channels(const OpCall& call, std::int64_t b, std::int64_t begin, std::int64_t end) {
  const TensorView& x = call.inputs[0].tensor;
  const TensorView& mixes = call.inputs[1].tensor;
  float* shift = call.inputs[2].states[static_cast<std::size_t>(b)];
  for (std::int64_t t = 0; t < call.tokens; ++t) {
    const std::int64_t row = b * call.tokens + t;
    const float* current = x.row(row);
    const float* previous = t == 0 ? shift : x.row(row - 1);
    for (std::int64_t c = begin; c < end; c += kLanes) {
      const V now = load_some(current + c, end - c);
      const V change = hn::Sub(load_some(previous + c, end - c), now);
      for (std::size_t m = 0; m < call.outputs.size(); ++m) {
        const V mix = load_some(mixes.row(static_cast<std::int64_t>(m)) + c, end - c);
        store_some(hn::MulAdd(change, mix, now), call.outputs[m].tensor.row(row) + c, end - c);
      }
    }
  }
  const float* last = x.row((b + 1) * call.tokens - 1);
  std::copy(last + begin, last + end, shift + begin);
}

void token_shift_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const std::int64_t channels = call.inputs[0].tensor.shape.last();
  const TaskRange range(call.sequences * channels, task, tasks);
  for (std::int64_t at = range.begin; at < range.end;) {
    const std::int64_t b = at / channels;
    const std::int64_t end = std::min(range.end, (b + 1) * channels);
    shift_channels(call, b, at - b * channels, end - b * channels);
    at = end;
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(token_shift_part);

std::int64_t cpu_token_shift_tasks(const OpCall& call, int threads) {
  const std::int64_t channels = call.inputs[0].tensor.shape.last();
  return tasks_for(call.sequences * channels, call.tokens * static_cast<std::int64_t>(call.outputs.size()), threads);
}

void cpu_token_shift(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(token_shift_part)(call, task, tasks);
}

}  // namespace eddy
#endif
