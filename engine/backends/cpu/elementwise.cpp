#include "engine/ops/elementwise.h"

#include "engine/backends/cpu/ranges.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/elementwise.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

void lerp_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const float* a = call.inputs[0].tensor.data;
  const float* b = call.inputs[1].tensor.data;
  const float* s = call.inputs[2].tensor.data;
  const TensorView& y = call.outputs[0].tensor;
  const TaskRange part(y.shape.elements(), task, tasks);
  for (std::int64_t i = part.begin; i < part.end; i += kLanes) {
    const std::int64_t count = part.end - i;
    const V from = load_some(a + i, count);
    store_some(hn::MulAdd(hn::Sub(load_some(b + i, count), from), load_some(s + i, count), from), y.data + i, count);
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(lerp_part);

std::int64_t cpu_lerp_tasks(const OpCall& call, int threads) {
  return tasks_for(call.outputs[0].tensor.shape.rows(), call.outputs[0].tensor.shape.last(), threads);
}

void cpu_lerp(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(lerp_part)(call, task, tasks);
}

}  // namespace eddy
#endif
