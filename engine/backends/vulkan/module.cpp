// What libeddy-vulkan.so shows: the way in, and for tests how much of a device it took.
#include "engine/backends/backend_module.h"
#include "engine/backends/vulkan/vk/memory.h"
#include "engine/backends/vulkan/vulkan_backend.h"

extern "C" __attribute__((visibility("default"))) const eddy::BackendModule* eddy_backend_module() {
  static const eddy::BackendModule module{eddy::backend_abi(), &eddy::vulkan_backend(), &eddy::vulkan_devices,
                                         &eddy::vulkan_is_automatic};
  return &module;
}

extern "C" __attribute__((visibility("default"))) std::int64_t eddy_vulkan_peak_bytes() {
  return eddy::vk::peak_device_bytes();
}
