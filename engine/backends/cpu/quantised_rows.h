// Activations as bytes, for integer products with weights of codes.
#pragma once

#include <cstdint>

namespace eddy {

/// 32 neighbouring columns of a row: x = scale * code, rounded to nearest.
struct QuantisedBlock {
  static constexpr std::int64_t kColumns = 32;
  static constexpr std::int64_t kSummed = 16;

  std::int8_t codes[kColumns];            ///< -127 to 127
  float scale;
  float total;                            ///< of all x as rounded: what a weight's offset is multiplied with
  std::int32_t sums[kColumns / kSummed];  ///< of the codes: what a weight's bias is multiplied with
};

/// R rows of K columns, K a multiple of 32: [K / 32][R] blocks, so that the rows that share a group of weights lie side
/// by side. Does not own its memory.
struct QuantisedRows {
  QuantisedBlock* blocks = nullptr;
  std::int64_t rows = 0;
  std::int64_t columns = 0;
  std::int64_t stride = 0;  ///< R of the whole, where this is a part of it

  static QuantisedRows at(void* memory, std::int64_t rows, std::int64_t columns) {
    return {static_cast<QuantisedBlock*>(memory), rows, columns, rows};
  }

  static std::int64_t bytes(std::int64_t rows, std::int64_t columns) {
    return rows * (columns / QuantisedBlock::kColumns) * static_cast<std::int64_t>(sizeof(QuantisedBlock));
  }
  QuantisedBlock* at(std::int64_t column, std::int64_t row) const {
    return blocks + column / QuantisedBlock::kColumns * stride + row;
  }
  QuantisedRows part(std::int64_t first, std::int64_t count) const { return {blocks + first, count, columns, stride}; }
};

/// Quantises as many rows of x [R][K] as `out` has. Gives the same codes on every instruction set.
void quantise_rows(const float* x, const QuantisedRows& out);

}  // namespace eddy
