#include "engine/backends/backend_module.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <optional>

#if defined(__linux__)
#include <dlfcn.h>
#endif

namespace eddy {
namespace {

/// `detail` is the reason alone, for the list of devices.
Error missing(std::string_view name, const std::string& why) {
  const std::string shown = name == "cuda" ? "CUDA" : name == "vulkan" ? "Vulkan" : std::string(name);
  return {ErrorCode::DeviceLost,
          "[" + std::string(name) + "] " + shown + " cannot be used: " + why + "; choose the cpu", why};
}

#if defined(__linux__)
namespace fs = std::filesystem;

std::vector<fs::path> module_folders() {
  std::vector<fs::path> folders;
  if (const char* chosen = std::getenv("EDDY_MODULES"); chosen && *chosen) folders.emplace_back(chosen);
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  folders.insert(folders.end(), {program, program / ".." / "lib" / "eddy", EDDY_MODULE_FOLDER});
  return folders;
}

/// The library that every driver, or the drivers' loader, brings: without it our module need not be loaded at all.
bool has_driver(std::string_view name) {
  void* driver = dlopen(name == "cuda" ? "libcuda.so.1" : "libvulkan.so.1", RTLD_LAZY | RTLD_LOCAL);
  if (driver) dlclose(driver);
  return driver != nullptr;
}

Result<const BackendModule*> find_module(std::string_view name) {
  const std::string file = "libeddy-" + std::string(name) + ".so";
  for (const auto& folder : module_folders()) {
    std::error_code ignored;
    if (folder.empty() || !fs::exists(folder / file, ignored)) continue;
    if (!has_driver(name)) {
      return missing(name, name == "cuda" ? "there is no NVIDIA driver on this computer"
                                          : "this computer has no Vulkan loader (libvulkan.so.1)");
    }
    return open_backend_module(name, (folder / file).string());
  }
  return missing(name, "this installation of Eddy has no " + file + ", the module for this backend");
}
#else
Result<const BackendModule*> find_module(std::string_view name) {
  return missing(name, "this system's build of Eddy has no such backend");
}
#endif

}  // namespace

#if defined(__linux__)
Result<const BackendModule*> open_backend_module(std::string_view name, const std::string& path) {
  void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    const char* why = dlerror();
    return missing(name, path + " cannot be loaded: " + (why ? why : "unknown reason"));
  }
  using Entry = const BackendModule* (*)();
  const auto entry = reinterpret_cast<Entry>(dlsym(library, kBackendModuleEntry));
  const BackendModule* module = entry ? entry() : nullptr;
  if (!module || module->abi != backend_abi()) {
    return missing(name, path + " belongs to another build of Eddy; install both anew");
  }
  return module;
}
#else
Result<const BackendModule*> open_backend_module(std::string_view name, const std::string&) {
  return missing(name, "this system's build of Eddy loads no modules");
}
#endif

Result<const BackendModule*> backend_module(std::string_view name) {
  if (name == "cuda") {
    static const Result<const BackendModule*> cuda = find_module("cuda");
    return cuda;
  }
  if (name == "vulkan") {
    static const Result<const BackendModule*> vulkan = find_module("vulkan");
    return vulkan;
  }
  return missing(name, "there is no such module");
}

}  // namespace eddy
