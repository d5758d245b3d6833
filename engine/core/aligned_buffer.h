// Memory for tensors: aligned for every vector width, zeroed, owned.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <utility>

#include "engine/api/result.h"

namespace eddy {

/// Movable owner of `size()` zeroed bytes at a 64-byte boundary.
class AlignedBuffer {
 public:
  static constexpr std::size_t kAlignment = 64;

  AlignedBuffer() = default;
  /// OutOfMemory, naming `what` and the size.
  static Result<AlignedBuffer> allocate(std::size_t bytes, const char* what);
  /// `bytes` of a larger buffer from `offset` on, which lives as long as any of its parts.
  static AlignedBuffer part_of(std::shared_ptr<const AlignedBuffer> whole, std::size_t offset, std::size_t bytes);

  ~AlignedBuffer();
  AlignedBuffer(AlignedBuffer&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)),
        size_(std::exchange(other.size_, 0)),
        whole_(std::move(other.whole_)) {}
  AlignedBuffer& operator=(AlignedBuffer&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(whole_, other.whole_);
    return *this;
  }

  std::byte* data() const { return data_; }
  std::size_t size() const { return size_; }
  std::span<std::byte> bytes() const { return {data_, size_}; }
  template <class T>
  T* as() const {
    return reinterpret_cast<T*>(data_);
  }

 private:
  std::byte* data_ = nullptr;
  std::size_t size_ = 0;
  std::shared_ptr<const AlignedBuffer> whole_;  // whose memory this is, if not its own
};

/// One allocation cut into buffers, one after the other. Many small weights then lie on huge pages, which each alone would
/// not fill: reading them costs fewer address translations.
class BufferStock {
 public:
  BufferStock() = default;
  /// OutOfMemory.
  static Result<BufferStock> allocate(std::size_t bytes, const char* what);
  /// What `bytes` of a buffer take from a stock.
  static constexpr std::size_t taken_by(std::size_t bytes) {
    return (bytes + AlignedBuffer::kAlignment - 1) / AlignedBuffer::kAlignment * AlignedBuffer::kAlignment;
  }

  /// Zeroed memory from the stock, or of its own where the stock is spent. OutOfMemory.
  Result<AlignedBuffer> take(std::size_t bytes, const char* what);

 private:
  std::shared_ptr<const AlignedBuffer> whole_;
  std::size_t used_ = 0;
};

}  // namespace eddy
