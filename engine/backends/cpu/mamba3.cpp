// The reference itself, its heads spread over threads: no model of this kind is in wide use yet.
#include "engine/ops/mamba3.h"

#include "engine/backends/cpu/ranges.h"

namespace eddy {

std::int64_t cpu_mamba3_tasks(const OpCall& call, int threads) {
  const Shape& state = call.inputs[8].tensor.shape;
  return tasks_for(call.sequences * state[0], call.tokens * state[1] * state[2], threads);
}

void cpu_mamba3(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const std::int64_t heads = call.inputs[8].tensor.shape[0];
  const TaskRange range(call.sequences * heads, task, tasks);
  for (std::int64_t i = range.begin; i < range.end; ++i) mamba3_head(call, i / heads, i % heads);
}

}  // namespace eddy
