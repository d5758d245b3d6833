// Keeping saved states within the room the user allows. The storage thread only.
#pragma once

#include "app/storage/storage_service.h"

namespace eddy {

/// Thins and drops saved states until they take at most `budget` bytes (0: no limit). What they take afterwards.
Result<std::int64_t> keepWithin(Stores& stores, std::int64_t budget);

}  // namespace eddy
