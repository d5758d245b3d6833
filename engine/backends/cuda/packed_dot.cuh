// Packed weights times x in integers: a format gives its codes as signed bytes and what a run of them is scaled by; x
// is rounded to 16 bits per run and taken apart into two bytes, so that four products cost one instruction.
#pragma once

#include "engine/backends/cuda/formats.cuh"

namespace eddy {

/// Codes of one unit, in the order of DeviceFormat's columns. Run r (of kUnit / kRuns weights) is
/// scale[r] * code + offset[r].
template <int kUnit, int kRuns>
struct PackedUnit {
  std::uint32_t words[kUnit / 4];
  float scale[kRuns], offset[kRuns];
};

/// Sums of products of four bytes, signed or not.
__device__ __forceinline__ int dot_unsigned(std::uint32_t signed_bytes, std::uint32_t unsigned_bytes, int sum) {
  int out;
  asm("dp4a.s32.u32 %0, %1, %2, %3;" : "=r"(out) : "r"(signed_bytes), "r"(unsigned_bytes), "r"(sum));
  return out;
}
__device__ __forceinline__ int dot_both_unsigned(std::uint32_t a, std::uint32_t b, int sum) {
  int out;
  asm("dp4a.u32.u32 %0, %1, %2, %3;" : "=r"(out) : "r"(a), "r"(b), "r"(sum));
  return out;
}

/// Formats of single numbers have no codes.
template <WeightFormat F>
struct PackedDot {
  static constexpr bool kExists = false;
};

namespace packed_dot {

using namespace device_format;

template <class HighBits>
__device__ __forceinline__ void nibble_words(const uint4& q, std::uint32_t (&words)[8], HighBits high) {
#pragma unroll
  for (int i = 0; i < 4; ++i) {
    words[i] = (word(q, i) & 0x0f0f0f0fu) | high(i, 0);
    words[4 + i] = ((word(q, i) >> 4) & 0x0f0f0f0fu) | high(i, 1);
  }
}

/// Four indices of a table of sixteen, as bytes, to its four entries.
__device__ __forceinline__ std::uint32_t look_up(const LevelTable& table, std::uint32_t indices) {
  std::uint32_t pick = indices & 0x07070707u;
  pick = (pick | pick >> 4) & 0x00ff00ffu;
  pick = (pick | pick >> 8) & 0xffffu;
  const std::uint32_t upper = ((indices >> 3) & 0x01010101u) * 255u;
  return (__byte_perm(table.words[0], table.words[1], pick) & ~upper) |
         (__byte_perm(table.words[2], table.words[3], pick) & upper);
}

__device__ __forceinline__ void level_words(const uint4& q, const LevelTable& table, std::uint32_t (&words)[8]) {
  nibble_words(q, words, NoHighBits{});
#pragma unroll
  for (int i = 0; i < 8; ++i) words[i] = look_up(table, words[i]);
}

}  // namespace packed_dot

template <WeightFormat F, bool kMinimum, bool kFifth>
struct NibbleDot {
  static constexpr bool kExists = true;
  static constexpr int kRuns = 1;
  static __device__ __forceinline__ void unpack(const typename DeviceFormat<F>::Raw& raw, int, PackedUnit<32, 1>& out) {
    using namespace packed_dot;
    const float2 d = halves(raw.d);
    out.scale[0] = d.x;
    out.offset[0] = kMinimum ? d.y : d.x * (kFifth ? -16.0f : -8.0f);
    if constexpr (kFifth) {
      nibble_words(raw.q, out.words, FifthBits{raw.high});
    } else {
      nibble_words(raw.q, out.words, NoHighBits{});
    }
  }
};
template <>
struct PackedDot<WeightFormat::Q4_0> : NibbleDot<WeightFormat::Q4_0, false, false> {};
template <>
struct PackedDot<WeightFormat::Q4_1> : NibbleDot<WeightFormat::Q4_1, true, false> {};
template <>
struct PackedDot<WeightFormat::Q5_0> : NibbleDot<WeightFormat::Q5_0, false, true> {};
template <>
struct PackedDot<WeightFormat::Q5_1> : NibbleDot<WeightFormat::Q5_1, true, true> {};

template <>
struct PackedDot<WeightFormat::Q8_0> {
  static constexpr bool kExists = true;
  static constexpr int kRuns = 1;
  static __device__ __forceinline__ void unpack(const DeviceFormat<WeightFormat::Q8_0>::Raw& raw, int,
                                                PackedUnit<16, 1>& out) {
#pragma unroll
    for (int i = 0; i < 4; ++i) out.words[i] = device_format::word(raw.q, i);
    out.scale[0] = raw.d;
    out.offset[0] = 0;
  }
};

template <WeightFormat F, bool kFifth>
struct ScaleMinDot {
  static constexpr bool kExists = true;
  static constexpr int kRuns = 2;
  static __device__ __forceinline__ void unpack(const typename DeviceFormat<F>::Raw& raw, int unit,
                                                PackedUnit<32, 2>& out) {
    using namespace packed_dot;
#pragma unroll
    for (int r = 0; r < 2; ++r) {
      const float2 s = DeviceFormat<F>::scale_and_min(raw, r);
      out.scale[r] = s.x;
      out.offset[r] = -s.y;
    }
    if constexpr (kFifth) {
      const int pair = unit % 8 / 2;
      nibble_words(raw.q, out.words, [&raw, pair](int i, int half) {
        return ((word(raw.high, i) >> (2 * pair + half)) & 0x01010101u) << 4;
      });
    } else {
      nibble_words(raw.q, out.words, NoHighBits{});
    }
  }
};
template <>
struct PackedDot<WeightFormat::Q4_K> : ScaleMinDot<WeightFormat::Q4_K, false> {};
template <>
struct PackedDot<WeightFormat::Q5_K> : ScaleMinDot<WeightFormat::Q5_K, true> {};

template <>
struct PackedDot<WeightFormat::Q6_K> {
  static constexpr bool kExists = true;
  static constexpr int kRuns = 2;
  static __device__ __forceinline__ void unpack(const DeviceFormat<WeightFormat::Q6_K>::Raw& raw, int unit,
                                                PackedUnit<32, 2>& out) {
    using namespace packed_dot;
    const int b = unit % 4 / 2;
    nibble_words(raw.q, out.words, [&raw, b](int i, int half) {
      return ((word(raw.high, i) >> (2 * (b + 2 * half))) & 0x03030303u) << 4;
    });
    out.scale[0] = raw.low_scale;
    out.scale[1] = raw.up_scale;
    out.offset[0] = -32.0f * raw.low_scale;
    out.offset[1] = -32.0f * raw.up_scale;
  }
};

template <>
struct PackedDot<WeightFormat::Q2_K> {
  static constexpr bool kExists = true;
  static constexpr int kRuns = 4;
  static __device__ __forceinline__ void unpack(const DeviceFormat<WeightFormat::Q2_K>::Raw& raw, int unit,
                                                PackedUnit<32, 4>& out) {
    using namespace packed_dot;
    const float2 d = halves(raw.d);
#pragma unroll
    for (int j = 0; j < 4; ++j) {
      const int sub = 8 * (unit % 8 / 4) + 2 * j + unit % 4 / 2;
      const std::uint32_t four = sub < 4    ? raw.scales.x
                                 : sub < 8  ? raw.scales.y
                                 : sub < 12 ? raw.scales.z
                                            : raw.scales.w;
      const std::uint32_t sm = (four >> (8 * (sub % 4))) & 255u;
      out.scale[j] = d.x * static_cast<float>(sm & 15u);
      out.offset[j] = -d.y * static_cast<float>(sm >> 4);
      out.words[2 * j] = (raw.q.x >> (2 * j)) & 0x03030303u;
      out.words[2 * j + 1] = (raw.q.y >> (2 * j)) & 0x03030303u;
    }
  }
};

template <>
struct PackedDot<WeightFormat::Q3_K> {
  static constexpr bool kExists = true;
  static constexpr int kRuns = 4;
  static __device__ __forceinline__ void unpack(const DeviceFormat<WeightFormat::Q3_K>::Raw& raw, int unit,
                                                PackedUnit<32, 4>& out) {
#pragma unroll
    for (int j = 0; j < 4; ++j) {
      const int group = 4 * (unit % 8 / 4) + j;
      const float scale =
          raw.d * static_cast<float>(DeviceFormat<WeightFormat::Q3_K>::scale(raw, 2 * group + unit % 4 / 2));
      out.scale[j] = scale;
      out.offset[j] = -4.0f * scale;
      out.words[2 * j] = ((raw.q.x >> (2 * j)) & 0x03030303u) | ((raw.high.x >> group) & 0x01010101u) << 2;
      out.words[2 * j + 1] = ((raw.q.y >> (2 * j)) & 0x03030303u) | ((raw.high.y >> group) & 0x01010101u) << 2;
    }
  }
};

template <>
struct PackedDot<WeightFormat::IQ4_NL> {
  static constexpr bool kExists = true;
  static constexpr int kRuns = 1;
  static __device__ __forceinline__ void unpack(const DeviceFormat<WeightFormat::IQ4_NL>::Raw& raw, int,
                                                PackedUnit<32, 1>& out) {
    packed_dot::level_words(raw.q, device_format::iq4_levels(), out.words);
    out.scale[0] = raw.d;
    out.offset[0] = 0;
  }
};

template <>
struct PackedDot<WeightFormat::IQ4_XS> {
  static constexpr bool kExists = true;
  static constexpr int kRuns = 1;
  static __device__ __forceinline__ void unpack(const DeviceFormat<WeightFormat::IQ4_XS>::Raw& raw, int unit,
                                                PackedUnit<32, 1>& out) {
    packed_dot::level_words(raw.q, device_format::iq4_levels(), out.words);
    out.scale[0] = DeviceFormat<WeightFormat::IQ4_XS>::scale(raw, unit);
    out.offset[0] = 0;
  }
};

template <>
struct PackedDot<WeightFormat::MXFP4> {
  static constexpr bool kExists = true;
  static constexpr int kRuns = 1;
  static __device__ __forceinline__ void unpack(const DeviceFormat<WeightFormat::MXFP4>::Raw& raw, int,
                                                PackedUnit<32, 1>& out) {
    packed_dot::level_words(raw.q, device_format::fp4_levels(), out.words);
    out.scale[0] = ldexpf(1.0f, raw.exponent - 128);
    out.offset[0] = 0;
  }
};

/// The largest number that a step is chosen for, and what is added to round: 1.5 * 2^23, in whose last bits the integer
/// then stands.
inline constexpr float kMostIntegerX = 127.0f * 256.0f, kIntegerBits = 12582912.0f;

/// Four numbers of x as IntegerX has them, and the step and the sum of their whole run, which kLanes neighbouring lanes
/// have together: four numbers each.
struct RoundedFour {
  std::uint32_t high, low;
  float step, sum;
};

template <int kLanes>
__device__ __forceinline__ RoundedFour round_four(const float4& v) {
  float largest = fmaxf(fmaxf(fabsf(v.x), fabsf(v.y)), fmaxf(fabsf(v.z), fabsf(v.w)));
#pragma unroll
  for (int offset = kLanes / 2; offset > 0; offset /= 2) {
    largest = fmaxf(largest, __shfl_xor_sync(0xffffffffu, largest, offset));
  }
  const float up = largest > 0 ? kMostIntegerX / largest : 0.0f;
  const auto bits = [up](float x) { return __float_as_uint(fmaf(x, up, kIntegerBits)); };
  const std::uint32_t first = __byte_perm(bits(v.x), bits(v.y), 0x5410);
  const std::uint32_t second = __byte_perm(bits(v.z), bits(v.w), 0x5410);
  RoundedFour four{__byte_perm(first, second, 0x7531), __byte_perm(first, second, 0x6420), largest / kMostIntegerX, 0};
  int sum = 256 * __dp4a(static_cast<int>(four.high), 0x01010101, 0) + dot_unsigned(0x01010101u, four.low, 0);
#pragma unroll
  for (int offset = kLanes / 2; offset > 0; offset /= 2) sum += __shfl_xor_sync(0xffffffffu, sum, offset);
  four.sum = four.step * static_cast<float>(sum);
  return four;
}

/// A lane's part of x as integers of 16 bits: value = step[run] * (256 * high + low), with high signed and low not.
template <int kUnit, int kRuns>
struct IntegerX {
  std::uint32_t high[kUnit / 4], low[kUnit / 4];
  float step[kRuns], sum[kRuns];

