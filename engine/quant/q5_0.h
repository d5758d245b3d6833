// Q5_0: 32 weights, one scale. y = d * (q - 16). Q5_1: y = d * q + m.
// Low nibbles as in Q4_0; the fifth bit of weight j is bit j of qh (little-endian, kept as bytes: blocks are
// unaligned).
#pragma once

#include <cstdint>

#include "engine/quant/half.h"
#include "engine/quant/scale_search.h"

namespace eddy {

struct BlockQ5_0 {
  static constexpr int kWeights = 32;
  Half d;
  std::uint8_t qh[4];
  std::uint8_t qs[16];
};
static_assert(sizeof(BlockQ5_0) == 22);

struct BlockQ5_1 {
  static constexpr int kWeights = 32;
  Half d;
  Half m;
  std::uint8_t qh[4];
  std::uint8_t qs[16];
};
static_assert(sizeof(BlockQ5_1) == 24);

namespace q5 {

template <class Block>
int level(const Block& b, int i) {
  const int nibble = i < 16 ? b.qs[i] & 15 : b.qs[i - 16] >> 4;
  return nibble | ((b.qh[i / 8] >> (i % 8)) & 1) << 4;
}

template <class Block>
void set_level(Block& b, int i, int q) {
  b.qs[i % 16] = std::uint8_t(b.qs[i % 16] | (q & 15) << (i < 16 ? 0 : 4));
  b.qh[i / 8] = std::uint8_t(b.qh[i / 8] | (q >> 4) << (i % 8));
}

}  // namespace q5

inline void dequantise_block(const BlockQ5_0& b, float* y) {
  const float d = half_to_float(b.d);
  for (int i = 0; i < 32; ++i) y[i] = d * float(q5::level(b, i) - 16);
}

inline void dequantise_block(const BlockQ5_1& b, float* y) {
  const float d = half_to_float(b.d);
  const float m = half_to_float(b.m);
  for (int i = 0; i < 32; ++i) y[i] = d * float(q5::level(b, i)) + m;
}

inline void quantise_block(const float* x, BlockQ5_0& b) {
  b = {};
  b.d = float_to_half(fit_symmetric(x, 32, -16, 15));
  const float d = half_to_float(b.d);
  const float inverse = d != 0 ? 1.0f / d : 0.0f;
  for (int i = 0; i < 32; ++i) q5::set_level(b, i, nearest_level(x[i] * inverse, -16, 15) + 16);
}

inline void quantise_block(const float* x, BlockQ5_1& b) {
  const AffineFit fit = fit_affine(x, 32, 31, false);
  b = {};
  b.d = float_to_half(fit.scale);
  b.m = float_to_half(fit.offset);
  const float inverse = half_to_float(b.d) != 0 ? 1.0f / half_to_float(b.d) : 0.0f;
  const float m = half_to_float(b.m);
  for (int i = 0; i < 32; ++i) q5::set_level(b, i, nearest_level((x[i] - m) * inverse, 0, 31));
}

}  // namespace eddy
