#include "engine/backends/cuda/tensor_map.h"

#include <cuda_runtime_api.h>

#include <cstdint>

namespace eddy {
namespace {

using Encode = decltype(&cuTensorMapEncodeTiled);

/// The driver's function, asked for at run time so that the module does not need the driver's library to be linked.
Encode encode_tiled() {
  static const Encode found = [] {
    constexpr unsigned kSince = 12000;  // CUDA 12.0
    void* entry = nullptr;
    cudaDriverEntryPointQueryResult result{};
    const cudaError_t error =
        cudaGetDriverEntryPointByVersion("cuTensorMapEncodeTiled", &entry, kSince, cudaEnableDefault, &result);
    const bool known = error == cudaSuccess && result == cudaDriverEntryPointSuccess;
    return known ? reinterpret_cast<Encode>(entry) : nullptr;
  }();
  return found;
}

/// False where the driver refuses.
bool make_map(CUtensorMap& map, const __half* matrix, std::int64_t rows, std::int64_t columns, std::int64_t pitch,
              int box_rows, int box_columns) {
  const cuuint64_t size[] = {static_cast<cuuint64_t>(columns), static_cast<cuuint64_t>(rows)};
  const cuuint64_t strides[] = {static_cast<cuuint64_t>(pitch) * sizeof(__half)};
  const cuuint32_t box[] = {static_cast<cuuint32_t>(box_columns), static_cast<cuuint32_t>(box_rows)};
  const cuuint32_t steps[] = {1, 1};
  return encode_tiled() &&
         encode_tiled()(&map, CU_TENSOR_MAP_DATA_TYPE_FLOAT16, 2, const_cast<__half*>(matrix), size, strides, box,
                        steps, CU_TENSOR_MAP_INTERLEAVE_NONE, CU_TENSOR_MAP_SWIZZLE_128B,
                        CU_TENSOR_MAP_L2_PROMOTION_L2_256B, CU_TENSOR_MAP_FLOAT_OOB_FILL_NONE) == CUDA_SUCCESS;
}

}  // namespace

bool can_make_tensor_maps() {
  static const bool can = [] {
    // The addresses are not read; the sizes are the smallest there are.
    constexpr std::uintptr_t kSomewhere = 1 << 20;
    CUtensorMap map{};
    return make_map(map, reinterpret_cast<const __half*>(kSomewhere), 1, 8, 8, 256, 64);
  }();
  return can;
}

CUtensorMap tensor_map(const __half* matrix, std::int64_t rows, std::int64_t columns, std::int64_t pitch, int box_rows,
                       int box_columns) {
  CUtensorMap map{};
  make_map(map, matrix, rows, columns, pitch, box_rows, box_columns);
  return map;
}

}  // namespace eddy
