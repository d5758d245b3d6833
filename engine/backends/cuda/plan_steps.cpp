#include "engine/backends/cuda/plan_steps.h"

#include <algorithm>
#include <deque>

#include "engine/backends/cuda/linear.h"
#include "engine/backends/cuda/token_draw.h"
#include "engine/backends/gpu/fusion.h"

namespace eddy {
namespace {

std::size_t float_bytes(const Plan& plan, int value) {
  if (value < 0) return 0;
  return static_cast<std::size_t>(plan.values[static_cast<std::size_t>(value)].shape.elements()) * sizeof(float);
}

std::size_t aligned(std::size_t bytes, std::size_t to) {
  return (bytes + to - 1) / to * to;
}

}  // namespace

void add_steps(const std::vector<PlannedOp>& stage, const std::function<CudaCall(const PlannedOp&)>& call_of,
               std::vector<CudaStep>& steps) {
  std::vector<CudaStep> linear;
  CudaStep* columns = nullptr;
  steps.reserve(steps.size() + 2 * stage.size());  // `columns` points into it
  for (const auto& op : stage) {
    const CudaCall call = call_of(op);
    if (op.kind->name == "columns") {
      if (columns && columns->calls.size() < kMostColumnJobs) {
        columns->calls.push_back(call);
        continue;
      }
      steps.push_back({cuda_kernel(op.kind->name), {call}});
      columns = &steps.back();
      continue;
    }
    if (!cuda_is_product(op.kind->name)) {
      steps.push_back({cuda_kernel(op.kind->name), {call}});
      continue;
    }
    const auto rows = [](const CudaCall& c) { return c.in_shape(1).rows(); };
    const auto group =
        std::ranges::find_if(linear, [&](const CudaStep& step) { return rows(step.calls[0]) == rows(call); });
    if (group == linear.end()) {
      linear.push_back({nullptr, {call}});
    } else {
      group->calls.push_back(call);
    }
  }
  for (auto& step : linear) steps.push_back(std::move(step));
}

std::int64_t cuda_scratch(std::span<const CudaStep> steps) {
  std::int64_t scratch = 0;
  for (const auto& step : steps) {
    if (!step.kernel) scratch = std::max(scratch, cuda_linear_scratch(step.calls));
    const bool has_experts = step.kernel && step.kernel->op == "grouped_linear";
    if (has_experts) scratch = std::max(scratch, cuda_grouped_linear_scratch(step.calls[0]));
    if (step.kernel) scratch = std::max(scratch, cuda_op_scratch(step.calls[0]));
  }
  return scratch;
}

CudaHeader cuda_header(const Plan& plan) {
  static_assert(sizeof(SequenceRows) == 16);
  const auto sequences = static_cast<std::size_t>(plan.shape.sequences);
  CudaHeader header;
  header.rows = aligned(sequences * sizeof(float*), 16);
  header.tokens = header.rows + sequences * sizeof(SequenceRows);
  const auto tokens = sequences * static_cast<std::size_t>(plan.shape.tokens);
  header.given = aligned(header.tokens + tokens * sizeof(std::int32_t), 256);  // where a buffer of its own could begin
  header.bytes = header.given + float_bytes(plan, plan.given);
  return header;
}

std::size_t cuda_logit_bytes(const Plan& plan) {
  return float_bytes(plan, plan.logits);
}

bool cuda_has(std::string_view op) {
  if (op == "rwkv7_steps" && !cuda_has_rwkv7_steps()) return false;
  return cuda_kernel(op) != nullptr || cuda_is_product(op);
}

std::int64_t cuda_plan_bytes(Plan plan, bool exact, const std::function<const DeviceMatrix*(int)>& matrix_of) {
  plan = fuse(std::move(plan), &cuda_has);
  std::deque<std::vector<CudaOperand>> operands;
  const auto operand_of = [&](int index) {
    const PlannedValue& value = plan.values[static_cast<std::size_t>(index)];
    CudaOperand operand{.shape = value.shape};
    if (value.kind == ValueKind::Weight) operand.matrix = matrix_of(value.source);
    return operand;
  };
  const auto call_of = [&](const PlannedOp& op) {
    std::vector<CudaOperand>& own = operands.emplace_back();
    for (int v : op.inputs) own.push_back(operand_of(v));
    for (int v : op.outputs) own.push_back(operand_of(v));
    const std::span<const CudaOperand> all(own);
    return CudaCall{.op = op.kind->name,
                    .sequences = plan.shape.sequences,
                    .tokens = plan.shape.tokens,
                    .inputs = all.first(op.inputs.size()),
                    .outputs = all.subspan(op.inputs.size()),
                    .params = op.params,
                    .exact = exact};
  };
  std::vector<CudaStep> steps;
  for (const auto& stage : plan.stages) add_steps(stage, call_of, steps);
  const auto draws = std::min<std::int64_t>(plan.shape.sequences, kDrawsTogether);
  const auto logits = static_cast<std::int64_t>(cuda_logit_bytes(plan));
  const bool can_draw = plan.shape.tokens == 1 && logits > 0;
  const auto drawing =
      can_draw ? cuda_draw_bytes(logits / static_cast<std::int64_t>(sizeof(float)) / plan.shape.sequences, draws) : 0;
  return plan.work_bytes + cuda_scratch(steps) + static_cast<std::int64_t>(cuda_header(plan).bytes) + logits +
         static_cast<std::int64_t>(kCudaCounters * sizeof(unsigned)) + static_cast<std::int64_t>(drawing);
}

}  // namespace eddy
