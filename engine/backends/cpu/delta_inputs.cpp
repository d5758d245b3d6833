// What the delta rule takes in: normalised keys and queries, and decays.
#include "engine/backends/cpu/ranges.h"
#include "engine/ops/l2_norm.h"
#include "engine/ops/softplus_decay.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/delta_inputs.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

void l2_norm_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const D d;
  const TensorView& x = call.inputs[0].tensor;
  const auto params = call.params.as<L2NormParams>();
  const std::int64_t size = x.shape.last() / params.groups;
  const TaskRange parts(x.shape.rows() * params.groups, task, tasks);
  for (std::int64_t part = parts.begin; part < parts.end; ++part) {
    const float* from = x.data + part * size;
    float* to = call.outputs[0].tensor.data + part * size;
    const float squares = sum_over(size, [&](V sum, std::int64_t i, std::int64_t count) HWY_ATTR {
      const V numbers = load_some(from + i, count);
      return hn::MulAdd(numbers, numbers, sum);
    });
    const V factor = hn::Div(hn::Set(d, params.scale), hn::Sqrt(hn::Set(d, squares + params.epsilon)));
    for (std::int64_t i = 0; i < size; i += kLanes)
      store_some(hn::Mul(load_some(from + i, size - i), factor), to + i, size - i);
  }
}

void softplus_decay_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const D d;
  const TensorView& y = call.outputs[0].tensor;
  const std::int64_t size = y.shape.last();
  const float* a = call.inputs[1].tensor.data;
  const float* bias = call.inputs[2].tensor.data;
  const TaskRange rows(y.shape.rows(), task, tasks);
  for (std::int64_t row = rows.begin; row < rows.end; ++row) {
    const float* x = call.inputs[0].tensor.row(row);
    for (std::int64_t i = 0; i < size; i += kLanes) {
      const V shifted = hn::Add(load_some(x + i, size - i), load_some(bias + i, size - i));
      const V tail = hn::Log1p(d, hn::Exp(d, hn::Neg(hn::Abs(shifted))));
      const V softplus = hn::Add(hn::Max(shifted, hn::Zero(d)), tail);
      store_some(hn::Exp(d, hn::Mul(load_some(a + i, size - i), softplus)), y.row(row) + i, size - i);
    }
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(l2_norm_part);
HWY_EXPORT(softplus_decay_part);

std::int64_t cpu_l2_norm_tasks(const OpCall& call, int threads) {
  const Shape& shape = call.inputs[0].tensor.shape;
  const std::int64_t groups = call.params.as<L2NormParams>().groups;
  return tasks_for(shape.rows() * groups, 2 * shape.last() / groups, threads);
}

void cpu_l2_norm(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(l2_norm_part)(call, task, tasks);
}

std::int64_t cpu_softplus_decay_tasks(const OpCall& call, int threads) {
  const Shape& shape = call.outputs[0].tensor.shape;
  return tasks_for(shape.rows(), 30 * shape.last(), threads);
}

void cpu_softplus_decay(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(softplus_decay_part)(call, task, tasks);
}

}  // namespace eddy
#endif
