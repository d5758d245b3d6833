// Products of panels of bfloat16 with rows of x by dot products of pairs (AVX512_BF16): twice the multiply-adds of float32 an
// instruction, and weights that are used as they lie.
#if defined(EDDY_BRAIN_DOTS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef EDDY_BRAIN_DOTS_INL_H
#undef EDDY_BRAIN_DOTS_INL_H
#undef EDDY_HAS_BRAIN_DOTS
#else
#define EDDY_BRAIN_DOTS_INL_H
#endif

#include "engine/backends/cpu/brain_rows.h"
#include "engine/backends/cpu/tile_brain-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {

// Highway's set of this name does not imply the instruction: whether the processor has it is asked at run time.
#if HWY_TARGET == HWY_AVX3_DL && defined(__GNUC__)
#define EDDY_HAS_BRAIN_DOTS 1

/// sum + the odd columns' products, then the even ones', of 16 pairs.
HWY_INLINE V add_pairs(V sum, BrainVector weights, BrainVector factors) {
  asm("vdpbf16ps %2, %1, %0" : "+v"(sum.raw) : "v"(weights.raw), "v"(factors.raw));
  return sum;
}

/// kRows rows of x times one panel: sums [row][32]. The first rows ask for weights ahead.
template <int kRows>
HWY_NOINLINE void multiply_brain_rows(const MatrixPanels& matrix, std::int64_t panel, const BrainRows& x, std::int64_t row,
                                      float* HWY_RESTRICT sums) {
  static_assert(kColumnVectors == 2);
  const BrainPairs pairs;
  V low[kRows], high[kRows];
  for (int r = 0; r < kRows; ++r) low[r] = high[r] = hn::Zero(D());
  const std::byte* at = matrix.panel(panel);
  const std::int64_t ahead = row == 0 ? kPrefetchBytes : 0;
  for (std::int64_t k = 0; k < matrix.columns; k += BrainBlock::kColumns) {
    const BrainBlock* of_x = x.at(k, row);
    for (std::int64_t pair = 0; pair < BrainBlock::kColumns / 2; ++pair, at += kPairBytes) {
      hwy::Prefetch(at + ahead);
      hwy::Prefetch(at + ahead + 64);
      const auto* weights = reinterpret_cast<const std::uint32_t*>(at);
      const BrainVector first = hn::Load(pairs, weights), second = hn::Load(pairs, weights + kLanes);
      for (int r = 0; r < kRows; ++r) {
        std::uint32_t both;
        std::memcpy(&both, of_x[r].numbers + 2 * pair, sizeof(both));
        const BrainVector factors = hn::Set(pairs, both);
        low[r] = add_pairs(low[r], first, factors);
        high[r] = add_pairs(high[r], second, factors);
      }
    }
  }
  for (int r = 0; r < kRows; ++r) {
    hn::Store(low[r], D(), sums + r * kPanelRows);
    hn::Store(high[r], D(), sums + r * kPanelRows + kLanes);
  }
}

#else
#define EDDY_HAS_BRAIN_DOTS 0
#endif

}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#endif
