// Where the running program lies, and whether it is a portable copy.
#pragma once

#include <filesystem>
#include <optional>

namespace eddy {

/// The folder of the running program's file; empty when the system does not say.
std::filesystem::path program_folder();

/// A copy that keeps everything in its own folder: that folder, when a file named "eddy.portable" lies beside the program or, where the
/// program is in a folder "bin", above it. `program` is the program's folder.
std::optional<std::filesystem::path> portable_folder(const std::filesystem::path& program);
/// Of the running program.
std::optional<std::filesystem::path> portable_folder();

}  // namespace eddy
