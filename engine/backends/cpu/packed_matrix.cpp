#include "engine/backends/cpu/packed_matrix.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "engine/backends/cpu/coded_panels.h"
#include "engine/backends/cpu/linear_brain.h"
#include "engine/core/mapped_file.h"

namespace eddy {
namespace {

constexpr std::int64_t kRows = PackedMatrix::kPanelRows;
constexpr std::int64_t kColumnsTogether = 16;  // of a panel that is filled row by row: what they become stays in the nearest cache

/// Where row `row` of a panel stands among the numbers of one column.
std::int64_t lane_of(WeightFormat format, std::int64_t row) {
  if (format != WeightFormat::BF16) return row;
  return row < kRows / 2 ? 2 * row : 2 * (row - kRows / 2) + 1;
}

/// Formats whose block is one number. `stride_row` and `stride_column` say how the source lies, in numbers.
template <class Number>
void pack_numbers(const std::byte* source, std::int64_t stride_row, std::int64_t stride_column, std::int64_t rows,
                  std::int64_t columns, WeightFormat format, std::byte* panel) {
  constexpr auto kBytes = static_cast<std::int64_t>(sizeof(Number));
  for (std::int64_t first = 0; first < columns; first += kColumnsTogether) {
    const std::int64_t end = std::min(columns, first + kColumnsTogether);
    for (std::int64_t row = 0; row < rows; ++row) {
      std::byte* to = panel + lane_of(format, row) * kBytes;
      const std::byte* from = source + row * stride_row * kBytes;
      for (std::int64_t k = first; k < end; ++k) {
        std::memcpy(to + k * kRows * kBytes, from + k * stride_column * kBytes, sizeof(Number));
      }
    }
  }
}

/// Pairs of neighbouring columns, of F16 or BF16.
void pack_pairs(const std::byte* source, std::int64_t stride_row, std::int64_t stride_column, std::int64_t rows, std::int64_t columns,
                WeightFormat format, std::byte* panel) {
  for (std::int64_t first = 0; first < columns; first += kColumnsTogether) {
    const std::int64_t end = std::min(columns, first + kColumnsTogether);
    for (std::int64_t row = 0; row < rows; ++row) {
      for (std::int64_t k = first; k < end; ++k) {
        std::uint16_t number;
        std::memcpy(&number, source + 2 * (row * stride_row + k * stride_column), sizeof(number));
        if (format == WeightFormat::F16) number = to_brain(half_to_float(number));
        std::memcpy(panel + (k / 2 * kRows + row) * 4 + k % 2 * 2, &number, sizeof(number));
      }
    }
  }
}

std::int64_t panel_bytes_of(WeightFormat format, std::int64_t columns) {
  const CodedLayout layout = coded_layout(format);
  return layout.block > 0 ? columns / layout.block * layout.block_bytes() : kRows * bytes_of(format, columns);
}

/// `count` rows from row `first` on, of all parts: where they lie one after the other, or gathered.
const std::byte* rows_of(const WeightSource& weight, std::int64_t first, std::int64_t count, std::int64_t row_bytes,
                         std::vector<std::byte>& gathered) {
  const std::int64_t rows_a_part = static_cast<std::int64_t>(weight.parts[0].bytes.size()) / row_bytes;
  const auto row = [&](std::int64_t i) {
    return weight.parts[static_cast<std::size_t>(i / rows_a_part)].bytes.data() + i % rows_a_part * row_bytes;
  };
  if (first / rows_a_part == (first + count - 1) / rows_a_part) return row(first);
  gathered.resize(static_cast<std::size_t>(count * row_bytes));
  for (std::int64_t i = 0; i < count; ++i) {
    std::memcpy(gathered.data() + i * row_bytes, row(first + i), static_cast<std::size_t>(row_bytes));
  }
  return gathered.data();
}

/// Panel `index` of all panels of all stacked matrices.
void pack_panel(const PackedMatrix& matrix, const WeightSource& weight, std::int64_t index) {
  const std::int64_t first = index % matrix.panels() * kRows;  // in its matrix
  const std::int64_t rows = std::min(kRows, matrix.rows - first);
  std::byte* panel = matrix.bytes.data() + index * matrix.panel_bytes;
  const std::int64_t row_bytes = bytes_of(weight.parts[0].format, matrix.columns);
  std::vector<std::byte> gathered;
  const auto stored = [&] {
    return rows_of(weight, index / matrix.panels() * matrix.rows + first, rows, row_bytes, gathered);
  };
  if (coded_layout(matrix.format).block > 0) {
    return pack_coded_panel(matrix.format, stored(), rows, matrix.columns, panel);
  }
  const std::int64_t number_bytes = traits(matrix.format).block_bytes;
  const std::int64_t stride_row = weight.in_out ? 1 : matrix.columns;
  const std::int64_t stride_column = weight.in_out ? matrix.rows : 1;
  const std::byte* from = weight.in_out ? weight.parts[0].bytes.data() + first * number_bytes : stored();
  if (matrix.brain) return pack_pairs(from, stride_row, stride_column, rows, matrix.columns, weight.parts[0].format, panel);
  const auto pack = number_bytes == 4 ? &pack_numbers<std::uint32_t> : &pack_numbers<std::uint16_t>;
  pack(from, stride_row, stride_column, rows, matrix.columns, matrix.format, panel);
}

/// The file's bytes of these panels, by parts; of what is stored by columns all.
std::vector<std::span<const std::byte>> stored_bytes(const PackedMatrix& matrix, const WeightSource& weight, std::int64_t first,
                                                     std::int64_t count) {
  const auto row_of = [&](std::int64_t panel) {
    return panel / matrix.panels() * matrix.rows + panel % matrix.panels() * kRows;
  };
  const std::int64_t row_bytes = bytes_of(weight.parts[0].format, matrix.columns);
  const std::int64_t begin = weight.in_out ? 0 : row_of(first) * row_bytes;
  const std::int64_t end = weight.in_out ? matrix.rows * row_bytes : row_of(first + count) * row_bytes;
  std::vector<std::span<const std::byte>> bytes;
  std::int64_t at = 0;
  for (const auto& part : weight.parts) {
    const auto size = static_cast<std::int64_t>(part.bytes.size());
    const std::int64_t from = std::clamp<std::int64_t>(begin - at, 0, size), to = std::clamp<std::int64_t>(end - at, 0, size);
    if (from < to) bytes.push_back(part.bytes.subspan(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from)));
    at += size;
  }
  return bytes;
}

}  // namespace

