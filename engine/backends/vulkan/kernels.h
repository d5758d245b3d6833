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
};

/// Null where there is none.
const VulkanKernel* vulkan_kernel(std::string_view op);
std::span<const VulkanKernel> vulkan_kernels();

}  // namespace eddy
