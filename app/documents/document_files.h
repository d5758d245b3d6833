// Which files are meant when files and folders are dropped, and which content a file has. Free of Qt.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

#include "app/documents/readers/reading_error.h"

namespace eddy {

struct DroppedFiles {
  std::vector<std::filesystem::path> files;
  std::string notice;  ///< what was left out of a folder and why; empty when nothing was
};

/// Files as given; folders give theirs in the order of their names, deepest last. Hidden files are left out, links are
/// followed to files but not to folders, so no loop is walked. At most `most` files. A folder that gives none is named.
DroppedFiles expand_dropped(std::span<const std::filesystem::path> dropped, std::size_t most = 2000, const std::stop_token& stop = {});

struct FileContent {
  std::string hash;        ///< 32 hexadecimal digits over all bytes
  std::int64_t bytes = 0;
};

/// Reads the whole file in parts. NotFound, Unreadable, Unsupported (not a file), Cancelled.
std::variant<FileContent, DocumentError> hash_file(const std::filesystem::path& file, std::stop_token stop = {});

}  // namespace eddy
