// IQ4_NL: 32 weights, one scale, sixteen levels spaced for bell-shaped weights. y = d * level[q], nibbles as in Q4_0.
// IQ4_XS: 256 weights in 8 sub-blocks of 32 with a 6-bit scale each. y = d * (scale - 32) * level[q]; the low nibble of
// scale i lies in scales_l[i / 2], its top two bits in bits 2i..2i+1 of scales_h.
#pragma once

#include <cstdint>

#include "engine/quant/half.h"
#include "engine/quant/level_table.h"
#include "engine/quant/scale_search.h"

namespace eddy {

inline constexpr float kIq4Levels[16] = {-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113};

struct BlockIQ4_NL {
  static constexpr int kWeights = 32;
  Half d;
  std::uint8_t qs[16];
};
static_assert(sizeof(BlockIQ4_NL) == 18);

struct BlockIQ4_XS {
  static constexpr int kWeights = 256;
  Half d;
  std::uint16_t scales_h;
  std::uint8_t scales_l[4];
  std::uint8_t qs[128];
};
static_assert(sizeof(BlockIQ4_XS) == 136);

namespace iq4 {

/// Scale of sub-block `sub`, 0 to 63.
inline int scale(const BlockIQ4_XS& b, int sub) {
  return ((b.scales_l[sub / 2] >> 4 * (sub % 2)) & 15) | ((b.scales_h >> 2 * sub) & 3) << 4;
}

inline void dequantise_32(const std::uint8_t* qs, float scale, float* y) {
  for (int j = 0; j < 16; ++j) {
    y[j] = scale * kIq4Levels[qs[j] & 15];
    y[j + 16] = scale * kIq4Levels[qs[j] >> 4];
  }
}

inline void quantise_32(const float* x, float scale, std::uint8_t* qs) {
  const float inverse = scale != 0 ? 1.0f / scale : 0.0f;
  for (int j = 0; j < 16; ++j) {
    const int low = nearest_entry(kIq4Levels, x[j] * inverse);
    const int high = nearest_entry(kIq4Levels, x[j + 16] * inverse);
    qs[j] = std::uint8_t(low | high << 4);
  }
}

}  // namespace iq4

inline void dequantise_block(const BlockIQ4_NL& b, float* y) {
  iq4::dequantise_32(b.qs, half_to_float(b.d), y);
}

inline void quantise_block(const float* x, BlockIQ4_NL& b) {
  b.d = float_to_half(fit_table(x, 32, kIq4Levels, -127));
  iq4::quantise_32(x, half_to_float(b.d), b.qs);
}

inline void dequantise_block(const BlockIQ4_XS& b, float* y) {
  const float d = half_to_float(b.d);
  for (int sub = 0; sub < 8; ++sub) {
    iq4::dequantise_32(b.qs + 16 * sub, d * float(iq4::scale(b, sub) - 32), y + 32 * sub);
  }
}

inline void quantise_block(const float* x, BlockIQ4_XS& b) {
  float fits[8];
  float largest = 0;
  for (int sub = 0; sub < 8; ++sub) {
    fits[sub] = fit_table(x + 32 * sub, 32, kIq4Levels, -127);
    if (std::fabs(fits[sub]) > std::fabs(largest)) largest = fits[sub];
  }
  b = {};
  b.d = float_to_half(largest / -32);
  const float d = half_to_float(b.d);
  for (int sub = 0; sub < 8; ++sub) {
    const int scale = d != 0 ? nearest_level(fits[sub] / d, -32, 31) : 0;
    b.scales_l[sub / 2] = std::uint8_t(b.scales_l[sub / 2] | ((scale + 32) & 15) << 4 * (sub % 2));
    b.scales_h = std::uint16_t(b.scales_h | ((scale + 32) >> 4) << 2 * sub);
    iq4::quantise_32(x + 32 * sub, d * float(scale), b.qs + 16 * sub);
  }
}

}  // namespace eddy
