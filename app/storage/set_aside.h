// What happens to a database that cannot be used and can be done without: it is put aside, never deleted.
#pragma once

#include <filesystem>

#include "app/storage/sqlite.h"
#include "engine/api/result.h"

namespace eddy {

/// The file and its log under the first free name "states.db.damaged-N".
Result<std::filesystem::path> move_aside(const std::filesystem::path& file);

/// Errors that a fresh file cures. A locked or unwritable one is not the file's fault.
bool cured_by_new_file(ErrorCode code);

}  // namespace eddy
