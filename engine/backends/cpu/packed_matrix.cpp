#include "engine/backends/cpu/packed_matrix.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "engine/backends/cpu/coded_panels.h"
#include "engine/core/mapped_file.h"

namespace eddy {
namespace {

constexpr std::int64_t kRows = PackedMatrix::kPanelRows;

/// Where row `row` of a panel stands among the numbers of one column.
std::int64_t lane_of(WeightFormat format, std::int64_t row) {
  if (format != WeightFormat::BF16) return row;
  return row < kRows / 2 ? 2 * row : 2 * (row - kRows / 2) + 1;
}

/// Formats whose block is one number. `stride_row` and `stride_column` say how the source lies, in numbers.
template <class Number>
void pack_numbers(const std::byte* source, std::int64_t stride_row, std::int64_t stride_column, std::int64_t rows,
                  std::int64_t columns, WeightFormat format, std::byte* panel) {
  for (std::int64_t row = 0; row < rows; ++row) {
    std::byte* to = panel + lane_of(format, row) * static_cast<std::int64_t>(sizeof(Number));
    const std::byte* from = source + row * stride_row * static_cast<std::int64_t>(sizeof(Number));
    for (std::int64_t k = 0; k < columns; ++k) {
      std::memcpy(to + k * kRows * static_cast<std::int64_t>(sizeof(Number)),
                  from + k * stride_column * static_cast<std::int64_t>(sizeof(Number)), sizeof(Number));
    }
  }
}

std::int64_t panel_bytes_of(WeightFormat format, std::int64_t columns) {
  const CodedLayout layout = coded_layout(format);
  return layout.block > 0 ? columns / layout.block * layout.block_bytes() : kRows * bytes_of(format, columns);
}

void pack_panel(const PackedMatrix& matrix, const WeightSource& weight, std::int64_t index) {
  const std::int64_t first = index * kRows;
  const std::int64_t rows = std::min(kRows, matrix.rows - first);
  std::byte* panel = matrix.bytes.data() + index * matrix.panel_bytes;
  const auto source = weight.parts[0].bytes;
  const std::int64_t row_bytes = bytes_of(matrix.format, matrix.columns);
  if (coded_layout(matrix.format).block > 0) {
    return pack_coded_panel(matrix.format, source.data() + first * row_bytes, rows, matrix.columns, panel);
  }
  if (traits(matrix.format).block_size > 1) {
    std::memcpy(panel, source.data() + first * row_bytes, static_cast<std::size_t>(rows * row_bytes));
    return;
  }
  const std::int64_t number_bytes = traits(matrix.format).block_bytes;
  const std::int64_t stride_row = weight.in_out ? 1 : matrix.columns;
  const std::int64_t stride_column = weight.in_out ? matrix.rows : 1;
  const std::byte* from = source.data() + first * stride_row * number_bytes;
  const auto pack = number_bytes == 4 ? &pack_numbers<std::uint32_t> : &pack_numbers<std::uint16_t>;
  pack(from, stride_row, stride_column, rows, matrix.columns, matrix.format, panel);
}

}  // namespace

std::int64_t packed_bytes(WeightFormat format, std::int64_t rows, std::int64_t columns) {
  return (rows + kRows - 1) / kRows * panel_bytes_of(format, columns);
}

Result<PackedMatrix> pack_matrix(const WeightSource& weight, ThreadPool& pool) {
  EDDY_ASSERT(weight.matrix && weight.parts.size() == 1 && weight.shape.rank() == 2);
  PackedMatrix matrix{.format = weight.parts[0].format, .rows = weight.shape[0], .columns = weight.shape[1]};
  EDDY_ASSERT(!weight.in_out || traits(matrix.format).block_size == 1);
  matrix.panel_bytes = panel_bytes_of(matrix.format, matrix.columns);
  auto memory = AlignedBuffer::allocate(static_cast<std::size_t>(matrix.panels() * matrix.panel_bytes), "weights");
  if (!memory) return std::move(memory).error();
  matrix.bytes = *std::move(memory);
  pool.parallel_for(matrix.panels(), [&](std::int64_t i) { pack_panel(matrix, weight, i); });
  MappedFile::forget(weight.parts[0].bytes);
  return matrix;
}

void unpack_row(const PackedMatrix& matrix, std::int64_t row, float* out) {
  const auto& format = traits(matrix.format);
  const std::byte* panel = matrix.panel(row / kRows);
  if (coded_layout(matrix.format).block > 0) {
    return unpack_coded_row(matrix.format, panel, row % kRows, matrix.columns, out);
  }
  if (format.block_size > 1) {
    format.dequantise(panel + row % kRows * bytes_of(matrix.format, matrix.columns), out, matrix.columns);
    return;
  }
  const std::int64_t bytes = format.block_bytes;
  const std::byte* number = panel + lane_of(matrix.format, row % kRows) * bytes;
  for (std::int64_t k = 0; k < matrix.columns; ++k) format.dequantise(number + k * kRows * bytes, out + k, 1);
}

}  // namespace eddy
