// Dot products of weights' codes with those of x, four neighbours to a 32-bit lane: the one thing that instruction sets
// do in quite different ways. Integer sums are exact, so all of them give the same bits.
#if defined(EDDY_INTEGER_DOTS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef EDDY_INTEGER_DOTS_INL_H
#undef EDDY_INTEGER_DOTS_INL_H
#else
#define EDDY_INTEGER_DOTS_INL_H
#endif

#include <cstring>

#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {

using Integers = hn::RebindToSigned<D>;
using I = hn::Vec<Integers>;
using Quads = hn::RebindToUnsigned<D>;
using Q = hn::Vec<Quads>;
#if defined(__GNUC__)
using Quad = std::int32_t __attribute__((may_alias, aligned(1)));
#endif

/// Four codes of a row of x as one number.
HWY_INLINE std::int32_t quad_at(const std::int8_t* codes) {
  std::int32_t quad;
  std::memcpy(&quad, codes, sizeof(quad));
  return quad;
}

// Two forms. Where kBytePairs is set, StepDots takes a code and four neighbours of x at a time, for many rows side by side;
// elsewhere add_dots(sum, codes, x) adds what kSteps times four codes of each lane give with those at `x`. No code is above
// kLargest.

#if HWY_TARGET == HWY_AVX3_DL  // AVX-512 with VNNI: one instruction a step

constexpr bool kBytePairs = false;

template <int kSteps>
HWY_INLINE I add_dots(I sum, const Q* codes, const std::int8_t* x) {
  for (int step = 0; step < kSteps; ++step) {
#if defined(__GNUC__)
    // Highway's set of this name implies VNNI at run time, but not to the compiler, which refuses the intrinsic.
    asm("vpdpbusd %2%{1to16%}, %1, %0"
        : "+v"(sum.raw)
        : "v"(codes[step].raw), "m"(*reinterpret_cast<const Quad*>(x + 4 * step)));
#else
    sum.raw = _mm512_dpbusd_epi32(sum.raw, codes[step].raw, _mm512_set1_epi32(quad_at(x + 4 * step)));
#endif
  }
  return sum;
}

#elif HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_SSE4 || HWY_TARGET == HWY_SSSE3

#if HWY_TARGET == HWY_AVX2
#define EDDY_X86(name) _mm256_##name
#else
#define EDDY_X86(name) _mm_##name
#endif

constexpr bool kBytePairs = true;

/// Products of bytes come as sums of two in 16 bits: as many steps as these can hold are added before they are widened.
/// Codes of eight bits come as signed numbers, their bias of 128 taken off.
template <int kLargest>
class StepDots {
 public:
  static constexpr bool kSigned = kLargest > 127;

  template <int kStep>
  HWY_INLINE void add(Q codes, I quad) {
    // The first factor has no sign; one of eight bits gives its own to the second. 128 * 127 twice is within 16 bits.
    auto products = quad.raw;
    if constexpr (kSigned) {
      products = EDDY_X86(maddubs_epi16)(EDDY_X86(abs_epi8)(codes.raw), EDDY_X86(sign_epi8)(quad.raw, codes.raw));
    } else {
      products = EDDY_X86(maddubs_epi16)(codes.raw, quad.raw);
    }
    if constexpr (kStep % kTogether > 0) products = EDDY_X86(add_epi16)(pairs_, products);
    keep_order(products);
    pairs_ = products;
    if constexpr (kStep % kTogether == kTogether - 1) widen<kStep / kTogether == 0>();
  }
  template <int kSteps>
  HWY_INLINE I sum() {
    if constexpr (kSteps % kTogether > 0) widen<kSteps / kTogether == 0>();
    return sum_;
  }

 private:
  static constexpr int kTogether = kSigned ? 1 : 32767 / (2 * 127 * kLargest);

  template <bool kFirst>
  HWY_INLINE void widen() {
    const auto wide = EDDY_X86(madd_epi16)(pairs_, EDDY_X86(set1_epi16)(1));
    sum_.raw = kFirst ? wide : EDDY_X86(add_epi32)(sum_.raw, wide);
    keep_order(sum_.raw);
  }

  /// Without it the compiler adds sums in pairs, for which it keeps all of them in memory.
  static HWY_INLINE void keep_order(decltype(I::raw)& sum) {
#if defined(__GNUC__)
    asm("" : "+x"(sum));
#else
    static_cast<void>(sum);
#endif
  }

  decltype(I::raw) pairs_;
  I sum_;
};

#undef EDDY_X86

#else  // any other: one byte after the other

constexpr bool kBytePairs = false;

template <int kSteps>
HWY_INLINE I add_dots(I sum, const Q* codes, const std::int8_t* x) {
  const Quads words;
  const Integers integers;
  const Q byte = hn::Set(words, 255u);
  const auto part = [&](Q shifted, int i) HWY_ATTR {
    return hn::Mul(hn::BitCast(integers, hn::And(shifted, byte)), hn::Set(integers, std::int32_t{x[i]}));
  };
  for (int step = 0; step < kSteps; ++step) {
    sum = hn::Add(sum, part(codes[step], 4 * step));
    sum = hn::Add(sum, part(hn::ShiftRight<8>(codes[step]), 4 * step + 1));
    sum = hn::Add(sum, part(hn::ShiftRight<16>(codes[step]), 4 * step + 2));
    sum = hn::Add(sum, part(hn::ShiftRight<24>(codes[step]), 4 * step + 3));
  }
  return sum;
}

#endif

}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#endif
