// log(1 + e^x): step sizes of state space models.
#pragma once

#include <algorithm>
#include <cmath>

namespace eddy {

/// As max(x, 0) + log1p(e^-|x|): nothing overflows.
inline float softplus(float x) {
  return std::max(x, 0.0f) + std::log1p(std::exp(-std::abs(x)));
}

}  // namespace eddy
