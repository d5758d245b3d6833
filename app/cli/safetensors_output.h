// Writes one float32 tensor as a safetensors file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "engine/api/result.h"

namespace eddy::cli {

/// `values` is [rows, columns], row-major. The old file stays whole until the new one is on disk.
Result<void> write_safetensors(const std::filesystem::path& file, const std::string& name, std::int64_t rows,
                               std::int64_t columns, std::span<const float> values);

}  // namespace eddy::cli
