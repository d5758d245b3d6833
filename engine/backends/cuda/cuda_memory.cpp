#include "engine/backends/cuda/cuda_memory.h"

#include <atomic>

namespace eddy {
namespace {

std::string mebibytes(std::size_t bytes) {
  return std::to_string(bytes >> 20) + " MiB";
}

std::atomic<std::int64_t> held_bytes{0}, peak_bytes{0};

void count_held(std::int64_t more) {
  const std::int64_t now = held_bytes += more;
  std::int64_t most = peak_bytes;
  while (now > most && !peak_bytes.compare_exchange_weak(most, now)) {
  }
}

}  // namespace

Error cuda_error(cudaError_t code, const std::string& what) {
  cudaGetLastError();  // what can be forgotten is forgotten
  const bool memory = code == cudaErrorMemoryAllocation;
  return {memory ? ErrorCode::OutOfMemory : ErrorCode::DeviceLost,
          "[cuda] " + what + ": " + cudaGetErrorString(code) +
              (memory ? "; close other programs that use the GPU, or choose a smaller model or the cpu"
                      : "; choose the cpu, or start Eddy again"),
          cudaGetErrorName(code)};
}

Result<void> cuda_check(cudaError_t code, const std::string& what) {
  if (code == cudaSuccess) return {};
  return cuda_error(code, what);
}

std::int64_t cuda_peak_bytes() {
  return peak_bytes;
}

CudaBuffer::~CudaBuffer() {
  if (!data_) return;
  if (kind_ == Kind::Device) {
    cudaFree(data_);
    count_held(-static_cast<std::int64_t>(size_));
  } else {
    cudaFreeHost(data_);
  }
}

Result<CudaBuffer> CudaBuffer::allocate(std::size_t bytes, Kind kind, const std::string& purpose) {
  CudaBuffer buffer;
  buffer.kind_ = kind;
  if (bytes == 0) return buffer;
  const auto code = kind == Kind::Device ? cudaMalloc(&buffer.data_, bytes) : cudaMallocHost(&buffer.data_, bytes);
  if (code == cudaErrorMemoryAllocation && kind == Kind::Device) {
    std::size_t free = 0, total = 0;
    cudaMemGetInfo(&free, &total);
    return cuda_error(code, purpose + " needs " + mebibytes(bytes) + " of the device's memory, " + mebibytes(free) +
                                " of " + mebibytes(total) + " are free");
  }
  if (code != cudaSuccess) return cuda_error(code, purpose + " (" + mebibytes(bytes) + ") cannot be allocated");
  buffer.size_ = bytes;
  if (kind == Kind::Device) count_held(static_cast<std::int64_t>(bytes));
  return buffer;
}

CudaStream::~CudaStream() {
  if (stream_) cudaStreamDestroy(stream_);
}

Result<CudaStream> CudaStream::create() {
  CudaStream stream;
  const auto code = cudaStreamCreateWithFlags(&stream.stream_, cudaStreamNonBlocking);
  if (code != cudaSuccess) return cuda_error(code, "a stream cannot be made");
  return stream;
}

}  // namespace eddy
