// Rows of a packed table, by token.
#include "engine/backends/cuda/format_kernels.h"

namespace eddy {

#define EDDY_WEIGHT_FORMAT(id, ...) extern const FormatKernels kFormatKernels##id;
#include "engine/quant/weight_formats.def"
#undef EDDY_WEIGHT_FORMAT

const FormatKernels& format_kernels(WeightFormat format) {
  switch (format) {
#define EDDY_WEIGHT_FORMAT(id, ...) \
  case WeightFormat::id:            \
    return kFormatKernels##id;
#include "engine/quant/weight_formats.def"
#undef EDDY_WEIGHT_FORMAT
  }
  return kFormatKernelsF32;
}

bool cuda_supports_embedding(const CudaCall& call) {
  return call.inputs[0].matrix != nullptr;
}

void cuda_embedding(const CudaCall& call) {
  const DeviceMatrix& table = *call.inputs[0].matrix;
  format_kernels(table.format).embed(call, table, call.out(0));
}

}  // namespace eddy
