// Q4_K and Q5_K: 256 weights in 8 sub-blocks of 32, each with a 6-bit scale and a 6-bit minimum.
// y = (d * sc) * q - (dmin * m). Sub-blocks 2p and 2p + 1 share the bytes qs[32p .. 32p + 31]: low and high nibbles.
// Q5_K's fifth bit of weight l of sub-block s is bit s of qh[l].
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

#include "engine/quant/half.h"
#include "engine/quant/scale_search.h"

namespace eddy {

struct BlockQ4_K {
  static constexpr int kWeights = 256;
  static constexpr int kLevels = 15;
  Half d;
  Half dmin;
  std::uint8_t scales[12];
  std::uint8_t qs[128];
};
static_assert(sizeof(BlockQ4_K) == 144);

struct BlockQ5_K {
  static constexpr int kWeights = 256;
  static constexpr int kLevels = 31;
  Half d;
  Half dmin;
  std::uint8_t scales[12];
  std::uint8_t qh[32];
  std::uint8_t qs[128];
};
static_assert(sizeof(BlockQ5_K) == 176);

struct ScaleAndMin {
  int scale;  ///< 0..63
  int min;    ///< 0..63
};

/// The first four pairs lie plainly in the low 6 bits; the last four use the nibbles of bytes 8..11 and the top bits of
/// 0..7.
inline ScaleAndMin unpack_scale_min(const std::uint8_t* s, int j) {
  if (j < 4) return {s[j] & 63, s[j + 4] & 63};
  return {(s[j + 4] & 15) | (s[j - 4] >> 6) << 4, (s[j + 4] >> 4) | (s[j] >> 6) << 4};
}

inline void pack_scale_min(std::uint8_t* s, int j, ScaleAndMin v) {
  if (j < 4) {
    s[j] = std::uint8_t((s[j] & 0xc0) | v.scale);
    s[j + 4] = std::uint8_t((s[j + 4] & 0xc0) | v.min);
    return;
  }
  s[j + 4] = std::uint8_t((v.scale & 15) | (v.min & 15) << 4);
  s[j - 4] = std::uint8_t((s[j - 4] & 0x3f) | (v.scale >> 4) << 6);
  s[j] = std::uint8_t((s[j] & 0x3f) | (v.min >> 4) << 6);
}

inline int level(const BlockQ4_K& b, int sub, int l) {
  const int byte = b.qs[32 * (sub / 2) + l];
  return sub % 2 == 0 ? byte & 15 : byte >> 4;
}

inline int level(const BlockQ5_K& b, int sub, int l) {
  const int byte = b.qs[32 * (sub / 2) + l];
  return (sub % 2 == 0 ? byte & 15 : byte >> 4) | ((b.qh[l] >> sub) & 1) << 4;
}

inline void set_level(BlockQ4_K& b, int sub, int l, int q) {
  std::uint8_t& byte = b.qs[32 * (sub / 2) + l];
  byte = std::uint8_t(byte | q << (sub % 2 == 0 ? 0 : 4));
}

inline void set_level(BlockQ5_K& b, int sub, int l, int q) {
  std::uint8_t& byte = b.qs[32 * (sub / 2) + l];
  byte = std::uint8_t(byte | (q & 15) << (sub % 2 == 0 ? 0 : 4));
  b.qh[l] = std::uint8_t(b.qh[l] | (q >> 4) << sub);
}

template <class Block>
concept ScaleMinBlock = requires(Block b) {
  b.dmin;
  b.scales[11];
  Block::kLevels;
};

template <ScaleMinBlock Block>
void dequantise_block(const Block& b, float* y) {
  const float d = half_to_float(b.d);
  const float dmin = half_to_float(b.dmin);
  for (int sub = 0; sub < 8; ++sub) {
    const ScaleAndMin sm = unpack_scale_min(b.scales, sub);
    const float scale = d * float(sm.scale);
    const float min = dmin * float(sm.min);
    for (int l = 0; l < 32; ++l) y[32 * sub + l] = scale * float(level(b, sub, l)) - min;
  }
}

/// The pair near (scale, min) whose grid lies closest to the 32 weights.
template <ScaleMinBlock Block>
ScaleAndMin best_pair(const float* x, float d, float dmin, float scale, float min) {
  const int near_scale = d > 0 ? nearest_level(scale / d, 0, 63) : 0;
  const int near_min = dmin > 0 ? nearest_level(min / dmin, 0, 63) : 0;
  ScaleAndMin best{near_scale, near_min};
  float best_error = std::numeric_limits<float>::infinity();
  for (int sc = std::max(near_scale - 1, 0); sc <= std::min(near_scale + 1, 63); ++sc) {
    for (int m = std::max(near_min - 1, 0); m <= std::min(near_min + 1, 63); ++m) {
      const float error = grid_error(x, 32, Block::kLevels, d * float(sc), -dmin * float(m));
      if (error < best_error) {
        best_error = error;
        best = {sc, m};
      }
    }
  }
  return best;
}

/// Fits every sub-block alone, rounds the scales and minima to 6 bits of common factors, then looks around each rounded
/// pair.
template <ScaleMinBlock Block>
void quantise_block(const float* x, Block& b) {
  AffineFit fits[8];
  float largest_scale = 0, largest_min = 0;
  for (int sub = 0; sub < 8; ++sub) {
    fits[sub] = fit_affine(x + 32 * sub, 32, Block::kLevels, true);
    largest_scale = std::max(largest_scale, fits[sub].scale);
    largest_min = std::max(largest_min, -fits[sub].offset);
  }
  b = {};
  b.d = float_to_half(largest_scale / 63);
  b.dmin = float_to_half(largest_min / 63);
  const float d = half_to_float(b.d);
  const float dmin = half_to_float(b.dmin);
  for (int sub = 0; sub < 8; ++sub) {
    const ScaleAndMin sm = best_pair<Block>(x + 32 * sub, d, dmin, fits[sub].scale, -fits[sub].offset);
    pack_scale_min(b.scales, sub, sm);
    const float scale = d * float(sm.scale);
    const float min = dmin * float(sm.min);
    const float inverse = scale > 0 ? 1.0f / scale : 0.0f;
    for (int l = 0; l < 32; ++l) {
      set_level(b, sub, l, nearest_level((x[32 * sub + l] + min) * inverse, 0, Block::kLevels));
    }
  }
}

}  // namespace eddy
