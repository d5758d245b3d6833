// Products of panels of bfloat16 with rows of x, by tiles and, for few rows, by vectors in the order of the tiles.
#if defined(EDDY_TILE_BRAIN_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef EDDY_TILE_BRAIN_INL_H
#undef EDDY_TILE_BRAIN_INL_H
#else
#define EDDY_TILE_BRAIN_INL_H
#endif

#include <hwy/cache_control.h>

#include "engine/backends/cpu/brain_rows.h"
#include "engine/backends/cpu/linear-inl.h"
#include "engine/backends/cpu/tile_instructions.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {

using BrainPairs = hn::RebindToUnsigned<D>;
using BrainVector = hn::Vec<BrainPairs>;
constexpr std::int64_t kPairBytes = kPanelRows * 4;  // of two columns of a panel

HWY_INLINE V even_of(BrainVector pairs) { return hn::BitCast(D(), hn::ShiftLeft<16>(pairs)); }
HWY_INLINE V odd_of(BrainVector pairs) { return hn::BitCast(D(), hn::And(pairs, hn::Set(BrainPairs(), 0xffff0000u))); }

/// One row of x times one panel: sums [32].
HWY_NOINLINE inline void multiply_brain_row(const MatrixPanels& matrix, std::int64_t panel, const BrainRows& x, std::int64_t row,
                                            float* HWY_RESTRICT sums) {
  const BrainPairs pairs;
  V sum[kColumnVectors];
  for (V& lanes : sum) lanes = hn::Zero(D());
  const std::byte* at = matrix.panel(panel);
  for (std::int64_t k = 0; k < matrix.columns; k += BrainBlock::kColumns) {
    const auto* of_x = reinterpret_cast<const std::byte*>(x.at(k, row));
    V even[kColumnVectors], odd[kColumnVectors];
    for (int v = 0; v < kColumnVectors; ++v) even[v] = odd[v] = hn::Zero(D());
    for (std::int64_t pair = 0; pair < BrainBlock::kColumns / 2; ++pair, at += kPairBytes) {
      std::uint32_t both;
      std::memcpy(&both, of_x + 4 * pair, sizeof(both));
      const BrainVector factor = hn::Set(pairs, both);
      const V even_factor = even_of(factor), odd_factor = odd_of(factor);
      for (std::int64_t line = 0; line < kPairBytes; line += 64) hwy::Prefetch(at + line + kPrefetchBytes);
      for (int v = 0; v < kColumnVectors; ++v) {
        const BrainVector weights = hn::Load(pairs, reinterpret_cast<const std::uint32_t*>(at) + v * kLanes);
        even[v] = hn::MulAdd(even_of(weights), even_factor, even[v]);
        odd[v] = hn::MulAdd(odd_of(weights), odd_factor, odd[v]);
      }
    }
    for (int v = 0; v < kColumnVectors; ++v) sum[v] = hn::Add(sum[v], hn::Add(even[v], odd[v]));
  }
  for (int v = 0; v < kColumnVectors; ++v) hn::Store(sum[v], D(), sums + v * kLanes);
}

/// 16 or 32 rows of x times a panel: every tile that is loaded is used twice.
template <class Tiles>
class BrainProducts {
 public:
  static constexpr std::int64_t kRows = 32;

  BrainProducts() : tiles_(shapes()) {}

  /// Rows row .. row + kRows, where there are more than 16 of them; sums [32][32].
  HWY_NOINLINE void multiply_two(const MatrixPanels& matrix, std::int64_t panel, const BrainRows& x, std::int64_t row, float* sums) {
    tiles_.template zero<kSums00>();
    tiles_.template zero<kSums01>();
    tiles_.template zero<kSums10>();
    tiles_.template zero<kSums11>();
    const std::byte* at = matrix.panel(panel);
    for (std::int64_t k = 0; k < matrix.columns; k += BrainBlock::kColumns, at += kTilePairs * kPairBytes) {
      tiles_.template load<kRows0>(x.at(k, row), sizeof(BrainBlock));
      tiles_.template load<kWeights0>(at, kPairBytes);
      tiles_.template multiply_brain<kSums00, kRows0, kWeights0>();
      tiles_.template load<kWeights1>(at + 64, kPairBytes);
      tiles_.template multiply_brain<kSums01, kRows0, kWeights1>();
      tiles_.template load<kRows1>(x.at(k, row + 16), sizeof(BrainBlock));
      tiles_.template multiply_brain<kSums10, kRows1, kWeights0>();
      tiles_.template multiply_brain<kSums11, kRows1, kWeights1>();
    }
    tiles_.template store<kSums00>(sums, kSumBytes);
    tiles_.template store<kSums01>(sums + 16, kSumBytes);
    tiles_.template store<kSums10>(sums + 16 * kPanelRows, kSumBytes);
    tiles_.template store<kSums11>(sums + 16 * kPanelRows + 16, kSumBytes);
  }

  /// Rows row .. row + 16 or fewer; sums [16][32].
  HWY_NOINLINE void multiply_one(const MatrixPanels& matrix, std::int64_t panel, const BrainRows& x, std::int64_t row, float* sums) {
    tiles_.template zero<kSums00>();
    tiles_.template zero<kSums01>();
    const std::byte* at = matrix.panel(panel);
    for (std::int64_t k = 0; k < matrix.columns; k += BrainBlock::kColumns, at += kTilePairs * kPairBytes) {
      tiles_.template load<kRows0>(x.at(k, row), sizeof(BrainBlock));
      tiles_.template load<kWeights0>(at, kPairBytes);
      tiles_.template multiply_brain<kSums00, kRows0, kWeights0>();
      tiles_.template load<kWeights1>(at + 64, kPairBytes);
      tiles_.template multiply_brain<kSums01, kRows0, kWeights1>();
    }
    tiles_.template store<kSums00>(sums, kSumBytes);
    tiles_.template store<kSums01>(sums + 16, kSumBytes);
  }

 private:
  enum Tile { kSums00, kSums01, kSums10, kSums11, kRows0, kRows1, kWeights0, kWeights1 };
  static constexpr std::int64_t kSumBytes = kPanelRows * 4, kTilePairs = BrainBlock::kColumns / 2;

  static TileShapes shapes() {
    TileShapes shapes;
    for (int tile = 0; tile < TileShapes::kTiles; ++tile) shapes.set(tile, 16, 64);
    return shapes;
  }

  Tiles tiles_;
};

}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#endif
