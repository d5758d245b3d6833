#include "engine/backends/vulkan/stage_clock.h"

namespace eddy {

Result<std::unique_ptr<StageClock>> StageClock::create(vk::Device& device, std::size_t most_marks) {
  std::unique_ptr<StageClock> clock(new StageClock(device));
  clock->most_ = static_cast<std::uint32_t>(most_marks);
  VkQueryPoolCreateInfo info{VK_STRUCTURE_TYPE_QUERY_POOL_CREATE_INFO};
  info.queryType = VK_QUERY_TYPE_TIMESTAMP;
  info.queryCount = clock->most_;
  const auto code = device.f().vkCreateQueryPool(device.handle(), &info, nullptr, &clock->pool_);
  if (code != VK_SUCCESS) return vk::vk_error(code, "times cannot be kept");
  return clock;
}

StageClock::~StageClock() {
  if (pool_) device_.f().vkDestroyQueryPool(device_.handle(), pool_, nullptr);
}

void StageClock::start(VkCommandBuffer commands) {
  names_.clear();
  device_.f().vkCmdResetQueryPool(commands, pool_, 0, most_);
  device_.f().vkCmdWriteTimestamp(commands, VK_PIPELINE_STAGE_BOTTOM_OF_PIPE_BIT, pool_, 0);
}

void StageClock::mark(VkCommandBuffer commands, std::string name) {
  if (names_.size() + 1 >= most_) return;
  names_.push_back(std::move(name));
  device_.f().vkCmdWriteTimestamp(commands, VK_PIPELINE_STAGE_BOTTOM_OF_PIPE_BIT, pool_,
                                  static_cast<std::uint32_t>(names_.size()));
}

Result<void> StageClock::add_to(OpTimes& times) const {
  std::vector<std::uint64_t> ticks(names_.size() + 1);
  const auto code = device_.f().vkGetQueryPoolResults(
      device_.handle(), pool_, 0, static_cast<std::uint32_t>(ticks.size()), ticks.size() * sizeof ticks[0], ticks.data(),
      sizeof ticks[0], VK_QUERY_RESULT_64_BIT | VK_QUERY_RESULT_WAIT_BIT);
  if (code != VK_SUCCESS) return vk::vk_error(code, "times cannot be read");
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const double took = static_cast<double>(ticks[i + 1] - ticks[i]) * device_.physical().nanoseconds_per_tick;
    times.add(names_[i], static_cast<std::int64_t>(took));
  }
  times.barriers += static_cast<std::int64_t>(names_.size());
  return {};
}

}  // namespace eddy
