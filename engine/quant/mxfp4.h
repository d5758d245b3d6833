// MXFP4: 32 weights of 4-bit floats (E2M1) with a common power of two. y = 2^(e - 128) * level[q], where the levels are
// twice the E2M1 values; nibbles as in Q4_0.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "engine/quant/level_table.h"

namespace eddy {

inline constexpr float kFp4Levels[16] = {0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8, -12};

struct BlockMXFP4 {
  static constexpr int kWeights = 32;
  std::uint8_t e;
  std::uint8_t qs[16];
};
static_assert(sizeof(BlockMXFP4) == 17);

inline void dequantise_block(const BlockMXFP4& b, float* y) {
  const float scale = std::ldexp(1.0f, int(b.e) - 128);
  for (int j = 0; j < 16; ++j) {
    y[j] = scale * kFp4Levels[b.qs[j] & 15];
    y[j + 16] = scale * kFp4Levels[b.qs[j] >> 4];
  }
}

inline void encode_with_exponent(const float* x, int e, BlockMXFP4& b) {
  b.e = std::uint8_t(e);
  for (int j = 0; j < 16; ++j) {
    const int low = nearest_entry(kFp4Levels, std::ldexp(x[j], 128 - e));
    const int high = nearest_entry(kFp4Levels, std::ldexp(x[j + 16], 128 - e));
    b.qs[j] = std::uint8_t(low | high << 4);
  }
}

/// Of the powers of two around the largest weight, the one with the smallest squared error.
inline void quantise_block(const float* x, BlockMXFP4& b) {
  float largest = 0;
  for (int i = 0; i < 32; ++i) largest = std::max(largest, std::fabs(x[i]));
  b = {};
  if (largest == 0) return;
  const int near = 128 + std::ilogb(largest / 12);
  float best_error = std::numeric_limits<float>::infinity();
  for (int e = std::clamp(near - 1, 1, 252); e <= std::clamp(near + 1, 1, 252); ++e) {
    BlockMXFP4 candidate;
    float y[32];
    encode_with_exponent(x, e, candidate);
    dequantise_block(candidate, y);
    float error = 0;
    for (int i = 0; i < 32; ++i) error += (x[i] - y[i]) * (x[i] - y[i]);
    if (!(error < best_error)) continue;
    best_error = error;
    b = candidate;
  }
}

}  // namespace eddy
