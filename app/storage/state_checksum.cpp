#include "app/storage/state_checksum.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "app/storage/files.h"

namespace eddy {

std::uint64_t state_checksum(std::span<const std::byte> bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

bool has_state_checksum(std::span<const std::byte> bytes, std::uint64_t expected) {
  return state_checksum(bytes) == expected || checksum(bytes) == expected;
}

}  // namespace eddy
