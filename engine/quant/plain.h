// F32, F16, BF16: one weight per block, stored as it is.
#pragma once

#include "engine/quant/half.h"

namespace eddy {

struct BlockF32 {
  static constexpr int kWeights = 1;
  float value;
};

struct BlockF16 {
  static constexpr int kWeights = 1;
  Half value;
};

struct BlockBF16 {
  static constexpr int kWeights = 1;
  BFloat16 value;
};

inline void dequantise_block(const BlockF32& b, float* y) {
  *y = b.value;
}
inline void dequantise_block(const BlockF16& b, float* y) {
  *y = half_to_float(b.value);
}
inline void dequantise_block(const BlockBF16& b, float* y) {
  *y = bfloat16_to_float(b.value);
}

inline void quantise_block(const float* x, BlockF32& b) {
  b.value = *x;
}
inline void quantise_block(const float* x, BlockF16& b) {
  b.value = float_to_half(*x);
}
inline void quantise_block(const float* x, BlockBF16& b) {
  b.value = float_to_bfloat16(*x);
}

}  // namespace eddy
