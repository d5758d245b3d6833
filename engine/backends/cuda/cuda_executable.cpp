#include "engine/backends/cuda/cuda_executable.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "engine/backends/cuda/cuda_model.h"
#include "engine/backends/cuda/cuda_state.h"
#include "engine/backends/cuda/linear.h"

namespace eddy {
namespace {

constexpr std::int64_t kMostOverlapped = 64;  // rows

}  // namespace

Result<std::unique_ptr<CudaExecutable>> CudaExecutable::create(CudaModel& model, Plan plan) {
  std::unique_ptr<CudaExecutable> made(new CudaExecutable(model, std::move(plan)));
  std::int64_t fixed = 0, rows = 0;
  for (const auto& slot : model.layout().slots) {
    const bool is_fixed = slot.kind == SlotKind::Fixed;
    made->slots_.push_back(is_fixed ? fixed : rows);
    (is_fixed ? fixed : rows) += is_fixed ? slot.elements() : 1;
  }
  if (auto known = made->check_ops(); !known) return known.error();
  made->bind();  // scratch memory follows from the shapes of the calls
  if (auto reserved = made->reserve(); !reserved) return reserved.error();
  return made;
}

CudaExecutable::~CudaExecutable() {
  drop_graph();
}

void CudaExecutable::drop_graph() {
  if (graph_) cudaGraphExecDestroy(graph_);
  graph_ = nullptr;
}

Result<void> CudaExecutable::check_ops() {
  std::string missing;
  for (const auto& stage : plan_.stages) {
    for (const auto& op : stage) {
      const CudaCall call = call_of(op);
      const CudaKernel* kernel = cuda_kernel(op.kind->name);
      const bool runs = cuda_is_product(op.kind->name) ? cuda_supports_linear(call)
                                                  : kernel && (!kernel->supports || kernel->supports(call));
      const std::string name(op.kind->name);
      if (!runs && missing.find(name) == std::string::npos) missing += (missing.empty() ? "" : ", ") + name;
    }
  }
  operands_.clear();
  if (missing.empty()) return {};
  return Error{ErrorCode::UnsupportedFormat,
               "[cuda] this backend cannot run these parts of the network: " + missing + "; choose the cpu"};
}

// ---- what the launches are given ------------------------------------------------------------------------------------

float* CudaExecutable::address_of(int activation) const {
  const auto& shared = model_.shared();
  if (activation == plan_.logits) return shared.logits.as<float>();
  if (activation == plan_.given) return reinterpret_cast<float*>(shared.header.data() + header_.given);
  return reinterpret_cast<float*>(shared.work.data() + plan_.values[static_cast<std::size_t>(activation)].offset);
}

CudaOperand CudaExecutable::operand_of(int index) const {
  const PlannedValue& value = plan_.values[static_cast<std::size_t>(index)];
  CudaOperand operand{.shape = value.shape};
  switch (value.kind) {
    case ValueKind::Activation:
      operand.data = address_of(index);
      break;
    case ValueKind::Weight: {
      const CudaWeight& weight = model_.weight(value.source);
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

CudaCall CudaExecutable::call_of(const PlannedOp& op) {
  std::vector<CudaOperand>& operands = operands_.emplace_back();
  for (int v : op.inputs) operands.push_back(operand_of(v));
  for (int v : op.outputs) operands.push_back(operand_of(v));
  const std::span<const CudaOperand> all(operands);
  const auto& shared = model_.shared();
  return {.op = op.kind->name,
          .sequences = plan_.shape.sequences,
          .tokens = plan_.shape.tokens,
          .inputs = all.first(op.inputs.size()),
          .outputs = all.subspan(op.inputs.size()),
          .params = op.params,
          .states = shared.header.as<float*>(),
          .rows_of_states = reinterpret_cast<const SequenceRows*>(shared.header.data() + header_.rows),
          .token_ids = reinterpret_cast<const std::int32_t*>(shared.header.data() + header_.tokens),
          .scratch = {shared.scratch.data(), shared.counters.as<unsigned>()},
          .stream = model_.stream(),
          .exact = model_.facts().exact,
          // With many rows, blocks that wait would hold the places that the running kernel's later blocks need.
          .overlap = model_.facts().can_overlap && plan_.shape.tokens == 1 &&
                     plan_.shape.sequences <= kMostOverlapped};
}

/// Turns values into addresses. Done again when a larger plan has moved the shared memory.
void CudaExecutable::bind() {
  drop_graph();
  steps_.clear();
  operands_.clear();
  runs_ = 0;
  generation_ = model_.shared().generation;
  for (const auto& stage : plan_.stages) {
    add_steps(stage, [this](const PlannedOp& op) { return call_of(op); }, steps_);
  }
}

Result<void> CudaExecutable::reserve() {
  return model_.reserve(static_cast<std::size_t>(plan_.work_bytes), static_cast<std::size_t>(cuda_scratch(steps_)),
                        header_.bytes, logit_bytes());
}

// ---- running --------------------------------------------------------------------------------------------------------

void CudaExecutable::write_header(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                                  std::span<const float> given) const {
  std::byte* to = model_.shared().host_header.data();
  for (std::size_t b = 0; b < states.size(); ++b) {
    const auto& state = static_cast<const CudaState&>(*states[b]);
    const float* fixed = state.data();
    const SequenceRows rows = state.rows();
    std::memcpy(to + b * sizeof fixed, &fixed, sizeof fixed);
    std::memcpy(to + header_.rows + b * sizeof rows, &rows, sizeof rows);
  }
  static_assert(sizeof(TokenId) == sizeof(std::int32_t));
  std::memcpy(to + header_.tokens, tokens.data(), tokens.size_bytes());
  if (!given.empty()) std::memcpy(to + header_.given, given.data(), given.size_bytes());
}

Result<void> CudaExecutable::enqueue() {
  const auto& shared = model_.shared();
  if (auto sent = cuda_check(cudaMemcpyAsync(shared.header.data(), shared.host_header.data(), header_.bytes,
                                             cudaMemcpyHostToDevice, model_.stream()),
                             "tokens could not be copied");
      !sent) {
    return sent;
  }
  for (const auto& step : steps_) {
    if (step.kernel && step.calls.size() > 1) {
      cuda_columns_together(step.calls);
    } else if (step.kernel) {
      step.kernel->run(step.calls[0]);
    } else {
      cuda_linear(step.calls);
    }
    const auto code = cudaGetLastError();
    if (code != cudaSuccess) {
      return cuda_error(code, std::string(step.kernel ? step.kernel->op : "linear") + " could not be started");
    }
  }
  return {};
}

/// The launches as a graph: one call instead of hundreds.
Result<void> CudaExecutable::capture() {
  auto begun = cuda_check(cudaStreamBeginCapture(model_.stream(), cudaStreamCaptureModeThreadLocal),
                          "a graph cannot be recorded");
  if (!begun) return begun;
  auto recorded = enqueue();
  cudaGraph_t graph = nullptr;
  auto ended = cuda_check(cudaStreamEndCapture(model_.stream(), &graph), "a graph cannot be recorded");
  if (recorded && ended) ended = cuda_check(cudaGraphInstantiate(&graph_, graph, 0), "a graph cannot be made");
  if (graph) cudaGraphDestroy(graph);
  return recorded ? ended : recorded;
}

/// The first run starts kernel by kernel, which also loads them; a plan that comes again becomes a graph.
Result<void> CudaExecutable::record() {
  if (++runs_ == 1) return enqueue();
  if (!graph_) {
    if (auto captured = capture(); !captured) return captured;
  }
  return cuda_check(cudaGraphLaunch(graph_, model_.stream()), "a graph could not be started");
}

Result<void> CudaExecutable::fetch(std::span<float> logits) const {
  const auto& shared = model_.shared();
  const bool pinned = logits.size_bytes() <= shared.host_logits.size();
  void* to = pinned ? static_cast<void*>(shared.host_logits.data()) : logits.data();
  auto code = cudaSuccess;
  if (!logits.empty()) {
    code = cudaMemcpyAsync(to, shared.logits.data(), logits.size_bytes(), cudaMemcpyDeviceToHost, model_.stream());
  }
  if (code == cudaSuccess) code = cudaStreamSynchronize(model_.stream());
  if (code != cudaSuccess) return cuda_error(code, "the device did not finish");
  if (pinned && !logits.empty()) model_.copy_out(logits.data(), to, logits.size_bytes());
  return {};
}

/// Queues the plan's kernels.
Result<void> CudaExecutable::start(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                                   std::span<const float> given) {
  EDDY_ASSERT(static_cast<std::int64_t>(states.size()) == plan_.shape.sequences);
  EDDY_ASSERT(static_cast<std::int64_t>(tokens.size()) == plan_.shape.sequences * plan_.shape.tokens);
  EDDY_ASSERT(given.size_bytes() == header_.bytes - header_.given);
  if (auto entered = model_.enter(); !entered) return entered;
  if (generation_ != model_.shared().generation) bind();
  for (RecurrentState* state : states) {
    if (auto ready = static_cast<CudaState*>(state)->reserve(plan_.shape.tokens); !ready) return ready;
  }
  write_header(tokens, states, given);
  if (model_.facts().poison) poison();
  return record();
}

void CudaExecutable::poison() const {
  const auto& shared = model_.shared();
  for (const CudaBuffer* memory : {&shared.work, &shared.scratch, &shared.logits}) {
    if (memory->size() > 0) cudaMemsetAsync(memory->data(), 0xff, memory->size(), model_.stream());
  }
}

/// When the device is through with the plan: what a window has left is not being read any more.
void CudaExecutable::commit(std::span<RecurrentState* const> states) const {
  for (RecurrentState* state : states) static_cast<CudaState*>(state)->commit(plan_.shape.tokens);
}

Result<void> CudaExecutable::run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                                 std::span<float> logits, std::span<const float> given) {
  EDDY_ASSERT(logits.size_bytes() == logit_bytes());
  if (auto started = start(tokens, states, given); !started) return started;
  if (auto fetched = fetch(logits); !fetched) return fetched;
  commit(states);
  return {};
}

/// The draw's kernels are queued behind the plan while it runs: a recorded plan holds for any draw.
Result<void> CudaExecutable::run_and_draw(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                                          std::span<const TokenDraw> draws, std::span<TokenId> chosen,
                                          std::span<const float> given) {
  const auto vocabulary = static_cast<std::int64_t>(logit_bytes() / sizeof(float)) / plan_.shape.sequences;
  EDDY_ASSERT(draws.size() == states.size() && chosen.size() == states.size() && vocabulary > 0);
  EDDY_ASSERT(plan_.shape.tokens == 1 || plan_.shape.logits == LogitRows::Last);
  if (auto started = start(tokens, states, given); !started) return started;
  auto queued = model_.draws().queue(draws, model_.shared().logits.as<float>(), vocabulary, model_.stream(),
                                     model_.facts().can_overlap);
  if (auto ended = fetch({}); !queued || !ended) return queued ? ended : queued;
  std::ranges::copy(model_.draws().chosen(), chosen.begin());
  commit(states);
  return {};
}

}  // namespace eddy
