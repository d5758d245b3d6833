// Sizes of memory as people read them.
#pragma once

#include <cstdint>
#include <string>

namespace eddy {

/// "1.2 GB", "340 MB" (rounded up)
inline std::string byte_text(std::int64_t bytes) {
  if (bytes < 1'000'000'000) return std::to_string((bytes + 999'999) / 1'000'000) + " MB";
  return std::to_string(bytes / 1'000'000'000) + "." + std::to_string(bytes / 100'000'000 % 10) + " GB";
}

}  // namespace eddy
