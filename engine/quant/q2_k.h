// Q2_K: 256 weights in 16 sub-blocks of 16 with a 4-bit scale (low nibble) and a 4-bit minimum each.
// y = (d * sc) * q - (dmin * m). Two halves of 128 weights use 32 bytes of qs each; in a half, weight 32 j + l (j =
// 0..3) lies in bits 2j..2j+1 of byte l.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

#include "engine/quant/half.h"
#include "engine/quant/scale_search.h"

namespace eddy {

struct BlockQ2_K {
  static constexpr int kWeights = 256;
  std::uint8_t scales[16];
  std::uint8_t qs[64];
  Half d;
  Half dmin;
};
static_assert(sizeof(BlockQ2_K) == 84);

inline void dequantise_block(const BlockQ2_K& b, float* y) {
  const float d = half_to_float(b.d);
  const float dmin = half_to_float(b.dmin);
  for (int i = 0; i < 256; ++i) {
    const int sm = b.scales[i / 16];
    const int q = (b.qs[32 * (i / 128) + i % 32] >> 2 * (i % 128 / 32)) & 3;
    y[i] = d * float(sm & 15) * float(q) - dmin * float(sm >> 4);
  }
}

inline void quantise_block(const float* x, BlockQ2_K& b) {
  AffineFit fits[16];
  float largest_scale = 0, largest_min = 0;
  for (int sub = 0; sub < 16; ++sub) {
    fits[sub] = fit_affine(x + 16 * sub, 16, 3, true);
    largest_scale = std::max(largest_scale, fits[sub].scale);
    largest_min = std::max(largest_min, -fits[sub].offset);
  }
  b = {};
  b.d = float_to_half(largest_scale / 15);
  b.dmin = float_to_half(largest_min / 15);
  const float d = half_to_float(b.d);
  const float dmin = half_to_float(b.dmin);
  for (int sub = 0; sub < 16; ++sub) {
    const int near_scale = d > 0 ? nearest_level(fits[sub].scale / d, 0, 15) : 0;
    const int near_min = dmin > 0 ? nearest_level(-fits[sub].offset / dmin, 0, 15) : 0;
    // With so few levels the best rounded pair often lies beside the nearest one.
    float best_error = std::numeric_limits<float>::infinity();
    float scale = 0, min = 0;
    for (int sc = std::max(near_scale - 2, 0); sc <= std::min(near_scale + 2, 15); ++sc) {
      for (int m = std::max(near_min - 2, 0); m <= std::min(near_min + 2, 15); ++m) {
        const float error = grid_error(x + 16 * sub, 16, 3, d * float(sc), -dmin * float(m));
        if (!(error < best_error)) continue;
        best_error = error;
        b.scales[sub] = std::uint8_t(sc | m << 4);
        scale = d * float(sc);
        min = dmin * float(m);
      }
    }
    const float inverse = scale > 0 ? 1.0f / scale : 0.0f;
    for (int i = 16 * sub; i < 16 * sub + 16; ++i) {
      const int q = nearest_level((x[i] + min) * inverse, 0, 3);
      std::uint8_t& byte = b.qs[32 * (i / 128) + i % 32];
      byte = std::uint8_t(byte | q << 2 * (i % 128 / 32));
    }
  }
}

}  // namespace eddy
