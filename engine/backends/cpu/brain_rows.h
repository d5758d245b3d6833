// Activations as bfloat16, for products with weights of that format.
#pragma once

#include <bit>
#include <cstdint>

namespace eddy {

/// The nearest bfloat16, ties to even. Of finite numbers.
inline std::uint16_t to_brain(float number) {
  const auto bits = std::bit_cast<std::uint32_t>(number);
  return static_cast<std::uint16_t>((bits + 0x7fffu + (bits >> 16 & 1u)) >> 16);
}

/// 32 neighbouring columns of a row.
struct BrainBlock {
  static constexpr std::int64_t kColumns = 32;

  std::uint16_t numbers[kColumns];
};

/// R rows of K columns, K a multiple of 32: [K / 32][R] blocks. Products by tiles read up to kReadPast blocks behind the last row (and
/// make nothing of them). Does not own its memory.
struct BrainRows {
  static constexpr std::int64_t kReadPast = 31;

  BrainBlock* blocks = nullptr;
  std::int64_t rows = 0;
  std::int64_t columns = 0;
  std::int64_t stride = 0;  ///< R of the whole, where this is a part of it

  static BrainRows at(void* memory, std::int64_t rows, std::int64_t columns) {
    return {static_cast<BrainBlock*>(memory), rows, columns, rows};
  }

  static std::int64_t bytes(std::int64_t rows, std::int64_t columns) {
    return (rows * (columns / BrainBlock::kColumns) + kReadPast) * static_cast<std::int64_t>(sizeof(BrainBlock));
  }
  BrainBlock* at(std::int64_t column, std::int64_t row) const { return blocks + column / BrainBlock::kColumns * stride + row; }
  BrainRows part(std::int64_t first, std::int64_t count) const { return {blocks + first, count, columns, stride}; }
};

/// Rounds as many rows of x [R][K] as `out` has.
void round_to_brain(const float* x, const BrainRows& out);

}  // namespace eddy
