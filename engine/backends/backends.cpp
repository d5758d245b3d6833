#include <array>
#include <string>

#include "engine/backends/backend.h"
#include "engine/backends/cpu/cpu_backend.h"

namespace eddy {

std::span<const Backend* const> all_backends() {
  static const std::array<const Backend*, 1> backends{&cpu_backend()};
  return backends;
}

Result<const Backend*> find_backend(std::string_view name) {
  if (name == "auto") return all_backends().front();
  std::string known = "auto";
  for (const Backend* backend : all_backends()) {
    if (backend->name() == name) return backend;
    known += ", " + std::string(backend->name());
  }
  return Error{ErrorCode::InvalidArgument,
               "[backend] '" + std::string(name) + "' is not in this build; choose one of: " + known};
}

}  // namespace eddy
