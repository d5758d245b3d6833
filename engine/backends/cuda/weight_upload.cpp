#include "engine/backends/cuda/weight_upload.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "engine/backends/cuda/format_fields.h"
#include "engine/quant/q4_k.h"

namespace eddy {
namespace {

constexpr std::int64_t kMostHalfBytes = std::int64_t{32} << 20, kLeastHalfBytes = std::int64_t{1} << 16;
constexpr std::int64_t kPlaneAlignment = 256;

std::int64_t round_up(std::int64_t n, std::int64_t to) {
  return (n + to - 1) / to * to;
}

/// Stacked matrices are one tall one.
std::int64_t rows_of(const WeightSource& weight) {
  return weight.shape.elements() / std::max<std::int64_t>(1, weight.shape.last());
}

std::int64_t blocks_of(const WeightSource& weight) {
  const auto& format = traits(weight.parts[0].format);
  const std::int64_t columns = weight.shape.last();
  return format.block_size == 1 ? round_up(columns, kNumbersPerUnit) : columns / format.block_size;
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

/// Field `field` of all blocks of a row, one after the other.
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
void take_numbers(const WeightSource& weight, std::int64_t row, std::int64_t rows, std::int64_t padded, std::byte* to) {
  const auto bytes = static_cast<std::int64_t>(traits(weight.parts[0].format).block_bytes);
  const std::int64_t columns = weight.shape.last();
  if (!weight.in_out) {
    std::memcpy(to, stored_row(weight, row, columns * bytes), static_cast<std::size_t>(columns * bytes));
  } else {
    const std::byte* from = weight.parts[0].bytes.data() + row * bytes;
    for (std::int64_t k = 0; k < columns; ++k)
      std::memcpy(to + k * bytes, from + k * rows * bytes, static_cast<std::size_t>(bytes));
  }
  std::memset(to + columns * bytes, 0, static_cast<std::size_t>((padded - columns) * bytes));
}

std::int64_t numbers_in(const WeightSource::Part& part) {
  const auto& format = traits(part.format);
  return static_cast<std::int64_t>(part.bytes.size()) / format.block_bytes * format.block_size;
}

}  // namespace

std::int64_t cuda_weight_bytes(const WeightSource& weight) {
  if (!weight.matrix) return round_up(weight.shape.elements() * 4, kPlaneAlignment);
  const FormatFields fields = fields_of(weight.parts[0].format);
  std::int64_t bytes = 0;
  for (int p = 0; p < fields.count; ++p) {
    bytes += round_up(rows_of(weight) * blocks_of(weight) * fields.fields[p].bytes, kPlaneAlignment);
  }
  return bytes;
}

DeviceMatrix matrix_layout(const WeightSource& weight, std::uint8_t* base) {
  DeviceMatrix matrix;
  matrix.rows = static_cast<std::int32_t>(rows_of(weight));
  matrix.columns = static_cast<std::int32_t>(weight.shape.last());
  matrix.format = weight.parts[0].format;
  const FormatFields fields = fields_of(matrix.format);
  for (int p = 0; p < fields.count; ++p) {
    matrix.planes[p] = base;
    matrix.pitch[p] = blocks_of(weight) * fields.fields[p].bytes;
    base += round_up(matrix.rows * matrix.pitch[p], kPlaneAlignment);
  }
  return matrix;
}

WeightUpload::~WeightUpload() {
  if (stream_.get()) cudaStreamSynchronize(stream_.get());  // copies read the pinned memory
  for (auto& half : halves_) {
    if (half.copied) cudaEventDestroy(half.copied);
  }
}

Result<void> WeightUpload::start(std::int64_t total) {
  half_bytes_ = static_cast<std::size_t>(std::clamp(total, kLeastHalfBytes, kMostHalfBytes));
  auto stream = CudaStream::create();
  if (!stream) return std::move(stream).error();
  stream_ = *std::move(stream);
  for (auto& half : halves_) {
    auto memory = CudaBuffer::allocate(half_bytes_, CudaBuffer::Kind::Pinned, "memory for reading weights");
    if (!memory) return std::move(memory).error();
    half.memory = *std::move(memory);
    if (auto made = cuda_check(cudaEventCreateWithFlags(&half.copied, cudaEventDisableTiming), "an event"); !made)
      return made;
  }
  return {};
}

Result<std::byte*> WeightUpload::next_half() {
  current_ = 1 - current_;
  Half& half = halves_[current_];
  if (half.busy) {
    if (auto waited = cuda_check(cudaEventSynchronize(half.copied), "weights could not be copied"); !waited)
      return waited.error();
    half.busy = false;
  }
  return half.memory.data();
}

Result<void> WeightUpload::send(std::uint8_t* to, const std::byte* from, std::size_t bytes) {
  return cuda_check(cudaMemcpyAsync(to, from, bytes, cudaMemcpyHostToDevice, stream_.get()),
                    "weights could not be copied");
}

/// Rows that fit into one half, plane by plane.
Result<void> WeightUpload::rows(const WeightSource& weight, const DeviceMatrix& to, std::int64_t first,
                                std::int64_t count) {
  auto half = next_half();
  if (!half) return std::move(half).error();
  const FormatFields fields = fields_of(to.format);
  const auto& format = traits(to.format);
  std::byte* planes[DeviceMatrix::kMostPlanes] = {};
  std::byte* free = *half;
  for (int p = 0; p < fields.count; ++p) {
    planes[p] = free;
    free += to.pitch[p] * count;
  }
  pool_.parallel_for(count, [&](std::int64_t i) {
    if (format.block_size == 1) {
      take_numbers(weight, first + i, to.rows, to.pitch[0] / format.block_bytes, planes[0] + i * to.pitch[0]);
      return;
    }
    const std::byte* row = stored_row(weight, first + i, bytes_of(to.format, to.columns));
    for (int p = 0; p < fields.count; ++p) {
      take_field(row, fields.fields[p], to.columns / format.block_size, format.block_bytes,
                 planes[p] + i * to.pitch[p]);
    }
  });
  for (int p = 0; p < fields.count; ++p) {
    auto* target = const_cast<std::uint8_t*>(to.planes[p]) + first * to.pitch[p];
    if (auto sent = send(target, planes[p], static_cast<std::size_t>(to.pitch[p] * count)); !sent) return sent;
  }
  halves_[current_].busy = true;
  return cuda_check(cudaEventRecord(halves_[current_].copied, stream_.get()), "weights could not be copied");
}

Result<void> WeightUpload::matrix(const WeightSource& weight, const DeviceMatrix& to) {
  std::int64_t row_bytes = 0;
  for (int p = 0; p < DeviceMatrix::kMostPlanes; ++p) row_bytes += to.pitch[p];
  const std::int64_t most =
      std::max<std::int64_t>(1, static_cast<std::int64_t>(half_bytes_) / std::max<std::int64_t>(1, row_bytes));
  if (row_bytes > static_cast<std::int64_t>(half_bytes_)) {
    return Error{ErrorCode::UnsupportedFormat, "[cuda] a row of '" + weight.name + "' has " +
                                                   std::to_string(row_bytes) +
                                                   " bytes, more than this backend can load"};
  }
  for (std::int64_t first = 0; first < to.rows; first += most) {
    if (auto done = rows(weight, to, first, std::min(most, to.rows - first)); !done) return done;
  }
  return {};
}

Result<void> WeightUpload::numbers(const WeightSource& weight, float* to) {
  std::int64_t total = 0;
  for (const auto& part : weight.parts) total += numbers_in(part);
  std::vector<float> stored(static_cast<std::size_t>(total));
  float* end = stored.data();
  for (const auto& part : weight.parts) {
    traits(part.format).dequantise(part.bytes.data(), end, numbers_in(part));
    end += numbers_in(part);
  }
  std::vector<float> rewritten;
  if (weight.rewrite) {
    rewritten.resize(static_cast<std::size_t>(weight.shape.elements()));
    weight.rewrite(stored, weight.shape, rewritten);
  }
  const std::vector<float>& values = weight.rewrite ? rewritten : stored;
  for (std::size_t at = 0; at < values.size(); at += half_bytes_ / sizeof(float)) {
    auto half = next_half();
    if (!half) return std::move(half).error();
    const std::size_t count = std::min(values.size() - at, half_bytes_ / sizeof(float));
    std::memcpy(*half, values.data() + at, count * sizeof(float));
    if (auto sent = send(reinterpret_cast<std::uint8_t*>(to + at), *half, count * sizeof(float)); !sent) return sent;
    halves_[current_].busy = true;
    if (auto marked = cuda_check(cudaEventRecord(halves_[current_].copied, stream_.get()), "an event"); !marked)
      return marked;
  }
  return {};
}

Result<void> WeightUpload::finish() {
  return cuda_check(cudaStreamSynchronize(stream_.get()), "weights could not be copied");
}

}  // namespace eddy
