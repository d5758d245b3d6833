// The Vulkan kernels, by op.
#pragma once

#include <string_view>

#include "engine/backends/vulkan/vulkan_call.h"

namespace eddy {

/// How the device runs an op. Ops are told apart by name: a run-time module has no share in the program's constants.
struct VulkanKernel {
  std::string_view op;
  void (*record)(const VulkanCall& call) = nullptr;
  bool (*supports)(const VulkanCall& call) = nullptr;  ///< null: every shape
  /// Bytes of scratch memory that it needs; null: none.
  std::int64_t (*scratch)(const VulkanCall& call) = nullptr;
  /// Records what fills its scratch memory, together with that of the other ops of its stage. False: nothing to do.
  bool (*prepare)(const VulkanCall& call) = nullptr;
};

/// Null where there is none.
const VulkanKernel* vulkan_kernel(std::string_view op);
bool vulkan_has(std::string_view op);
std::span<const VulkanKernel> vulkan_kernels();

}  // namespace eddy
