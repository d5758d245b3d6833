#include "engine/backends/cpu/coded_panels.h"

#include <hwy/cache_control.h>

#include <cmath>
#include <cstring>

#include "engine/core/assert.h"
#include "engine/quant/q2_k.h"
#include "engine/quant/q3_k.h"
#include "engine/quant/q4_0.h"
#include "engine/quant/q4_k.h"
#include "engine/quant/q5_0.h"
#include "engine/quant/q6_k.h"
#include "engine/quant/q8_0.h"

namespace eddy {
namespace {

/// One block of any of the formats, spread out.
struct Codes {
  Half d = 0, m = 0;
  std::uint8_t exponent = 0;
  std::int8_t scales[16] = {};
  std::uint8_t mins[16] = {};
  std::uint8_t levels[256] = {};
};

// Eight codes at a time.
constexpr std::uint64_t kNibbles = 0x0f0f0f0f0f0f0f0f, kEveryByte = 0x0101010101010101;

template <class Word>
Word load(const std::uint8_t* bytes) {
  Word word;
  std::memcpy(&word, bytes, sizeof(word));
  return word;
}

template <class Word>
void store(void* to, Word word) {
  std::memcpy(to, &word, sizeof(word));
}

template <class Block>
void spread_nibbles(const Block& b, Codes& codes) {
  for (int j = 0; j < 16; ++j) {
    codes.levels[j] = b.qs[j] & 15;
    codes.levels[j + 16] = b.qs[j] >> 4;
  }
}

template <class Block>
void spread_five_bits(const Block& b, Codes& codes) {
  for (int i = 0; i < 32; ++i) codes.levels[i] = static_cast<std::uint8_t>(q5::level(b, i));
}

void spread(const BlockQ4_0& b, Codes& codes) {
  codes.d = b.d;
  spread_nibbles(b, codes);
}

void spread(const BlockQ4_1& b, Codes& codes) {
  codes.d = b.d;
  codes.m = b.m;
  spread_nibbles(b, codes);
}

void spread(const BlockQ5_0& b, Codes& codes) {
  codes.d = b.d;
  spread_five_bits(b, codes);
}

void spread(const BlockQ5_1& b, Codes& codes) {
  codes.d = b.d;
  codes.m = b.m;
  spread_five_bits(b, codes);
}

void spread(const BlockQ8_0& b, Codes& codes) {
  codes.d = b.d;
  for (int i = 0; i < 32; ++i) codes.levels[i] = static_cast<std::uint8_t>(b.qs[i] + 128);
}

/// unpack_scale_min() of all eight pairs, four at a time.
void spread_scales(const std::uint8_t* packed, Codes& codes) {
  const auto first = load<std::uint32_t>(packed), second = load<std::uint32_t>(packed + 4), third = load<std::uint32_t>(packed + 8);
  store(codes.scales, first & 0x3f3f3f3fu);
  store(codes.mins, second & 0x3f3f3f3fu);
  store(codes.scales + 4, (third & 0x0f0f0f0fu) | (first >> 2 & 0x30303030u));
  store(codes.mins + 4, (third >> 4 & 0x0f0f0f0fu) | (second >> 2 & 0x30303030u));
}

template <ScaleMinBlock Block>
void spread(const Block& b, Codes& codes) {
  codes.d = b.d;
  codes.m = b.dmin;
  spread_scales(b.scales, codes);
  for (int pair = 0; pair < 4; ++pair) {  // of sub-blocks that share bytes
    for (int l = 0; l < 32; l += 8) {
      const auto both = load<std::uint64_t>(b.qs + 32 * pair + l);
      std::uint64_t even = both & kNibbles, odd = both >> 4 & kNibbles;
      if constexpr (requires { b.qh; }) {
        const auto fifth = load<std::uint64_t>(b.qh + l) >> 2 * pair;
        even |= (fifth & kEveryByte) << 4;
        odd |= (fifth >> 1 & kEveryByte) << 4;
      }
      store(codes.levels + 64 * pair + l, even);
      store(codes.levels + 64 * pair + 32 + l, odd);
    }
  }
}

void spread(const BlockQ6_K& b, Codes& codes) {
  codes.d = b.d;
  std::memcpy(codes.scales, b.scales, sizeof(codes.scales));
  for (int part = 0; part < 8; ++part) {  // of 32 weights
    const int half = part / 4, g = part % 4;
    const std::uint8_t* low = b.ql + 64 * half + 32 * (g % 2);
    const std::uint8_t* high = b.qh + 32 * half;
    const int low_shift = g < 2 ? 0 : 4;
    for (int l = 0; l < 32; ++l) {
      codes.levels[32 * part + l] = static_cast<std::uint8_t>((low[l] >> low_shift & 15) | (high[l] >> 2 * g & 3) << 4);
    }
  }
}

/// The two bits of weight i that Q2_K and Q3_K keep in `qs`.
int two_bits(const std::uint8_t* qs, int i) { return qs[32 * (i / 128) + i % 32] >> 2 * (i % 128 / 32) & 3; }

void spread(const BlockQ2_K& b, Codes& codes) {
  codes.d = b.d;
  codes.m = b.dmin;
  for (int sub = 0; sub < 16; ++sub) {
    codes.scales[sub] = static_cast<std::int8_t>(b.scales[sub] & 15);
    codes.mins[sub] = b.scales[sub] >> 4;
  }
  for (int i = 0; i < 256; ++i) codes.levels[i] = static_cast<std::uint8_t>(two_bits(b.qs, i));
}

void spread(const BlockQ3_K& b, Codes& codes) {
  codes.d = b.d;
  for (int sub = 0; sub < 16; ++sub) codes.scales[sub] = static_cast<std::int8_t>(q3::scale(b, sub) - 32);
  for (int i = 0; i < 256; ++i) {
    codes.levels[i] = static_cast<std::uint8_t>(two_bits(b.qs, i) | (b.hmask[i % 32] >> (i / 32) & 1) << 2);
  }
}

void spread(const BlockIQ4_NL& b, Codes& codes) {
  codes.d = b.d;
  spread_nibbles(b, codes);
}

void spread(const BlockIQ4_XS& b, Codes& codes) {
  codes.d = b.d;
  for (int sub = 0; sub < 8; ++sub) {
    codes.scales[sub] = static_cast<std::int8_t>(iq4::scale(b, sub) - 32);
    for (int j = 0; j < 16; ++j) {
      codes.levels[32 * sub + j] = b.qs[16 * sub + j] & 15;
      codes.levels[32 * sub + j + 16] = b.qs[16 * sub + j] >> 4;
    }
  }
}

void spread(const BlockMXFP4& b, Codes& codes) {
  codes.exponent = b.e;
  spread_nibbles(b, codes);
}

/// Four neighbouring codes, one in each byte.
std::uint32_t four_codes(const std::uint8_t* levels, int index) { return load<std::uint32_t>(levels + 4 * index); }

void put_word(std::byte* words, int word, std::int64_t row, std::uint32_t bits) {
  std::memcpy(words + (word * 32 + row) * 4, &bits, sizeof(bits));
}

std::uint32_t word_at(const std::byte* words, int word, std::int64_t row) {
  std::uint32_t value;
  std::memcpy(&value, words + (word * 32 + row) * 4, sizeof(value));
  return value;
}

template <WeightFormat kFormat>
void put_group(const Codes& codes, int g, std::int64_t row, std::byte* group) {
  constexpr CodedLayout kLayout = coded_layout(kFormat);
  for (int part = 0; part < kLayout.parts(); ++part) {
    const int sub = g * kLayout.parts() + part;
    std::byte* scale = group + part * kLayout.part_bytes() + row;
    if constexpr (kLayout.scales) *scale = static_cast<std::byte>(codes.scales[sub]);
    if constexpr (kLayout.nibbles) *scale |= static_cast<std::byte>(codes.mins[sub] << 4);
    if constexpr (kLayout.scales && kLayout.mins && !kLayout.nibbles) scale[32] = static_cast<std::byte>(codes.mins[sub]);
  }
  std::byte* low = group + kLayout.scale_bytes();
  std::byte* high = low + kLayout.low_bytes();
  const std::uint8_t* levels = codes.levels + g * kLayout.group;
  // Four codes at a time, as the layout wants them: low_shift() and high_shift() of neighbours differ by a byte.
  constexpr std::uint32_t kLower = ((1u << kLayout.low_bits) - 1) * 0x01010101u;
  constexpr int kFours = kLayout.word_columns() / 4;
  for (int word = 0; word < kLayout.group / kLayout.word_columns(); ++word) {
    std::uint32_t bits = 0;
    if constexpr (kFours == 2) {
      const auto eight = load<std::uint64_t>(levels + 8 * word) & kNibbles;
      bits = static_cast<std::uint32_t>(eight | eight >> 28);  // the second four beside the first
    } else {
      for (int i = 0; i < kFours; ++i) bits |= (four_codes(levels, kFours * word + i) & kLower) << kLayout.low_bits * i;
    }
    put_word(low, word, row, bits);
  }
  if constexpr (kLayout.high_bits > 0) {
    std::uint32_t bits = 0;
    constexpr int kBits = kLayout.high_bits;
    for (int i = 0; i < kLayout.group / 8; ++i) {  // eight codes: two neighbouring fours
      const auto upper = load<std::uint64_t>(levels + 8 * i) >> kLayout.low_bits & ((1u << kBits) - 1) * kEveryByte;
      bits |= static_cast<std::uint32_t>(upper | upper >> (32 - kBits)) << 2 * kBits * i;
    }
    put_word(high, 0, row, bits);
  }
}

template <WeightFormat kFormat, class Block>
void pack(const std::byte* source, std::int64_t rows, std::int64_t blocks, std::byte* panel) {
  constexpr CodedLayout kLayout = coded_layout(kFormat);
  static_assert(kLayout.high_bits == 0 || kLayout.high_word(kLayout.group - 1) == 0);
  constexpr auto kBytes = static_cast<std::int64_t>(sizeof(Block));
  Codes codes;
  // Block by block: what 32 rows of one write stays in the nearest cache. No processor foresees that many rows' next blocks.
  for (std::int64_t b = 0; b < blocks; ++b) {
    for (std::int64_t row = 0; row < rows; ++row) {
      const std::byte* at = source + (row * blocks + b) * kBytes;
      for (std::int64_t line = 0; line < kBytes; line += 64) hwy::Prefetch(at + 2 * kBytes + line);
      Block stored;
      std::memcpy(&stored, at, sizeof(Block));
      spread(stored, codes);
      std::byte* block = panel + b * kLayout.block_bytes();
      if (kLayout.exponents) {
        block[row] = static_cast<std::byte>(codes.exponent);
      } else {
        std::memcpy(block + 2 * row, &codes.d, sizeof(Half));
      }
      if (kLayout.mins) std::memcpy(block + 64 + 2 * row, &codes.m, sizeof(Half));
      for (int g = 0; g < kLayout.block / kLayout.group; ++g) {
        put_group<kFormat>(codes, g, row, block + kLayout.header_bytes() + g * kLayout.group_bytes());
      }
    }
  }
}

Half half_at(const std::byte* bytes, std::int64_t index) {
  Half half;
  std::memcpy(&half, bytes + 2 * index, sizeof(half));
  return half;
}

}  // namespace

void pack_coded_panel(WeightFormat format, const std::byte* source, std::int64_t rows, std::int64_t columns,
                      std::byte* panel) {
  const std::int64_t blocks = columns / coded_layout(format).block;
  switch (format) {
#define EDDY_PACK(format)    \
  case WeightFormat::format: \
    return pack<WeightFormat::format, Block##format>(source, rows, blocks, panel);
    EDDY_CODED_FORMATS(EDDY_PACK)
#undef EDDY_PACK
    default:
      EDDY_ASSERT(!"not a format of codes");
  }
}

void unpack_coded_row(WeightFormat format, const std::byte* panel, std::int64_t row, std::int64_t columns, float* out) {
  const CodedLayout layout = coded_layout(format);
  for (std::int64_t first = 0; first < columns; first += layout.scaled) {
    const std::byte* block = panel + first / layout.block * layout.block_bytes();
    const std::byte* group = block + layout.header_bytes() + first % layout.block / layout.group * layout.group_bytes();
    const int begin = static_cast<int>(first % layout.group);  // of the part, in its group
    const std::byte* part = group + begin / layout.scaled * layout.part_bytes();
    float scale = layout.exponents ? std::ldexp(1.0f, static_cast<int>(block[row]) - 128) : half_to_float(half_at(block, row));
    float offset = layout.mins ? half_to_float(half_at(block + 64, row)) : 0.0f;
    if (layout.scales) {
      const int byte = static_cast<std::int8_t>(part[row]);
      scale *= static_cast<float>(layout.nibbles ? byte & 15 : byte);
      const int min = layout.nibbles ? static_cast<int>(part[row]) >> 4 : layout.mins ? static_cast<int>(part[32 + row]) : 0;
      if (layout.mins) offset = -(offset * static_cast<float>(min));
    }
    const std::byte* low = group + layout.scale_bytes();
    const std::byte* high = low + layout.low_bytes();
    for (int c = begin; c < begin + layout.scaled; ++c) {
      std::uint32_t code = word_at(low, layout.low_word(c), row) >> layout.low_shift(c) & ((1u << layout.low_bits) - 1);
      if (layout.high_bits > 0) {
        const std::uint32_t upper = word_at(high, layout.high_word(c), row) >> layout.high_shift(c);
        code |= (upper & ((1u << layout.high_bits) - 1)) << layout.low_bits;
      }
      if (layout.levels) code = layout.levels[code];
      const float weight = scale * static_cast<float>(static_cast<int>(code) - layout.bias);
      out[first + c - begin] = layout.mins ? weight + offset : weight;
    }
  }
}

}  // namespace eddy
