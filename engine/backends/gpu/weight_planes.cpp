#include "engine/backends/gpu/weight_planes.h"

#include <algorithm>
#include <cstring>

#include "engine/quant/q4_k.h"

namespace eddy {
namespace {

constexpr std::int64_t kPlaneAlignment = 256;

std::int64_t round_up(std::int64_t n, std::int64_t to) {
  return (n + to - 1) / to * to;
}

/// Row `row` of the stacked parts, as the file has it.
const std::byte* stored_row(const WeightSource& weight, std::int64_t row, std::int64_t row_bytes) {
  const std::int64_t rows_a_part = static_cast<std::int64_t>(weight.parts[0].bytes.size()) / row_bytes;
  return weight.parts[static_cast<std::size_t>(row / rows_a_part)].bytes.data() + row % rows_a_part * row_bytes;
}

/// Where the 12 bytes of packed scales begin in a block of Q4_K or Q5_K, behind d and dmin.
constexpr int kPackedScales = 4;

void take_scale_pairs(const std::byte* block, std::byte* to) {
  const auto* packed = reinterpret_cast<const std::uint8_t*>(block + kPackedScales);
  for (int pair = 0; pair < 4; ++pair) {
    for (int i = 0; i < 2; ++i) {
      const ScaleAndMin both = unpack_scale_min(packed, 2 * pair + i);
      to[4 * pair + i] = static_cast<std::byte>(both.scale);
      to[4 * pair + 2 + i] = static_cast<std::byte>(both.min);
    }
  }
}

/// One field of all blocks of a row, one after the other.
void take_field(const std::byte* row, const FormatFields::Field& field, std::int64_t blocks, int block_bytes,
                std::byte* to) {
  for (std::int64_t b = 0; b < blocks; ++b, to += field.bytes, row += block_bytes) {
    if (field.offset == FormatFields::kScalePairs) {
      take_scale_pairs(row, to);
    } else {
      std::memcpy(to, row + field.offset, static_cast<std::size_t>(field.bytes));
    }
  }
}

/// A row of single numbers, padded with zeros; `in_out` sources are read down a column.
void take_numbers(const WeightSource& weight, const PlaneLayout& layout, std::int64_t row, std::byte* to) {
  const auto bytes = static_cast<std::int64_t>(traits(weight.parts[0].format).block_bytes);
  if (!weight.in_out) {
    const std::int64_t row_bytes = layout.columns * bytes;
    std::memcpy(to, stored_row(weight, row, row_bytes), static_cast<std::size_t>(row_bytes));
  } else {
    const std::byte* from = weight.parts[0].bytes.data() + row * bytes;
    for (std::int64_t k = 0; k < layout.columns; ++k) {
      std::memcpy(to + k * bytes, from + k * layout.rows * bytes, static_cast<std::size_t>(bytes));
    }
  }
  std::memset(to + layout.columns * bytes, 0, static_cast<std::size_t>((layout.blocks - layout.columns) * bytes));
}

std::int64_t numbers_in(const WeightSource::Part& part) {
  const auto& format = traits(part.format);
  return static_cast<std::int64_t>(part.bytes.size()) / format.block_bytes * format.block_size;
}

}  // namespace

PlaneLayout plane_layout(const WeightSource& matrix) {
  const auto& format = traits(matrix.parts[0].format);
  const FormatFields fields = fields_of(format.id);
  PlaneLayout layout{.count = fields.count, .columns = matrix.shape.last()};
  layout.rows = matrix.shape.elements() / std::max<std::int64_t>(1, layout.columns);
  layout.blocks = format.block_size == 1 ? round_up(layout.columns, kNumbersPerUnit)
                                         : layout.columns / format.block_size;
  for (int p = 0; p < fields.count; ++p) {
    layout.pitch[p] = layout.blocks * fields.fields[p].bytes;
    layout.offset[p] = layout.bytes;
    layout.bytes += round_up(layout.rows * layout.pitch[p], kPlaneAlignment);
  }
  return layout;
}

void take_row(const WeightSource& matrix, const PlaneLayout& layout, std::int64_t row,
              std::byte* const planes[FormatFields::kMost]) {
  const auto& format = traits(matrix.parts[0].format);
  if (format.block_size == 1) return take_numbers(matrix, layout, row, planes[0]);
  const FormatFields fields = fields_of(format.id);
  const std::byte* stored = stored_row(matrix, row, bytes_of(format.id, layout.columns));
  for (int p = 0; p < fields.count; ++p) {
    take_field(stored, fields.fields[p], layout.blocks, format.block_bytes, planes[p]);
  }
}

std::vector<float> weight_numbers(const WeightSource& weight) {
  std::int64_t total = 0;
  for (const auto& part : weight.parts) total += numbers_in(part);
  std::vector<float> stored(static_cast<std::size_t>(total));
  float* end = stored.data();
  for (const auto& part : weight.parts) {
    traits(part.format).dequantise(part.bytes.data(), end, numbers_in(part));
    end += numbers_in(part);
  }
  if (!weight.rewrite) return stored;
  std::vector<float> rewritten(static_cast<std::size_t>(weight.shape.elements()));
  weight.rewrite(stored, weight.shape, rewritten);
  return rewritten;
}

}  // namespace eddy
