// Q8_0: 32 weights, one scale. y = d * q.
#pragma once

#include <cstdint>

#include "engine/quant/half.h"
#include "engine/quant/scale_search.h"

namespace eddy {

struct BlockQ8_0 {
  static constexpr int kWeights = 32;
  Half d;
  std::int8_t qs[32];
};
static_assert(sizeof(BlockQ8_0) == 34);

inline void dequantise_block(const BlockQ8_0& b, float* y) {
  const float d = half_to_float(b.d);
  for (int i = 0; i < 32; ++i) y[i] = d * float(b.qs[i]);
}

inline void quantise_block(const float* x, BlockQ8_0& b) {
  b.d = float_to_half(fit_symmetric(x, 32, -127, 127));
  const float d = half_to_float(b.d);
  const float inverse = d != 0 ? 1.0f / d : 0.0f;
  for (int i = 0; i < 32; ++i) b.qs[i] = std::int8_t(nearest_level(x[i] * inverse, -127, 127));
}

}  // namespace eddy
