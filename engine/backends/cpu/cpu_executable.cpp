#include "engine/backends/cpu/cpu_executable.h"

#include <algorithm>
#include <chrono>

#include "engine/backends/cpu/cpu_model.h"
#include "engine/backends/cpu/ranges.h"
#include "engine/ops/linear.h"

namespace eddy {
namespace {

std::int64_t now() {
  const auto time = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(time).count();
}

/// "linear Q4_K" for products with packed weights, else the op's name.
std::string name_of(const OpKind& op, std::span<const Operand> inputs) {
  for (const Operand& input : inputs) {
    if (!input.packed) continue;
    const auto format = static_cast<const PackedMatrix*>(input.packed)->format;
    return std::string(op.name) + " " + std::string(traits(format).name);
  }
  return std::string(op.name);
}

}  // namespace

CpuExecutable::CpuExecutable(CpuModel& model, ChainedPlan chained, RowRounding rounding)
    : model_(model),
      plan_(std::move(chained.plan)),
      chain_units_(std::move(chained.units)),
      rounding_(std::move(rounding)) {
  bind();
}

std::int64_t CpuExecutable::bytes_for(const Plan& plan) {
  constexpr std::size_t kBlock = 16;  // what an allocation costs beside its content
  std::size_t bytes = plan.values.size() * sizeof(PlannedValue);
  for (const auto& stage : plan.stages) {
    bytes += sizeof(Stage) + sizeof(stage);
    for (const auto& op : stage) {
      const std::size_t operands = op.inputs.size() + op.outputs.size();
      bytes += sizeof(op) + sizeof(Call) + sizeof(void*) + operands * (sizeof(Operand) + sizeof(int)) + 5 * kBlock;
    }
  }
  return static_cast<std::int64_t>(bytes);
}

/// Turns values into addresses. Done again when a larger plan has moved the work memory.
void CpuExecutable::bind() {
  stages_.clear();
  slots_.clear();
  token_operands_.clear();
  logit_operands_.clear();
  given_operands_.clear();
  bound_to_ = model_.work();
  for (std::size_t i = 0; i < plan_.stages.size(); ++i) {
    Stage& stage = stages_.emplace_back();
    add_roundings(stage, rounding_.stages[i]);
    for (const auto& op : plan_.stages[i]) add_call(stage, op, rounding_.stages[i]);
    cut(stage, chain_units_[i]);
    if (plan_.shape.sequences * plan_.shape.tokens == 1) find_first_reads(stage);
  }
}

void CpuExecutable::add_roundings(Stage& stage, const std::vector<RoundedInput>& inputs) {
  stage.roundings.reserve(inputs.size());  // operands point at them
  for (const RoundedInput& input : inputs) {
    const Shape& shape = plan_.values[input.value].shape;
    std::byte* memory = bound_to_ + input.offset;
    stage.roundings.push_back({.numbers = input.numbers,
                               .bytes = QuantisedRows::at(memory, shape.rows(), shape.last()),
                               .brain = BrainRows::at(memory, shape.rows(), shape.last())});
    stage.rows += shape.rows();
  }
}

void CpuExecutable::add_call(Stage& stage, const PlannedOp& op, const std::vector<RoundedInput>& rounded) {
  auto call = std::make_unique<Call>();
  call->kernel = cpu_kernel(*op.kind);
  for (int v : op.inputs) call->inputs.push_back(operand_of(v));
  for (int v : op.outputs) call->outputs.push_back(operand_of(v));
  for (std::size_t i = 0; i < rounded.size(); ++i) {
    if (call->inputs[0].packed == nullptr || op.inputs.size() < 2 || op.inputs[1] != rounded[i].value) continue;
    const auto& matrix = *static_cast<const PackedMatrix*>(call->inputs[0].packed);
    if (rows_read_by(matrix) != rounded[i].numbers) continue;
    call->inputs[1].packed = stage.roundings[i].operand();
    stage.roundings[i].x = &call->inputs[1];
  }
  for (std::size_t i = 0; i < op.inputs.size(); ++i) {
    if (plan_.values[op.inputs[i]].kind == ValueKind::Tokens) token_operands_.push_back(&call->inputs[i]);
    if (op.inputs[i] == plan_.logits) logit_operands_.push_back(&call->inputs[i]);
    if (op.inputs[i] == plan_.given) given_operands_.push_back(&call->inputs[i]);
  }
  for (std::size_t i = 0; i < op.outputs.size(); ++i) {
    if (op.outputs[i] == plan_.logits) logit_operands_.push_back(&call->outputs[i]);
  }
  call->op = {plan_.shape.sequences, plan_.shape.tokens, call->inputs, call->outputs, op.params};
  stage.calls.push_back(std::move(call));
}

void CpuExecutable::cut(Stage& stage, std::int64_t chain_units) const {
  const int threads = model_.pool().threads();
  stage.chain = chain_units > 0;
  if (stage.chain) stage.tasks = parts_of_chain(chain_units, threads);
  for (const auto& call : stage.calls) {
    call->tasks = stage.chain ? stage.tasks : call->kernel.tasks(call->op, threads);
    if (!stage.chain) stage.tasks += call->tasks;
  }
  const bool one_row = plan_.shape.sequences * plan_.shape.tokens == 1;
  if (!one_row || stage.chain || stage.tasks > static_cast<std::int64_t>(stage.calls.size())) return;
  stage.chain = true;  // a few small ops: done before another thread has woken up
  stage.tasks = 1;
}

/// The weights that each thread's share of the stage begins with: with one row of x, reading them is the work.
void CpuExecutable::find_first_reads(Stage& stage) const {
  constexpr std::int64_t kMostBytes = 256 << 10;  // of a second-level cache
  const int threads = model_.pool().threads();
  if (threads == 1 || stage.tasks < threads || stage.chain) return;
  for (int thread = 0; thread < threads; ++thread) {
    auto& read = stage.first_reads.emplace_back();
    std::int64_t task = stage.tasks * thread / threads;
    std::size_t i = 0;
    while (task >= stage.calls[i]->tasks) task -= stage.calls[i++]->tasks;
    const Call& call = *stage.calls[i];
    if (call.kernel.op != &kLinear) continue;
    const auto& matrix = *static_cast<const PackedMatrix*>(call.inputs[0].packed);
    const std::int64_t panel = TaskRange(matrix.panels(), task, call.tasks).begin;
    const std::int64_t left = (matrix.panels() - panel) * matrix.panel_bytes;
    read = {matrix.panel(panel), static_cast<std::size_t>(std::min(left, kMostBytes))};
  }
}

/// Tells waiting threads what the next stage with known reads begins with; behind the last that is one of the next token.
void CpuExecutable::expect_reads_after(std::size_t stage) {
  for (std::size_t i = 1; i <= stages_.size(); ++i) {
    const auto& reads = stages_[(stage + i) % stages_.size()].first_reads;
    for (std::size_t thread = 0; thread < reads.size(); ++thread) {
      model_.pool().expect(static_cast<int>(thread), reads[thread].data(),
                           static_cast<std::int64_t>(reads[thread].size()));
    }
    if (!reads.empty()) return;
  }
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
                             std::span<float> logits, std::span<const float> given) {
  for (Operand* operand : token_operands_) operand->tokens = tokens;
  for (Operand* operand : logit_operands_) operand->tensor.data = logits.data();
  for (Operand* operand : given_operands_) operand->tensor.data = const_cast<float*>(given.data());  // an input alone
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

void CpuExecutable::Rounding::round(std::int64_t first, std::int64_t count) const {
  const float* from = x->tensor.row(first);
  if (numbers == RowNumbers::Brain) return round_to_brain(from, brain.part(first, count));
  quantise_rows(from, bytes.part(first, count));
}

/// Rounds what the stage's products read. One row is done before other threads would have woken up.
void CpuExecutable::round_rows(const Stage& stage) {
  if (plan_.shape.sequences * plan_.shape.tokens == 1) {
    for (const Rounding& rounding : stage.roundings) rounding.round(0, rounding.rows());
    return;
  }
  const std::int64_t tasks = tasks_for(stage.rows, 2 * stage.roundings.front().columns(), model_.pool().threads());
  model_.pool().parallel_for(tasks, [&](std::int64_t task) {
    const TaskRange range(stage.rows, task, tasks);
    std::int64_t begin = 0;
    for (const Rounding& rounding : stage.roundings) {
      const std::int64_t first = std::max(range.begin, begin), end = std::min(range.end, begin + rounding.rows());
      if (first < end) rounding.round(first - begin, end - first);
      begin += rounding.rows();
    }
  });
}

void CpuExecutable::run_call(Call& call, std::int64_t task) {
  if (call.kernel.run) {
    call.kernel.run(call.op, task, call.tasks);
  } else {
    call.kernel.op->reference(call.op);
  }
}

template <class Run>
void CpuExecutable::run_task(const Stage& stage, std::int64_t task, const Run& run) {
  if (stage.chain) {
    for (const auto& call : stage.calls) run(*call, task);
    return;
  }
  std::size_t i = 0;
  while (task >= stage.calls[i]->tasks) task -= stage.calls[i++]->tasks;
  run(*stage.calls[i], task);
}

void CpuExecutable::run_stage(const Stage& stage) {
  model_.pool().parallel_for(stage.tasks, [&stage](std::int64_t task) { run_task(stage, task, run_call); });
}

void CpuExecutable::run_timed(const Stage& stage, OpTimes& times) {
  const auto start = now();
  model_.pool().parallel_for(stage.tasks, [&stage](std::int64_t task) {
    run_task(stage, task, [](Call& call, std::int64_t part) {
      const auto begin = now();
      run_call(call, part);
      call.nanoseconds.fetch_add(now() - begin, std::memory_order_relaxed);
    });
  });
  std::int64_t waiting = (now() - start) * model_.pool().threads();
  for (const auto& call : stage.calls) {
    const std::int64_t took = call->nanoseconds.exchange(0, std::memory_order_relaxed);
    times.add(name_of(*call->kernel.op, call->inputs), took);
    waiting -= took;
  }
  times.waiting_nanoseconds += std::max<std::int64_t>(waiting, 0);
  times.barriers += stage.tasks > 1 && model_.pool().threads() > 1;  // what is one task the caller does alone
}

Result<void> CpuExecutable::run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                                std::span<float> logits, std::span<const float> given) {
  EDDY_ASSERT(static_cast<std::int64_t>(states.size()) == plan_.shape.sequences);
  EDDY_ASSERT(static_cast<std::int64_t>(tokens.size()) == plan_.shape.sequences * plan_.shape.tokens);
  EDDY_ASSERT(plan_.logits < 0 ||
              static_cast<std::int64_t>(logits.size()) == plan_.values[plan_.logits].shape.elements());
  EDDY_ASSERT(plan_.given < 0 ||
              static_cast<std::int64_t>(given.size()) == plan_.values[plan_.given].shape.elements());
  if (bound_to_ != model_.work()) bind();
  for (RecurrentState* state : states) {
    if (auto ready = static_cast<CpuState*>(state)->reserve(plan_.shape.tokens); !ready) return ready;
  }
  point_at(tokens, states, logits, given);
  OpTimes* const times = model_.times();
  for (std::size_t i = 0; i < stages_.size(); ++i) {
    const Stage& stage = stages_[i];
    if (plan_.shape.sequences * plan_.shape.tokens == 1) expect_reads_after(i);
    if (!stage.roundings.empty()) {
      const auto start = times ? now() : 0;
      round_rows(stage);
      if (times) times->add("rounding of x", (now() - start) * model_.pool().threads());
    }
    times ? run_timed(stage, *times) : run_stage(stage);
  }
  for (RecurrentState* state : states) static_cast<CpuState*>(state)->commit(plan_.shape.tokens);
  return {};
}

}  // namespace eddy
