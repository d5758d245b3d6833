#include "engine/backends/cpu/cpu_executable.h"

#include "engine/backends/cpu/cpu_model.h"

namespace eddy {

CpuExecutable::CpuExecutable(CpuModel& model, Plan plan) : model_(model), plan_(std::move(plan)) {
  bind();
}

/// Turns values into addresses. Done again when a larger plan has moved the work memory.
void CpuExecutable::bind() {
  stages_.clear();
  slots_.clear();
  token_operands_.clear();
  logit_operands_.clear();
  bound_to_ = model_.work();
  for (const auto& planned : plan_.stages) {
    Stage& stage = stages_.emplace_back();
    for (const auto& op : planned) add_call(stage, op);
  }
}

void CpuExecutable::add_call(Stage& stage, const PlannedOp& op) {
  auto call = std::make_unique<Call>();
  call->kernel = cpu_kernel(*op.kind);
  for (int v : op.inputs) call->inputs.push_back(operand_of(v));
  for (int v : op.outputs) call->outputs.push_back(operand_of(v));
  for (std::size_t i = 0; i < op.inputs.size(); ++i) {
    if (plan_.values[op.inputs[i]].kind == ValueKind::Tokens) token_operands_.push_back(&call->inputs[i]);
    if (op.inputs[i] == plan_.logits) logit_operands_.push_back(&call->inputs[i]);
  }
  for (std::size_t i = 0; i < op.outputs.size(); ++i) {
    if (op.outputs[i] == plan_.logits) logit_operands_.push_back(&call->outputs[i]);
  }
  call->op = {plan_.shape.sequences, plan_.shape.tokens, call->inputs, call->outputs, op.params};
  call->tasks = call->kernel.tasks(call->op, model_.pool().threads());
  stage.tasks += call->tasks;
  stage.calls.push_back(std::move(call));
}

Operand CpuExecutable::operand_of(int index) {
  const PlannedValue& value = plan_.values[index];
  Operand operand{.tensor = {.shape = value.shape}};
  switch (value.kind) {
    case ValueKind::Activation:
      if (value.offset >= 0) operand.tensor.data = reinterpret_cast<float*>(bound_to_ + value.offset);
      break;
    case ValueKind::Weight: {
      const CpuWeight& weight = model_.weight(value.source);
      if (weight.is_matrix) {
        operand.packed = &weight.matrix;
      } else {
        operand.tensor.data = weight.numbers.as<float>();
      }
      break;
    }
    case ValueKind::State: {
      auto slot = std::make_unique<SlotPointers>();
      slot->slot = value.source;
      if (model_.layout().slots[static_cast<std::size_t>(value.source)].kind == SlotKind::PerToken) {
        slot->rows.resize(static_cast<std::size_t>(plan_.shape.sequences));
        operand.rows = slot->rows;
      } else {
        slot->pointers.resize(static_cast<std::size_t>(plan_.shape.sequences));
        operand.states = slot->pointers;
      }
      slots_.push_back(std::move(slot));
      break;
    }
    case ValueKind::Tokens:
      break;
  }
  return operand;
}

void CpuExecutable::point_at(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                             std::span<float> logits) {
  for (Operand* operand : token_operands_) operand->tokens = tokens;
  for (Operand* operand : logit_operands_) operand->tensor.data = logits.data();
  for (auto& slot : slots_) {
    for (std::size_t b = 0; b < states.size(); ++b) {
      const auto& state = static_cast<const CpuState&>(*states[b]);
      if (slot->rows.empty()) {
        slot->pointers[b] = state.slot(slot->slot);
      } else {
        slot->rows[b] = state.rows(slot->slot);
      }
    }
  }
}

void CpuExecutable::run_stage(const Stage& stage) {
  model_.pool().parallel_for(stage.tasks, [&stage](std::int64_t task) {
    std::size_t i = 0;
    while (task >= stage.calls[i]->tasks) task -= stage.calls[i++]->tasks;
    const Call& call = *stage.calls[i];
    if (call.kernel.run) {
      call.kernel.run(call.op, task, call.tasks);
    } else {
      call.kernel.op->reference(call.op);
    }
  });
}

Result<void> CpuExecutable::run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                                std::span<float> logits) {
  EDDY_ASSERT(static_cast<std::int64_t>(states.size()) == plan_.shape.sequences);
  EDDY_ASSERT(static_cast<std::int64_t>(tokens.size()) == plan_.shape.sequences * plan_.shape.tokens);
  EDDY_ASSERT(plan_.logits < 0 ||
              static_cast<std::int64_t>(logits.size()) == plan_.values[plan_.logits].shape.elements());
  if (bound_to_ != model_.work()) bind();
  for (RecurrentState* state : states) {
    if (auto ready = static_cast<CpuState*>(state)->reserve(plan_.shape.tokens); !ready) return ready;
  }
  point_at(tokens, states, logits);
  for (const Stage& stage : stages_) run_stage(stage);
  for (RecurrentState* state : states) static_cast<CpuState*>(state)->commit(plan_.shape.tokens);
  return {};
}

}  // namespace eddy
