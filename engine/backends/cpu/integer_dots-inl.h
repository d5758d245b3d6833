// Dot products of unsigned codes with signed ones, four neighbours to a 32-bit lane: the one thing that instruction sets
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

// Each form: sum + what the codes in `weights` [lanes][4], below 2^kBits, give with the four at `x`.

#if HWY_TARGET == HWY_AVX3_DL  // AVX-512 with VNNI: one instruction

template <int kBits>
HWY_INLINE I add_dot(I sum, Q weights, const std::int8_t* x) {
#if defined(__GNUC__)
  // Highway's set of this name implies VNNI at run time, but not to the compiler, which refuses the intrinsic.
  asm("vpdpbusd %2%{1to16%}, %1, %0" : "+v"(sum.raw) : "v"(weights.raw), "m"(*reinterpret_cast<const Quad*>(x)));
  return sum;
#else
  return I{_mm512_dpbusd_epi32(sum.raw, weights.raw, _mm512_set1_epi32(quad_at(x)))};
#endif
}

#elif HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3

#if HWY_TARGET == HWY_AVX2
#define EDDY_X86(name) _mm256_##name
#define EDDY_X86_BITS(name) _mm256_##name##_si256
#else
#define EDDY_X86(name) _mm512_##name
#define EDDY_X86_BITS(name) _mm512_##name##_si512
#endif

template <int kBits>
HWY_INLINE I add_dot(I sum, Q weights, const std::int8_t* quad) {
  const auto x = EDDY_X86(set1_epi32)(quad_at(quad));
  if constexpr (kBits < 8) {  // pairs stay below 2^15
    return I{EDDY_X86(add_epi32)(
        sum.raw, EDDY_X86(madd_epi16)(EDDY_X86(maddubs_epi16)(weights.raw, x), EDDY_X86(set1_epi16)(1)))};
  }
  const auto even = EDDY_X86_BITS(and)(weights.raw, EDDY_X86(set1_epi16)(255));
  const auto odd = EDDY_X86(srli_epi16)(weights.raw, 8);
  const auto x_even = EDDY_X86(srai_epi16)(EDDY_X86(slli_epi16)(x, 8), 8), x_odd = EDDY_X86(srai_epi16)(x, 8);
  return I{EDDY_X86(add_epi32)(
      sum.raw, EDDY_X86(add_epi32)(EDDY_X86(madd_epi16)(even, x_even), EDDY_X86(madd_epi16)(odd, x_odd)))};
}

#undef EDDY_X86
#undef EDDY_X86_BITS

#elif HWY_ARCH_X86 && HWY_TARGET != HWY_SCALAR && HWY_TARGET != HWY_EMU128

template <int kBits>
HWY_INLINE I add_dot(I sum, Q weights, const std::int8_t* quad) {
  const __m128i x = _mm_set1_epi32(quad_at(quad));
  const __m128i even = _mm_and_si128(weights.raw, _mm_set1_epi16(255)), odd = _mm_srli_epi16(weights.raw, 8);
  const __m128i x_even = _mm_srai_epi16(_mm_slli_epi16(x, 8), 8), x_odd = _mm_srai_epi16(x, 8);
  return I{_mm_add_epi32(sum.raw, _mm_add_epi32(_mm_madd_epi16(even, x_even), _mm_madd_epi16(odd, x_odd)))};
}

#else  // any other: one byte after the other

template <int kBits>
HWY_INLINE I add_dot(I sum, Q weights, const std::int8_t* quad) {
  const Quads words;
  const Integers integers;
  const Q byte = hn::Set(words, 255u);
  const auto part = [&](Q shifted, int i) HWY_ATTR {
    return hn::Mul(hn::BitCast(integers, hn::And(shifted, byte)), hn::Set(integers, std::int32_t{quad[i]}));
  };
  sum = hn::Add(sum, part(weights, 0));
  sum = hn::Add(sum, part(hn::ShiftRight<8>(weights), 1));
  sum = hn::Add(sum, part(hn::ShiftRight<16>(weights), 2));
  return hn::Add(sum, part(hn::ShiftRight<24>(weights), 3));
}

#endif

}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#endif
