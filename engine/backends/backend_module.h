// Backends that are loaded at run time: shared libraries beside the program, each with one function to find it by.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/device_info.h"
#include "engine/backends/backend.h"

namespace eddy {

/// What a module hands out. Everything it points to lives as long as the module, which is never unloaded.
struct BackendModule {
  std::uint64_t abi = 0;
  const Backend* backend = nullptr;
  std::vector<DeviceInfo> (*devices)() = nullptr;
  /// Whether "auto" is to take this backend; null: whenever a device is usable.
  bool (*is_automatic)() = nullptr;
};

/// The sizes of what crosses the border. A module from another build of Eddy would misread them: it is refused.
constexpr std::uint64_t backend_abi() {
  std::uint64_t abi = 4;  // raised when a meaning changes but no size
  for (const std::uint64_t size : {sizeof(Plan), sizeof(PlannedOp), sizeof(PlannedValue), sizeof(OpKind), sizeof(Shape),
                                   sizeof(WeightSource), sizeof(StateLayout), sizeof(StateSlot), sizeof(LoadOptions),
                                   sizeof(DeviceInfo), sizeof(Error), sizeof(TokenRowsCopy), sizeof(TokenDraw)}) {
    abi = abi * 1000003 + size;
  }
  return abi;
}

inline constexpr const char* kBackendModuleEntry = "eddy_backend_module";

/// "cuda": libeddy-cuda.so beside the program or in ../lib/eddy, or in the folder named by EDDY_MODULES. Loaded once;
/// DeviceLost says why there is none.
Result<const BackendModule*> backend_module(std::string_view name);

/// The module in a file. DeviceLost: no library, no entry, or of another build.
Result<const BackendModule*> open_backend_module(std::string_view name, const std::string& path);

}  // namespace eddy
