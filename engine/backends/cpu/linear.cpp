// The product of a packed matrix with one or many rows of x: nearly all of a network's time is spent here.
//
// One row (decode) reads each weight once, straight from its format into registers. Many rows (prefill) unpack a slice of a
// panel into a float32 tile and use it for all of them. Either way each output is the same chain of multiply-adds over k.
#include "engine/ops/linear.h"

#include <algorithm>

#include "engine/backends/cpu/linear_brain.h"
#include "engine/backends/cpu/linear_integer.h"
#include "engine/backends/cpu/packed_matrix.h"
#include "engine/backends/cpu/ranges.h"
#include "engine/ops/experts.h"

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

/// Rows first .. first + count of the operand that an integer product reads. They were rounded before the stage began.
QuantisedRows rounded_rows(const Operand& x, std::int64_t first, std::int64_t count) {
  EDDY_ASSERT(x.packed != nullptr);
  return static_cast<const QuantisedRows*>(x.packed)->part(first, count);
}

void multiply(const Operand& operand, std::int64_t first, std::int64_t rows, const Epilogue& epilogue,
              const MatrixPanels& matrix, const TaskRange& panels) {
  if (matrix.integer) {
    const QuantisedRows rounded = rounded_rows(operand, first, rows);
    const IntegerProduct product{matrix, rounded, epilogue.bias, epilogue.residual, epilogue.y, epilogue.activation};
    return multiply_integers(product, panels.begin, panels.end);
  }
  if (matrix.brain) {
    EDDY_ASSERT(operand.packed != nullptr);
    const BrainRows rounded = static_cast<const BrainRows*>(operand.packed)->part(first, rows);
    const BrainProduct product{matrix, rounded, epilogue.bias, epilogue.residual, epilogue.y, epilogue.activation};
    return multiply_brain(product, panels.begin, panels.end);
  }
  const TensorView x{operand.tensor.row(first), {rows, operand.tensor.shape.last()}};
  switch (matrix.format) {
#define EDDY_CODED(format)   \
  case WeightFormat::format: \
    return multiply_panels<PanelOfCodes<WeightFormat::format>>(x, epilogue, matrix, panels.begin, panels.end);
    EDDY_CODED_FORMATS(EDDY_CODED)
#undef EDDY_CODED
    case WeightFormat::F32: return multiply_panels<PanelF32>(x, epilogue, matrix, panels.begin, panels.end);
    case WeightFormat::F16: return multiply_panels<PanelF16>(x, epilogue, matrix, panels.begin, panels.end);
    case WeightFormat::BF16: return multiply_panels<PanelBF16>(x, epilogue, matrix, panels.begin, panels.end);
  }
}

void linear_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const auto& matrix = *static_cast<const PackedMatrix*>(call.inputs[0].packed);
  const Operand& x = call.inputs[1];
  multiply(x, 0, x.tensor.shape.rows(), Epilogue(call), matrix, TaskRange(matrix.panels(), task, tasks));
}

/// Panels weigh as many rows as their expert has: each task takes those that begin in its share of the whole weight.
void grouped_linear_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const auto& matrix = *static_cast<const PackedMatrix*>(call.inputs[0].packed);
  const TensorView &x = call.inputs[1].tensor, &y = call.outputs[0].tensor;
  const DispatchView view(call.inputs[2].tensor, matrix.stack, x.shape.rows());
  const TaskRange share(x.shape.rows() * matrix.panels(), task, tasks);
  for (std::int64_t e = 0; e < matrix.stack; ++e) {
    const std::int64_t first = view.begin(e), rows = view.begin(e + 1) - first;
    if (rows == 0) continue;
    const auto panel_at = [&](std::int64_t weight) {
      const std::int64_t left = std::max<std::int64_t>(0, weight - first * matrix.panels());
      return std::min(matrix.panels(), (left + rows - 1) / rows);
    };
    TaskRange panels(0, 0, 1);
    panels.begin = panel_at(share.begin);
    panels.end = panel_at(share.end);
    if (panels.begin >= panels.end) continue;
    const TensorView out{y.row(first), {rows, y.shape.last()}};
    multiply(call.inputs[1], first, rows, Epilogue(out, call.params.as<Activation>()), matrix.matrix(e), panels);
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(linear_part);
HWY_EXPORT(grouped_linear_part);

namespace {

/// For products with one row of x, which take as long as reading `panels` panels of weights: parts of some microseconds, so
/// that a thread which memory serves faster takes more of them and none waits long for the last.
std::int64_t reading_tasks(const MatrixPanels& matrix, std::int64_t panels, int threads) {
  constexpr std::int64_t kTaskBytes = 64 << 10, kTasksPerThread = 16;
  if (threads == 1) return 1;
  const std::int64_t parts = std::max<std::int64_t>(1, panels * matrix.panel_bytes / kTaskBytes);
  return std::min({panels, parts, kTasksPerThread * threads});
}

}  // namespace

std::int64_t cpu_linear_tasks(const OpCall& call, int threads) {
  const auto& matrix = *static_cast<const PackedMatrix*>(call.inputs[0].packed);
  const std::int64_t rows = call.inputs[1].tensor.shape.rows();
  if (rows == 1) return reading_tasks(matrix, matrix.panels(), threads);
  return tasks_for(matrix.panels(), PackedMatrix::kPanelRows * matrix.columns * rows / 2, threads);
}

void cpu_linear(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(linear_part)(call, task, tasks);
}

std::int64_t cpu_grouped_linear_tasks(const OpCall& call, int threads) {
  const auto& matrix = *static_cast<const PackedMatrix*>(call.inputs[0].packed);
  const std::int64_t rows = call.inputs[1].tensor.shape.rows();
  if (rows <= matrix.stack) return reading_tasks(matrix, matrix.panels() * rows, threads);
  return tasks_for(matrix.panels() * rows, PackedMatrix::kPanelRows * matrix.columns / 2, threads);
}

void cpu_grouped_linear(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(grouped_linear_part)(call, task, tasks);
}

}  // namespace eddy
#endif
