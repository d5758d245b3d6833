#include "engine/core/assert.h"

#include <cstdio>
#include <cstdlib>

namespace eddy {

void assertion_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "eddy: broken promise: %s (%s:%d)\n", condition, file, line);
  std::fflush(stderr);
  std::abort();
}

}  // namespace eddy
