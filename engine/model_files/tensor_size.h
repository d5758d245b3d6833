// Sizes from files, multiplied without overflow.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>

namespace eddy {

/// factor * product of `sizes` (none negative), or nothing when it does not fit 63 bits. A zero anywhere gives zero
/// only if the other factors fit, so that absurd shapes are refused even when empty.
inline std::optional<std::int64_t> checked_product(std::span<const std::int64_t> sizes, std::int64_t factor = 1) {
  std::int64_t nonzero = factor;
  bool empty = factor == 0;
  for (const std::int64_t size : sizes) {
    if (size < 0) return std::nullopt;
    if (size == 0) {
      empty = true;
      continue;
    }
    if (nonzero > std::numeric_limits<std::int64_t>::max() / size) return std::nullopt;
    nonzero *= size;
  }
  return empty ? 0 : nonzero;
}

}  // namespace eddy
