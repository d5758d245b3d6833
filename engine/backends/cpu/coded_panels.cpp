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
  for (int i = 0; i < 256; ++i) {
    const int half = i / 128, g = i % 128 / 32, l = i % 32;
    const int low = b.ql[64 * half + 32 * (g % 2) + l] >> (g < 2 ? 0 : 4) & 15;
    codes.levels[i] = static_cast<std::uint8_t>(low | (b.qh[32 * half + l] >> 2 * g & 3) << 4);
  }
}

template <class Block>
void spread_bytes(const std::byte* bytes, Codes& codes) {
  Block block;
  std::memcpy(&block, bytes, sizeof(block));
  spread(block, codes);
}

void spread(WeightFormat format, const std::byte* bytes, Codes& codes) {
  switch (format) {
    case WeightFormat::Q4_0: return spread_bytes<BlockQ4_0>(bytes, codes);
    case WeightFormat::Q4_1: return spread_bytes<BlockQ4_1>(bytes, codes);
    case WeightFormat::Q5_0: return spread_bytes<BlockQ5_0>(bytes, codes);
    case WeightFormat::Q5_1: return spread_bytes<BlockQ5_1>(bytes, codes);
    case WeightFormat::Q8_0: return spread_bytes<BlockQ8_0>(bytes, codes);
    case WeightFormat::Q4_K: return spread_bytes<BlockQ4_K>(bytes, codes);
    case WeightFormat::Q5_K: return spread_bytes<BlockQ5_K>(bytes, codes);
    case WeightFormat::Q6_K: return spread_bytes<BlockQ6_K>(bytes, codes);
    default: EDDY_ASSERT(!"not a format of codes");
  }
}

/// Where the bits of one column of a group stand.
struct CodePlace {
  std::int64_t low, high;   // byte of this row; -1: none
  int low_shift, high_shift;
};

CodePlace place_of(const CodedLayout& layout, std::int64_t row, int column) {
  CodePlace place{.low = 0, .high = -1, .low_shift = 0, .high_shift = 0};
  if (layout.low_bits == 8) {
    place.low = column * 32 + row;
  } else {
    place.low = column * 16 + row % 16;
    place.low_shift = row < 16 ? 0 : 4;
  }
  if (layout.high_bits > 0) {
    const int columns = 8 / layout.high_bits;
    place.high = column / columns * 32 + row;
    place.high_shift = column % columns * layout.high_bits;
  }
  return place;
}

void put_bits(std::byte& byte, int bits) { byte |= static_cast<std::byte>(bits & 255); }

void put_group(const CodedLayout& layout, const Codes& codes, int g, std::int64_t row, std::byte* group) {
  if (layout.scales) group[row] = static_cast<std::byte>(codes.scales[g]);
  if (layout.scales && layout.mins) group[32 + row] = static_cast<std::byte>(codes.mins[g]);
  std::byte* low = group + layout.scale_bytes();
  std::byte* high = low + layout.low_bytes();
  for (int c = 0; c < layout.group; ++c) {
    const int code = codes.levels[g * layout.group + c];
    const CodePlace place = place_of(layout, row, c);
    put_bits(low[place.low], (layout.low_bits == 8 ? code : code & 15) << place.low_shift);
    if (place.high >= 0) put_bits(high[place.high], code >> 4 << place.high_shift);
  }
}

Half half_at(const std::byte* bytes, std::int64_t index) {
  Half half;
  std::memcpy(&half, bytes + 2 * index, sizeof(half));
  return half;
}

}  // namespace

void pack_coded_panel(WeightFormat format, const std::byte* source, std::int64_t rows, std::int64_t columns, std::byte* panel) {
  const CodedLayout layout = coded_layout(format);
  const std::int64_t stored_bytes = traits(format).block_bytes;
  const std::int64_t blocks = columns / layout.block;
  Codes codes;
  for (std::int64_t row = 0; row < rows; ++row) {
    for (std::int64_t b = 0; b < blocks; ++b) {
      spread(format, source + (row * blocks + b) * stored_bytes, codes);
      std::byte* block = panel + b * layout.block_bytes();
      std::memcpy(block + 2 * row, &codes.d, sizeof(Half));
      if (layout.mins) std::memcpy(block + 64 + 2 * row, &codes.m, sizeof(Half));
      for (int g = 0; g < layout.block / layout.group; ++g) {
        put_group(layout, codes, g, row, block + layout.header_bytes() + g * layout.group_bytes());
      }
    }
  }
}

void unpack_coded_row(WeightFormat format, const std::byte* panel, std::int64_t row, std::int64_t columns, float* out) {
  const CodedLayout layout = coded_layout(format);
  for (std::int64_t first = 0; first < columns; first += layout.group) {
    const std::byte* block = panel + first / layout.block * layout.block_bytes();
    const std::byte* group =
        block + layout.header_bytes() + first % layout.block / layout.group * layout.group_bytes();
    float scale = half_to_float(half_at(block, row));
    float offset = layout.mins ? half_to_float(half_at(block + 64, row)) : 0.0f;
    if (layout.scales) {
      scale *= static_cast<float>(static_cast<std::int8_t>(group[row]));
      if (layout.mins) offset = -(offset * static_cast<float>(static_cast<std::uint8_t>(group[32 + row])));
    }
    const std::byte* low = group + layout.scale_bytes();
    const std::byte* high = low + layout.low_bytes();
    for (int c = 0; c < layout.group; ++c) {
      const CodePlace place = place_of(layout, row, c);
      int code = std::to_integer<int>(low[place.low]) >> place.low_shift & (layout.low_bits == 8 ? 255 : 15);
      if (place.high >= 0) code |= (std::to_integer<int>(high[place.high]) >> place.high_shift & ((1 << layout.high_bits) - 1)) << 4;
      const float weight = scale * static_cast<float>(code - layout.bias);
      out[first + c] = layout.mins ? weight + offset : weight;
    }
  }
}

}  // namespace eddy
