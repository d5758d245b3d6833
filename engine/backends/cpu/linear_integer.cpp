// The product of a matrix of codes with rows of x quantised to bytes: four multiplications to a lane instead of one, and
// no float per weight. Sums over a group of columns are exact integers; the groups are added as floats in rising order, one
// row like many, so that results do not depend on how tokens are cut into chunks.
#include "engine/backends/cpu/linear_integer.h"

#include <hwy/cache_control.h>

#include <algorithm>

#include "engine/backends/cpu/packed_matrix.h"
#include "engine/backends/cpu/ranges.h"
#include "engine/core/assert.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/linear_integer.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/integer_dots-inl.h"
#include "engine/backends/cpu/linear-inl.h"
#include "engine/backends/cpu/panels-inl.h"
#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

// The sums of a block of rows stay in registers only if the loop over them is gone.
#if defined(__clang__)
#define EDDY_UNROLL _Pragma("clang loop unroll(full)")
#elif defined(__GNUC__)
#define EDDY_UNROLL _Pragma("GCC unroll 16")
#else
#define EDDY_UNROLL
#endif

// Rows of x that use a group's weights while they are in registers.
constexpr int kRegisterRows = kLanes >= 16 ? 12 : 4;
// How far ahead of its use a weight is asked for.
constexpr std::int64_t kPrefetchBytes = 4096;

/// The codes of one group of columns for one vector of rows, and what they are scaled with.
template <WeightFormat kFormat>
struct WeightGroup {
  using Panel = PanelOfCodes<kFormat>;
  static constexpr CodedLayout kLayout = Panel::kLayout;
  static constexpr int kSteps = kLayout.group / 4;
  static constexpr int kBits = kLayout.low_bits + kLayout.high_bits;

  Q codes[kSteps];
  V scale, offset;

  /// Group `g` of a block, lanes of vector `v`. `d` and `m` are the block's.
  HWY_INLINE void load(const std::byte* group, int v, V d, V m) {
    scale = d;
    offset = m;
    if constexpr (kLayout.scales) scale = hn::Mul(d, Panel::template small_integers<std::int8_t>(group, v));
    if constexpr (kLayout.scales && kLayout.mins) {
      offset = hn::Neg(hn::Mul(m, Panel::template small_integers<std::uint8_t>(group + 32, v)));
    }
    const std::byte* low = group + kLayout.scale_bytes();
    load_steps(low, low + kLayout.low_bytes(), v, std::make_integer_sequence<int, kSteps>());
  }

  template <int... kStep>
  HWY_INLINE void load_steps(const std::byte* low, const std::byte* high, int v,
                             std::integer_sequence<int, kStep...>) {
    ((codes[kStep] = step<kStep>(low, high, v)), ...);
  }

  template <int kStep>
  static HWY_INLINE Q step(const std::byte* low, const std::byte* high, int v) {
    const Quads words;
    constexpr int kColumn = 4 * kStep;
    Q code = Panel::words(low, kLayout.low_word(kColumn), v);
    if constexpr (kLayout.low_bits == 4) {
      code = hn::And(hn::ShiftRight<kLayout.low_shift(kColumn)>(code), hn::Set(words, 0x0F0F0F0Fu));
    }
    if constexpr (kLayout.high_bits > 0) {
      constexpr std::uint32_t kMask = ((1u << kLayout.high_bits) - 1) * 0x01010101u << 4;
      const Q upper = Panel::template upper<kLayout.high_shift(kColumn)>(Panel::words(high, 0, v));
      code = hn::OrAnd(code, upper, hn::Set(words, kMask));
    }
    return code;
  }

  /// sum += this group's part of the product with one row, the group's columns starting at `first` of its block.
  HWY_INLINE void add_to(V& sum, const QuantisedBlock& x, int first) const {
    const D d;
    I dot = hn::Zero(Integers());
    if constexpr (kLayout.bias > 0) {
      std::int32_t total = x.sums[first / QuantisedBlock::kSummed];
      if constexpr (kLayout.group > QuantisedBlock::kSummed) total += x.sums[1];
      dot = hn::Set(Integers(), -kLayout.bias * total);
    }
    for (int step = 0; step < kSteps; ++step) dot = add_dot<kBits>(dot, codes[step], x.codes + first + 4 * step);
    sum = hn::MulAdd(hn::ConvertTo(d, dot), hn::Mul(scale, hn::Set(d, x.scale)), sum);
    if constexpr (kLayout.mins) sum = hn::MulAdd(offset, hn::Set(d, x.total), sum);
  }
};

