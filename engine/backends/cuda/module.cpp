// The one function that libeddy-cuda.so shows.
#include "engine/backends/backend_module.h"
#include "engine/backends/cuda/cuda_backend.h"

extern "C" __attribute__((visibility("default"))) const eddy::BackendModule* eddy_backend_module() {
  static const eddy::BackendModule module{eddy::backend_abi(), &eddy::cuda_backend(), &eddy::cuda_devices};
  return &module;
}
