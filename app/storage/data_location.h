// Where the user's data lives, how it moves, and who may write there. One thread at a time.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/api/result.h"

namespace eddy {

enum class LocationSource { Argument, Environment, Setting, Default };

struct DataLocation {
  std::filesystem::path folder;  ///< absolute
  LocationSource source = LocationSource::Default;
};

/// The value of --data-dir, else EDDY_DATA_DIR, else the folder the user chose (set_data_location), else the system's place
/// for an application named "eddy". Creates nothing. Errors: InvalidArgument (empty --data-dir), FileNotFound (no home),
/// FileUnreadable (the setting cannot be read).
Result<DataLocation> find_data_location(const std::optional<std::string>& argument = std::nullopt);

/// What QStandardPaths calls AppLocalDataLocation and AppConfigLocation for an application "eddy" without organisation; in a
/// portable copy (program_folder.h) its folders "data" and "config".
Result<std::filesystem::path> default_data_folder();
Result<std::filesystem::path> default_config_folder();

/// Makes the folder (and its parents) where it is missing. FileUnreadable names the part that could not be made.
Result<void> create_data_folder(const std::filesystem::path& folder);

/// Remembers the folder for the next start, in a small file in the config folder. An empty path means the default again.
Result<void> set_data_location(const std::filesystem::path& folder);

/// Copies everything of Eddy's into `to` (which must hold no Eddy data), remembers it, then deletes it in `from`. Databases must
/// be closed; the caller holds the lock of `from`. After an error everything is still in `from` and in use there.
Result<void> move_data_folder(const std::filesystem::path& from, const std::filesystem::path& to);

/// Held by the one program that may write in a data folder; the system lets go of it when that program ends, however it ends.
/// Reading (OpenMode::ReadOnly) needs no lock.
class FolderLock {
 public:
  /// Creates the folder when missing. FileLocked when another program holds it.
  static Result<FolderLock> acquire(const std::filesystem::path& folder);
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&& other) noexcept;
  ~FolderLock();

 private:
  explicit FolderLock(std::intptr_t handle) : handle_(handle) {}
  std::intptr_t handle_;
};

}  // namespace eddy
