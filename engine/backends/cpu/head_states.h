// Recurrences whose state is a slot [heads][keys][values]: a head of a sequence is their unit of work.
#pragma once

#include "engine/backends/cpu/ranges.h"
#include "engine/graph/op.h"

namespace eddy {

/// Tasks for an op whose input `slot` is such a state.
inline std::int64_t tasks_by_head(const OpCall& call, int slot, int threads) {
  const Shape& state = call.inputs[slot].tensor.shape;
  return tasks_for(call.sequences * state[0], call.tokens * state[1] * state[2], threads);
}

/// Part `task` of `tasks`: `run_head(sequence, head)` for each head of it.
template <class RunHead>
void run_heads(const OpCall& call, int slot, std::int64_t task, std::int64_t tasks, RunHead&& run_head) {
  const std::int64_t heads = call.inputs[slot].tensor.shape[0];
  const TaskRange range(call.sequences * heads, task, tasks);
  for (std::int64_t i = range.begin; i < range.end; ++i) run_head(i / heads, i % heads);
}

}  // namespace eddy
