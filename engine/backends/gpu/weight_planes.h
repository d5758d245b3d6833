// Packed weights in the order in which GPUs read them: blocks taken apart, field by field.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/graph/weight_source.h"

namespace eddy {

/// How the blocks of a weight format are taken apart.
struct FormatFields {
  static constexpr int kMost = 4;
  struct Field {
    int offset = 0, bytes = 0;  ///< within a block
  };
  /// An offset that means: the 6-bit scales and minima of Q4_K and Q5_K as bytes, {scale, scale, minimum, minimum} for
  /// each two sub-blocks. Four bytes more for 256 weights, and a third fewer instructions to unpack them.
  static constexpr int kScalePairs = -1;
  int count = 1;
  Field fields[kMost];
};

/// Numbers of one plane are padded to this many, so that 16 bytes can be read at once.
inline constexpr std::int64_t kNumbersPerUnit = 8;

/// Formats of single numbers have the number as their one field.
constexpr FormatFields fields_of(WeightFormat format) {
  switch (format) {
    case WeightFormat::F32:
      return {1, {{0, 4}}};
    case WeightFormat::F16:
      return {1, {{0, 2}}};
    case WeightFormat::BF16:
      return {1, {{0, 2}}};
    case WeightFormat::Q4_0:
      return {2, {{2, 16}, {0, 2}}};  // nibbles, scale
    case WeightFormat::Q4_1:
      return {2, {{4, 16}, {0, 4}}};  // nibbles, scale and minimum
    case WeightFormat::Q5_0:
      return {3, {{6, 16}, {0, 2}, {2, 4}}};  // nibbles, scale, fifth bits
    case WeightFormat::Q5_1:
      return {3, {{8, 16}, {0, 4}, {4, 4}}};
    case WeightFormat::Q8_0:
      return {2, {{2, 32}, {0, 2}}};  // codes, scale
    case WeightFormat::Q4_K:
      return {3, {{16, 128}, {FormatFields::kScalePairs, 16}, {0, 4}}};  // nibbles, scales, d and dmin
    case WeightFormat::Q5_K:
      return {4, {{48, 128}, {FormatFields::kScalePairs, 16}, {0, 4}, {16, 32}}};  // and fifth bits
    case WeightFormat::Q6_K:
      return {4, {{0, 128}, {192, 16}, {128, 64}, {208, 2}}};  // nibbles, scales, high bits, d
    case WeightFormat::Q2_K:
      return {3, {{16, 64}, {0, 16}, {80, 4}}};  // codes, scales and minima, d and dmin
    case WeightFormat::Q3_K:
      return {4, {{32, 64}, {96, 12}, {0, 32}, {108, 2}}};  // low bits, scales, high bits, d
    case WeightFormat::IQ4_NL:
      return {2, {{2, 16}, {0, 2}}};
    case WeightFormat::IQ4_XS:
      return {2, {{8, 128}, {0, 8}}};  // nibbles, d and scales
    case WeightFormat::MXFP4:
      return {2, {{1, 16}, {0, 1}}};  // nibbles, exponent
  }
  return {};
}

/// Where a matrix's planes lie: plane p holds field p of every block, one after the other, rows one after the other.
/// Rows of single numbers are padded with zeros to whole units.
struct PlaneLayout {
  int count = 0;
  std::int64_t rows = 0, columns = 0;  ///< stacked matrices are one tall one
  std::int64_t blocks = 0;             ///< of a row; of single numbers: how many, padding included
  std::int64_t pitch[FormatFields::kMost] = {};   ///< bytes from row to row
  std::int64_t offset[FormatFields::kMost] = {};  ///< of the plane, a multiple of 256
  std::int64_t bytes = 0;                         ///< all planes together
  std::int64_t row_bytes() const { return pitch[0] + pitch[1] + pitch[2] + pitch[3]; }
};

PlaneLayout plane_layout(const WeightSource& matrix);

/// One row of every plane; `planes[p]` is where it goes.
void take_row(const WeightSource& matrix, const PlaneLayout& layout, std::int64_t row,
              std::byte* const planes[FormatFields::kMost]);

/// The numbers of a weight that is no matrix, rewritten where it says so.
std::vector<float> weight_numbers(const WeightSource& weight);

}  // namespace eddy
