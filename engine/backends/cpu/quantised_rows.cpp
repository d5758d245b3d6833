#include "engine/backends/cpu/quantised_rows.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/quantised_rows.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

constexpr float kLargestCode = 127.0f;
// Rows below this count as zero: the inverse of their scale would not be finite.
constexpr float kSmallestScaled = 1e-30f;

/// 16 codes from 16 numbers; their sum.
HWY_INLINE std::int32_t quantise_sixteen(const float* x, V inverse, std::int8_t* codes) {
  const D d;
  const hn::RebindToSigned<D> integers;
  const hn::Rebind<std::int8_t, D> bytes;
  auto sum = hn::Zero(integers);
  for (std::int64_t i = 0; i < QuantisedBlock::kSummed; i += kLanes) {
    const auto code = hn::NearestInt(hn::Mul(hn::LoadU(d, x + i), inverse));
    sum = hn::Add(sum, code);
    hn::StoreU(hn::DemoteTo(bytes, code), bytes, codes + i);
  }
  return hn::GetLane(hn::SumOfLanes(integers, sum));
}

HWY_INLINE float largest(const float* x) {
  const D d;
  V most = hn::Zero(d);
  for (std::int64_t i = 0; i < QuantisedBlock::kColumns; i += kLanes) most = hn::Max(most, hn::Abs(hn::LoadU(d, x + i)));
  return hn::GetLane(hn::MaxOfLanes(d, most));
}

void quantise(const float* x, const QuantisedRows& out) {
  for (std::int64_t r = 0; r < out.rows; ++r, x += out.columns) {
    for (std::int64_t k = 0; k < out.columns; k += QuantisedBlock::kColumns) {
      QuantisedBlock& block = *out.at(k, r);
      const float most = largest(x + k);
      block.scale = most / kLargestCode;
      const V inverse = hn::Set(D(), most > kSmallestScaled ? kLargestCode / most : 0.0f);
      for (std::int64_t i = 0; i < QuantisedBlock::kColumns; i += QuantisedBlock::kSummed) {
        block.sums[i / QuantisedBlock::kSummed] = quantise_sixteen(x + k + i, inverse, block.codes + i);
      }
      block.total = block.scale * static_cast<float>(block.sums[0] + block.sums[1]);
    }
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(quantise);

void quantise_rows(const float* x, const QuantisedRows& out) {
  HWY_DYNAMIC_DISPATCH(quantise)(x, out);
}

}  // namespace eddy
#endif
