#include "engine/backends/cpu/cpu_model.h"

#include <algorithm>
#include <cstring>

#include "engine/backends/cpu/cpu_executable.h"

namespace eddy {

Result<std::unique_ptr<CpuState>> CpuState::create(const StateLayout& layout) {
  constexpr std::int64_t kLine = AlignedBuffer::kAlignment / sizeof(float);
  auto state = std::make_unique<CpuState>();
  std::int64_t total = 0;
  for (const auto& slot : layout.slots) {
    EDDY_ASSERT(slot.kind == SlotKind::Fixed);
    state->offsets_.push_back(total);
    state->sizes_.push_back(slot.elements());
    state->initial_.push_back(slot.initial);
    total += (slot.elements() + kLine - 1) / kLine * kLine;
  }
  auto memory = AlignedBuffer::allocate(static_cast<std::size_t>(total) * sizeof(float), "the state of a sequence");
  if (!memory) return std::move(memory).error();
  state->memory_ = *std::move(memory);
  state->clear().value();
  return state;
}

Result<void> CpuState::read(std::span<std::byte> out) const {
  std::byte* to = out.data();
  for (std::size_t i = 0; i < sizes_.size(); ++i) {
    const auto bytes = static_cast<std::size_t>(sizes_[i]) * sizeof(float);
    std::memcpy(to, slot(static_cast<int>(i)), bytes);
    to += bytes;
  }
  EDDY_ASSERT(to == out.data() + out.size());
  return {};
}

Result<void> CpuState::write(std::span<const std::byte> in) {
  const std::byte* from = in.data();
  for (std::size_t i = 0; i < sizes_.size(); ++i) {
    const auto bytes = static_cast<std::size_t>(sizes_[i]) * sizeof(float);
    std::memcpy(slot(static_cast<int>(i)), from, bytes);
    from += bytes;
  }
  EDDY_ASSERT(from == in.data() + in.size());
  return {};
}

Result<void> CpuState::clear() {
  for (std::size_t i = 0; i < sizes_.size(); ++i) std::fill_n(slot(static_cast<int>(i)), sizes_[i], initial_[i]);
  return {};
}

CpuModel::CpuModel(std::vector<CpuWeight> weights, StateLayout layout, std::unique_ptr<ThreadPool> pool)
    : weights_(std::move(weights)), layout_(std::move(layout)), pool_(std::move(pool)) {}

std::int64_t CpuModel::weight_bytes() const {
  std::int64_t bytes = 0;
  for (const auto& weight : weights_) bytes += weight.bytes();
  return bytes;
}

// Enough rows to use each unpacked tile well; few enough that a stop request is obeyed soon by a large model too.
int CpuModel::default_chunk() const { return 64; }

Result<std::unique_ptr<RecurrentState>> CpuModel::new_state() {
  auto state = CpuState::create(layout_);
  if (!state) return std::move(state).error();
  return std::unique_ptr<RecurrentState>(*std::move(state));
}

Result<std::unique_ptr<Executable>> CpuModel::prepare(Plan plan) {
  if (static_cast<std::size_t>(plan.work_bytes) > work_.size()) {
    auto memory = AlignedBuffer::allocate(static_cast<std::size_t>(plan.work_bytes), "work buffers");
    if (!memory) return std::move(memory).error();
    work_ = *std::move(memory);
  }
  return std::unique_ptr<Executable>(std::make_unique<CpuExecutable>(*this, std::move(plan)));
}

}  // namespace eddy
