// Q6_K: 256 weights in 16 sub-blocks of 16, each with an 8-bit signed scale. y = (d * scale) * (q - 32).
// Two halves of 128 weights; in a half, weight 32 g + l (g = 0..3) has its low nibble in ql[l + 32 (g % 2)] (low nibble
// for g < 2, high for g >= 2), its two high bits in bits 2g..2g+1 of qh[l].
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "engine/quant/half.h"
#include "engine/quant/scale_search.h"

namespace eddy {

struct BlockQ6_K {
  static constexpr int kWeights = 256;
  std::uint8_t ql[128];
  std::uint8_t qh[64];
  std::int8_t scales[16];
  Half d;
};
static_assert(sizeof(BlockQ6_K) == 210);

inline void set_level(BlockQ6_K& b, int i, int q) {
  const int half = i / 128, g = i % 128 / 32, l = i % 32;
  std::uint8_t& low = b.ql[64 * half + 32 * (g % 2) + l];
  std::uint8_t& high = b.qh[32 * half + l];
  low = std::uint8_t(low | (q & 15) << (g < 2 ? 0 : 4));
  high = std::uint8_t(high | (q >> 4) << 2 * g);
}

inline void dequantise_block(const BlockQ6_K& b, float* y) {
  const float d = half_to_float(b.d);
  for (int half = 0; half < 2; ++half) {
    for (int g = 0; g < 4; ++g) {  // 32 weights at a time, in a loop that compilers turn into vector code
      const std::uint8_t* ql = b.ql + 64 * half + 32 * (g % 2);
      const std::uint8_t* qh = b.qh + 32 * half;
      const float low = d * float(b.scales[8 * half + 2 * g]);
      const float high = d * float(b.scales[8 * half + 2 * g + 1]);
      const int nibble = g < 2 ? 0 : 4;
      float* out = y + 128 * half + 32 * g;
      for (int l = 0; l < 16; ++l) out[l] = low * float((((ql[l] >> nibble) & 15) | ((qh[l] >> 2 * g) & 3) << 4) - 32);
      for (int l = 16; l < 32; ++l)
        out[l] = high * float((((ql[l] >> nibble) & 15) | ((qh[l] >> 2 * g) & 3) << 4) - 32);
    }
  }
}

inline void quantise_block(const float* x, BlockQ6_K& b) {
  float fits[16];
  float largest = 0;
  for (int sub = 0; sub < 16; ++sub) {
    fits[sub] = fit_symmetric(x + 16 * sub, 16, -32, 31);
    if (std::fabs(fits[sub]) > std::fabs(largest)) largest = fits[sub];
  }
  b = {};
  b.d = float_to_half(largest / -128);  // the longer side of the signed byte takes the largest scale
  const float d = half_to_float(b.d);
  for (int sub = 0; sub < 16; ++sub) {
    b.scales[sub] = std::int8_t(d != 0 ? nearest_level(fits[sub] / d, -128, 127) : 0);
    const float scale = d * float(b.scales[sub]);
    const float inverse = scale != 0 ? 1.0f / scale : 0.0f;
    for (int i = 16 * sub; i < 16 * sub + 16; ++i) set_level(b, i, nearest_level(x[i] * inverse, -32, 31) + 32);
  }
}

}  // namespace eddy
