// A sequence kept in a file between two runs.
#pragma once

#include <filesystem>

#include "engine/api/sequence.h"

namespace eddy::cli {

/// Errors name the file.
Result<void> restore_from_file(Sequence& sequence, const std::filesystem::path& file);

/// The old file stays whole until the new one is on disk.
Result<void> save_to_file(Sequence& sequence, const std::filesystem::path& file);

/// Can a file be written there at all? Asked before the work, not after.
Result<void> check_writable(const std::filesystem::path& file);

}  // namespace eddy::cli
