#include "engine/backends/cuda/cuda_memory.h"

namespace eddy {
namespace {

std::string mebibytes(std::size_t bytes) {
  return std::to_string(bytes >> 20) + " MiB";
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

CudaBuffer::~CudaBuffer() {
  if (!data_) return;
  if (kind_ == Kind::Device) {
    cudaFree(data_);
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
