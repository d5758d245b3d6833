#include "engine/backends/vulkan/vk/functions.h"

#include <dlfcn.h>

namespace eddy::vk {
namespace {

const char* name_of(VkResult code) {
  switch (code) {
    case VK_ERROR_OUT_OF_HOST_MEMORY: return "the computer's memory does not suffice";
    case VK_ERROR_OUT_OF_DEVICE_MEMORY: return "the device's memory does not suffice";
    case VK_ERROR_TOO_MANY_OBJECTS: return "the driver has no room for more allocations";
    case VK_ERROR_DEVICE_LOST: return "the device was lost";
    case VK_ERROR_INITIALIZATION_FAILED: return "the driver could not be started";
    case VK_ERROR_INCOMPATIBLE_DRIVER: return "there is no Vulkan driver";
    case VK_ERROR_MEMORY_MAP_FAILED: return "memory could not be mapped";
    case VK_ERROR_EXTENSION_NOT_PRESENT: return "the driver lacks an extension";
    case VK_ERROR_FEATURE_NOT_PRESENT: return "the driver lacks a feature";
    case VK_TIMEOUT: return "the device did not answer in time";
    default: return "unexpected answer of the driver";
  }
}

bool is_memory(VkResult code) {
  return code == VK_ERROR_OUT_OF_HOST_MEMORY || code == VK_ERROR_OUT_OF_DEVICE_MEMORY ||
         code == VK_ERROR_TOO_MANY_OBJECTS;
}

}  // namespace

Error vk_error(VkResult code, const std::string& what) {
  const bool memory = is_memory(code);
  return {memory ? ErrorCode::OutOfMemory : ErrorCode::DeviceLost,
          "[vulkan] " + what + ": " + name_of(code) +
              (memory ? "; close other programs that use the GPU, or choose a smaller model or the cpu"
                      : "; choose the cpu, or start Eddy again"),
          "VkResult " + std::to_string(code)};
}

Result<void> vk_check(VkResult code, const std::string& what) {
  if (code == VK_SUCCESS) return {};
  return vk_error(code, what);
}

Result<InstanceFunctions> load_global_functions() {
  void* library = dlopen("libvulkan.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    return Error{ErrorCode::DeviceLost, "[vulkan] this system has no Vulkan loader (libvulkan.so.1)"};
  }
  InstanceFunctions found;
  found.vkGetInstanceProcAddr =
      reinterpret_cast<PFN_vkGetInstanceProcAddr>(dlsym(library, "vkGetInstanceProcAddr"));
  bool complete = found.vkGetInstanceProcAddr != nullptr;
#define EDDY_VK_FIND(name)                                                                          \
  if (complete) {                                                                                   \
    found.name = reinterpret_cast<PFN_##name>(found.vkGetInstanceProcAddr(nullptr, #name));         \
    complete = found.name != nullptr;                                                               \
  }
  EDDY_VK_GLOBAL_FUNCTIONS(EDDY_VK_FIND)
#undef EDDY_VK_FIND
  if (complete) return found;
  return Error{ErrorCode::DeviceLost, "[vulkan] the Vulkan loader is older than 1.1; update it"};
}

void load_instance_functions(VkInstance instance, InstanceFunctions& to) {
#define EDDY_VK_FIND(name) to.name = reinterpret_cast<PFN_##name>(to.vkGetInstanceProcAddr(instance, #name));
  EDDY_VK_INSTANCE_FUNCTIONS(EDDY_VK_FIND)
#undef EDDY_VK_FIND
}

DeviceFunctions load_device_functions(const InstanceFunctions& from, VkDevice device) {
  DeviceFunctions found;
#define EDDY_VK_FIND(name) found.name = reinterpret_cast<PFN_##name>(from.vkGetDeviceProcAddr(device, #name));
  EDDY_VK_DEVICE_FUNCTIONS(EDDY_VK_FIND)
#undef EDDY_VK_FIND
  return found;
}

}  // namespace eddy::vk
