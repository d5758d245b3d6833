// Q4_0: 32 weights, one scale. y = d * (q - 8). Q4_1: y = d * q + m.
// Nibbles: byte j holds weight j (low) and weight j + 16 (high).
#pragma once

#include <cstdint>

#include "engine/quant/half.h"
#include "engine/quant/scale_search.h"

namespace eddy {

struct BlockQ4_0 {
  static constexpr int kWeights = 32;
  Half d;
  std::uint8_t qs[16];
};
static_assert(sizeof(BlockQ4_0) == 18);

struct BlockQ4_1 {
  static constexpr int kWeights = 32;
  Half d;
  Half m;
  std::uint8_t qs[16];
};
static_assert(sizeof(BlockQ4_1) == 20);

inline void dequantise_block(const BlockQ4_0& b, float* y) {
  const float d = half_to_float(b.d);
  for (int j = 0; j < 16; ++j) {
    y[j] = d * float((b.qs[j] & 15) - 8);
    y[j + 16] = d * float((b.qs[j] >> 4) - 8);
  }
}

inline void dequantise_block(const BlockQ4_1& b, float* y) {
  const float d = half_to_float(b.d);
  const float m = half_to_float(b.m);
  for (int j = 0; j < 16; ++j) {
    y[j] = d * float(b.qs[j] & 15) + m;
    y[j + 16] = d * float(b.qs[j] >> 4) + m;
  }
}

inline void quantise_block(const float* x, BlockQ4_0& b) {
  b.d = float_to_half(fit_symmetric(x, 32, -8, 7));
  const float d = half_to_float(b.d);
  const float inverse = d != 0 ? 1.0f / d : 0.0f;
  for (int j = 0; j < 16; ++j) {
    const int low = nearest_level(x[j] * inverse, -8, 7) + 8;
    const int high = nearest_level(x[j + 16] * inverse, -8, 7) + 8;
    b.qs[j] = std::uint8_t(low | high << 4);
  }
}

inline void quantise_block(const float* x, BlockQ4_1& b) {
  const AffineFit fit = fit_affine(x, 32, 15, false);
  b.d = float_to_half(fit.scale);
  b.m = float_to_half(fit.offset);
  const float inverse = half_to_float(b.d) != 0 ? 1.0f / half_to_float(b.d) : 0.0f;
  const float m = half_to_float(b.m);
  for (int j = 0; j < 16; ++j) {
    const int low = nearest_level((x[j] - m) * inverse, 0, 15);
    const int high = nearest_level((x[j + 16] - m) * inverse, 0, 15);
    b.qs[j] = std::uint8_t(low | high << 4);
  }
}

}  // namespace eddy
