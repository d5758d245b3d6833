// Device and pinned memory, and errors of the CUDA runtime as Results.
#pragma once

#include <cuda_runtime_api.h>

#include <cstddef>
#include <string>
#include <utility>

#include "engine/api/result.h"

namespace eddy {

/// `what` was being done. Memory that does not suffice is OutOfMemory, everything else DeviceLost.
Error cuda_error(cudaError_t code, const std::string& what);

/// Success, or the error of a runtime call.
Result<void> cuda_check(cudaError_t code, const std::string& what);

/// Memory on the device, or pinned memory of the host that the device copies from and to.
class CudaBuffer {
 public:
  enum class Kind { Device, Pinned };

  CudaBuffer() = default;
  CudaBuffer(CudaBuffer&& other) noexcept { *this = std::move(other); }
  CudaBuffer& operator=(CudaBuffer&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(kind_, other.kind_);
    return *this;
  }
  ~CudaBuffer();

  /// `purpose` names it in messages: "the weights". OutOfMemory says how much there is.
  static Result<CudaBuffer> allocate(std::size_t bytes, Kind kind, const std::string& purpose);

  std::byte* data() const { return static_cast<std::byte*>(data_); }
  template <class T>
  T* as() const {
    return static_cast<T*>(data_);
  }
  std::size_t size() const { return size_; }

 private:
  void* data_ = nullptr;
  std::size_t size_ = 0;
  Kind kind_ = Kind::Device;
};

/// The most memory of devices that buffers of this process have held at a time. Thread-safe.
std::int64_t cuda_peak_bytes();

/// A queue of work on the current device.
class CudaStream {
 public:
  CudaStream() = default;
  CudaStream(CudaStream&& other) noexcept : stream_(std::exchange(other.stream_, nullptr)) {}
  CudaStream& operator=(CudaStream&& other) noexcept {
    std::swap(stream_, other.stream_);
    return *this;
  }
  ~CudaStream();
  static Result<CudaStream> create();
  cudaStream_t get() const { return stream_; }

 private:
  cudaStream_t stream_ = nullptr;
};

}  // namespace eddy
