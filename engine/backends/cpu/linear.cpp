// The product of a packed matrix with one or many rows of x: nearly all of a network's time is spent here.
//
// One row (decode) reads each weight once, straight from its format into registers. Many rows (prefill) unpack a slice of a
// panel into a float32 tile and use it for all of them. Either way each output is the same chain of multiply-adds over k.
#include "engine/ops/linear.h"

#include "engine/backends/cpu/packed_matrix.h"
#include "engine/backends/cpu/ranges.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/linear.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/linear-inl.h"
#include "engine/backends/cpu/panels-inl.h"
#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

void linear_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const auto& matrix = *static_cast<const PackedMatrix*>(call.inputs[0].packed);
  const TaskRange panels(matrix.panels(), task, tasks);
  switch (matrix.format) {
#define EDDY_CODED(format) \
  case WeightFormat::format: return multiply_panels<PanelOfCodes<WeightFormat::format>>(call, matrix, panels.begin, panels.end);
    EDDY_CODED(Q4_0)
    EDDY_CODED(Q4_1)
    EDDY_CODED(Q5_0)
    EDDY_CODED(Q5_1)
    EDDY_CODED(Q8_0)
    EDDY_CODED(Q4_K)
    EDDY_CODED(Q5_K)
    EDDY_CODED(Q6_K)
#undef EDDY_CODED
    case WeightFormat::F32: return multiply_panels<PanelF32>(call, matrix, panels.begin, panels.end);
    case WeightFormat::F16: return multiply_panels<PanelF16>(call, matrix, panels.begin, panels.end);
    case WeightFormat::BF16: return multiply_panels<PanelBF16>(call, matrix, panels.begin, panels.end);
    default: return multiply_panels<PanelOfRows>(call, matrix, panels.begin, panels.end);
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(linear_part);

std::int64_t cpu_linear_tasks(const OpCall& call, int threads) {
  const auto& matrix = *static_cast<const PackedMatrix*>(call.inputs[0].packed);
  const std::int64_t rows = call.inputs[1].tensor.shape.rows();
  return tasks_for(matrix.panels(), PackedMatrix::kPanelRows * matrix.columns * rows / 2, threads);
}

void cpu_linear(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(linear_part)(call, task, tasks);
}

}  // namespace eddy
#endif
