// The most memory this process has held so far.
#pragma once

#include <cstdint>

namespace eddy::cli {

/// Resident bytes at their peak, 0 where the system does not say.
std::int64_t peak_memory();

}  // namespace eddy::cli
