// The directory of a zip archive whose entries are stored as they are: nothing is inflated or copied.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "engine/api/result.h"

namespace eddy {

struct ZipEntry {
  std::string name;  ///< "archive/data.pkl": UTF-8, relative, without ".." parts
  std::span<const std::byte> bytes;
};

/// Entries in directory order, folders left out; their bytes lie inside `file`, before its directory, and do not
/// overlap. Zip64 is read. FileCorrupt or UnsupportedFormat (compressed or encrypted entries, archives in several
/// parts), tagged [`tag`].
Result<std::vector<ZipEntry>> list_zip(std::span<const std::byte> file, const std::string& tag,
                                       const std::string& file_name);

}  // namespace eddy
