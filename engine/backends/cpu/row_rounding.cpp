#include "engine/backends/cpu/row_rounding.h"

#include <algorithm>

#include "engine/backends/cpu/brain_rows.h"
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

std::int64_t bytes_of_rows(RowNumbers numbers, const Shape& shape) {
  if (numbers == RowNumbers::Brain) return BrainRows::bytes(shape.rows(), shape.last());
  return QuantisedRows::bytes(shape.rows(), shape.last());
}

}  // namespace

RowRounding plan_row_rounding(const Plan& plan, const std::function<RowNumbers(int weight)>& numbers) {
  RowRounding rounding{.work_bytes = plan.work_bytes};
  for (const auto& stage : plan.stages) {
    auto& inputs = rounding.stages.emplace_back();
    std::int64_t end = aligned(plan.work_bytes);
    for (const auto& op : stage) {
      if (!reads_rows(op)) continue;
      const RoundedInput input{op.inputs[1], numbers(plan.values[op.inputs[0]].source), end};
      if (input.numbers == RowNumbers::Floats) continue;
      const auto same = [&](const RoundedInput& other) { return other.value == input.value && other.numbers == input.numbers; };
      if (std::ranges::any_of(inputs, same)) continue;
      inputs.push_back(input);
      end += aligned(bytes_of_rows(input.numbers, plan.values[input.value].shape));
    }
    if (!inputs.empty()) rounding.work_bytes = std::max(rounding.work_bytes, end);
  }
  return rounding;
}

}  // namespace eddy
