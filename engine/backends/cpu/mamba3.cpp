// The reference itself, its heads spread over threads: no model of this kind is in wide use yet.
#include "engine/ops/mamba3.h"

#include "engine/backends/cpu/head_states.h"

namespace eddy {

std::int64_t cpu_mamba3_tasks(const OpCall& call, int threads) {
  return tasks_by_head(call, 8, threads);
}

void cpu_mamba3(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  run_heads(call, 8, task, tasks, [&](std::int64_t b, std::int64_t head) { mamba3_head(call, b, head); });
}

}  // namespace eddy
