#include "engine/backends/vulkan/vulkan_executable.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "engine/backends/vulkan/kernels.h"
#include "engine/backends/vulkan/vulkan_model.h"
#include "engine/backends/vulkan/vulkan_state.h"

namespace eddy {
namespace {

/// As shaders/include/eddy.glsl has it.
struct SequenceHeader {
  VkDeviceAddress fixed = 0, table = 0;
  std::uint32_t before = 0, capacity = 0;
};
static_assert(sizeof(SequenceHeader) == 24);

/// Multiply-adds that one submission may take: some milliseconds, so that a desktop drawn by the same device goes on.
double most_cost(const vk::PhysicalDevice& device) {
  if (device.is_software()) return 1e30;
  return device.shares_memory() ? 1e9 : 1e10;
}

}  // namespace

VulkanExecutable::VulkanExecutable(VulkanModel& model, Plan plan) : model_(model), plan_(std::move(plan)) {
  std::int64_t fixed = 0, rows = 0;
  for (const auto& slot : model.layout().slots) {
    const bool is_fixed = slot.kind == SlotKind::Fixed;
    slots_.push_back(is_fixed ? fixed : rows);
    (is_fixed ? fixed : rows) += is_fixed ? slot.elements() : 1;
  }
}

VulkanExecutable::~VulkanExecutable() {
  model_.commands().release(commands_);
}

Result<std::unique_ptr<VulkanExecutable>> VulkanExecutable::create(VulkanModel& model, Plan plan) {
  std::unique_ptr<VulkanExecutable> made(new VulkanExecutable(model, std::move(plan)));
  if (auto known = made->check_ops(); !known) return known.error();
  auto ready =
      model.reserve(static_cast<std::size_t>(made->plan_.work_bytes), made->header_bytes(), made->logit_bytes());
  if (ready) ready = made->record();
  if (!ready) return ready.error();
  model.device().pipelines().save();
  return made;
}

Result<void> VulkanExecutable::check_ops() {
  std::string missing;
  for (const auto& stage : plan_.stages) {
    for (const auto& op : stage) {
      const VulkanKernel* kernel = vulkan_kernel(op.kind->name);
      const bool runs = kernel && (!kernel->supports || kernel->supports(call_of(op, nullptr)));
      const std::string name(op.kind->name);
      if (!runs && missing.find(name) == std::string::npos) missing += (missing.empty() ? "" : ", ") + name;
    }
  }
  operands_.clear();
  if (missing.empty()) return {};
  return Error{ErrorCode::UnsupportedFormat,
               "[vulkan] this backend cannot run these parts of the network: " + missing + "; choose the cpu"};
}

// ---- what the kernels are given -------------------------------------------------------------------------------------

VulkanOperand VulkanExecutable::operand_of(int index) const {
  const PlannedValue& value = plan_.values[static_cast<std::size_t>(index)];
  VulkanOperand operand{.shape = value.shape};
  switch (value.kind) {
    case ValueKind::Activation:
      operand.data = index == plan_.logits ? model_.shared().logits.address()
                                           : model_.shared().work.address() + static_cast<VkDeviceSize>(value.offset);
      break;
    case ValueKind::Weight: {
      const VulkanWeight& weight = model_.weight(value.source);
      if (weight.is_matrix) {
        operand.matrix = &weight.matrix;
      } else {
        operand.data = weight.numbers;
      }
      break;
    }
    case ValueKind::State: {
      const auto source = static_cast<std::size_t>(value.source);
      const bool is_fixed = model_.layout().slots[source].kind == SlotKind::Fixed;
      (is_fixed ? operand.slot : operand.rows_slot) = slots_[source];
      break;
    }
    case ValueKind::Tokens:
      break;
  }
  return operand;
}

VulkanCall VulkanExecutable::call_of(const PlannedOp& op, Recorder* recorder) {
  std::vector<VulkanOperand>& operands = operands_.emplace_back();
  for (int v : op.inputs) operands.push_back(operand_of(v));
  for (int v : op.outputs) operands.push_back(operand_of(v));
  const std::span<const VulkanOperand> all(operands);
  const auto header = model_.shared().header.address();
  return {.sequences = plan_.shape.sequences,
          .tokens = plan_.shape.tokens,
          .inputs = all.first(op.inputs.size()),
          .outputs = all.subspan(op.inputs.size()),
          .params = op.params,
          .states = header,
          .token_ids = header + static_cast<std::size_t>(plan_.shape.sequences) * sizeof(SequenceHeader),
          .recorder = recorder};
}

std::size_t VulkanExecutable::header_bytes() const {
  const auto sequences = static_cast<std::size_t>(plan_.shape.sequences);
  return sequences * (sizeof(SequenceHeader) + static_cast<std::size_t>(plan_.shape.tokens) * sizeof(std::int32_t));
}

std::size_t VulkanExecutable::logit_bytes() const {
  if (plan_.logits < 0) return 0;
  return static_cast<std::size_t>(plan_.values[static_cast<std::size_t>(plan_.logits)].shape.elements()) *
         sizeof(float);
}

// ---- recording ------------------------------------------------------------------------------------------------------

double VulkanExecutable::cost_of(const PlannedOp& op) const {
  double cost = 0;
  const auto shape = [this](int v) { return plan_.values[static_cast<std::size_t>(v)].shape; };
  for (int v : op.outputs) cost += 10.0 * static_cast<double>(shape(v).elements());
  for (int v : op.inputs) {
    const auto& value = plan_.values[static_cast<std::size_t>(v)];
    const auto rows = static_cast<double>(plan_.shape.sequences * plan_.shape.tokens);
    if (value.kind == ValueKind::Weight) cost += rows * static_cast<double>(value.shape.elements());
    if (value.kind == ValueKind::State) cost += 30.0 * rows * static_cast<double>(value.shape.elements());
  }
  return cost;
}

Result<void> VulkanExecutable::begin_commands() {
  auto commands = model_.commands().begin(false);
  if (!commands) return commands.error();
  commands_.push_back(*commands);
  return {};
}

Result<void> VulkanExecutable::end_commands() {
  return model_.commands().end(commands_.back());
}

Result<void> VulkanExecutable::record_start() {
  if (auto begun = begin_commands(); !begun) return begun;
  const auto& f = model_.device().f();
  const auto& shared = model_.shared();
  vk::copy(f, commands_.back(), shared.host_header, 0, shared.header, 0, header_bytes());
  if (vk::is_set("EDDY_VULKAN_POISON")) {  // for tests: what is not written is seen
    for (const auto* buffer : {&shared.work, &shared.logits}) {
      if (buffer->size() == 0) continue;
      f.vkCmdFillBuffer(commands_.back(), buffer->handle(), buffer->offset(), (buffer->size() + 3) / 4 * 4, 0xffffffff);
    }
  }
  vk::barrier(f, commands_.back());
  return {};
}

Result<void> VulkanExecutable::record_end() {
  const auto& f = model_.device().f();
  if (const auto bytes = logit_bytes(); bytes > 0) {
    vk::copy(f, commands_.back(), model_.shared().logits, 0, model_.shared().host_logits, 0, bytes);
    vk::barrier_to_host(f, commands_.back());
  }
  return end_commands();
}

/// Turns values into addresses and ops into dispatches.
Result<void> VulkanExecutable::record() {
  model_.commands().release(commands_);
  commands_.clear();
  operands_.clear();
  generation_ = -1;
  if (auto started = record_start(); !started) return started;
  const double most = most_cost(model_.device().physical());
  double cost = 0;
  for (const auto& stage : plan_.stages) {
    Recorder recorder(model_.device(), commands_.back());
    for (const auto& op : stage) {
      vulkan_kernel(op.kind->name)->record(call_of(op, &recorder));
      cost += cost_of(op);
    }
    recorder.barrier();
    if (!recorder.status()) return recorder.status();
    if (cost < most) continue;
    cost = 0;
    auto cut = end_commands();
    if (cut) cut = begin_commands();
    if (!cut) return cut;
  }
  if (auto ended = record_end(); !ended) return ended;
  operands_.clear();
  generation_ = model_.shared().generation;
  return {};
}

// ---- running --------------------------------------------------------------------------------------------------------

/// What changes from run to run: where the states are, and the tokens.
void VulkanExecutable::write_header(std::span<const TokenId> tokens, std::span<RecurrentState* const> states) const {
  std::byte* to = model_.shared().host_header.data();
  for (const RecurrentState* state : states) {
    const auto& own = static_cast<const VulkanState&>(*state);
    const SequenceHeader sequence{own.fixed(), own.table(), u32(own.tokens()), u32(own.capacity())};
    std::memcpy(to, &sequence, sizeof sequence);
    to += sizeof sequence;
  }
  static_assert(sizeof(TokenId) == sizeof(std::int32_t));
  std::memcpy(to, tokens.data(), tokens.size_bytes());
}

Result<void> VulkanExecutable::run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                                   std::span<float> logits) {
  EDDY_ASSERT(static_cast<std::int64_t>(states.size()) == plan_.shape.sequences);
  EDDY_ASSERT(static_cast<std::int64_t>(tokens.size()) == plan_.shape.sequences * plan_.shape.tokens);
  EDDY_ASSERT(logits.size_bytes() == logit_bytes());
  if (generation_ != model_.shared().generation) {
    if (auto recorded = record(); !recorded) return recorded;
  }
  for (RecurrentState* state : states) {
    if (auto ready = static_cast<VulkanState*>(state)->reserve(plan_.shape.tokens); !ready) return ready;
  }
  write_header(tokens, states);
  if (auto ran = model_.commands().run(commands_); !ran) return ran;
  for (RecurrentState* state : states) static_cast<VulkanState*>(state)->commit(plan_.shape.tokens);
  if (!logits.empty()) std::memcpy(logits.data(), model_.shared().host_logits.data(), logits.size_bytes());
  return {};
}

}  // namespace eddy
