// The CUDA kernels, by op.
#pragma once

#include <span>
#include <string_view>

#include "engine/backends/cuda/cuda_call.h"

namespace eddy {

/// How the device runs an op. Ops are told apart by name: a run-time module has no share in the program's constants.
struct CudaKernel {
  std::string_view op;
  void (*run)(const CudaCall& call) = nullptr;
  bool (*supports)(const CudaCall& call) = nullptr;  ///< null: every shape
};

/// Whether this build has machine code, or code that the driver can translate, for a compute capability.
bool cuda_has_code_for(int major, int minor);

/// Bytes of scratch memory that an op needs, products apart (linear.h).
std::int64_t cuda_op_scratch(const CudaCall& call);
std::int64_t cuda_gated_delta_scratch(const CudaCall& call);
std::int64_t cuda_linear_attention_scratch(const CudaCall& call);
std::int64_t cuda_rwkv7_steps_scratch(const CudaCall& call);
std::int64_t cuda_ssd_scratch(const CudaCall& call);
std::int64_t cuda_wkv7_scratch(const CudaCall& call);

/// Null where there is none. `linear` is not among them: it is run for several calls at once (linear.h).
const CudaKernel* cuda_kernel(std::string_view op);

/// Whether the current device can run `rwkv7_steps`.
bool cuda_has_rwkv7_steps();

/// `ssd` of one token a sequence, where the sizes suit it.
bool cuda_has_ssd_step(const CudaCall& call);
void cuda_ssd_step(const CudaCall& call);

/// Calls of `columns` that do not depend on each other, in one launch: at most kMostColumnJobs.
void cuda_columns_together(std::span<const CudaCall> calls);
inline constexpr int kMostColumnJobs = 4;

}  // namespace eddy
