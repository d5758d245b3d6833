#include "engine/ops/embedding.h"

#include "engine/backends/cpu/packed_matrix.h"
#include "engine/backends/cpu/ranges.h"

namespace eddy {

std::int64_t cpu_embedding_tasks(const OpCall& call, int threads) {
  return tasks_for(call.outputs[0].tensor.shape.rows(), call.outputs[0].tensor.shape.last(), threads);
}

void cpu_embedding(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const auto& table = *static_cast<const PackedMatrix*>(call.inputs[0].packed);
  const TensorView& out = call.outputs[0].tensor;
  const TaskRange rows(out.shape.rows(), task, tasks);
  for (std::int64_t row = rows.begin; row < rows.end; ++row) {
    unpack_row(table, call.inputs[1].tokens[static_cast<std::size_t>(row)], out.row(row));
  }
}

}  // namespace eddy
