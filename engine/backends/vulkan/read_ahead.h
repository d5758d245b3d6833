// Weights of later stages, read into the device's second-level cache while a stage has little to read itself.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/backends/vulkan/vulkan_call.h"

namespace eddy {

/// For plans of few rows, which take as long as their weights are read: small ops between products (norms, recurrences)
/// leave memory idle. Stages are recorded in their order.
class ReadAhead {
 public:
  /// `unlikely` is device memory of at least four bytes (shaders/read_ahead.comp). EDDY_VULKAN_AHEAD=KiB: how much a
  /// stage reads at least.
  explicit ReadAhead(Address unlikely);
  /// A product of stage `stage` reads all of this matrix.
  void add(const VulkanMatrix& matrix, std::size_t stage);
  /// Beside the ops of `stage`, before their barrier.
  void record(Recorder& recorder, std::size_t stage);

 private:
  struct Piece {
    Address from;
    std::int64_t bytes;
    std::size_t stage;
    std::int64_t taken = 0;  // bytes that were read ahead
  };
  Address unlikely_;
  std::int64_t least_ = 0;
  std::vector<Piece> pieces_;  // in the order of their stages
  std::size_t first_ = 0;      // of the stages to come
  std::int64_t ahead_ = 0;     // bytes read for them
};

}  // namespace eddy