/// Adds one block of weights, whose columns start at k, to the sums of `kRows` rows of x from `row` on, for the lanes of
/// vector `v`.
template <WeightFormat kFormat, int kRows>
HWY_INLINE void add_block(const std::byte* block, int v, const QuantisedRows& x, std::int64_t row, std::int64_t k,
                          V* HWY_RESTRICT sums) {
  using Group = WeightGroup<kFormat>;
  constexpr CodedLayout kLayout = Group::kLayout;
  const V d = Group::Panel::halves(block, v);
  const V m = kLayout.mins ? Group::Panel::halves(block + 64, v) : hn::Zero(D());
  for (int g = 0; g < kLayout.block / kLayout.group; ++g) {
    Group group;
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
      d[v] = Group::Panel::halves(at, v);
      m[v] = kLayout.mins ? Group::Panel::halves(at + 64, v) : hn::Zero(D());
    }
    at += kLayout.header_bytes();
    for (int first = 0; first < kLayout.block; first += kLayout.group, at += kLayout.group_bytes()) {
      for (std::int64_t line = 0; line < kLayout.group_bytes(); line += 64) hwy::Prefetch(at + line + kPrefetchBytes);
      const QuantisedBlock& of_x = *x.at(k + first, row);
      for (int v = 0; v < kColumnVectors; ++v) {
        Group group;
        group.load(at, v, d[v], m[v]);
        group.add_to(sum[v], of_x, first % static_cast<int>(QuantisedBlock::kColumns));
      }
    }
  }
  for (int v = 0; v < kColumnVectors; ++v) hn::Store(sum[v], D(), sums + v * kLanes);
}

/// kRows rows of x times one panel: sums [row][32].
template <WeightFormat kFormat, int kRows>
HWY_NOINLINE void multiply_many(const MatrixPanels& matrix, std::int64_t panel, const QuantisedRows& x,
                                std::int64_t row, float* sums) {
  constexpr CodedLayout kLayout = coded_layout(kFormat);
  for (int v = 0; v < kColumnVectors; ++v) {
    V sum[kRows];
    for (V& lanes : sum) lanes = hn::Zero(D());
    for (std::int64_t k = 0; k < matrix.columns; k += kLayout.block) {
      const std::byte* block = matrix.panel(panel) + k / kLayout.block * kLayout.block_bytes();
      add_block<kFormat, kRows>(block, v, x, row, k, sum);
    }
    for (int r = 0; r < kRows; ++r) hn::Store(sum[r], D(), sums + r * kPanelRows + v * kLanes);
  }
}

/// All rows of `x`; `first` is the first one's number in y.
template <WeightFormat kFormat>
void multiply_panels(const MatrixPanels& matrix, const QuantisedRows& x, std::int64_t first, const TaskRange& panels,
                     const Epilogue& epilogue) {
  HWY_ALIGN float sums[kRegisterRows * kPanelRows];
  const auto finish = [&](int count, std::int64_t row, std::int64_t panel) {
    for (int r = 0; r < count; ++r) epilogue.finish(sums + r * kPanelRows, first + row + r, panel * kPanelRows);
  };
  std::int64_t panel = panels.begin;
  for (; panel < panels.end; ++panel) {
    std::int64_t row = 0;
    for (; row + kRegisterRows <= x.rows; row += kRegisterRows) {
      multiply_many<kFormat, kRegisterRows>(matrix, panel, x, row, sums);
      finish(kRegisterRows, row, panel);
    }
    for (; row + 4 <= x.rows; row += 4) {
      multiply_many<kFormat, 4>(matrix, panel, x, row, sums);
      finish(4, row, panel);
    }
    for (; row < x.rows; ++row) {
      multiply_one<kFormat>(matrix, panel, x, row, sums);
      finish(1, row, panel);
    }
  }
}

void multiply_part(const IntegerProduct& product, const QuantisedRows& x, std::int64_t first, const TaskRange& panels) {
  Epilogue epilogue(product.y, product.activation);
  epilogue.bias = product.bias;
  epilogue.residual = product.residual;
  switch (product.matrix.format) {
#define EDDY_CODED(format)   \
  case WeightFormat::format: \
    return multiply_panels<WeightFormat::format>(product.matrix, x, first, panels, epilogue);
    EDDY_CODED(Q4_0)
    EDDY_CODED(Q4_1)
    EDDY_CODED(Q5_0)
    EDDY_CODED(Q5_1)
    EDDY_CODED(Q8_0)
    EDDY_CODED(Q4_K)
    EDDY_CODED(Q5_K)
    EDDY_CODED(Q6_K)
#undef EDDY_CODED
    default: EDDY_ASSERT(!"not a format of codes");
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(multiply_part);

namespace {

// Rows that all panels of a task are multiplied with before the next ones are looked at: with 2,048 columns they take
// 200 KB, which a second-level cache holds.
constexpr std::int64_t kRowsTogether = 64;

}  // namespace

bool has_integer_product(WeightFormat format) {
  return coded_layout(format).block > 0;
}

void multiply_integers(const IntegerProduct& product, std::int64_t begin, std::int64_t end) {
  TaskRange panels(0, 0, 1);
  panels.begin = begin;
  panels.end = end;
  for (std::int64_t first = 0; first < product.x.rows; first += kRowsTogether) {
    const QuantisedRows x = product.x.part(first, std::min(kRowsTogether, product.x.rows - first));
    HWY_DYNAMIC_DISPATCH(multiply_part)(product, x, first, panels);
  }
}

}  // namespace eddy
#endif
