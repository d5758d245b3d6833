// Rows to the experts and back. The experts' products are in linear.cpp.
#include "engine/ops/experts.h"

#include <algorithm>
#include <cstring>

#include "engine/backends/cpu/ranges.h"

namespace eddy {

std::int64_t cpu_expert_rows_tasks(const OpCall& call, int threads) {
  return tasks_for(call.outputs[0].tensor.shape.rows(), call.outputs[0].tensor.shape.last(), threads);
}

void cpu_expert_rows(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const TensorView &x = call.inputs[0].tensor, &out = call.outputs[0].tensor;
  const std::int64_t pairs = out.shape.rows();
  const DispatchView view(call.inputs[1].tensor, experts_of(call.inputs[1].tensor.shape, pairs), pairs);
  const TaskRange range(pairs, task, tasks);
  for (std::int64_t row = range.begin; row < range.end; ++row) {
    std::memcpy(out.row(row), x.row(static_cast<std::int64_t>(view.tokens[row])),
                static_cast<std::size_t>(x.shape.last()) * sizeof(float));
  }
}

std::int64_t cpu_combine_experts_tasks(const OpCall& call, int threads) {
  const Shape& weights = call.inputs[1].tensor.shape;
  return tasks_for(weights.rows(), weights.last() * call.outputs[0].tensor.shape.last(), threads);
}

void cpu_combine_experts(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const TensorView &rows = call.inputs[0].tensor, &weights = call.inputs[1].tensor, &y = call.outputs[0].tensor;
  const std::int64_t used = weights.shape.last(), pairs = rows.shape.rows(), width = y.shape.last();
  const DispatchView view(call.inputs[2].tensor, experts_of(call.inputs[2].tensor.shape, pairs), pairs);
  const bool has_residual = call.params.as<std::int32_t>() != 0;
  const TaskRange range(y.shape.rows(), task, tasks);
  for (std::int64_t t = range.begin; t < range.end; ++t) {
    float* out = y.row(t);
    std::fill_n(out, width, 0.0f);
    for (std::int64_t s = 0; s < used; ++s) {
      const float* in = rows.row(static_cast<std::int64_t>(view.rows[t * used + s]));
      const float weight = weights.row(t)[s];
      for (std::int64_t i = 0; i < width; ++i) out[i] += weight * in[i];
    }
    if (!has_residual) continue;
    const float* residual = call.inputs[3].tensor.row(t);
    for (std::int64_t i = 0; i < width; ++i) out[i] += residual[i];
  }
}

}  // namespace eddy
