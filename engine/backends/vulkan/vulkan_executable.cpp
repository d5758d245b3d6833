#include "engine/backends/vulkan/vulkan_executable.h"

#include <algorithm>
#include <cstring>
#include <set>
#include <string>

#include "engine/backends/vulkan/kernels.h"
#include "engine/backends/vulkan/linear_halves.h"
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
  auto ready = model.reserve(static_cast<std::size_t>(made->plan_.work_bytes),
                             static_cast<std::size_t>(made->scratch_bytes()), made->header_bytes(), made->logit_bytes());
  if (ready) ready = made->record();
  if (!ready) return ready.error();
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

VkDeviceAddress VulkanExecutable::address_of(int activation) const {
  const auto& shared = model_.shared();
  if (activation == plan_.logits) return shared.logits.address();
  if (activation == plan_.given) return shared.header.address() + given_offset();
  return shared.work.address() +
         static_cast<VkDeviceSize>(plan_.values[static_cast<std::size_t>(activation)].offset);
}

VulkanOperand VulkanExecutable::operand_of(int index) const {
  const PlannedValue& value = plan_.values[static_cast<std::size_t>(index)];
  VulkanOperand operand{.shape = value.shape};
  switch (value.kind) {
    case ValueKind::Activation:
      operand.data = address_of(index);
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
          .device = &model_.device().physical(),
          .exact = model_.exact(),
          .recorder = recorder};
}

/// In the header, behind the tokens.
std::size_t VulkanExecutable::given_offset() const {
  const auto sequences = static_cast<std::size_t>(plan_.shape.sequences);
  const auto tokens = sequences * static_cast<std::size_t>(plan_.shape.tokens);
  return (sequences * sizeof(SequenceHeader) + tokens * sizeof(std::int32_t) + 63) / 64 * 64;
}

std::size_t VulkanExecutable::given_bytes() const {
  if (plan_.given < 0) return 0;
  return static_cast<std::size_t>(plan_.values[static_cast<std::size_t>(plan_.given)].shape.elements()) * sizeof(float);
}

