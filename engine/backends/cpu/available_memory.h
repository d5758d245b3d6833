// Will it fit?
#pragma once

#include <cstdint>

#include "engine/api/result.h"

namespace eddy {

/// Bytes that new allocations can take without swapping and within the limits of this process and its group; 0 where the
/// system does not say.
std::int64_t available_memory();

/// OutOfMemory when `needed` bytes for weights exceed `available`: rather refuse than make the computer swap. 0
/// available means unknown and is let pass.
Result<void> check_memory(std::int64_t needed, std::int64_t available);

}  // namespace eddy
