// A network's weights in memory, and its plans as lists of calls over a thread pool.
#pragma once

#include <memory>
#include <vector>

#include "engine/backends/backend.h"
#include "engine/backends/cpu/available_memory.h"
#include "engine/backends/cpu/cpu_state.h"
#include "engine/backends/cpu/packed_matrix.h"
#include "engine/backends/cpu/row_rounding.h"
#include "engine/core/thread_pool.h"

namespace eddy {

/// A weight as the CPU holds it: a packed matrix or float32 numbers.
struct CpuWeight {
  Shape shape;
  PackedMatrix matrix;               ///< when `is_matrix`
  AlignedBuffer numbers;             ///< else
  bool is_matrix = false;

  std::int64_t bytes() const { return static_cast<std::int64_t>(matrix.bytes.size() + numbers.size()); }
};

class CpuModel final : public BackendModel {
 public:
  /// Decode, whole chunks, and a few lengths of last chunks: a plan is recorded in about a millisecond.
  static constexpr std::size_t kMostPlans = 6;

  CpuModel(std::vector<CpuWeight> weights, StateLayout layout, std::unique_ptr<ThreadPool> pool);

  std::int64_t weight_bytes() const override;
  int default_chunk() const override;
  std::int64_t work_bytes(const Plan& plan) const override;
  std::size_t most_plans() const override { return kMostPlans; }
  Result<std::unique_ptr<RecurrentState>> new_state() override;
  std::int64_t available_bytes() const override { return available_memory(); }
  bool shares_blocks() const override { return true; }
  Result<std::unique_ptr<Executable>> prepare(Plan plan) override;
  bool keep_times(OpTimes* times) override { return times_ = times, true; }

  ThreadPool& pool() { return *pool_; }
  const StateLayout& layout() const { return layout_; }
  const CpuWeight& weight(int index) const { return weights_[static_cast<std::size_t>(index)]; }
  /// Work memory shared by all plans: they run one at a time.
  std::byte* work() const { return work_.data(); }
  OpTimes* times() const { return times_; }

 private:
  RowRounding rounding_of(const Plan& plan) const;

  std::vector<CpuWeight> weights_;
  StateLayout layout_;
  std::unique_ptr<ThreadPool> pool_;
  AlignedBuffer work_;
  OpTimes* times_ = nullptr;
};

}  // namespace eddy
