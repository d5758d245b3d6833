// File operations that survive a power cut, and what went wrong with them in words. Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <system_error>
#include <vector>

#include "engine/api/result.h"
#include "engine/api/shared_bytes.h"

namespace eddy {

/// "[storage] cannot <doing> <path>: <why>" with the fitting code and remedy.
Error file_error(std::string_view doing, const std::filesystem::path& path, std::error_code why);

/// Write beside it, sync, rename over it, sync the folder: afterwards the file holds all of `bytes`, or what it held before.
Result<void> write_file_durably(const std::filesystem::path& file, std::span<const std::byte> bytes);
/// The same for bytes in parts, one after the other.
Result<void> write_parts_durably(const std::filesystem::path& file, std::span<const std::span<const std::byte>> parts);

/// A whole file, megabytes too.
Result<SharedBytes> read_shared(const std::filesystem::path& file);
Result<std::vector<std::byte>> read_file(const std::filesystem::path& file);

/// Copies and syncs; for files too large to hold in memory.
Result<void> copy_file_durably(const std::filesystem::path& from, const std::filesystem::path& to);

/// What has been written to a file by others reaches the disk.
Result<void> sync_file(const std::filesystem::path& file);

/// Writes zeros over a file, syncs and deletes it. An SSD or a file system that copies may keep what was there all the same.
Result<void> overwrite_and_remove(const std::filesystem::path& file);

/// Makes renames in a folder last. Best effort: not every file system can.
void sync_folder(const std::filesystem::path& folder);

/// Changes with any changed 8-byte word and any change of length; guards against damage, not against intent.
std::uint64_t checksum(std::span<const std::byte> bytes);

}  // namespace eddy
