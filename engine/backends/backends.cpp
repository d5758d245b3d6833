#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "engine/backends/backend.h"
#include "engine/backends/backend_module.h"
#include "engine/backends/cpu/cpu_backend.h"

namespace eddy {

std::span<const Backend* const> all_backends() {
  static const std::array<const Backend*, 1> backends{&cpu_backend()};
  return backends;
}

Result<const Backend*> find_backend(std::string_view name) {
  if (name == "auto") return all_backends().front();
  for (const Backend* backend : all_backends()) {
    if (backend->name() == name) return backend;
  }
  if (name == "cuda" || name == "vulkan") {
    const auto module = backend_module(name);
    if (!module) return module.error();
    return (*module)->backend;
  }
  return Error{ErrorCode::InvalidArgument,
               "[backend] '" + std::string(name) + "' is not in this build; choose one of: auto, cpu, cuda, vulkan"};
}

std::vector<DeviceInfo> devices_of_module(std::string_view name) {
  const auto module = backend_module(name);
  if (module) return (*module)->devices();
  return {{.backend = std::string(name),
           .name = name == "cuda" ? "CUDA" : name == "vulkan" ? "Vulkan" : std::string(name),
           .why_not = module.error().detail}};
}

Result<std::vector<const Backend*>> backends_to_try(std::string_view name) {
  std::vector<const Backend*> backends;
  const char* preferred = name == "auto" ? std::getenv("EDDY_BACKEND") : nullptr;
  if (preferred && *preferred) name = preferred;
  if (name == "auto") {
    for (const char* module : {"cuda", "vulkan"}) {
      const auto found = backend_module(module);
      if (!found || ((*found)->is_automatic && !(*found)->is_automatic())) continue;
      const auto devices = (*found)->devices();
      if (std::ranges::any_of(devices, &DeviceInfo::usable)) backends.push_back((*found)->backend);
    }
  }
  const auto chosen = find_backend(name);
  if (!chosen) return chosen.error();
  backends.push_back(*chosen);
  return backends;
}

}  // namespace eddy
