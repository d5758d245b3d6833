// The codes of block formats as bytes in registers, and what they are scaled with: what integer products take.
#if defined(EDDY_WEIGHT_GROUP_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef EDDY_WEIGHT_GROUP_INL_H
#undef EDDY_WEIGHT_GROUP_INL_H
#undef EDDY_UNROLL
#else
#define EDDY_WEIGHT_GROUP_INL_H
#endif

#include "engine/backends/cpu/integer_dots-inl.h"
#include "engine/backends/cpu/panels-inl.h"
#include "engine/backends/cpu/quantised_rows.h"

// The sums of a block of rows stay in registers only if the loop over them is gone.
#if defined(__clang__)
#define EDDY_UNROLL _Pragma("clang loop unroll(full)")
#elif defined(__GNUC__)
#define EDDY_UNROLL _Pragma("GCC unroll 16")
#else
#define EDDY_UNROLL
#endif

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {

/// One group of columns, for the lanes of vector `v`.
template <WeightFormat kFormat>
struct WeightGroup {
  using Panel = PanelOfCodes<kFormat>;
  static constexpr CodedLayout kLayout = Panel::kLayout;
  static constexpr int kSteps = kLayout.group / 4;
  static constexpr int kParts = kLayout.parts(), kPartSteps = kSteps / kParts;
  static constexpr int kLargest = kLayout.largest();
  // Codes of eight bits are kept as signed numbers where products of bytes want them so.
  static constexpr bool kSigned = kBytePairs && kLargest > 127;

  static HWY_INLINE const std::byte* low(const std::byte* group) { return group + kLayout.scale_bytes(); }

  /// Four neighbouring columns' codes, in bytes.
  template <int kStep>
  static HWY_INLINE Q step(const std::byte* group, int v) {
    const Quads words;
    constexpr int kColumn = 4 * kStep;
    Q code = Panel::words(low(group), kLayout.low_word(kColumn), v);
    if constexpr (kLayout.low_bits < 8) {
      constexpr std::uint32_t kMask = ((1u << kLayout.low_bits) - 1) * 0x01010101u;
      code = hn::And(hn::ShiftRight<kLayout.low_shift(kColumn)>(code), hn::Set(words, kMask));
    }
    if constexpr (kLayout.high_bits > 0) {
      constexpr std::uint32_t kMask = ((1u << kLayout.high_bits) - 1) * 0x01010101u << kLayout.low_bits;
      const Q bits = Panel::words(low(group) + kLayout.low_bytes(), 0, v);
      code = hn::OrAnd(code, Panel::template upper<kLayout.high_shift(kColumn)>(bits), hn::Set(words, kMask));
    }
    if constexpr (kLayout.levels != nullptr) return Panel::levels_of(code, kSigned ? 0x80 : 0);
    if constexpr (kSigned) code = hn::Xor(code, hn::Set(words, 0x80808080u));
    return code;
  }

  /// What the codes' bias adds to a dot product with the columns of `x` from `first` on.
  static HWY_INLINE std::int32_t bias(const QuantisedBlock& x, int first) {
    if constexpr (kLayout.bias == 0 || kSigned) return 0;
    return -kLayout.bias * sum_of(x, first);
  }

  /// sum + a part's share of the product with one row, from the dot product of the codes.
  static HWY_INLINE V add(V sum, I dot, V scale, V offset, const QuantisedBlock& x, int first) {
    const D d;
    sum = hn::MulAdd(hn::ConvertTo(d, dot), hn::Mul(scale, hn::Set(d, x.scale)), sum);
    if constexpr (!kLayout.mins) return sum;
    const float total = kWholeBlocks ? x.total : x.scale * static_cast<float>(sum_of(x, first));
    return hn::MulAdd(offset, hn::Set(d, total), sum);
  }

 private:
  static constexpr bool kWholeBlocks = kLayout.scaled == QuantisedBlock::kColumns;
  static_assert(kWholeBlocks || kLayout.scaled == QuantisedBlock::kSummed);

  /// Of x's codes in a part.
  static HWY_INLINE std::int32_t sum_of(const QuantisedBlock& x, int first) {
    return kWholeBlocks ? x.sums[0] + x.sums[1] : x.sums[first / QuantisedBlock::kSummed];
  }
};

}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#endif
