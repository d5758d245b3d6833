// The CPU's kernels, by op.
#pragma once

#include <cstdint>

#include "engine/graph/op.h"

namespace eddy {

/// How the CPU runs an op: as tasks that write disjoint parts of the outputs, on any thread in any order. How many
/// tasks there are must not change what is computed.
struct CpuKernel {
  const OpKind* op = nullptr;
  std::int64_t (*tasks)(const OpCall& call, int threads) = nullptr;
  void (*run)(const OpCall& call, std::int64_t task, std::int64_t tasks) = nullptr;
};

/// The kernel for an op. Where there is none: one task, no `run`, and the reference is to be called whole.
CpuKernel cpu_kernel(const OpKind& op);

}  // namespace eddy
