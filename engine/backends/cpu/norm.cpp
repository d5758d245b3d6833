#include "engine/backends/cpu/ranges.h"
#include "engine/ops/layer_norm.h"
#include "engine/ops/rms_norm.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/norm.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

/// One group of `size` channels. A tail shorter than a vector is filled with the mean, which adds nothing to the
/// variance.
void normalise(const float* x, const float* weight, const float* bias, float* y, std::int64_t size, float epsilon) {
  const D d;
  const float total = sum_over(
      size, [&](V sum, std::int64_t i, std::int64_t count) HWY_ATTR { return hn::Add(sum, load_some(x + i, count)); });
  const float mean = total / static_cast<float>(size);
  const V centre = hn::Set(d, mean);
  const float squares = sum_over(size, [&](V sum, std::int64_t i, std::int64_t count) HWY_ATTR {
    const V difference = hn::Sub(load_some(x + i, count, mean), centre);
    return hn::MulAdd(difference, difference, sum);
  });
  const V scale = hn::Div(hn::Set(d, 1.0f), hn::Sqrt(hn::Set(d, squares / static_cast<float>(size) + epsilon)));
  for (std::int64_t i = 0; i < size; i += kLanes) {
    const V normed = hn::Mul(hn::Sub(load_some(x + i, size - i), centre), scale);
    store_some(hn::MulAdd(normed, load_some(weight + i, size - i), load_some(bias + i, size - i)), y + i, size - i);
  }
}

void norm_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const TensorView& x = call.inputs[0].tensor;
  const auto params = call.params.as<NormParams>();
  const std::int64_t size = x.shape.last() / params.groups;
  const TaskRange parts(x.shape.rows() * params.groups, task, tasks);
  for (std::int64_t part = parts.begin; part < parts.end; ++part) {
    const std::int64_t channel = part % params.groups * size;
    normalise(x.data + part * size, call.inputs[1].tensor.data + channel, call.inputs[2].tensor.data + channel,
              call.outputs[0].tensor.data + part * size, size, params.epsilon);
  }
}

void rms_norm_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const D d;
  const TensorView& x = call.inputs[0].tensor;
  const TensorView& weight = call.inputs[1].tensor;
  const auto params = call.params.as<RmsNormParams>();
  const std::int64_t size = x.shape.last() / params.groups, weights = weight.shape.elements();
  const TaskRange parts(x.shape.rows() * params.groups, task, tasks);
  for (std::int64_t part = parts.begin; part < parts.end; ++part) {
    const float* from = x.data + part * size;
    const float* w = weight.data + part % params.groups * size % weights;
    float* to = call.outputs[0].tensor.data + part * size;
    const float squares = sum_over(size, [&](V sum, std::int64_t i, std::int64_t count) HWY_ATTR {
      const V numbers = load_some(from + i, count);
      return hn::MulAdd(numbers, numbers, sum);
    });
    const V mean = hn::Set(d, squares / static_cast<float>(size) + params.epsilon);
    const V scale = hn::Div(hn::Set(d, 1.0f), hn::Sqrt(mean));
    for (std::int64_t i = 0; i < size; i += kLanes) {
      const V normed = hn::Mul(load_some(from + i, size - i), scale);
      store_some(hn::Mul(normed, load_some(w + i, size - i)), to + i, size - i);
    }
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(norm_part);
HWY_EXPORT(rms_norm_part);

std::int64_t cpu_norm_tasks(const OpCall& call, int threads) {
  const Shape& shape = call.inputs[0].tensor.shape;
  const std::int64_t groups = call.params.as<NormParams>().groups;
  return tasks_for(shape.rows() * groups, 4 * shape.last() / groups, threads);
}

void cpu_norm(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(norm_part)(call, task, tasks);
}

std::int64_t cpu_rms_norm_tasks(const OpCall& call, int threads) {
  const Shape& shape = call.inputs[0].tensor.shape;
  const std::int64_t groups = call.params.as<RmsNormParams>().groups;
  return tasks_for(shape.rows() * groups, 3 * shape.last() / groups, threads);
}

void cpu_rms_norm(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(rms_norm_part)(call, task, tasks);
}

}  // namespace eddy
#endif
