// The Vulkan functions that we call, found at run time: Eddy starts and works where there is no Vulkan at all.
#pragma once

#define VK_NO_PROTOTYPES
#include <vulkan/vulkan_core.h>

#include "engine/api/result.h"

#define EDDY_VK_GLOBAL_FUNCTIONS(F) \
  F(vkCreateInstance)               \
  F(vkEnumerateInstanceLayerProperties) \
  F(vkEnumerateInstanceVersion)

#define EDDY_VK_INSTANCE_FUNCTIONS(F)       \
  F(vkCreateDevice)                         \
  F(vkEnumerateDeviceExtensionProperties)   \
  F(vkEnumeratePhysicalDevices)             \
  F(vkGetDeviceProcAddr)                    \
  F(vkGetPhysicalDeviceFeatures2)           \
  F(vkGetPhysicalDeviceMemoryProperties2)   \
  F(vkGetPhysicalDeviceProperties2)         \
  F(vkGetPhysicalDeviceQueueFamilyProperties)

#define EDDY_VK_DEVICE_FUNCTIONS(F) \
  F(vkAllocateCommandBuffers)       \
  F(vkAllocateMemory)               \
  F(vkBeginCommandBuffer)           \
  F(vkBindBufferMemory)             \
  F(vkCmdBindPipeline)              \
  F(vkCmdCopyBuffer)                \
  F(vkCmdDispatch)                  \
  F(vkCmdFillBuffer)                \
  F(vkCmdPipelineBarrier)           \
  F(vkCmdPushConstants)             \
  F(vkCmdResetQueryPool)            \
  F(vkCmdWriteTimestamp)            \
  F(vkCreateBuffer)                 \
  F(vkCreateCommandPool)            \
  F(vkCreateComputePipelines)       \
  F(vkCreateFence)                  \
  F(vkCreatePipelineCache)          \
  F(vkCreatePipelineLayout)         \
  F(vkCreateQueryPool)              \
  F(vkCreateShaderModule)           \
  F(vkDestroyBuffer)                \
  F(vkDestroyCommandPool)           \
  F(vkDestroyDevice)                \
  F(vkDestroyFence)                 \
  F(vkDestroyPipeline)              \
  F(vkDestroyPipelineCache)         \
  F(vkDestroyPipelineLayout)        \
  F(vkDestroyQueryPool)             \
  F(vkDestroyShaderModule)          \
  F(vkEndCommandBuffer)             \
  F(vkFreeCommandBuffers)           \
  F(vkFreeMemory)                   \
  F(vkGetBufferDeviceAddress)       \
  F(vkGetBufferMemoryRequirements)  \
  F(vkGetDeviceQueue)               \
  F(vkGetFenceStatus)               \
  F(vkGetPipelineCacheData)         \
  F(vkGetQueryPoolResults)          \
  F(vkMapMemory)                    \
  F(vkQueueSubmit)                  \
  F(vkResetFences)                  \
  F(vkWaitForFences)

namespace eddy::vk {

/// Of the one instance that the process has.
struct InstanceFunctions {
  PFN_vkGetInstanceProcAddr vkGetInstanceProcAddr = nullptr;
#define EDDY_VK_MEMBER(name) PFN_##name name = nullptr;
  EDDY_VK_GLOBAL_FUNCTIONS(EDDY_VK_MEMBER)
  EDDY_VK_INSTANCE_FUNCTIONS(EDDY_VK_MEMBER)
};

/// Of one device: calls reach its driver without a detour through the loader.
struct DeviceFunctions {
  EDDY_VK_DEVICE_FUNCTIONS(EDDY_VK_MEMBER)
#undef EDDY_VK_MEMBER
};

/// The system's loader. DeviceLost: there is none.
Result<InstanceFunctions> load_global_functions();
void load_instance_functions(VkInstance instance, InstanceFunctions& to);
DeviceFunctions load_device_functions(const InstanceFunctions& from, VkDevice device);

/// Memory that does not suffice is OutOfMemory, everything else DeviceLost; `what` was being done.
Error vk_error(VkResult code, const std::string& what);
/// Success, or the error of a call.
Result<void> vk_check(VkResult code, const std::string& what);

}  // namespace eddy::vk
