// 16-bit floats in software: IEEE half and bfloat16. Rounds to nearest, ties to even; infinities and NaN survive.
#pragma once

#include <bit>
#include <cstdint>

namespace eddy {

using Half = std::uint16_t;      ///< bits of an IEEE binary16
using BFloat16 = std::uint16_t;  ///< upper 16 bits of a binary32

constexpr float half_to_float(Half h) {
  const std::uint32_t sign = std::uint32_t(h & 0x8000u) << 16;
  const std::uint32_t exponent = (h >> 10) & 0x1fu;
  const std::uint32_t mantissa = h & 0x3ffu;
  if (exponent == 0x1f) return std::bit_cast<float>(sign | 0x7f800000u | mantissa << 13);
  if (exponent != 0) return std::bit_cast<float>(sign | (exponent + 112) << 23 | mantissa << 13);
  const float magnitude = float(mantissa) * 0x1p-24f;  // subnormal: exact in float
  return sign ? -magnitude : magnitude;
}

constexpr Half float_to_half(float f) {
  const std::uint32_t bits = std::bit_cast<std::uint32_t>(f);
  const Half sign = Half((bits >> 16) & 0x8000u);
  const std::uint32_t magnitude = bits & 0x7fffffffu;
  if (magnitude > 0x7f800000u) return Half(sign | 0x7e00u);
  if (magnitude >= 0x477ff000u) return Half(sign | 0x7c00u);  // 65520 and above round to infinity
  if (magnitude < 0x38800000u) {                              // below 2^-14: subnormal half
    // Adding 0.5 puts the half's last place at the float's last place, so the addition rounds for us.
    const float aligned = std::bit_cast<float>(magnitude) + 0.5f;
    return Half(sign | (std::bit_cast<std::uint32_t>(aligned) - 0x3f000000u));
  }
  const std::uint32_t odd = (magnitude >> 13) & 1u;
  return Half(sign | ((magnitude + 0xfffu + odd - 0x38000000u) >> 13));
}

constexpr float bfloat16_to_float(BFloat16 b) {
  return std::bit_cast<float>(std::uint32_t(b) << 16);
}

constexpr BFloat16 float_to_bfloat16(float f) {
  const std::uint32_t bits = std::bit_cast<std::uint32_t>(f);
  if ((bits & 0x7fffffffu) > 0x7f800000u) return BFloat16(bits >> 16 | 0x40u);
  return BFloat16((bits + 0x7fffu + ((bits >> 16) & 1u)) >> 16);
}

}  // namespace eddy
