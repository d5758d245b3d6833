// Products of panels of codes with rows of x, by instruction sets that multiply bytes in pairs (AVX2, SSE4, SSSE3). They have sixteen
// registers: a group is taken four columns at a time, each for many rows of x and two vectors of outputs, so that neither
// codes nor numbers of x wait in registers.
#if defined(EDDY_INTEGER_PAIRS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef EDDY_INTEGER_PAIRS_INL_H
#undef EDDY_INTEGER_PAIRS_INL_H
#else
#define EDDY_INTEGER_PAIRS_INL_H
#endif

#include <hwy/cache_control.h>

#include <utility>

#include "engine/backends/cpu/weight_group-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {

#if HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_SSE4 || HWY_TARGET == HWY_SSSE3

// Rows of x that use a step's weights while they are in registers.
constexpr int kRegisterRows = 6;

/// kRows rows of x times kVectors vectors of a panel, from vector `v` on.
template <WeightFormat kFormat, int kRows, int kVectors>
class PairProducts {
  using Group = WeightGroup<kFormat>;
  static constexpr CodedLayout kLayout = Group::kLayout;

 public:
  explicit HWY_INLINE PairProducts(int v) : v_(v) {
    for (auto& row : sums_) {
      for (V& sum : row) sum = hn::Zero(D());
    }
  }

  HWY_INLINE void begin_block(const std::byte* block) {
    for (int i = 0; i < kVectors; ++i) {
      d_[i] = Group::Panel::block_scale(block, v_ + i);
      m_[i] = kLayout.mins ? Group::Panel::halves(block + 64, v_ + i) : hn::Zero(D());
    }
  }

  /// A group whose columns begin at `first` of the blocks `x`, one per row.
  HWY_INLINE void add_group(const std::byte* group, const QuantisedBlock* HWY_RESTRICT x, int first) {
    add_part<0>(group, x, first);
    if constexpr (Group::kParts == 2) add_part<1>(group, x, first + kLayout.scaled);
    static_assert(Group::kParts <= 2);
  }

  /// Sums of the rows, [row][32].
  HWY_INLINE void store(float* sums) const {
    for (int r = 0; r < kRows; ++r) {
      for (int i = 0; i < kVectors; ++i) hn::Store(sums_[r][i], D(), sums + r * kPanelRows + (v_ + i) * kLanes);
    }
  }

 private:
  template <int kPart>
  HWY_INLINE void add_part(const std::byte* group, const QuantisedBlock* HWY_RESTRICT x, int first) {
    StepDots<Group::kLargest> dots[kRows][kVectors];
    add_steps<kPart>(group, x, first, dots, std::make_integer_sequence<int, Group::kPartSteps>());
    for (int i = 0; i < kVectors; ++i) {
      const V scale = Group::Panel::part_scale(group, kPart, v_ + i, d_[i]);
      const V offset = Group::Panel::part_offset(group, kPart, v_ + i, m_[i]);
      EDDY_UNROLL
      for (int r = 0; r < kRows; ++r) {
        I dot = dots[r][i].template sum<Group::kPartSteps>();
        if constexpr (kLayout.bias > 0 && !Group::kSigned) {
          dot = hn::Add(dot, hn::Set(Integers(), Group::bias(x[r], first)));
        }
        sums_[r][i] = Group::add(sums_[r][i], dot, scale, offset, x[r], first);
      }
    }
  }

  template <int kPart, class Dots, int... kStep>
  HWY_INLINE void add_steps(const std::byte* group, const QuantisedBlock* x, int first, Dots& dots,
                            std::integer_sequence<int, kStep...>) {
    (add_step<kPart, kStep>(group, x, first, dots), ...);
  }
  template <int kPart, int kStep, class Dots>
  HWY_INLINE void add_step(const std::byte* group, const QuantisedBlock* x, int first, Dots& dots) {
    Q codes[kVectors];
    for (int i = 0; i < kVectors; ++i) codes[i] = Group::template step<kPart * Group::kPartSteps + kStep>(group, v_ + i);
    EDDY_UNROLL
    for (int r = 0; r < kRows; ++r) {
      const I quad = hn::Set(Integers(), quad_at(x[r].codes + first + 4 * kStep));
      for (int i = 0; i < kVectors; ++i) dots[r][i].template add<kStep>(codes[i], quad);
    }
  }

  int v_;
  V sums_[kRows][kVectors], d_[kVectors], m_[kVectors];
};

template <WeightFormat kFormat, int kRows, int kVectors>
HWY_INLINE void multiply_pairs(const MatrixPanels& matrix, std::int64_t panel, const QuantisedRows& x,
                               std::int64_t row, int v, float* sums) {
  constexpr CodedLayout kLayout = coded_layout(kFormat);
  PairProducts<kFormat, kRows, kVectors> products(v);
  const std::byte* at = matrix.panel(panel);
  for (std::int64_t k = 0; k < matrix.columns; k += kLayout.block) {
    if (kRows > 1 && row == 0 && v == 0) ask_for(at + matrix.panel_bytes, kLayout.block_bytes());
    products.begin_block(at);
    at += kLayout.header_bytes();
    for (int first = 0; first < kLayout.block; first += kLayout.group, at += kLayout.group_bytes()) {
      if constexpr (kRows == 1) {
        for (std::int64_t line = 0; line < kLayout.group_bytes(); line += 64) hwy::Prefetch(at + line + kPrefetchBytes);
      }
      products.add_group(at, x.at(k + first, row), first % static_cast<int>(QuantisedBlock::kColumns));
    }
  }
  products.store(sums);
}

/// One row of x times one panel, all vectors side by side: memory is then read from front to back, each line once, as
/// processors foresee best.
template <WeightFormat kFormat>
HWY_NOINLINE void multiply_one(const MatrixPanels& matrix, std::int64_t panel, const QuantisedRows& x,
                               std::int64_t row, float* sums) {
  multiply_pairs<kFormat, 1, kColumnVectors>(matrix, panel, x, row, 0, sums);
}

/// kRows rows of x times one panel: sums [row][32]. The first rows ask for the next panel.
template <WeightFormat kFormat, int kRows>
HWY_NOINLINE void multiply_many(const MatrixPanels& matrix, std::int64_t panel, const QuantisedRows& x,
                                std::int64_t row, float* sums) {
  for (int v = 0; v < kColumnVectors; v += 2) multiply_pairs<kFormat, kRows, 2>(matrix, panel, x, row, v, sums);
}

#endif

}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#endif
