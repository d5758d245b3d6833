#include <algorithm>
#include <cassert>
#include <cctype>
#include <cstring>

#include "engine/quant/iq4.h"
#include "engine/quant/mxfp4.h"
#include "engine/quant/plain.h"
#include "engine/quant/q2_k.h"
#include "engine/quant/q3_k.h"
#include "engine/quant/q4_0.h"
#include "engine/quant/q4_k.h"
#include "engine/quant/q5_0.h"
#include "engine/quant/q6_k.h"
#include "engine/quant/q8_0.h"
#include "engine/quant/weight_format.h"

namespace eddy {
namespace {

// Blocks lie unaligned in files, so each is copied out before it is read.
template <class Block>
void dequantise_row(const std::byte* blocks, float* out, std::int64_t n) {
  assert(n % Block::kWeights == 0);
  for (std::int64_t i = 0; i < n; i += Block::kWeights, blocks += sizeof(Block)) {
    Block block;
    std::memcpy(&block, blocks, sizeof block);
    dequantise_block(block, out + i);
  }
}

template <class Block>
void quantise_row(const float* in, std::byte* blocks, std::int64_t n) {
  assert(n % Block::kWeights == 0);
  for (std::int64_t i = 0; i < n; i += Block::kWeights, blocks += sizeof(Block)) {
    Block block;
    quantise_block(in + i, block);
    std::memcpy(blocks, &block, sizeof block);
  }
}

constexpr WeightFormatTraits kFormats[] = {
#define EDDY_WEIGHT_FORMAT(id, Block, gguf_type) \
  {WeightFormat::id, #id, gguf_type, Block::kWeights, int(sizeof(Block)), dequantise_row<Block>, quantise_row<Block>},
#include "engine/quant/weight_formats.def"
#undef EDDY_WEIGHT_FORMAT
};

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::toupper(x) == std::toupper(y); });
}

}  // namespace

const WeightFormatTraits& traits(WeightFormat format) {
  return kFormats[std::size_t(format)];
}

std::span<const WeightFormatTraits> all_weight_formats() {
  return kFormats;
}

std::optional<WeightFormat> weight_format_by_name(std::string_view name) {
  for (const WeightFormatTraits& f : kFormats) {
    if (same_name(f.name, name)) return f.id;
  }
  return std::nullopt;
}

std::optional<WeightFormat> weight_format_by_gguf_type(int type) {
  for (const WeightFormatTraits& f : kFormats) {
    if (f.gguf_type == type) return f.id;
  }
  return std::nullopt;
}

std::int64_t bytes_of(WeightFormat format, std::int64_t n) {
  const WeightFormatTraits& f = traits(format);
  assert(n % f.block_size == 0);
  return n / f.block_size * f.block_bytes;
}

}  // namespace eddy
