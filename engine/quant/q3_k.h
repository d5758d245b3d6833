// Q3_K: 256 weights in 16 sub-blocks of 16 with a 6-bit scale each. y = d * (scale - 32) * (q - 4).
// The low two bits of q lie as in Q2_K; its third bit for weight 32 k + l (k = 0..7) is bit k of hmask[l].
#pragma once

#include <cmath>
#include <cstdint>

#include "engine/quant/half.h"
#include "engine/quant/scale_search.h"

namespace eddy {

struct BlockQ3_K {
  static constexpr int kWeights = 256;
  std::uint8_t hmask[32];
  std::uint8_t qs[64];
  std::uint8_t scales[12];
  Half d;
};
static_assert(sizeof(BlockQ3_K) == 110);

namespace q3 {

/// Low nibbles of scales 0..7 and 8..15 share bytes 0..7; the top two bits of scale i lie in byte 8 + i % 4.
inline int scale(const BlockQ3_K& b, int i) {
  const int low = i < 8 ? b.scales[i] & 15 : b.scales[i - 8] >> 4;
  return low | ((b.scales[8 + i % 4] >> 2 * (i / 4)) & 3) << 4;
}

inline void set_scale(BlockQ3_K& b, int i, int s) {
  std::uint8_t& low = b.scales[i % 8];
  std::uint8_t& high = b.scales[8 + i % 4];
  low = std::uint8_t(low | (s & 15) << (i < 8 ? 0 : 4));
  high = std::uint8_t(high | (s >> 4) << 2 * (i / 4));
}

}  // namespace q3

inline void dequantise_block(const BlockQ3_K& b, float* y) {
  const float d = half_to_float(b.d);
  for (int i = 0; i < 256; ++i) {
    const int low = (b.qs[32 * (i / 128) + i % 32] >> 2 * (i % 128 / 32)) & 3;
    const int high = (b.hmask[i % 32] >> (i / 32)) & 1;
    y[i] = d * float(q3::scale(b, i / 16) - 32) * float((low | high << 2) - 4);
  }
}

inline void quantise_block(const float* x, BlockQ3_K& b) {
  float fits[16];
  float largest = 0;
  for (int sub = 0; sub < 16; ++sub) {
    fits[sub] = fit_symmetric(x + 16 * sub, 16, -4, 3);
    if (std::fabs(fits[sub]) > std::fabs(largest)) largest = fits[sub];
  }
  b = {};
  b.d = float_to_half(largest / -32);
  const float d = half_to_float(b.d);
  for (int sub = 0; sub < 16; ++sub) {
    const int s = d != 0 ? nearest_level(fits[sub] / d, -32, 31) : 0;
    q3::set_scale(b, sub, s + 32);
    const float scale = d * float(s);
    const float inverse = scale != 0 ? 1.0f / scale : 0.0f;
    for (int i = 16 * sub; i < 16 * sub + 16; ++i) {
      const int q = nearest_level(x[i] * inverse, -4, 3) + 4;
      std::uint8_t& low = b.qs[32 * (i / 128) + i % 32];
      std::uint8_t& high = b.hmask[i % 32];
      low = std::uint8_t(low | (q & 3) << 2 * (i % 128 / 32));
      high = std::uint8_t(high | (q >> 2) << (i / 32));
    }
  }
}

}  // namespace eddy
