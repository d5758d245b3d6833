#include "engine/backends/cpu/cpu_model.h"

#include "engine/backends/cpu/chains.h"
#include "engine/backends/cpu/cpu_executable.h"
#include "engine/backends/cpu/row_rounding.h"
#include "engine/backends/cpu/tiles.h"

namespace eddy {

CpuModel::CpuModel(std::vector<CpuWeight> weights, StateLayout layout, std::unique_ptr<ThreadPool> pool)
    : weights_(std::move(weights)), layout_(std::move(layout)), pool_(std::move(pool)) {}

std::int64_t CpuModel::weight_bytes() const {
  std::int64_t bytes = 0;
  for (const auto& weight : weights_) bytes += weight.bytes();
  return bytes;
}

// Enough rows to use each unpacked slice of weights well; few enough that a stop request is obeyed soon by a large model too.
// Matrix tiles multiply so much faster than weights are unpacked that twice as many pay.
int CpuModel::default_chunk() const { return tile_use() == TileUse::Real ? 128 : 64; }

Result<std::unique_ptr<RecurrentState>> CpuModel::new_state() {
  auto state = CpuState::create(layout_);
  if (!state) return std::move(state).error();
  return std::unique_ptr<RecurrentState>(*std::move(state));
}

RowRounding CpuModel::rounding_of(const Plan& plan) const {
  return plan_row_rounding(plan, [this](int i) { return rows_read_by(weight(i).matrix); });
}

std::int64_t CpuModel::work_bytes(const Plan& plan) const { return rounding_of(chain_stages(plan).plan).work_bytes; }

Result<std::unique_ptr<Executable>> CpuModel::prepare(Plan plan) {
  ChainedPlan chained = chain_stages(std::move(plan));
  RowRounding rounding = rounding_of(chained.plan);
  if (static_cast<std::size_t>(rounding.work_bytes) > work_.size()) {
    auto memory = AlignedBuffer::allocate(static_cast<std::size_t>(rounding.work_bytes), "work buffers");
    if (!memory) return std::move(memory).error();
    work_ = *std::move(memory);
  }
  return std::unique_ptr<Executable>(std::make_unique<CpuExecutable>(*this, std::move(chained), std::move(rounding)));
}

}  // namespace eddy
