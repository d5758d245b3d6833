// Vectors for the CPU kernels, on Highway: each kernel source is compiled once per instruction set and the best one is
// picked at run time, from one source and without a family of files per instruction set.
//
// Sums are kept in 16 virtual lanes (element i goes to lane i % 16) and folded in a fixed order, so that every width of
// vector gives the same bits. Sets without fused multiply-add (before AVX2) round once more and may differ in the last
// bit.
#if defined(EDDY_SIMD_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef EDDY_SIMD_INL_H
#undef EDDY_SIMD_INL_H
#else
#define EDDY_SIMD_INL_H
#endif

#include <hwy/contrib/math/math-inl.h>
#include <hwy/highway.h>

#include <algorithm>
#include <cstdint>

#include "engine/ops/activation.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using D = hn::CappedTag<float, 16>;
using V = hn::Vec<D>;
constexpr std::int64_t kLanes = static_cast<std::int64_t>(hn::MaxLanes(D()));
constexpr std::int64_t kVirtualLanes = 16;

/// `count` numbers, the rest of the vector filled with `rest`. Never reads past p + count.
HWY_INLINE V load_some(const float* p, std::int64_t count, float rest = 0.0f) {
  const D d;
  if (HWY_LIKELY(count >= kLanes)) return hn::LoadU(d, p);
  HWY_ALIGN float padded[kLanes];
  for (std::int64_t i = 0; i < kLanes; ++i) padded[i] = i < count ? p[i] : rest;
  return hn::Load(d, padded);
}

HWY_INLINE void store_some(V v, float* p, std::int64_t count) {
  const D d;
  if (HWY_LIKELY(count >= kLanes)) return hn::StoreU(v, d, p);
  HWY_ALIGN float padded[kLanes];
  hn::Store(v, d, padded);
  for (std::int64_t i = 0; i < count; ++i) p[i] = padded[i];
}

/// The sum of 16 lanes, folded in halves.
HWY_INLINE float fold_lanes(float* lanes) {
  for (int half = 8; half > 0; half /= 2) {
    for (int i = 0; i < half; ++i) lanes[i] += lanes[i + half];
  }
  return lanes[0];
}

/// Sums n elements: `add(sum, i, count)` adds elements i .. i + count (at most a vector of them) to the running sums.
/// What it puts into lanes past `count` must be zero.
template <class Add>
HWY_INLINE float sum_over(std::int64_t n, const Add& add) {
  const D d;
  HWY_ALIGN float lanes[kVirtualLanes];
  for (std::int64_t first = 0; first < kVirtualLanes; first += kLanes) {
    V sum = hn::Zero(d);
    for (std::int64_t i = first; i < n; i += kVirtualLanes) sum = add(sum, i, n - i);
    hn::Store(sum, d, lanes + first);
  }
  return fold_lanes(lanes);
}

HWY_INLINE V sigmoid(V x) {
  const D d;
  // Beyond these the result is 0 or 1 within float32 anyway, and exp stays finite.
  const V safe = hn::Min(hn::Max(x, hn::Set(d, -88.0f)), hn::Set(d, 88.0f));
  const V one = hn::Set(d, 1.0f);
  return hn::Div(one, hn::Add(one, hn::Exp(d, hn::Neg(safe))));
}

HWY_INLINE V apply(Activation activation, V x) {
  const D d;
  switch (activation) {
    case Activation::None:
      return x;
    case Activation::Tanh:
      return hn::Tanh(d, x);
    case Activation::Sigmoid:
      return sigmoid(x);
    case Activation::ReluSquared: {
      const V positive = hn::Max(x, hn::Zero(d));
      return hn::Mul(positive, positive);
    }
    case Activation::Rwkv7Decay:
      return hn::Exp(d, hn::Mul(hn::Set(d, -kRwkv7DecayScale), sigmoid(x)));
    case Activation::Silu:
      return hn::Mul(x, sigmoid(x));
    case Activation::GeluTanh: {
      const V cubic = hn::Mul(hn::Mul(hn::Mul(hn::Set(d, kGeluCubic), x), x), x);
      const V bend = hn::Tanh(d, hn::Mul(hn::Set(d, kGeluScale), hn::Add(x, cubic)));
      return hn::Mul(hn::Mul(hn::Set(d, 0.5f), x), hn::Add(hn::Set(d, 1.0f), bend));
    }
    case Activation::Gelu: {
      HWY_ALIGN float lanes[kLanes];
      hn::Store(x, d, lanes);
      for (float& lane : lanes) lane = activate(Activation::Gelu, lane);
      return hn::Load(d, lanes);
    }
    case Activation::Rwkv6Decay:
      // Beyond these the result is 1 or 0 within float32 anyway, and both exponentials stay finite.
      return hn::Exp(d, hn::Neg(hn::Exp(d, hn::Min(hn::Max(x, hn::Set(d, -88.0f)), hn::Set(d, 10.0f)))));
  }
  return x;
}

}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#endif
