// A plan's ops as the launches that the device makes of them, and the memory that they need.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "engine/backends/cuda/cuda_call.h"
#include "engine/backends/cuda/kernels.h"
#include "engine/graph/plan.h"

namespace eddy {

/// Ops of one launch: a kernel's one, several runs of columns, or several products (then `kernel` is null).
struct CudaStep {
  const CudaKernel* kernel = nullptr;
  std::vector<CudaCall> calls;
};

/// Ops of a stage do not depend on each other: products with as many rows of x go together, and runs of columns.
void add_steps(const std::vector<PlannedOp>& stage, const std::function<CudaCall(const PlannedOp&)>& call_of,
               std::vector<CudaStep>& steps);

/// Scratch memory that the steps need, one after the other.
std::int64_t cuda_scratch(std::span<const CudaStep> steps);

/// What changes from run to run, in bytes from the beginning of one buffer: where the states are [B], where their
/// rows [B], the tokens [B, T], and what the caller gives instead of an op.
struct CudaHeader {
  std::size_t rows = 0, tokens = 0, given = 0, bytes = 0;
};
CudaHeader cuda_header(const Plan& plan);
std::size_t cuda_logit_bytes(const Plan& plan);

/// Whether the backend has the op: what a plan may be rewritten with.
bool cuda_has(std::string_view op);

/// Memory of the device that a plan takes beside weights and states, as an executable reserves it, and that of drawing
/// tokens. Of the thread's current device. `matrix_of(source)`: a weight's matrix, without planes if need be; null where it is none.
std::int64_t cuda_plan_bytes(Plan plan, bool exact, const std::function<const DeviceMatrix*(int)>& matrix_of);

}  // namespace eddy
