// Times of a plan's stages by the device's own clock, for whoever looks for the slow one.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/backends/vulkan/vk/device.h"
#include "engine/graph/op_times.h"

namespace eddy {

/// Marks are recorded into command buffers; a run writes the device's clock into them.
class StageClock {
 public:
  static Result<std::unique_ptr<StageClock>> create(vk::Device& device, std::size_t most_marks);
  ~StageClock();
  StageClock(const StageClock&) = delete;
  StageClock& operator=(const StageClock&) = delete;

  /// First of all in the first command buffer.
  void start(VkCommandBuffer commands);
  /// Everything since the mark before, a barrier's wait included, belongs to `name`.
  void mark(VkCommandBuffer commands, std::string name);
  /// After a run has ended: adds what it took.
  Result<void> add_to(OpTimes& times) const;

 private:
  explicit StageClock(vk::Device& device) : device_(device) {}
  vk::Device& device_;
  VkQueryPool pool_ = VK_NULL_HANDLE;
  std::uint32_t most_ = 0;
  std::vector<std::string> names_;  // of the marks behind the first
};

}  // namespace eddy
