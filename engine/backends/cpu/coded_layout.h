// How the CPU holds block formats whose weights are scale * (code - bias) + offset: which bits lie where in a panel.
//
// A panel of 32 rows is a row of blocks. A block:
//   d        half [32]                     one per row; if `exponents` uint8 [32]: d = 2^(byte - 128)
//   m        half [32]                     if `mins`
//   groups, each:
//     parts of `scaled` columns, each:
//       scale  int8 [32]                   if `scales`: the part's scale is d * scale, else it is d
//       min    uint8 [32]                  if `scales` and `mins`: the offset is -(m * min), without `scales` it is m;
//                                          if `nibbles` it is the upper half of the scale's byte
//     low    [words][32] 32-bit words      the lower 2 or 4 or all 8 bits; a word holds 16, 8 or 4 columns of one row
//     high   [words][32] 32-bit words      the 1 or 2 bits above; a word holds 32 or 16 columns of one row
// Where the format has `levels`, a code stands for levels[code]. Column c stands in byte c % 4 of its word, so that one mask
// gives four neighbouring codes as bytes (what integer dot products want) and one shift and one mask a single code. The same
// bits as in the file plus at most an eighth of a bit per weight; floats are formed in registers.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "engine/quant/iq4.h"
#include "engine/quant/mxfp4.h"
#include "engine/quant/weight_format.h"

/// macro(format) for every format that is held this way.
#define EDDY_CODED_FORMATS(macro)                                                                                   \
  macro(Q4_0) macro(Q4_1) macro(Q5_0) macro(Q5_1) macro(Q8_0) macro(Q4_K) macro(Q5_K) macro(Q6_K) macro(Q2_K) \
      macro(Q3_K) macro(IQ4_NL) macro(IQ4_XS) macro(MXFP4)

namespace eddy {

struct CodedLayout {
  int block = 0;   ///< columns that share d and m; 0: the format is not held this way
  int group = 0;   ///< columns whose bits lie together
  int scaled = 0;  ///< columns that share a scale
  bool scales = false;
  bool mins = false;
  bool nibbles = false;
  bool exponents = false;
  int low_bits = 4;
  int high_bits = 0;
  int bias = 0;
  const std::uint8_t* levels = nullptr;  ///< sixteen, aligned to as many bytes; of the weight the bias is taken off

  constexpr std::int64_t header_bytes() const { return exponents ? 32 : mins ? 128 : 64; }
  constexpr int parts() const { return group / scaled; }
  constexpr std::int64_t part_bytes() const { return (scales ? 32 : 0) + (scales && mins && !nibbles ? 32 : 0); }
  constexpr std::int64_t scale_bytes() const { return parts() * part_bytes(); }
  constexpr int largest() const {
    return levels ? *std::max_element(levels, levels + 16) : (1 << (low_bits + high_bits)) - 1;
  }
  constexpr std::int64_t low_bytes() const { return std::int64_t{group} * 4 * low_bits; }
  constexpr std::int64_t high_bytes() const { return std::int64_t{group} * 4 * high_bits; }
  constexpr std::int64_t group_bytes() const { return scale_bytes() + low_bytes() + high_bytes(); }
  constexpr int word_columns() const { return 32 / low_bits; }
  /// Where the lower bits of column c of a group start within its word, and which word that is.
  constexpr int low_shift(int c) const { return 8 * (c % 4) + low_bits * (c / 4 % (8 / low_bits)); }
  constexpr int low_word(int c) const { return c / word_columns(); }
  /// The same for the upper bits; their words hold a whole group or half of one.
  constexpr int high_shift(int c) const { return 8 * (c % 4) + high_bits * (c / 4 % (8 / high_bits)); }
  constexpr int high_word(int c) const { return c / (32 / high_bits); }
  constexpr std::int64_t block_bytes() const { return header_bytes() + block / group * group_bytes(); }
};

/// Levels as numbers without a sign.
template <int kBias>
constexpr std::array<std::uint8_t, 16> levels_above(const float (&levels)[16]) {
  std::array<std::uint8_t, 16> result{};
  for (std::size_t i = 0; i < 16; ++i) result[i] = static_cast<std::uint8_t>(static_cast<int>(levels[i]) + kBias);
  return result;
}
alignas(16) inline constexpr auto kIq4Codes = levels_above<128>(kIq4Levels);
alignas(16) inline constexpr auto kFp4Codes = levels_above<12>(kFp4Levels);

constexpr CodedLayout coded_layout(WeightFormat format) {
  switch (format) {
    case WeightFormat::Q4_0:
      return {.block = 32, .group = 32, .scaled = 32, .bias = 8};
    case WeightFormat::Q4_1:
      return {.block = 32, .group = 32, .scaled = 32, .mins = true};
    case WeightFormat::Q5_0:
      return {.block = 32, .group = 32, .scaled = 32, .high_bits = 1, .bias = 16};
    case WeightFormat::Q5_1:
      return {.block = 32, .group = 32, .scaled = 32, .mins = true, .high_bits = 1};
    case WeightFormat::Q8_0:
      return {.block = 32, .group = 32, .scaled = 32, .low_bits = 8, .bias = 128};
    case WeightFormat::Q4_K:
      return {.block = 256, .group = 32, .scaled = 32, .scales = true, .mins = true};
    case WeightFormat::Q5_K:
      return {.block = 256, .group = 32, .scaled = 32, .scales = true, .mins = true, .high_bits = 1};
    case WeightFormat::Q6_K:
      return {.block = 256, .group = 16, .scaled = 16, .scales = true, .high_bits = 2, .bias = 32};
    case WeightFormat::Q2_K:
      return {.block = 256, .group = 32, .scaled = 16, .scales = true, .mins = true, .nibbles = true, .low_bits = 2};
    case WeightFormat::Q3_K:
      return {.block = 256, .group = 32, .scaled = 16, .scales = true, .low_bits = 2, .high_bits = 1, .bias = 4};
    case WeightFormat::IQ4_NL:
      return {.block = 32, .group = 32, .scaled = 32, .bias = 128, .levels = kIq4Codes.data()};
    case WeightFormat::IQ4_XS:
      return {.block = 256, .group = 32, .scaled = 32, .scales = true, .bias = 128, .levels = kIq4Codes.data()};
    case WeightFormat::MXFP4:
      return {.block = 32, .group = 32, .scaled = 32, .exponents = true, .bias = 12, .levels = kFp4Codes.data()};
    default:
      return {};
  }
}

}  // namespace eddy
