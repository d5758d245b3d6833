// The GGUF container, versions 2 and 3, little-endian.
#pragma once

#include <span>
#include <string>

#include "engine/model_files/parsed_file.h"

namespace eddy {

/// Parses one whole file. Integers of every width arrive as int64 (beyond 63 bits as double), arrays of them and of
/// bool as vectors of int64. `file_name` is used in messages.
Result<ParsedFile> parse_gguf(std::span<const std::byte> file, const std::string& file_name);

}  // namespace eddy
