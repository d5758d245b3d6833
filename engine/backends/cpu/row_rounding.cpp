#include "engine/backends/cpu/row_rounding.h"

#include <algorithm>

#include "engine/backends/cpu/quantised_rows.h"
#include "engine/ops/experts.h"
#include "engine/ops/linear.h"

namespace eddy {
namespace {

constexpr std::int64_t kAlignment = 64;

std::int64_t aligned(std::int64_t bytes) {
  return (bytes + kAlignment - 1) / kAlignment * kAlignment;
}

bool reads_rows(const PlannedOp& op) {
  return op.kind == &kLinear || op.kind == &kGroupedLinear;
}

}  // namespace

RowRounding plan_row_rounding(const Plan& plan, const std::function<bool(int weight)>& integer) {
  RowRounding rounding{.work_bytes = plan.work_bytes};
  for (const auto& stage : plan.stages) {
    auto& inputs = rounding.stages.emplace_back();
    std::int64_t end = aligned(plan.work_bytes);
    for (const auto& op : stage) {
      if (!reads_rows(op) || !integer(plan.values[op.inputs[0]].source)) continue;
      const int x = op.inputs[1];
      if (std::ranges::find(inputs, x, &RoundedInput::value) != inputs.end()) continue;
      const Shape& shape = plan.values[x].shape;
      inputs.push_back({x, end});
      end += aligned(QuantisedRows::bytes(shape.rows(), shape.last()));
    }
    if (!inputs.empty()) rounding.work_bytes = std::max(rounding.work_bytes, end);
  }
  return rounding;
}

}  // namespace eddy
