#include "app/models/starter_location.h"

#include <cstdlib>

#include "eddy_product.h"

namespace eddy {
namespace fs = std::filesystem;

std::vector<fs::path> starterPlaces(const fs::path& programFolder) {
  if (const char* chosen = std::getenv("EDDY_STARTER"); chosen != nullptr && *chosen != '\0') return {fs::path(chosen)};
  std::vector<fs::path> places{(programFolder / ".." / "share" / "eddy" / "starter").lexically_normal()};
#if defined(__APPLE__)
  places.push_back((programFolder / ".." / "Resources" / "starter").lexically_normal());
#endif
  // Empty in packages: they look at nothing outside what was installed.
  if (const fs::path source = EDDY_SOURCE_STARTER; !source.empty()) places.push_back(source);
  return places;
}

fs::path starterLocation(const fs::path& programFolder) {
  for (const auto& place : starterPlaces(programFolder)) {
    std::error_code ignored;
    if (fs::exists(place, ignored)) return place;
  }
  return {};
}

}  // namespace eddy