  __device__ __forceinline__ void round(const float (&x)[kUnit]) {
    constexpr int kRun = kUnit / kRuns;
#pragma unroll
    for (int r = 0; r < kRuns; ++r) {
      float largest = 0;
#pragma unroll
      for (int i = 0; i < kRun; ++i) largest = fmaxf(largest, fabsf(x[r * kRun + i]));
      const float up = largest > 0 ? kMostIntegerX / largest : 0.0f;
      step[r] = largest / kMostIntegerX;
      int upper = 0, lower = 0;
#pragma unroll
      for (int i = 0; i < kRun; i += 4) {
        std::uint32_t bits[4];
#pragma unroll
        for (int b = 0; b < 4; ++b) bits[b] = __float_as_uint(fmaf(x[r * kRun + i + b], up, kIntegerBits));
        const std::uint32_t first = __byte_perm(bits[0], bits[1], 0x5410), second = __byte_perm(bits[2], bits[3], 0x5410);
        const int word = (r * kRun + i) / 4;
        high[word] = __byte_perm(first, second, 0x7531);
        low[word] = __byte_perm(first, second, 0x6420);
        upper = __dp4a(static_cast<int>(high[word]), 0x01010101, upper);
        lower = dot_unsigned(0x01010101u, low[word], lower);
      }
      sum[r] = step[r] * static_cast<float>(256 * upper + lower);
    }
  }

