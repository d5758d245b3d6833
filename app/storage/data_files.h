// Which files in a data folder are Eddy's.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "engine/api/result.h"

namespace eddy {

/// Paths below `folder` of everything of Eddy's, eddy.lock aside: databases with their logs, backups and copies that were put aside,
/// the vault, and the files of states/ and library/.
Result<std::vector<std::filesystem::path>> data_files(const std::filesystem::path& folder);

/// Folders in a data folder whose files are all Eddy's.
inline constexpr std::string_view kDataFolders[] = {"states", "library"};

}  // namespace eddy
