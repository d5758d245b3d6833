// Products of panels of codes with rows of x, by instruction sets that add products of bytes to 32 bits at once (VNNI), and
// by any other: a whole group's codes wait in registers for one row of x after the other.
#if defined(EDDY_INTEGER_GROUPS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef EDDY_INTEGER_GROUPS_INL_H
#undef EDDY_INTEGER_GROUPS_INL_H
#else
#define EDDY_INTEGER_GROUPS_INL_H
#endif

#include <hwy/cache_control.h>

#include <utility>

#include "engine/backends/cpu/weight_group-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {

#if HWY_TARGET != HWY_AVX2 && HWY_TARGET != HWY_SSE4 && HWY_TARGET != HWY_SSSE3

// Rows of x that use a group's weights while they are in registers.
constexpr int kRegisterRows = kLanes >= 16 ? 12 : 4;

/// A group of columns in registers, for the lanes of one vector.
template <WeightFormat kFormat>
struct LoadedGroup {
  using Group = WeightGroup<kFormat>;

  Q codes[Group::kSteps];
  V scale[Group::kParts], offset[Group::kParts];

  HWY_INLINE LoadedGroup() {}  // the implicit one would not be compiled for this instruction set, which GCC refuses on ARM

  HWY_INLINE void load(const std::byte* group, int v, V d, V m) {
    for (int part = 0; part < Group::kParts; ++part) {
      scale[part] = Group::Panel::part_scale(group, part, v, d);
      offset[part] = Group::Panel::part_offset(group, part, v, m);
    }
    load_steps(group, v, std::make_integer_sequence<int, Group::kSteps>());
  }

  template <int... kStep>
  HWY_INLINE void load_steps(const std::byte* group, int v, std::integer_sequence<int, kStep...>) {
    ((codes[kStep] = Group::template step<kStep>(group, v)), ...);
  }

  /// sum += this group's part of the product with one row, the group's columns starting at `first` of its block.
  HWY_INLINE void add_to(V& sum, const QuantisedBlock& x, int first) const {
    for (int part = 0; part < Group::kParts; ++part, first += Group::kLayout.scaled) {
      I dot = hn::Zero(Integers());
      if constexpr (Group::kLayout.bias > 0) dot = hn::Set(Integers(), Group::bias(x, first));
      dot = add_dots<Group::kPartSteps>(dot, codes + part * Group::kPartSteps, x.codes + first);
      sum = Group::add(sum, dot, scale[part], offset[part], x, first);
    }
  }
};

/// Adds one block of weights, whose columns start at k, to the sums of `kRows` rows of x from `row` on, for the lanes of
/// vector `v`.
template <WeightFormat kFormat, int kRows>
HWY_INLINE void add_block(const std::byte* block, int v, const QuantisedRows& x, std::int64_t row, std::int64_t k,
                          V* HWY_RESTRICT sums) {
  using Group = WeightGroup<kFormat>;
  constexpr CodedLayout kLayout = Group::kLayout;
  const V d = Group::Panel::block_scale(block, v);
  const V m = kLayout.mins ? Group::Panel::halves(block + 64, v) : hn::Zero(D());
  for (int g = 0; g < kLayout.block / kLayout.group; ++g) {
    LoadedGroup<kFormat> group;
    group.load(block + kLayout.header_bytes() + g * kLayout.group_bytes(), v, d, m);
    const std::int64_t column = k + g * kLayout.group;
    const QuantisedBlock* of_x = x.at(column, row);
    const int first = static_cast<int>(column % QuantisedBlock::kColumns);
    EDDY_UNROLL
    for (int r = 0; r < kRows; ++r) group.add_to(sums[r], of_x[r], first);
  }
}

/// One row of x times one panel. All lanes of a group before the next group: memory is then read from front to back, each
/// line once, as processors foresee best.
template <WeightFormat kFormat>
HWY_NOINLINE void multiply_one(const MatrixPanels& matrix, std::int64_t panel, const QuantisedRows& x,
                               std::int64_t row, float* sums) {
  using Group = WeightGroup<kFormat>;
  constexpr CodedLayout kLayout = Group::kLayout;
  V sum[kColumnVectors], d[kColumnVectors], m[kColumnVectors];
  for (V& lanes : sum) lanes = hn::Zero(D());
  const std::byte* at = matrix.panel(panel);
  for (std::int64_t k = 0; k < matrix.columns; k += kLayout.block) {
    for (int v = 0; v < kColumnVectors; ++v) {
      d[v] = Group::Panel::block_scale(at, v);
      m[v] = kLayout.mins ? Group::Panel::halves(at + 64, v) : hn::Zero(D());
    }
    at += kLayout.header_bytes();
    for (int first = 0; first < kLayout.block; first += kLayout.group, at += kLayout.group_bytes()) {
      for (std::int64_t line = 0; line < kLayout.group_bytes(); line += 64) hwy::Prefetch(at + line + kPrefetchBytes);
      const QuantisedBlock& of_x = *x.at(k + first, row);
      for (int v = 0; v < kColumnVectors; ++v) {
        LoadedGroup<kFormat> group;
        group.load(at, v, d[v], m[v]);
        group.add_to(sum[v], of_x, first % static_cast<int>(QuantisedBlock::kColumns));
      }
    }
  }
  for (int v = 0; v < kColumnVectors; ++v) hn::Store(sum[v], D(), sums + v * kLanes);
}

/// kRows rows of x times one panel: sums [row][32]. The first rows ask for the next panel.
template <WeightFormat kFormat, int kRows>
HWY_NOINLINE void multiply_many(const MatrixPanels& matrix, std::int64_t panel, const QuantisedRows& x,
                                std::int64_t row, float* sums) {
  constexpr CodedLayout kLayout = coded_layout(kFormat);
  for (int v = 0; v < kColumnVectors; ++v) {
    V sum[kRows];
    for (V& lanes : sum) lanes = hn::Zero(D());
    for (std::int64_t k = 0; k < matrix.columns; k += kLayout.block) {
      const std::byte* block = matrix.panel(panel) + k / kLayout.block * kLayout.block_bytes();
      if (row == 0 && v == 0) ask_for(block + matrix.panel_bytes, kLayout.block_bytes());
      add_block<kFormat, kRows>(block, v, x, row, k, sum);
    }
    for (int r = 0; r < kRows; ++r) hn::Store(sum[r], D(), sums + r * kPanelRows + v * kLanes);
  }
}

#endif

}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#endif
