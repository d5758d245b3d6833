#include "engine/backends/cuda/weight_upload.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "engine/backends/gpu/weight_planes.h"

namespace eddy {
namespace {

constexpr std::int64_t kMostHalfBytes = std::int64_t{32} << 20, kLeastHalfBytes = std::int64_t{1} << 16;
}  // namespace

std::int64_t cuda_weight_bytes(const WeightSource& weight) {
  constexpr std::int64_t kAlignment = 256;
  if (weight.matrix) return plane_layout(weight).bytes;
  return (weight.shape.elements() * 4 + kAlignment - 1) / kAlignment * kAlignment;
}

DeviceMatrix matrix_layout(const WeightSource& weight, std::uint8_t* base) {
  const PlaneLayout layout = plane_layout(weight);
  DeviceMatrix matrix;
  matrix.rows = static_cast<std::int32_t>(layout.rows);
  matrix.columns = static_cast<std::int32_t>(layout.columns);
  matrix.format = weight.parts[0].format;
  for (int p = 0; p < layout.count; ++p) {
    matrix.planes[p] = base + layout.offset[p];
    matrix.pitch[p] = layout.pitch[p];
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
  const PlaneLayout layout = plane_layout(weight);
  std::byte* planes[FormatFields::kMost] = {};
  std::byte* free = *half;
  for (int p = 0; p < layout.count; ++p) {
    planes[p] = free;
    free += layout.pitch[p] * count;
  }
  pool_.parallel_for(count, [&](std::int64_t i) {
    std::byte* row[FormatFields::kMost] = {};
    for (int p = 0; p < layout.count; ++p) row[p] = planes[p] + i * layout.pitch[p];
    take_row(weight, layout, first + i, row);
  });
  for (int p = 0; p < layout.count; ++p) {
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
  const std::vector<float> values = weight_numbers(weight);
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
