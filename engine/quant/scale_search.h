// How encoders choose scales: try a handful of grids, fit each by least squares, keep the one with the smallest squared error.
#pragma once

#include <cstdint>

namespace eddy {

/// Nearest integer to `v`, held within [lo, hi].
int nearest_level(float v, int lo, int hi);

/// A grid x ~ scale * q with lo <= q <= hi. The scale may be negative: the longer side of the range then serves the larger values.
float fit_symmetric(const float* x, int n, int lo, int hi);

struct AffineFit {
  float scale = 0;   ///< never negative
  float offset = 0;  ///< x ~ scale * q + offset
};

/// A grid x ~ scale * q + offset with 0 <= q <= levels. With `offset_not_positive` the offset is at most 0 (K formats store
/// its magnitude only).
AffineFit fit_affine(const float* x, int n, int levels, bool offset_not_positive);

/// The factor f that minimises sum (x - f * shape)^2, or 0 when the shape is all zero.
float fit_factor(const float* x, const float* shape, int n);

}  // namespace eddy
