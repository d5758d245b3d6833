#include "engine/backends/cpu/coded_panels.h"

#include <cstring>

#include "engine/core/assert.h"
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
  std::int8_t scales[16] = {};
  std::uint8_t mins[16] = {};
  std::uint8_t levels[256] = {};
};

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

template <ScaleMinBlock Block>
void spread(const Block& b, Codes& codes) {
  codes.d = b.d;
  codes.m = b.dmin;
  for (int sub = 0; sub < 8; ++sub) {
    const ScaleAndMin pair = unpack_scale_min(b.scales, sub);
    codes.scales[sub] = static_cast<std::int8_t>(pair.scale);
    codes.mins[sub] = static_cast<std::uint8_t>(pair.min);
    for (int l = 0; l < 32; ++l) codes.levels[32 * sub + l] = static_cast<std::uint8_t>(level(b, sub, l));
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

/// Four neighbouring codes, one in each byte.
std::uint32_t four_codes(const std::uint8_t* levels, int index) {
  std::uint32_t codes;
  std::memcpy(&codes, levels + 4 * index, sizeof(codes));
  return codes;
}

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
  if constexpr (kLayout.scales) group[row] = static_cast<std::byte>(codes.scales[g]);
  if constexpr (kLayout.scales && kLayout.mins) group[32 + row] = static_cast<std::byte>(codes.mins[g]);
  std::byte* low = group + kLayout.scale_bytes();
  std::byte* high = low + kLayout.low_bytes();
  const std::uint8_t* levels = codes.levels + g * kLayout.group;
  // Four codes at a time, as the layout wants them: low_shift() and high_shift() of neighbours differ by a byte.
  for (int word = 0; word < kLayout.group / kLayout.word_columns(); ++word) {
    if constexpr (kLayout.low_bits == 8) {
      put_word(low, word, row, four_codes(levels, word));
    } else {
      constexpr std::uint32_t kNibbles = 0x0f0f0f0f;
      put_word(low, word, row,
               (four_codes(levels, 2 * word) & kNibbles) | (four_codes(levels, 2 * word + 1) & kNibbles) << 4);
    }
  }
  if constexpr (kLayout.high_bits > 0) {
    constexpr std::uint32_t kUpper = kLayout.high_bits == 1 ? 0x01010101 : 0x03030303;
    std::uint32_t bits = 0;
    for (int i = 0; i < kLayout.group / 4; ++i) bits |= (four_codes(levels, i) >> 4 & kUpper) << kLayout.high_bits * i;
    put_word(high, 0, row, bits);
  }
}

template <WeightFormat kFormat, class Block>
void pack(const std::byte* source, std::int64_t rows, std::int64_t blocks, std::byte* panel) {
  constexpr CodedLayout kLayout = coded_layout(kFormat);
  static_assert(kLayout.high_bits == 0 || kLayout.high_word(kLayout.group - 1) == 0);
  Codes codes;
  // Block by block: what 32 rows of one write stays in the nearest cache.
  for (std::int64_t b = 0; b < blocks; ++b) {
    for (std::int64_t row = 0; row < rows; ++row) {
      Block stored;
      std::memcpy(&stored, source + (row * blocks + b) * static_cast<std::int64_t>(sizeof(Block)), sizeof(Block));
      spread(stored, codes);
      std::byte* block = panel + b * kLayout.block_bytes();
      std::memcpy(block + 2 * row, &codes.d, sizeof(Half));
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
    case WeightFormat::Q4_0:
      return pack<WeightFormat::Q4_0, BlockQ4_0>(source, rows, blocks, panel);
    case WeightFormat::Q4_1:
      return pack<WeightFormat::Q4_1, BlockQ4_1>(source, rows, blocks, panel);
    case WeightFormat::Q5_0:
      return pack<WeightFormat::Q5_0, BlockQ5_0>(source, rows, blocks, panel);
    case WeightFormat::Q5_1:
      return pack<WeightFormat::Q5_1, BlockQ5_1>(source, rows, blocks, panel);
    case WeightFormat::Q8_0:
      return pack<WeightFormat::Q8_0, BlockQ8_0>(source, rows, blocks, panel);
    case WeightFormat::Q4_K:
      return pack<WeightFormat::Q4_K, BlockQ4_K>(source, rows, blocks, panel);
    case WeightFormat::Q5_K:
      return pack<WeightFormat::Q5_K, BlockQ5_K>(source, rows, blocks, panel);
    case WeightFormat::Q6_K:
      return pack<WeightFormat::Q6_K, BlockQ6_K>(source, rows, blocks, panel);
    default:
      EDDY_ASSERT(!"not a format of codes");
  }
}

void unpack_coded_row(WeightFormat format, const std::byte* panel, std::int64_t row, std::int64_t columns, float* out) {
  const CodedLayout layout = coded_layout(format);
  for (std::int64_t first = 0; first < columns; first += layout.group) {
    const std::byte* block = panel + first / layout.block * layout.block_bytes();
    const std::byte* group = block + layout.header_bytes() + first % layout.block / layout.group * layout.group_bytes();
    float scale = half_to_float(half_at(block, row));
    float offset = layout.mins ? half_to_float(half_at(block + 64, row)) : 0.0f;
    if (layout.scales) {
      scale *= static_cast<float>(static_cast<std::int8_t>(group[row]));
      if (layout.mins) offset = -(offset * static_cast<float>(static_cast<std::uint8_t>(group[32 + row])));
    }
    const std::byte* low = group + layout.scale_bytes();
    const std::byte* high = low + layout.low_bytes();
    for (int c = 0; c < layout.group; ++c) {
      std::uint32_t code = word_at(low, layout.low_word(c), row) >> layout.low_shift(c) & ((1u << layout.low_bits) - 1);
      if (layout.high_bits > 0) {
        code |= (word_at(high, layout.high_word(c), row) >> layout.high_shift(c) & ((1u << layout.high_bits) - 1)) << 4;
      }
      const float weight = scale * static_cast<float>(static_cast<int>(code) - layout.bias);
      out[first + c] = layout.mins ? weight + offset : weight;
    }
  }
}

}  // namespace eddy
