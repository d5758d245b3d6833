// The one function that libeddy-vulkan.so shows.
#include "engine/backends/backend_module.h"
#include "engine/backends/vulkan/vulkan_backend.h"

extern "C" __attribute__((visibility("default"))) const eddy::BackendModule* eddy_backend_module() {
  static const eddy::BackendModule module{eddy::backend_abi(), &eddy::vulkan_backend(), &eddy::vulkan_devices,
                                         &eddy::vulkan_is_automatic};
  return &module;
}
