// What kernels of several shapes choose by.
#pragma once

#include <cuda_runtime_api.h>

namespace eddy {

struct DeviceLimits {
  int major = 0;         ///< of the compute capability
  int shared_bytes = 0;  ///< the most that a block may have
  int multiprocessors = 0;
};

/// Of the current device.
inline DeviceLimits device_limits() {
  int index = 0;
  DeviceLimits limits;
  if (cudaGetDevice(&index) != cudaSuccess) return limits;
  cudaDeviceGetAttribute(&limits.major, cudaDevAttrComputeCapabilityMajor, index);
  cudaDeviceGetAttribute(&limits.shared_bytes, cudaDevAttrMaxSharedMemoryPerBlockOptin, index);
  cudaDeviceGetAttribute(&limits.multiprocessors, cudaDevAttrMultiProcessorCount, index);
  return limits;
}

}  // namespace eddy
