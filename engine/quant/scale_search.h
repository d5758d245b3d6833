// How encoders choose scales: try a handful of grids, fit each by least squares, keep the one with the smallest squared
// error.
#pragma once

#include <bit>
#include <cstdint>

namespace eddy {

/// Nearest integer to `v` (ties to even), held within [lo, hi]; lo for NaN, which 0 / 0 of an all-zero block gives.
/// |lo| and |hi| are below 2^22.
inline int nearest_level(float v, int lo, int hi) {
  if (!(v > float(lo))) v = float(lo);
  if (v > float(hi)) v = float(hi);
  // Adding 1.5 * 2^23 leaves the rounded integer in the low bits: a library call here would dominate the encoders.
  return std::bit_cast<std::int32_t>(v + 12582912.0f) - 0x4b400000;
}

/// Every fit below is over at most 32 weights.
///
/// A grid x ~ scale * q with lo <= q <= hi. The scale may be negative: the longer side of the range then serves the
/// larger values.
float fit_symmetric(const float* x, int n, int lo, int hi);

struct AffineFit {
  float scale = 0;   ///< never negative
  float offset = 0;  ///< x ~ scale * q + offset
};

/// A grid x ~ scale * q + offset with 0 <= q <= levels. With `offset_not_positive` the offset is at most 0 (K formats
/// store its magnitude only).
AffineFit fit_affine(const float* x, int n, int levels, bool offset_not_positive);

/// The squared error of the weights on the grid scale * q + offset, 0 <= q <= levels.
float grid_error(const float* x, int n, int levels, float scale, float offset);

}  // namespace eddy
