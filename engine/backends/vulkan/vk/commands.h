// Command buffers of one thread: recorded once, run many times.
#pragma once

#include <span>
#include <vector>

#include "engine/backends/vulkan/vk/device.h"

namespace eddy::vk {

/// A pool and a fence. One thread at a time; all its work has ended whenever run() returns.
class Commands {
 public:
  explicit Commands(std::shared_ptr<Device> device) : device_(std::move(device)) {}
  ~Commands();
  Result<void> create();

  Device& device() const { return *device_; }
  const std::shared_ptr<Device>& shared_device() const { return device_; }
  Result<VkCommandBuffer> begin(bool once);
  Result<void> end(VkCommandBuffer commands);
  void release(std::span<const VkCommandBuffer> commands);
  /// Runs them one after the other and waits, see Device::wait().
  Result<void> run(std::span<const VkCommandBuffer> commands, std::chrono::microseconds expected = {});
  /// Starts them; wait() must follow before anything else is run.
  Result<void> start(std::span<const VkCommandBuffer> commands) { return device_->submit(commands, fence_); }
  Result<void> wait() { return device_->wait(fence_); }

 private:
  std::shared_ptr<Device> device_;
  VkCommandPool pool_ = VK_NULL_HANDLE;
  VkFence fence_ = VK_NULL_HANDLE;
};

/// Everything before comes before everything after, for shaders and copies.
void barrier(const DeviceFunctions& f, VkCommandBuffer commands);
/// Every shader before comes before every shader after.
void barrier_between_shaders(const DeviceFunctions& f, VkCommandBuffer commands);
/// What shaders and copies wrote is there for the host.
void barrier_to_host(const DeviceFunctions& f, VkCommandBuffer commands);
void copy(const DeviceFunctions& f, VkCommandBuffer commands, const Buffer& from, VkDeviceSize from_offset,
          const Buffer& to, VkDeviceSize to_offset, VkDeviceSize bytes);

}  // namespace eddy::vk
