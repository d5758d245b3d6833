// Weight formats: how numbers of a weight are stored. The list is weight_formats.def; one header per block format
// beside this.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace eddy {

enum class WeightFormat : std::uint8_t {
#define EDDY_WEIGHT_FORMAT(id, ...) id,
#include "engine/quant/weight_formats.def"
#undef EDDY_WEIGHT_FORMAT
};

/// Facts and reference conversions of a format. Rows are converted whole: `n` is a multiple of block_size.
struct WeightFormatTraits {
  WeightFormat id;
  std::string_view name;  ///< "F32", "Q5_K"
  int gguf_type;          ///< ggml_type id in GGUF files
  int block_size;         ///< weights per block
  int block_bytes;
  void (*dequantise)(const std::byte* blocks, float* out, std::int64_t n);
  void (*quantise)(const float* in, std::byte* blocks, std::int64_t n);
};

const WeightFormatTraits& traits(WeightFormat format);
std::span<const WeightFormatTraits> all_weight_formats();
std::optional<WeightFormat> weight_format_by_name(std::string_view name);  ///< case-insensitive
std::optional<WeightFormat> weight_format_by_gguf_type(int type);

/// Bytes of `n` weights; n must be a multiple of the block size.
std::int64_t bytes_of(WeightFormat format, std::int64_t n);

}  // namespace eddy
