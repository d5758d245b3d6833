#include "engine/ops/causal_conv.h"

#include "engine/backends/cpu/ranges.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/causal_conv.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

/// Channels [begin, end) of one sequence: every task reads and writes its own channels of the slot only.
struct Channels {
  std::int64_t b, begin, end;
};

const float* input_at(const OpCall& call, std::int64_t b, std::int64_t t, std::int64_t first) {
  const Shape& slot = call.inputs[2].tensor.shape;
  if (t < 0) return call.inputs[2].states[static_cast<std::size_t>(b)] + (t + slot[0]) * slot[1];
  return call.inputs[0].tensor.row(b * call.tokens + t) + first;
}

void convolve(const OpCall& call, const Channels& part, const CausalConvParams& params) {
  const TensorView& weight = call.inputs[1].tensor;
  const std::int64_t kernel = weight.shape[0];
  for (std::int64_t t = 0; t < call.tokens; ++t) {
    float* y = call.outputs[0].tensor.row(part.b * call.tokens + t);
    for (std::int64_t c = part.begin; c < part.end; c += kLanes) {
      const std::int64_t count = part.end - c;
      V sum = params.has_bias ? load_some(call.inputs[3].tensor.data + c, count) : hn::Zero(D());
      for (std::int64_t k = 0; k < kernel; ++k) {
        const float* x = input_at(call, part.b, t - kernel + 1 + k, params.first);
        sum = hn::MulAdd(load_some(weight.row(k) + c, count), load_some(x + c, count), sum);
      }
      store_some(apply(params.activation, sum), y + c, count);
    }
  }
}

/// The slot's rows move up and the newest inputs come in behind. Each is read before it is overwritten.
void keep_inputs(const OpCall& call, const Channels& part, std::int64_t first) {
  const Shape& slot = call.inputs[2].tensor.shape;
  float* state = call.inputs[2].states[static_cast<std::size_t>(part.b)];
  for (std::int64_t k = 0; k < slot[0]; ++k) {
    const float* x = input_at(call, part.b, call.tokens - slot[0] + k, first);
    std::copy(x + part.begin, x + part.end, state + k * slot[1] + part.begin);
  }
}

void causal_conv_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const std::int64_t channels = call.inputs[1].tensor.shape[1];
  const auto params = call.params.as<CausalConvParams>();
  const TaskRange range(call.sequences * channels, task, tasks);
  for (std::int64_t at = range.begin; at < range.end;) {
    const std::int64_t b = at / channels;
    const std::int64_t end = std::min(range.end, (b + 1) * channels);
    const Channels part{b, at - b * channels, end - b * channels};
    convolve(call, part, params);
    keep_inputs(call, part, params.first);
    at = end;
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(causal_conv_part);

std::int64_t cpu_causal_conv_tasks(const OpCall& call, int threads) {
  const Shape& weight = call.inputs[1].tensor.shape;
  return tasks_for(call.sequences * weight[1], call.tokens * (weight[0] + 8), threads);
}

void cpu_causal_conv(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(causal_conv_part)(call, task, tasks);
}

}  // namespace eddy
#endif
