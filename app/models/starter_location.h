// Where the model that ships with Eddy lies. Free of Qt.
#pragma once

#include <filesystem>
#include <vector>

namespace eddy {

/// $EDDY_STARTER if set, else share/eddy/starter beside the program's folder, else the source tree's. Empty when none
/// of the places exists.
std::filesystem::path starterLocation(const std::filesystem::path& programFolder);

/// The places looked at, for a message.
std::vector<std::filesystem::path> starterPlaces(const std::filesystem::path& programFolder);

}  // namespace eddy
