#include "engine/ops/soft_cap.h"

#include <cmath>

#include "engine/backends/cpu/ranges.h"

namespace eddy {

std::int64_t cpu_soft_cap_tasks(const OpCall& call, int threads) {
  return tasks_for(call.outputs[0].tensor.shape.elements(), 64, threads);
}

void cpu_soft_cap(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const float cap = call.params.as<float>();
  const TaskRange range(call.outputs[0].tensor.shape.elements(), task, tasks);
  for (std::int64_t i = range.begin; i < range.end; ++i) {
    call.outputs[0].tensor.data[i] = cap * std::tanh(call.inputs[0].tensor.data[i] / cap);
  }
}

}  // namespace eddy
