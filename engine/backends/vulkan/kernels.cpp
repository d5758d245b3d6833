#include "engine/backends/vulkan/kernels.h"

#include <array>

namespace eddy {

// One file per op or family of ops beside this one.
#define EDDY_VULKAN_KERNEL(name) void vulkan_##name(const VulkanCall& call);
EDDY_VULKAN_KERNEL(add)
EDDY_VULKAN_KERNEL(add_weighted)
EDDY_VULKAN_KERNEL(columns)
EDDY_VULKAN_KERNEL(gate)
EDDY_VULKAN_KERNEL(join_columns)
EDDY_VULKAN_KERNEL(last_tokens)
EDDY_VULKAN_KERNEL(lerp)
EDDY_VULKAN_KERNEL(multiply)
EDDY_VULKAN_KERNEL(multiply_add)
EDDY_VULKAN_KERNEL(repeat_heads)
EDDY_VULKAN_KERNEL(rotate)
EDDY_VULKAN_KERNEL(scale)
EDDY_VULKAN_KERNEL(scale_channels)
EDDY_VULKAN_KERNEL(sigmoid_decay)
EDDY_VULKAN_KERNEL(soft_cap)
EDDY_VULKAN_KERNEL(softplus_decay)
#undef EDDY_VULKAN_KERNEL

namespace {

constexpr VulkanKernel kKernels[] = {
    {"add", &vulkan_add},
    {"add_weighted", &vulkan_add_weighted},
    {"columns", &vulkan_columns},
    {"gate", &vulkan_gate},
    {"join_columns", &vulkan_join_columns},
    {"last_tokens", &vulkan_last_tokens},
    {"lerp", &vulkan_lerp},
    {"multiply", &vulkan_multiply},
    {"multiply_add", &vulkan_multiply_add},
    {"repeat_heads", &vulkan_repeat_heads},
    {"rotate", &vulkan_rotate},
    {"scale", &vulkan_scale},
    {"scale_channels", &vulkan_scale_channels},
    {"sigmoid_decay", &vulkan_sigmoid_decay},
    {"soft_cap", &vulkan_soft_cap},
    {"softplus_decay", &vulkan_softplus_decay},
};

}  // namespace

std::span<const VulkanKernel> vulkan_kernels() {
  return kKernels;
}

const VulkanKernel* vulkan_kernel(std::string_view op) {
  for (const auto& kernel : kKernels) {
    if (kernel.op == op) return &kernel;
  }
  return nullptr;
}

}  // namespace eddy
