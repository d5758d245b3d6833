// A device that is in use: its queue, its memory, its pipelines.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <span>

#include "engine/backends/vulkan/vk/memory.h"
#include "engine/backends/vulkan/vk/pipelines.h"

namespace eddy::vk {

/// Thread-safe. Models share it; it stays open for the next one.
class Device {
 public:
  /// The one for a physical device; a lost one is opened anew.
  static Result<std::shared_ptr<Device>> open(const Instance& instance, const PhysicalDevice& physical);
  ~Device();
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;

  const Instance& instance() const { return instance_; }
  const PhysicalDevice& physical() const { return physical_; }
  VkDevice handle() const { return device_; }
  const DeviceFunctions& f() const { return f_; }
  Memory& memory() { return *memory_; }
  Pipelines& pipelines() { return *pipelines_; }

  /// Runs command buffers one after the other, as a submission each, and marks their end with `fence`.
  Result<void> submit(std::span<const VkCommandBuffer> commands, VkFence fence);
  /// Sleeps until it is signalled, and resets it. Where it is known that this takes about `expected`, the last part of
  /// that is spent awake: drivers take 50 us and more to wake up who sleeps.
  Result<void> wait(VkFence fence, std::chrono::microseconds expected = {});

 private:
  Device(const Instance& instance, const PhysicalDevice& physical) : instance_(instance), physical_(physical) {}
  Result<void> create();
  void stay_awake(VkFence fence, std::chrono::microseconds expected) const;
  Error failed(VkResult code, const std::string& what);

  const Instance& instance_;
  const PhysicalDevice& physical_;
  VkDevice device_ = VK_NULL_HANDLE;
  DeviceFunctions f_;
  VkQueue queue_ = VK_NULL_HANDLE;
  std::mutex queue_mutex_;
  std::atomic<bool> lost_ = false;
  std::unique_ptr<Memory> memory_;
  std::unique_ptr<Pipelines> pipelines_;
};

}  // namespace eddy::vk
