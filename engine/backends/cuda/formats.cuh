// Weight formats on the device: one unit of a row read from the planes and turned into floats, in registers.
// The formulas are those of engine/quant; gpu/weight_planes.h lists the planes.
#pragma once

#include <cuda_bf16.h>
#include <cuda_fp16.h>

#include "engine/backends/cuda/launch.cuh"

namespace eddy {

/// Each has: kUnit, weights turned at once; Raw, a unit as it was read; read(); decode(); column(unit, i), where weight
/// i of the unit stands in the row. Runs of 8 weights are neighbours: column(unit, i + 1) = column(unit, i) + 1 for
/// i % 8 < 7.
template <WeightFormat>
struct DeviceFormat;

namespace device_format {

template <class T>
__device__ __forceinline__ const T* at(const DeviceMatrix& m, int plane, std::int64_t row, std::int64_t byte) {
  return reinterpret_cast<const T*>(m.planes[plane] + row * m.pitch[plane] + byte);
}

__device__ __forceinline__ float half_at(const DeviceMatrix& m, int plane, std::int64_t row, std::int64_t block) {
  return __half2float(__ushort_as_half(__ldg(at<unsigned short>(m, plane, row, 2 * block))));
}

__device__ __forceinline__ float2 halves(std::uint32_t both) {
  return {__half2float(__ushort_as_half(both & 0xffff)), __half2float(__ushort_as_half(both >> 16))};
}

/// Byte b of `bytes` as a float, without the slow conversion: it becomes the last bits of 2^23.
__device__ __forceinline__ float byte_to_float(std::uint32_t bytes, int b) {
  return __uint_as_float(__byte_perm(bytes, 0x4B000000u, 0x7550u + b)) - 8388608.0f;
}

__device__ __forceinline__ std::uint32_t word(const uint4& v, int i) {
  return i == 0 ? v.x : i == 1 ? v.y : i == 2 ? v.z : v.w;
}

/// The column of weight i of a unit of 32 whose block of 32 is kept as in Q4_0: low nibbles first.
__device__ __forceinline__ int plain_column(int unit, int i) {
  return 32 * unit + i;
}

/// w = scale * code + offset for 16 bytes of nibbles, low ones first; `high` has each code's further bits as bytes.
template <class HighBits>
__device__ __forceinline__ void decode_nibbles(const uint4& q, float scale_low, float offset_low, float scale_high,
                                               float offset_high, float (&w)[32], HighBits high) {
#pragma unroll
  for (int i = 0; i < 4; ++i) {
    const std::uint32_t low = (word(q, i) & 0x0f0f0f0fu) | high(i, 0);
    const std::uint32_t up = ((word(q, i) >> 4) & 0x0f0f0f0fu) | high(i, 1);
#pragma unroll
    for (int b = 0; b < 4; ++b) {
      w[4 * i + b] = scale_low * byte_to_float(low, b) + offset_low;
      w[16 + 4 * i + b] = scale_high * byte_to_float(up, b) + offset_high;
    }
  }
}

struct NoHighBits {
  __device__ std::uint32_t operator()(int, int) const { return 0; }
};

/// Bits 4 i .. 4 i + 3 of `bits` as bit 4 of four bytes; `half` 1 takes bits 16 on.
struct FifthBits {
  std::uint32_t bits;
  __device__ std::uint32_t operator()(int i, int half) const {
    const std::uint32_t four = (bits >> (16 * half + 4 * i)) & 15u;
    return ((four & 1u) << 4) | ((four & 2u) << 11) | ((four & 4u) << 18) | ((four & 8u) << 25);
  }
};

/// Level q of a table of sixteen, by its nibble.
template <class Table>
__device__ __forceinline__ void decode_levels(const uint4& q, float scale, const Table& table, float (&w)[32]) {
#pragma unroll
  for (int i = 0; i < 16; ++i) {
    const std::uint32_t byte = (word(q, i / 4) >> (8 * (i % 4))) & 255u;
    w[i] = scale * table(byte & 15u);
    w[16 + i] = scale * table(byte >> 4);
  }
}

/// Sixteen small integers in four words: cheaper to pick from than memory.
struct LevelTable {
  std::uint32_t words[4];
  __device__ float operator()(std::uint32_t i) const {
    const std::uint32_t low = __byte_perm(words[0], words[1], i & 7u), high = __byte_perm(words[2], words[3], i & 7u);
    return static_cast<float>(static_cast<signed char>((i < 8 ? low : high) & 255u));
  }
};

constexpr std::uint32_t four_levels(int a, int b, int c, int d) {
  return std::uint32_t(a & 255) | std::uint32_t(b & 255) << 8 | std::uint32_t(c & 255) << 16 |
         std::uint32_t(d & 255) << 24;
}

__device__ __forceinline__ LevelTable iq4_levels() {
  return {{four_levels(-127, -104, -83, -65), four_levels(-49, -35, -22, -10), four_levels(1, 13, 25, 38),
           four_levels(53, 69, 89, 113)}};
}

__device__ __forceinline__ LevelTable fp4_levels() {
  return {
      {four_levels(0, 1, 2, 3), four_levels(4, 6, 8, 12), four_levels(0, -1, -2, -3), four_levels(-4, -6, -8, -12)}};
}

}  // namespace device_format

template <>
struct DeviceFormat<WeightFormat::F32> {
  static constexpr int kUnit = 8;
  struct Raw {
    uint4 a, b;
  };
  static __device__ __forceinline__ Raw read(const DeviceMatrix& m, std::int64_t row, int unit) {
    const auto* p = device_format::at<uint4>(m, 0, row, 32LL * unit);
    return {load_weight_16(p), load_weight_16(p + 1)};
  }
  static __device__ __forceinline__ void decode(const Raw& raw, int, float (&w)[kUnit]) {
#pragma unroll
    for (int i = 0; i < 4; ++i) {
      w[i] = __uint_as_float(device_format::word(raw.a, i));
      w[4 + i] = __uint_as_float(device_format::word(raw.b, i));
    }
  }
  static __device__ __forceinline__ int column(int unit, int i) {
    return kUnit * unit + i;
  }
};

template <>
struct DeviceFormat<WeightFormat::F16> {
  static constexpr int kUnit = 8;
  using Raw = uint4;
  static __device__ __forceinline__ Raw read(const DeviceMatrix& m, std::int64_t row, int unit) {
    return load_weight_16(device_format::at<uint4>(m, 0, row, 16LL * unit));
  }
  static __device__ __forceinline__ void decode(const Raw& raw, int, float (&w)[kUnit]) {
#pragma unroll
    for (int i = 0; i < 4; ++i) {
      const std::uint32_t both = device_format::word(raw, i);
      const float2 f = __half22float2(*reinterpret_cast<const __half2*>(&both));
      w[2 * i] = f.x;
      w[2 * i + 1] = f.y;
    }
  }
  static __device__ __forceinline__ int column(int unit, int i) {
    return kUnit * unit + i;
  }
};

template <>
struct DeviceFormat<WeightFormat::BF16> {
  static constexpr int kUnit = 8;
  using Raw = uint4;
  static __device__ __forceinline__ Raw read(const DeviceMatrix& m, std::int64_t row, int unit) {
    return load_weight_16(device_format::at<uint4>(m, 0, row, 16LL * unit));
  }
  static __device__ __forceinline__ void decode(const Raw& raw, int, float (&w)[kUnit]) {
#pragma unroll
    for (int i = 0; i < 4; ++i) {
      const std::uint32_t both = device_format::word(raw, i);
      w[2 * i] = __uint_as_float(both << 16);
      w[2 * i + 1] = __uint_as_float(both & 0xffff0000u);
    }
  }
  static __device__ __forceinline__ int column(int unit, int i) {
    return kUnit * unit + i;
  }
};

template <>
struct DeviceFormat<WeightFormat::Q8_0> {
  static constexpr int kUnit = 16;
  struct Raw {
    uint4 q;
    float d;
  };
  static __device__ __forceinline__ Raw read(const DeviceMatrix& m, std::int64_t row, int unit) {
    return {load_weight_16(device_format::at<uint4>(m, 0, row, 16LL * unit)),
            device_format::half_at(m, 1, row, unit / 2)};
  }
  static __device__ __forceinline__ void decode(const Raw& raw, int, float (&w)[kUnit]) {
#pragma unroll
    for (int i = 0; i < 16; ++i) {  // codes as 0 .. 255 by flipping their sign bit
      const float code = device_format::byte_to_float(device_format::word(raw.q, i / 4) ^ 0x80808080u, i % 4) - 128.0f;
      w[i] = raw.d * code;
    }
  }
  static __device__ __forceinline__ int column(int unit, int i) {
    return kUnit * unit + i;
  }
};

/// Q4_0, Q4_1, Q5_0, Q5_1: 32 weights with one scale, perhaps a minimum, perhaps fifth bits.
template <bool kMinimum, bool kFifth>
struct NibbleFormat {
  static constexpr int kUnit = 32;
  struct Raw {
    uint4 q;
    std::uint32_t d;
    std::uint32_t high;
  };
  static __device__ __forceinline__ Raw read(const DeviceMatrix& m, std::int64_t row, int unit) {
    using namespace device_format;
    Raw raw;
    raw.q = load_weight_16(at<uint4>(m, 0, row, 16LL * unit));
    raw.d = kMinimum ? __ldg(at<std::uint32_t>(m, 1, row, 4LL * unit))
                     : std::uint32_t(__ldg(at<unsigned short>(m, 1, row, 2LL * unit)));
    raw.high = kFifth ? __ldg(at<std::uint32_t>(m, 2, row, 4LL * unit)) : 0u;
    return raw;
  }
  static __device__ __forceinline__ void decode(const Raw& raw, int, float (&w)[kUnit]) {
    using namespace device_format;
    const float2 d = halves(raw.d);
    const float offset = kMinimum ? d.y : d.x * (kFifth ? -16.0f : -8.0f);
    if constexpr (kFifth) {
      decode_nibbles(raw.q, d.x, offset, d.x, offset, w, FifthBits{raw.high});
    } else {
      decode_nibbles(raw.q, d.x, offset, d.x, offset, w, NoHighBits{});
    }
  }
  static __device__ __forceinline__ int column(int unit, int i) { return device_format::plain_column(unit, i); }
};
template <>
struct DeviceFormat<WeightFormat::Q4_0> : NibbleFormat<false, false> {};
template <>
struct DeviceFormat<WeightFormat::Q4_1> : NibbleFormat<true, false> {};
template <>
struct DeviceFormat<WeightFormat::Q5_0> : NibbleFormat<false, true> {};
template <>
struct DeviceFormat<WeightFormat::Q5_1> : NibbleFormat<true, true> {};

/// Q4_K, Q5_K. A unit is 16 bytes of nibbles: 16 weights of sub-block 2p and the same 16 of sub-block 2p + 1.
template <bool kFifth>
struct ScaleMinFormat {
  static constexpr int kUnit = 32;
  struct Raw {
    uint4 q;
    std::uint32_t pair, d;
    uint4 high;
  };
  static __device__ __forceinline__ Raw read(const DeviceMatrix& m, std::int64_t row, int unit) {
    using namespace device_format;
    Raw raw;
    raw.q = load_weight_16(at<uint4>(m, 0, row, 16LL * unit));
    raw.pair = __ldg(at<std::uint32_t>(m, 1, row, 4LL * (unit / 2)));
    raw.d = __ldg(at<std::uint32_t>(m, 2, row, 4LL * (unit / 8)));
    if constexpr (kFifth) raw.high = __ldg(at<uint4>(m, 3, row, 32LL * (unit / 8) + 16 * (unit % 2)));
    return raw;
  }
  /// Scale and minimum of the unit's first or second run of 16.
  static __device__ __forceinline__ float2 scale_and_min(const Raw& raw, int run) {
    const float2 d = device_format::halves(raw.d);
    return {d.x * device_format::byte_to_float(raw.pair, run), d.y * device_format::byte_to_float(raw.pair, 2 + run)};
  }
  static __device__ __forceinline__ void decode(const Raw& raw, int unit, float (&w)[kUnit]) {
    using namespace device_format;
    const int pair = unit % 8 / 2;
    const float2 low = scale_and_min(raw, 0), up = scale_and_min(raw, 1);
    if constexpr (kFifth) {
      const auto high = [&raw, pair](int i, int half) {
        return ((word(raw.high, i) >> (2 * pair + half)) & 0x01010101u) << 4;
      };
      decode_nibbles(raw.q, low.x, -low.y, up.x, -up.y, w, high);
    } else {
      decode_nibbles(raw.q, low.x, -low.y, up.x, -up.y, w, NoHighBits{});
    }
  }
  static __device__ __forceinline__ int column(int unit, int i) {
    return 256 * (unit / 8) + 64 * (unit % 8 / 2) + 16 * (unit % 2) + (i < 16 ? i : 16 + i);
  }
};
template <>
struct DeviceFormat<WeightFormat::Q4_K> : ScaleMinFormat<false> {};
template <>
struct DeviceFormat<WeightFormat::Q5_K> : ScaleMinFormat<true> {};

/// A unit is 16 bytes of nibbles: weights 128 a + 32 b + 16 c + l and those 64 further, for unit % 8 = 4 a + 2 b + c.
template <>
struct DeviceFormat<WeightFormat::Q6_K> {
  static constexpr int kUnit = 32;
  struct Raw {
    uint4 q, high;
    float low_scale, up_scale;
  };
  static __device__ __forceinline__ Raw read(const DeviceMatrix& m, std::int64_t row, int unit) {
    using namespace device_format;
    const std::int64_t block = unit / 8;
    const int a = unit % 8 / 4, b = unit % 4 / 2, c = unit % 2;
    const auto* scales = at<signed char>(m, 1, row, 16 * block + 8 * a + 2 * b + c);
    const float d = half_at(m, 3, row, block);
    Raw raw;
    raw.q = load_weight_16(at<uint4>(m, 0, row, 16LL * unit));
    raw.high = __ldg(at<uint4>(m, 2, row, 64 * block + 32 * a + 16 * c));
    raw.low_scale = d * static_cast<float>(__ldg(scales));
    raw.up_scale = d * static_cast<float>(__ldg(scales + 4));
    return raw;
  }
  static __device__ __forceinline__ void decode(const Raw& raw, int unit, float (&w)[kUnit]) {
    using namespace device_format;
    const int b = unit % 4 / 2;
    const auto high = [&raw, b](int i, int half) {
      return ((word(raw.high, i) >> (2 * (b + 2 * half))) & 0x03030303u) << 4;
    };
    decode_nibbles(raw.q, raw.low_scale, -32.0f * raw.low_scale, raw.up_scale, -32.0f * raw.up_scale, w, high);
  }
  static __device__ __forceinline__ int column(int unit, int i) {
    return 256 * (unit / 8) + 128 * (unit % 8 / 4) + 32 * (unit % 4 / 2) + 16 * (unit % 2) + (i < 16 ? i : 48 + i);
  }
};

/// Q2_K, Q3_K. A unit is 8 bytes of two-bit codes: weight i stands at 128 a + 32 (i / 8) + 8 b + i % 8, unit % 8 =
/// 4 a + b.
struct TwoBitFormat {
  static constexpr int kUnit = 32;
  static __device__ __forceinline__ uint2 codes(const DeviceMatrix& m, std::int64_t row, int unit) {
    return __ldg(device_format::at<uint2>(m, 0, row, 64LL * (unit / 8) + 32 * (unit % 8 / 4) + 8 * (unit % 4)));
  }
  static __device__ __forceinline__ std::uint32_t code(const uint2& q, int i) {
    return ((i % 8 < 4 ? q.x : q.y) >> (8 * (i % 4) + 2 * (i / 8))) & 3u;
  }
  static __device__ __forceinline__ int column(int unit, int i) {
    return 256 * (unit / 8) + 128 * (unit % 8 / 4) + 32 * (i / 8) + 8 * (unit % 4) + i % 8;
  }
};

template <>
struct DeviceFormat<WeightFormat::Q2_K> : TwoBitFormat {
  struct Raw {
    uint2 q;
    uint4 scales;
    std::uint32_t d;
  };
  static __device__ __forceinline__ Raw read(const DeviceMatrix& m, std::int64_t row, int unit) {
    using namespace device_format;
    const std::int64_t block = unit / 8;
    return {codes(m, row, unit), __ldg(at<uint4>(m, 1, row, 16 * block)),
            __ldg(at<std::uint32_t>(m, 2, row, 4 * block))};
  }
  static __device__ __forceinline__ void decode(const Raw& raw, int unit, float (&w)[kUnit]) {
    using namespace device_format;
    const float2 d = halves(raw.d);
#pragma unroll
    for (int i = 0; i < 32; ++i) {
      const int sub = 8 * (unit % 8 / 4) + 2 * (i / 8) + unit % 4 / 2;
      const std::uint32_t sm = (word(raw.scales, sub / 4) >> (8 * (sub % 4))) & 255u;
      w[i] =
          d.x * static_cast<float>(sm & 15u) * static_cast<float>(code(raw.q, i)) - d.y * static_cast<float>(sm >> 4);
    }
  }
};

template <>
struct DeviceFormat<WeightFormat::Q3_K> : TwoBitFormat {
  struct Raw {
    uint2 q, high;
    std::uint32_t scales[3];
    float d;
  };
  static __device__ __forceinline__ Raw read(const DeviceMatrix& m, std::int64_t row, int unit) {
    using namespace device_format;
    const std::int64_t block = unit / 8;
    Raw raw;
    raw.q = codes(m, row, unit);
    raw.high = __ldg(at<uint2>(m, 2, row, 32 * block + 8 * (unit % 4)));
    for (int i = 0; i < 3; ++i) raw.scales[i] = __ldg(at<std::uint32_t>(m, 1, row, 12 * block + 4 * i));
    raw.d = half_at(m, 3, row, block);
    return raw;
  }
  static __device__ __forceinline__ int scale(const Raw& raw, int i) {
    const auto byte = [&raw](int k) {
      const std::uint32_t w = k < 4 ? raw.scales[0] : k < 8 ? raw.scales[1] : raw.scales[2];
      return (w >> (8 * (k % 4))) & 255u;
    };
    const std::uint32_t low = i < 8 ? byte(i) & 15u : byte(i - 8) >> 4;
    return static_cast<int>(low | ((byte(8 + i % 4) >> (2 * (i / 4))) & 3u) << 4) - 32;
  }
  static __device__ __forceinline__ void decode(const Raw& raw, int unit, float (&w)[kUnit]) {
#pragma unroll
    for (int i = 0; i < 32; ++i) {
      const int group = 4 * (unit % 8 / 4) + i / 8;  // of 32 weights: the bit of hmask
      const std::uint32_t high = ((i % 8 < 4 ? raw.high.x : raw.high.y) >> (8 * (i % 4) + group)) & 1u;
      const int q = static_cast<int>(code(raw.q, i) | high << 2) - 4;
      w[i] = raw.d * static_cast<float>(scale(raw, 2 * group + unit % 4 / 2)) * static_cast<float>(q);
    }
  }
};

template <>
struct DeviceFormat<WeightFormat::IQ4_NL> {
  static constexpr int kUnit = 32;
  struct Raw {
    uint4 q;
    float d;
  };
  static __device__ __forceinline__ Raw read(const DeviceMatrix& m, std::int64_t row, int unit) {
    return {load_weight_16(device_format::at<uint4>(m, 0, row, 16LL * unit)), device_format::half_at(m, 1, row, unit)};
  }
  static __device__ __forceinline__ void decode(const Raw& raw, int, float (&w)[kUnit]) {
    device_format::decode_levels(raw.q, raw.d, device_format::iq4_levels(), w);
  }
  static __device__ __forceinline__ int column(int unit, int i) { return device_format::plain_column(unit, i); }
};

template <>
struct DeviceFormat<WeightFormat::IQ4_XS> {
  static constexpr int kUnit = 32;
  struct Raw {
    uint4 q;
    uint2 header;
  };
  static __device__ __forceinline__ Raw read(const DeviceMatrix& m, std::int64_t row, int unit) {
    using namespace device_format;
    return {load_weight_16(at<uint4>(m, 0, row, 16LL * unit)), __ldg(at<uint2>(m, 1, row, 8LL * (unit / 8)))};
  }
  static __device__ __forceinline__ float scale(const Raw& raw, int unit) {
    const int sub = unit % 8;
    const std::uint32_t low = (raw.header.y >> (4 * sub)) & 15u, high = (raw.header.x >> (16 + 2 * sub)) & 3u;
    return device_format::halves(raw.header.x).x * static_cast<float>(static_cast<int>(low | high << 4) - 32);
  }
  static __device__ __forceinline__ void decode(const Raw& raw, int unit, float (&w)[kUnit]) {
    device_format::decode_levels(raw.q, scale(raw, unit), device_format::iq4_levels(), w);
  }
  static __device__ __forceinline__ int column(int unit, int i) { return device_format::plain_column(unit, i); }
};

template <>
struct DeviceFormat<WeightFormat::MXFP4> {
  static constexpr int kUnit = 32;
  struct Raw {
    uint4 q;
    int exponent;
  };
  static __device__ __forceinline__ Raw read(const DeviceMatrix& m, std::int64_t row, int unit) {
    using namespace device_format;
    return {load_weight_16(at<uint4>(m, 0, row, 16LL * unit)), int(__ldg(at<unsigned char>(m, 1, row, unit)))};
  }
  static __device__ __forceinline__ void decode(const Raw& raw, int, float (&w)[kUnit]) {
    device_format::decode_levels(raw.q, ldexpf(1.0f, raw.exponent - 128), device_format::fp4_levels(), w);
  }
  static __device__ __forceinline__ int column(int unit, int i) { return device_format::plain_column(unit, i); }
};

}  // namespace eddy
