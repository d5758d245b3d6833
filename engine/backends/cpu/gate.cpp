#include "engine/ops/gate.h"

#include "engine/backends/cpu/ranges.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/gate.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

void gate_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const TensorView& x = call.inputs[0].tensor;
  const auto params = call.params.as<GateParams>();
  const std::int64_t channels = x.shape.last();
  const TaskRange rows(x.shape.rows(), task, tasks);
  for (std::int64_t row = rows.begin; row < rows.end; ++row) {
    const float* z = call.inputs[1].tensor.row(row) + params.first;
    for (std::int64_t i = 0; i < channels; i += kLanes) {
      const V open = apply(params.activation, load_some(z + i, channels - i));
      store_some(hn::Mul(load_some(x.row(row) + i, channels - i), open), call.outputs[0].tensor.row(row) + i,
                 channels - i);
    }
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(gate_part);

std::int64_t cpu_gate_tasks(const OpCall& call, int threads) {
  const Shape& shape = call.outputs[0].tensor.shape;
  return tasks_for(shape.rows(), shape.last() * 4, threads);
}

void cpu_gate(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(gate_part)(call, task, tasks);
}

}  // namespace eddy
#endif
