// A network's weights on a device, the states of its sequences, and the memory that its plans share.
#pragma once

#include <memory>
#include <vector>

#include "engine/backends/backend.h"
#include "engine/backends/cuda/cuda_memory.h"
#include "engine/backends/cuda/cuda_token_draws.h"
#include "engine/backends/cuda/device_matrix.h"
#include "engine/core/thread_pool.h"

namespace eddy {

/// A weight on the device: a matrix or float32 numbers.
struct CudaWeight {
  Shape shape;
  bool is_matrix = false;
  DeviceMatrix matrix;
  float* numbers = nullptr;
};

struct CudaDeviceFacts {
  int index = 0;
  bool can_overlap = false;  ///< kernels may start before the one before has ended
  bool exact = true;         ///< all matrices are float32, and are multiplied so
  bool draws = true;         ///< tokens are drawn on the device
  bool poison = false;       ///< work memory is filled with NaN before every run: for tests
};

class CudaModel final : public BackendModel {
 public:
  CudaModel(CudaDeviceFacts facts, std::vector<CudaWeight> weights, CudaBuffer weight_memory, StateLayout layout,
            CudaStream stream);
  ~CudaModel() override;

  bool can_draw() const override { return facts_.draws; }
  std::int64_t weight_bytes() const override { return static_cast<std::int64_t>(weight_memory_.size()); }
  int default_chunk() const override;
  std::int64_t work_bytes(const Plan& plan) const override;
  Result<std::unique_ptr<RecurrentState>> new_state() override;
  Result<std::unique_ptr<Executable>> prepare(Plan plan) override;

  /// CUDA's current device is the thread's: every entry into this model sets it.
  Result<void> enter() const;
  const CudaDeviceFacts& facts() const { return facts_; }
  const StateLayout& layout() const { return layout_; }
  const CudaWeight& weight(int index) const { return weights_[static_cast<std::size_t>(index)]; }
  cudaStream_t stream() const { return stream_.get(); }

  /// Memory shared by all plans: they run one at a time. `generation` changes whenever any of it has moved.
  struct Shared {
    CudaBuffer work, scratch, header, logits;  // on the device
    CudaBuffer counters;                       // kCudaCounters zeros
    CudaBuffer host_header, host_logits;       // pinned
    int generation = 0;
  };
  const Shared& shared() const { return shared_; }
  CudaTokenDraws& draws() { return draws_; }
  Result<void> reserve(std::size_t work, std::size_t scratch, std::size_t header, std::size_t logits);
  /// Pinned memory for one state, made when it is first needed.
  Result<std::byte*> staging() const;
  /// memcpy, by several threads where it is much.
  void copy_out(void* to, const void* from, std::size_t bytes);

 private:
  Result<void> make_counters();

  CudaDeviceFacts facts_;
  std::vector<CudaWeight> weights_;
  CudaBuffer weight_memory_;
  StateLayout layout_;
  CudaStream stream_;
  Shared shared_;
  CudaTokenDraws draws_;
  mutable CudaBuffer staging_;
  std::unique_ptr<ThreadPool> copiers_;
};

}  // namespace eddy
