// What libeddy-cuda.so shows: its entry, and a number for a test.
#include "engine/backends/backend_module.h"
#include "engine/backends/cuda/cuda_backend.h"
#include "engine/backends/cuda/cuda_memory.h"

extern "C" __attribute__((visibility("default"))) const eddy::BackendModule* eddy_backend_module() {
  static const eddy::BackendModule module{eddy::backend_abi(), &eddy::cuda_backend(), &eddy::cuda_devices};
  return &module;
}

/// The most memory of devices that this process has held at a time.
extern "C" __attribute__((visibility("default"))) std::int64_t eddy_cuda_peak_bytes() {
  return eddy::cuda_peak_bytes();
}
