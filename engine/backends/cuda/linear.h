// The linear op on a CUDA device: several independent products at once.
#pragma once

#include <span>
#include <string_view>

#include "engine/backends/cuda/cuda_call.h"

namespace eddy {

/// Whether the products of a call are few enough to read each weight once and compute in float32.
bool cuda_linear_is_gemv(const CudaCall& call);

/// Ops that cuda_linear takes: `linear`, and those of gpu/fused_ops.h that begin with one.
bool cuda_is_product(std::string_view op);

bool cuda_supports_linear(const CudaCall& call);

/// Runs calls that do not depend on each other; all of one plan, so with the same rows of x.
void cuda_linear(std::span<const CudaCall> calls);

/// Bytes of scratch memory that this needs.
std::int64_t cuda_linear_scratch(std::span<const CudaCall> calls);
std::int64_t cuda_grouped_linear_scratch(const CudaCall& call);

}  // namespace eddy
