// The instructions on tiles, twice: those of the processor, and the same in plain C++ for processors without them. Kernels are
// written over either. Names follow Intel's manual ("Intel AMX instruction set reference"): sums += left x right, where `left` has a
// row of numbers for each row of sums, and `right` has groups of four bytes, or two bfloat16, for each of their columns.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "engine/core/assert.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define EDDY_HAS_TILE_INSTRUCTIONS 1
#else
#define EDDY_HAS_TILE_INSTRUCTIONS 0
#endif

namespace eddy {

/// The shapes of the eight tiles, as the processor reads them.
struct alignas(64) TileShapes {
  static constexpr int kTiles = 8;

  std::uint8_t palette = 1, start_row = 0, reserved[14] = {};
  std::uint16_t bytes[16] = {};  ///< of a row
  std::uint8_t rows[16] = {};

  constexpr TileShapes& set(int tile, int row_count, int row_bytes) {
    rows[tile] = static_cast<std::uint8_t>(row_count);
    bytes[tile] = static_cast<std::uint16_t>(row_bytes);
    return *this;
  }
};
static_assert(sizeof(TileShapes) == 64);

#if EDDY_HAS_TILE_INSTRUCTIONS

/// The processor's. Made where tile_use() is Real, by the thread that uses it; the tiles are given back when it goes, so that the system
/// need not save them.
class RealTiles {
 public:
  explicit RealTiles(const TileShapes& shapes) { asm volatile("ldtilecfg %0" ::"m"(shapes) : "memory"); }
  ~RealTiles() { asm volatile("tilerelease" ::: "memory"); }
  RealTiles(const RealTiles&) = delete;
  RealTiles& operator=(const RealTiles&) = delete;

  template <int kTile>
  void zero() {
    asm volatile("tilezero %%tmm%c0" ::"i"(kTile));
  }
  template <int kTile>
  void load(const void* from, std::int64_t stride) {
    asm volatile("tileloadd (%0,%1,1), %%tmm%c2" ::"r"(from), "r"(stride), "i"(kTile) : "memory");
  }
  template <int kTile>
  void store(void* to, std::int64_t stride) {
    asm volatile("tilestored %%tmm%c2, (%0,%1,1)" ::"r"(to), "r"(stride), "i"(kTile) : "memory");
  }
  /// TDPBSSD: bytes with a sign, sums of 32 bits.
  template <int kSums, int kLeft, int kRight>
  void multiply_bytes() {
    asm volatile("tdpbssd %%tmm%c2, %%tmm%c1, %%tmm%c0" ::"i"(kSums), "i"(kLeft), "i"(kRight));
  }
  /// TDPBF16PS: pairs of bfloat16, sums in float32.
  template <int kSums, int kLeft, int kRight>
  void multiply_brain() {
    asm volatile("tdpbf16ps %%tmm%c2, %%tmm%c1, %%tmm%c0" ::"i"(kSums), "i"(kLeft), "i"(kRight));
  }
};

#endif

/// The same in C++. What the processor refuses is an assertion here.
class EmulatedTiles {
 public:
  explicit EmulatedTiles(const TileShapes& shapes) : shapes_(shapes) {
    EDDY_ASSERT(shapes.palette == 1 && shapes.start_row == 0);
    for (int i = 0; i < TileShapes::kTiles; ++i) EDDY_ASSERT(shapes.rows[i] <= kRows && shapes.bytes[i] <= kBytes);
  }

  template <int kTile>
  void zero() {
    tiles_[kTile] = {};
  }
  template <int kTile>
  void load(const void* from, std::int64_t stride) {
    tiles_[kTile] = {};
    for (int row = 0; row < rows(kTile); ++row) {
      std::memcpy(at(kTile, row, 0), static_cast<const std::byte*>(from) + row * stride, shapes_.bytes[kTile]);
    }
  }
  template <int kTile>
  void store(void* to, std::int64_t stride) {
    for (int row = 0; row < rows(kTile); ++row) {
      std::memcpy(static_cast<std::byte*>(to) + row * stride, at(kTile, row, 0), shapes_.bytes[kTile]);
    }
  }

  template <int kSums, int kLeft, int kRight>
  void multiply_bytes() {
    check(kSums, kLeft, kRight);
    for (int row = 0; row < rows(kSums); ++row) {
      for (int column = 0; column < columns(kSums); ++column) {
        auto sum = get<std::int32_t>(kSums, row, column);
        for (int k = 0; k < shapes_.bytes[kLeft]; ++k) {
          sum += get<std::int8_t>(kLeft, row, k) * get<std::int8_t>(kRight, k / 4, 4 * column + k % 4);
        }
        put(kSums, row, column, sum);
      }
    }
  }
  /// Even and odd numbers are added apart, from zero, then to each other, then to the sum.
  template <int kSums, int kLeft, int kRight>
  void multiply_brain() {
    check(kSums, kLeft, kRight);
    for (int row = 0; row < rows(kSums); ++row) {
      for (int column = 0; column < columns(kSums); ++column) {
        float half[2] = {0.0f, 0.0f};
        for (int k = 0; k < shapes_.bytes[kLeft] / 2; ++k) {
          half[k % 2] = std::fma(brain(kLeft, row, k), brain(kRight, k / 2, 2 * column + k % 2), half[k % 2]);
        }
        put(kSums, row, column, get<float>(kSums, row, column) + (half[0] + half[1]));
      }
    }
  }

 private:
  static constexpr int kRows = 16, kBytes = 64;

  int rows(int tile) const { return shapes_.rows[tile]; }
  int columns(int tile) const { return shapes_.bytes[tile] / 4; }
  void check(int sums, int left, int right) const {
    EDDY_ASSERT(rows(sums) == rows(left) && columns(sums) == columns(right) && columns(left) == rows(right));
    EDDY_ASSERT(sums != left && sums != right && left != right);
  }
  std::byte* at(int tile, int row, int byte) {
    return tiles_[static_cast<std::size_t>(tile)].data() + row * kBytes + byte;
  }
  template <class Number>
  Number get(int tile, int row, int index) {
    Number number;
    std::memcpy(&number, at(tile, row, index * static_cast<int>(sizeof(Number))), sizeof(Number));
    return number;
  }
  template <class Number>
  void put(int tile, int row, int index, Number number) {
    std::memcpy(at(tile, row, index * static_cast<int>(sizeof(Number))), &number, sizeof(Number));
  }
  float brain(int tile, int row, int index) {
    const std::uint32_t bits = std::uint32_t{get<std::uint16_t>(tile, row, index)} << 16;
    float number;
    std::memcpy(&number, &bits, sizeof(number));
    return number;
  }

  TileShapes shapes_;
  std::array<std::array<std::byte, kRows * kBytes>, TileShapes::kTiles> tiles_{};
};

}  // namespace eddy