std::size_t VulkanExecutable::header_bytes() const {
  return given_offset() + given_bytes();
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

/// "linear Q4_K, linear F32": the kinds of op in a stage, which run side by side.
std::string VulkanExecutable::name_of(const std::vector<PlannedOp>& stage) const {
  std::set<std::string> names;
  for (const auto& op : stage) {
    std::string name(op.kind->name);
    for (int v : op.inputs) {
      const auto& value = plan_.values[static_cast<std::size_t>(v)];
      if (value.kind != ValueKind::Weight || !model_.weight(value.source).is_matrix) continue;
      const auto& matrix = model_.weight(value.source).matrix;
      name += " " + std::string(traits(matrix.format).name) + " " + std::to_string(matrix.columns) + ">" +
              std::to_string(matrix.rows);
    }
    names.insert(name);
  }
  std::string all;
  for (const auto& name : names) {
    if (!all.empty()) all += ", ";
    all += name;
  }
  return all;
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
  if (clock_) clock_->start(commands_.back());
  return {};
}

Result<void> VulkanExecutable::record_end() {
  const auto& f = model_.device().f();
  if (const auto bytes = logit_bytes(); bytes > 0) {
    vk::barrier(f, commands_.back());
    vk::copy(f, commands_.back(), model_.shared().logits, 0, model_.shared().host_logits, 0, bytes);
    vk::barrier_to_host(f, commands_.back());
  }
  return end_commands();
}

std::int64_t VulkanExecutable::scratch_of(const PlannedOp& op) {
  const VulkanKernel& kernel = *vulkan_kernel(op.kind->name);
  return kernel.scratch ? kernel.scratch(call_of(op, nullptr)) : 0;
}

/// What record_stage() takes at most at a time.
std::int64_t VulkanExecutable::scratch_bytes() {
  std::int64_t most = 0;
  for (const auto& stage : plan_.stages) {
    std::int64_t together = 0;
    for (const auto& op : stage) {
      const std::int64_t own = scratch_of(op);
      together = together + own > kMostSharedScratch ? own : together + own;
      most = std::max(most, together);
    }
  }
  operands_.clear();
  return most;
}

/// Ops run side by side, as many at a time as scratch memory suffices for; what they need there is made for all of them first.
Result<void> VulkanExecutable::record_stage(const std::vector<PlannedOp>& stage, double& cost) {
  Recorder recorder(model_.device(), commands_.back());
  std::vector<VulkanCall> calls;
  std::vector<const VulkanKernel*> kernels;
  const auto flush = [&] {
    bool prepared = false;
    for (std::size_t i = 0; i < calls.size(); ++i) prepared |= kernels[i]->prepare && kernels[i]->prepare(calls[i]);
    if (prepared) recorder.barrier();
    if (prepared && clock_) clock_->mark(commands_.back(), "to halves");
    for (std::size_t i = 0; i < calls.size(); ++i) kernels[i]->record(calls[i]);
    recorder.barrier();
    calls.clear();
    kernels.clear();
  };
  std::int64_t together = 0;
  for (const auto& op : stage) {
    const std::int64_t own = scratch_of(op);
    if (together + own > kMostSharedScratch && together > 0) {
      flush();
      together = 0;
    }
    calls.push_back(call_of(op, &recorder));
    calls.back().scratch = model_.shared().scratch.address() + static_cast<Address>(together);
    kernels.push_back(vulkan_kernel(op.kind->name));
    together += own;
    cost += cost_of(op);
  }
  flush();
  return recorder.status();
}

/// All pipelines of the plan, side by side; record() would make one after the other.
void VulkanExecutable::make_pipelines() {
  std::set<vk::Pipelines::Key> wanted;
  Recorder recorder(model_.device(), wanted);
  for (const auto& stage : plan_.stages) {
    for (const auto& op : stage) {
      const VulkanKernel& kernel = *vulkan_kernel(op.kind->name);
      const VulkanCall call = call_of(op, &recorder);
      if (kernel.prepare) kernel.prepare(call);
      kernel.record(call);
    }
  }
  operands_.clear();
  model_.device().pipelines().make_ready(wanted);
}

/// Turns values into addresses and ops into dispatches.
Result<void> VulkanExecutable::record() {
  model_.commands().release(commands_);
  commands_.clear();
  operands_.clear();
  generation_ = -1;
  clock_.reset();
  if (model_.times()) {
    auto clock = StageClock::create(model_.device(), 2 * plan_.stages.size() + 16);
    if (!clock) return std::move(clock).error();
    clock_ = *std::move(clock);
  }
  make_pipelines();
  if (auto started = record_start(); !started) return started;
  const double most = most_cost(model_.device().physical());
  double cost = 0;
  for (const auto& stage : plan_.stages) {
    if (auto recorded = record_stage(stage, cost); !recorded) return recorded;
    if (clock_) clock_->mark(commands_.back(), name_of(stage));
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
void VulkanExecutable::write_header(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                                    std::span<const float> given) const {
  std::byte* to = model_.shared().host_header.data();
  for (const RecurrentState* state : states) {
    const auto& own = static_cast<const VulkanState&>(*state);
    const SequenceHeader sequence{own.fixed(), own.table(), u32(own.tokens()), u32(own.capacity())};
    std::memcpy(to, &sequence, sizeof sequence);
    to += sizeof sequence;
  }
  static_assert(sizeof(TokenId) == sizeof(std::int32_t));
  std::memcpy(to, tokens.data(), tokens.size_bytes());
  if (!given.empty()) std::memcpy(model_.shared().host_header.data() + given_offset(), given.data(), given.size_bytes());
}

/// Runs of a plan take about as long as each other.
Result<void> VulkanExecutable::run_commands() {
  using namespace std::chrono;
  const auto start = steady_clock::now();
  auto ran = model_.commands().run(commands_, usual_);
  usual_ = duration_cast<microseconds>(steady_clock::now() - start);
  return ran;
}

Result<void> VulkanExecutable::run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                                   std::span<float> logits, std::span<const float> given) {
  EDDY_ASSERT(static_cast<std::int64_t>(states.size()) == plan_.shape.sequences);
  EDDY_ASSERT(static_cast<std::int64_t>(tokens.size()) == plan_.shape.sequences * plan_.shape.tokens);
  EDDY_ASSERT(logits.size_bytes() == logit_bytes() && given.size_bytes() == given_bytes());
  if (generation_ != model_.shared().generation || (clock_ != nullptr) != (model_.times() != nullptr)) {
    if (auto recorded = record(); !recorded) return recorded;
  }
  for (RecurrentState* state : states) {
    if (auto ready = static_cast<VulkanState*>(state)->reserve(plan_.shape.tokens); !ready) return ready;
  }
  write_header(tokens, states, given);
  if (auto ran = run_commands(); !ran) return ran;
  if (clock_) {
    if (auto read = clock_->add_to(*model_.times()); !read) return read;
  }
  for (RecurrentState* state : states) static_cast<VulkanState*>(state)->commit(plan_.shape.tokens);
  if (!logits.empty()) std::memcpy(logits.data(), model_.shared().host_logits.data(), logits.size_bytes());
  return {};
}

}  // namespace eddy
