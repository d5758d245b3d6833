// What guards the files of saved states against damage.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace eddy {

/// XXH3 (64 bits): states have megabytes, and by checksum(), one word after the other, they took a quarter of loading.
std::uint64_t state_checksum(std::span<const std::byte> bytes);

/// Whether `expected` is the state_checksum() of the bytes, or their checksum(), which earlier versions entered.
bool has_state_checksum(std::span<const std::byte> bytes, std::uint64_t expected);

}  // namespace eddy
