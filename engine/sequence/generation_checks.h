// Are generation parameters usable? They come from users: settings, command lines, saved snapshots.
#pragma once

#include <cstdint>

#include "engine/api/generation.h"
#include "engine/api/result.h"

namespace eddy {

/// InvalidArgument naming the parameter and what it may be. `vocabulary` bounds token ids.
Result<void> check_generation(const GenerationParams& params, std::int64_t vocabulary);

}  // namespace eddy
