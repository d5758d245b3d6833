#include "app/models/starter_location.h"

#include <cstdlib>

namespace eddy {
namespace fs = std::filesystem;

std::vector<fs::path> starterPlaces(const fs::path& programFolder) {
  if (const char* chosen = std::getenv("EDDY_STARTER"); chosen != nullptr && *chosen != '\0') return {fs::path(chosen)};
  return {(programFolder / ".." / "share" / "eddy" / "starter").lexically_normal(), fs::path(EDDY_SOURCE_STARTER)};
}

fs::path starterLocation(const fs::path& programFolder) {
  for (const auto& place : starterPlaces(programFolder)) {
    std::error_code ignored;
    if (fs::exists(place, ignored)) return place;
  }
  return {};
}

}  // namespace eddy
