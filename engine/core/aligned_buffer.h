// Memory for tensors: aligned for every vector width, zeroed, owned.
#pragma once

#include <cstddef>
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

  ~AlignedBuffer();
  AlignedBuffer(AlignedBuffer&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  AlignedBuffer& operator=(AlignedBuffer&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
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
};

}  // namespace eddy
