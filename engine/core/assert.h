// Checks for our own mistakes. What a file, a device or a user can get wrong is a Result, never an assert.
#pragma once

namespace eddy {

/// Prints the broken promise and aborts.
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);

}  // namespace eddy

/// On in every build: a wrong answer is worse than a stop. Not for the innermost loops of kernels.
#define EDDY_ASSERT(condition) \
  ((condition) ? static_cast<void>(0) : ::eddy::assertion_failed(#condition, __FILE__, __LINE__))
