#include "engine/backends/cuda/cuda_model.h"

#include <algorithm>
#include <cstring>

#include "engine/backends/cuda/cuda_executable.h"
#include "engine/backends/gpu/fusion.h"

namespace eddy {
namespace {

/// Logits of more rows than this are copied straight to the caller: pinned memory is dear.
constexpr std::size_t kMostPinnedLogits = std::size_t{8} << 20;

Result<void> grow(CudaBuffer& buffer, std::size_t bytes, CudaBuffer::Kind kind, const char* purpose, bool& moved) {
  if (bytes <= buffer.size()) return {};
  buffer = {};  // the old one first: both may not fit
  auto larger = CudaBuffer::allocate(bytes, kind, purpose);
  if (!larger) return std::move(larger).error();
  buffer = *std::move(larger);
  moved = true;
  return {};
}

}  // namespace

// ---- a sequence's state ---------------------------------------------------------------------------------------------

Result<std::unique_ptr<CudaState>> CudaState::create(const CudaModel& model) {
  std::unique_ptr<CudaState> state(new CudaState(model));
  auto memory = CudaBuffer::allocate(static_cast<std::size_t>(model.layout().fixed_bytes()), CudaBuffer::Kind::Device,
                                     "the state of a sequence");
  if (!memory) return std::move(memory).error();
  state->memory_ = *std::move(memory);
  if (auto cleared = state->clear(); !cleared) return cleared.error();
  return state;
}

Result<void> CudaState::read(std::span<std::byte> out) const {
  EDDY_ASSERT(out.size() == memory_.size());
  if (auto entered = model_.enter(); !entered) return entered;
  auto staging = model_.staging();
  if (!staging) return std::move(staging).error();
  auto code = cudaMemcpyAsync(*staging, memory_.data(), out.size(), cudaMemcpyDeviceToHost, model_.stream());
  if (code == cudaSuccess) code = cudaStreamSynchronize(model_.stream());
  if (code != cudaSuccess) return cuda_error(code, "the state of a sequence could not be read");
  std::memcpy(out.data(), *staging, out.size());
  return {};
}

Result<void> CudaState::write(std::span<const std::byte> in) {
  EDDY_ASSERT(in.size() == memory_.size());
  if (auto entered = model_.enter(); !entered) return entered;
  auto staging = model_.staging();
  if (!staging) return std::move(staging).error();
  std::memcpy(*staging, in.data(), in.size());
  auto code = cudaMemcpyAsync(memory_.data(), *staging, in.size(), cudaMemcpyHostToDevice, model_.stream());
  if (code == cudaSuccess) code = cudaStreamSynchronize(model_.stream());
  return cuda_check(code, "the state of a sequence could not be written");
}

Result<void> CudaState::clear() {
  const auto& slots = model_.layout().slots;
  const bool zeros = std::all_of(slots.begin(), slots.end(), [](const auto& slot) { return slot.initial == 0; });
  if (zeros) {
    if (auto entered = model_.enter(); !entered) return entered;
    auto code = cudaMemsetAsync(memory_.data(), 0, memory_.size(), model_.stream());
    if (code == cudaSuccess) code = cudaStreamSynchronize(model_.stream());
    return cuda_check(code, "the state of a sequence could not be cleared");
  }
  std::vector<float> values;
  for (const auto& slot : slots) values.insert(values.end(), static_cast<std::size_t>(slot.elements()), slot.initial);
  return write(std::as_bytes(std::span(values)));
}

// ---- the model ------------------------------------------------------------------------------------------------------

CudaModel::CudaModel(CudaDeviceFacts facts, std::vector<CudaWeight> weights, CudaBuffer weight_memory,
                     StateLayout layout, CudaStream stream)
    : facts_(facts),
      weights_(std::move(weights)),
      weight_memory_(std::move(weight_memory)),
      layout_(std::move(layout)),
      stream_(std::move(stream)) {}

CudaModel::~CudaModel() {
  cudaSetDevice(facts_.index);
}

Result<void> CudaModel::enter() const {
  return cuda_check(cudaSetDevice(facts_.index), "device " + std::to_string(facts_.index) + " is gone");
}

// Enough rows to keep all multiprocessors busy with each matrix; a stop request is still obeyed within some
// milliseconds.
int CudaModel::default_chunk() const {
  return 512;
}

Result<std::unique_ptr<RecurrentState>> CudaModel::new_state() {
  if (auto entered = enter(); !entered) return entered.error();
  auto state = CudaState::create(*this);
  if (!state) return std::move(state).error();
  return std::unique_ptr<RecurrentState>(*std::move(state));
}

Result<std::unique_ptr<Executable>> CudaModel::prepare(Plan plan) {
  if (auto entered = enter(); !entered) return entered.error();
  auto executable = CudaExecutable::create(*this, fuse(std::move(plan)));
  if (!executable) return std::move(executable).error();
  return std::unique_ptr<Executable>(*std::move(executable));
}

Result<void> CudaModel::reserve(std::size_t work, std::size_t scratch, std::size_t header, std::size_t logits) {
  struct Need {
    CudaBuffer& buffer;
    std::size_t bytes;
    CudaBuffer::Kind kind;
    const char* purpose;
  };
  using enum CudaBuffer::Kind;
  const Need needs[] = {{shared_.work, work, Device, "work memory"},
                        {shared_.scratch, scratch, Device, "work memory"},
                        {shared_.header, header, Device, "work memory"},
                        {shared_.logits, logits, Device, "the logits"},
                        {shared_.host_header, header, Pinned, "memory for tokens"},
                        {shared_.host_logits, logits <= kMostPinnedLogits ? logits : 0, Pinned, "memory for logits"}};
  bool moved = false;
  for (const auto& need : needs) {
    if (auto grown = grow(need.buffer, need.bytes, need.kind, need.purpose, moved); !grown) return grown;
  }
  shared_.generation += moved;
  return {};
}

Result<std::byte*> CudaModel::staging() const {
  bool moved = false;
  auto grown = grow(staging_, static_cast<std::size_t>(layout_.fixed_bytes()), CudaBuffer::Kind::Pinned,
                    "memory for the state of a sequence", moved);
  if (!grown) return grown.error();
  return staging_.data();
}

}  // namespace eddy
