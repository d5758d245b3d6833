#include "engine/backends/cuda/cuda_model.h"

#include <algorithm>
#include <cstring>

#include "engine/backends/cuda/cuda_executable.h"
#include "engine/backends/cuda/cuda_state.h"
#include "engine/backends/cuda/plan_steps.h"
#include "engine/backends/gpu/fusion.h"

namespace eddy {
namespace {

/// Logits of more rows than this are copied straight to the caller: pinned memory is dear.
constexpr std::size_t kMostPinnedLogits = std::size_t{32} << 20;

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

std::int64_t CudaModel::work_bytes(const Plan& plan) const {
  if (!enter()) return plan.work_bytes;
  return cuda_plan_bytes(plan, facts_.exact, [this](int i) { return weight(i).is_matrix ? &weight(i).matrix : nullptr; });
}

Result<std::unique_ptr<Executable>> CudaModel::prepare(Plan plan) {
  if (auto entered = enter(); !entered) return entered.error();
  auto executable = CudaExecutable::create(*this, fuse(std::move(plan), &cuda_has));
  if (!executable) return std::move(executable).error();
  return std::unique_ptr<Executable>(*std::move(executable));
}

Result<void> CudaModel::make_counters() {
  auto memory = CudaBuffer::allocate(kCudaCounters * sizeof(unsigned), CudaBuffer::Kind::Device, "work memory");
  if (!memory) return std::move(memory).error();
  shared_.counters = *std::move(memory);
  auto code = cudaMemsetAsync(shared_.counters.data(), 0, shared_.counters.size(), stream());
  if (code == cudaSuccess) code = cudaStreamSynchronize(stream());
  return cuda_check(code, "work memory could not be cleared");
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
  if (shared_.counters.size() == 0) {
    if (auto made = make_counters(); !made) return made;
  }
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

void CudaModel::copy_out(void* to, const void* from, std::size_t bytes) {
  constexpr std::size_t kPiece = std::size_t{1} << 20;
  if (bytes <= kPiece) {
    std::memcpy(to, from, bytes);
    return;
  }
  constexpr int kThreads = 8;
  if (!copiers_) copiers_ = std::make_unique<ThreadPool>(std::min(kThreads, usable_cores()));
  const std::size_t pieces = (bytes + kPiece - 1) / kPiece;
  copiers_->parallel_for(static_cast<std::int64_t>(pieces), [&](std::int64_t i) {
    const std::size_t at = static_cast<std::size_t>(i) * kPiece;
    std::memcpy(static_cast<std::byte*>(to) + at, static_cast<const std::byte*>(from) + at,
                std::min(kPiece, bytes - at));
  });
}

}  // namespace eddy
