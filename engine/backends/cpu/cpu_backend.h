// The backend that is always there.
#pragma once

#include "engine/backends/backend.h"

namespace eddy {

const Backend& cpu_backend();

}  // namespace eddy