  __device__ __forceinline__ float dot(const PackedUnit<kUnit, kRuns>& w) const {
    constexpr int kWords = kUnit / kRuns / 4;
    float y = 0;
#pragma unroll
    for (int r = 0; r < kRuns; ++r) {
      int upper = 0, lower = 0;
#pragma unroll
      for (int i = 0; i < kWords; ++i) {
        upper = __dp4a(static_cast<int>(w.words[r * kWords + i]), static_cast<int>(high[r * kWords + i]), upper);
        lower = dot_unsigned(w.words[r * kWords + i], low[r * kWords + i], lower);
      }
      y = fmaf(w.scale[r] * step[r], static_cast<float>(256 * upper + lower), fmaf(w.offset[r], sum[r], y));
    }
    return y;
  }
};

/// Codes times x where a format has a shorter way than unpack().
template <WeightFormat F>
struct ShortDot {
  static constexpr bool kExists = false;
};

/// Upper nibbles stay where they are: sixteen times the code. Scales and minima are multiplied in last.
template <>
struct ShortDot<WeightFormat::Q4_K> {
  static constexpr bool kExists = true;
  static __device__ __forceinline__ float dot(const DeviceFormat<WeightFormat::Q4_K>::Raw& raw, const IntegerX<32, 2>& x) {
    int upper[2] = {}, lower[2] = {};
#pragma unroll
    for (int i = 0; i < 4; ++i) {
      const std::uint32_t q = device_format::word(raw.q, i), low = q & 0x0f0f0f0fu, up = q & 0xf0f0f0f0u;
      upper[0] = dot_unsigned(x.high[i], low, upper[0]);
      lower[0] = dot_both_unsigned(x.low[i], low, lower[0]);
      upper[1] = dot_unsigned(x.high[4 + i], up, upper[1]);
      lower[1] = dot_both_unsigned(x.low[4 + i], up, lower[1]);
    }
    const float first = static_cast<float>(256 * upper[0] + lower[0]) * x.step[0];
    const float second = static_cast<float>(256 * upper[1] + lower[1]) * (0.0625f * x.step[1]);
    const auto byte = [&raw](int i) { return static_cast<float>((raw.pair >> (8 * i)) & 255u); };
    const float2 d = device_format::halves(raw.d);
    return d.x * fmaf(byte(0), first, byte(1) * second) - d.y * fmaf(byte(2), x.sum[0], byte(3) * x.sum[1]);
  }
};

}  // namespace eddy