std::int64_t packed_bytes(WeightFormat format, std::int64_t rows, std::int64_t columns, std::int64_t stack) {
  return stack * ((rows + kRows - 1) / kRows) * panel_bytes_of(format, columns);
}

std::int64_t packed_bytes(const WeightSource& weight) {
  const int first = weight.shape.rank() - 2;
  return packed_bytes(weight.parts[0].format, weight.shape[first], weight.shape[first + 1],
                      first == 1 ? weight.shape[0] : 1);
}

Result<PackedMatrix> unpacked_matrix(const WeightSource& weight, BufferStock& stock, bool brain) {
  const int first = weight.shape.rank() - 2;
  EDDY_ASSERT(weight.matrix && !weight.parts.empty() && (first == 0 || first == 1));
  EDDY_ASSERT(!weight.in_out || (weight.parts.size() == 1 && first == 0));
  PackedMatrix matrix;
  matrix.format = brain ? WeightFormat::BF16 : weight.parts[0].format;
  matrix.brain = brain;
  matrix.rows = weight.shape[first];
  matrix.columns = weight.shape[first + 1];
  matrix.stack = first == 1 ? weight.shape[0] : 1;
  EDDY_ASSERT(!weight.in_out || traits(matrix.format).block_size == 1);
  EDDY_ASSERT(!brain || has_brain_product(weight.parts[0].format, matrix.columns));
  matrix.panel_bytes = panel_bytes_of(matrix.format, matrix.columns);
  auto memory = stock.take(static_cast<std::size_t>(packed_bytes(weight)), "weights");
  if (!memory) return std::move(memory).error();
  matrix.bytes = *std::move(memory);
  matrix.data = matrix.bytes.data();
  return matrix;
}

void pack_panels(const PackedMatrix& matrix, const WeightSource& weight, std::int64_t first, std::int64_t count) {
  if (weight.before_reading) std::ranges::for_each(stored_bytes(matrix, weight, first, count), weight.before_reading);
  for (std::int64_t i = 0; i < count; ++i) pack_panel(matrix, weight, first + i);
}

void forget_stored(const PackedMatrix& matrix, const WeightSource& weight, std::int64_t first, std::int64_t count) {
  std::ranges::for_each(stored_bytes(matrix, weight, first, count), &MappedFile::forget);
}

Result<PackedMatrix> pack_matrix(const WeightSource& weight, ThreadPool& pool, bool brain) {
  BufferStock none;
  auto matrix = unpacked_matrix(weight, none, brain);
  if (matrix) pool.parallel_for(matrix->all_panels(), [&](std::int64_t i) { pack_panels(*matrix, weight, i, 1); });
  return matrix;
}

void unpack_row(const MatrixPanels& matrix, std::int64_t row, float* out) {
  const std::byte* panel = matrix.panel(row / kRows);
  if (coded_layout(matrix.format).block > 0) {
    return unpack_coded_row(matrix.format, panel, row % kRows, matrix.columns, out);
  }
  const auto& format = traits(matrix.format);
  const std::int64_t bytes = format.block_bytes;
  if (matrix.brain) {
    for (std::int64_t k = 0; k < matrix.columns; ++k) {
      format.dequantise(panel + (k / 2 * kRows + row % kRows) * 4 + k % 2 * 2, out + k, 1);
    }
    return;
  }
  const std::byte* number = panel + lane_of(matrix.format, row % kRows) * bytes;
  for (std::int64_t k = 0; k < matrix.columns; ++k) format.dequantise(number + k * kRows * bytes, out + k, 1);
}

}  // namespace eddy
