// The passphrase of an encrypted data folder: from a file, or asked for in the terminal.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/storage/data_key.h"
#include "engine/api/result.h"

namespace eddy::cli {

/// The folder's key, null when it is not encrypted. `file`: its first line is the passphrase; without one the terminal is asked, without echo.
/// InvalidArgument when there is neither, or the passphrase is wrong; FileLocked when a change of encryption is half done.
Result<KeyPointer> key_of(const std::filesystem::path& folder, const std::optional<std::string>& file);

}  // namespace eddy::cli
