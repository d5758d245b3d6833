// The clock that turns and readings are timed by. Any thread.
#pragma once

#include <chrono>

namespace eddy {

using Clock = std::chrono::steady_clock;

inline double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

}  // namespace eddy
