// The process's Vulkan instance and the devices that it sees.
#pragma once

#include <string>
#include <vector>

#include "engine/backends/vulkan/vk/cooperative.h"

namespace eddy::vk {

/// One GPU, or a driver that computes on the processor.
struct PhysicalDevice {
  VkPhysicalDevice handle = VK_NULL_HANDLE;
  std::string uuid, name, driver;
  std::uint32_t api_version = 0, driver_version = 0, vendor = 0;
  VkPhysicalDeviceType type = VK_PHYSICAL_DEVICE_TYPE_OTHER;
  std::int64_t memory_bytes = 0;  ///< of the device's own memory, all programs together
  std::uint32_t subgroup = 0, queue_family = 0;
  bool has_memory_budget = false;
  VkDeviceSize most_bytes = 0;     ///< of one allocation
  std::uint32_t most_invocations = 128;  ///< of a work group
  std::uint32_t most_shared = 0;   ///< bytes of shared memory that a work group can have
  MatrixUnits matrix_units;        ///< kind None where halves are not multiplied
  bool has_shuffles = false;       ///< invocations of a subgroup can read each other's numbers
  bool has_integer_dots = false;   ///< four bytes times four bytes in one instruction
  bool has_timestamps = false;
  double nanoseconds_per_tick = 1;
  std::string why_not;          ///< empty: Eddy can use it

  bool is_software() const { return type == VK_PHYSICAL_DEVICE_TYPE_CPU; }
  bool shares_memory() const { return type != VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU; }
};

/// Made when it is first asked for, and kept.
class Instance {
 public:
  /// DeviceLost: no loader, no driver.
  static Result<const Instance*> get();

  const InstanceFunctions& functions() const { return functions_; }
  /// Those with memory of their own first, then those that share the computer's, software last.
  const std::vector<PhysicalDevice>& devices() const { return devices_; }
  /// Whether the validation layer watches (EDDY_VULKAN_VALIDATE=1): it ends the program at its first message.
  bool validates() const { return validates_; }
  /// Bytes of the device's memory that this process may still take.
  std::int64_t free_bytes(const PhysicalDevice& device) const;

 private:
  Result<void> create();
  Result<void> find_devices();
  PhysicalDevice describe(VkPhysicalDevice handle) const;

  InstanceFunctions functions_;
  VkInstance instance_ = VK_NULL_HANDLE;
  bool validates_ = false;
  std::vector<PhysicalDevice> devices_;
};

/// Whether an environment variable is set to anything but nothing and 0.
bool is_set(const char* variable);

}  // namespace eddy::vk
