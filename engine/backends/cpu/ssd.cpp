#include "engine/ops/ssd.h"

#include "engine/backends/cpu/head_states.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/ssd.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/strips-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

/// One head at one token. z: null without a gate.
struct Head {
  const float *x, *b, *c, *d, *z;
  SsdStep step;
  std::int64_t states, channels;
};

Head head_at(const OpCall& call, std::int64_t row, std::int64_t h) {
  const Shape& slot = call.inputs[5].tensor.shape;
  const TensorView& xbc = call.inputs[0].tensor;
  const std::int64_t heads = slot[0], states = slot[1], channels = slot[2], width = heads * channels;
  const std::int64_t groups = (xbc.shape.last() - width) / (2 * states);
  const auto params = call.params.as<SsdParams>();
  const float* b = xbc.row(row) + width + h * groups / heads * states;
  return {.x = xbc.row(row) + h * channels,
          .b = b,
          .c = b + groups * states,
          .d = call.inputs[4].tensor.data + h * channels,
          .z = params.has_z ? call.inputs[6].tensor.row(row) + params.z_first + h * channels : nullptr,
          .step = ssd_step(call, row, h),
          .states = states,
          .channels = channels};
}

/// `Count` vectors of channels, starting at channel `first`.
template <class Access, int Count>
HWY_INLINE void step_strip(float* HWY_RESTRICT state, const Head& in, float* HWY_RESTRICT y, std::int64_t first) {
  const D d;
  const std::int64_t left = in.channels - first;
  const V delta = hn::Set(d, in.step.delta), decay = hn::Set(d, in.step.decay);
  V read[Count], written[Count];
  for (int i = 0; i < Count; ++i) {
    read[i] = hn::Zero(d);
    written[i] = hn::Mul(delta, Access::load(in.x + first + i * kLanes, left));
  }
  for (std::int64_t n = 0; n < in.states; ++n) {
    float* row = state + n * in.channels + first;
    const V b = hn::Set(d, in.b[n]), c = hn::Set(d, in.c[n]);
    for (int i = 0; i < Count; ++i) {
      const V updated = hn::MulAdd(decay, Access::load(row + i * kLanes, left), hn::Mul(b, written[i]));
      read[i] = hn::MulAdd(c, updated, read[i]);
      Access::store(updated, row + i * kLanes, left);
    }
  }
  for (int i = 0; i < Count; ++i) {
    const std::int64_t p = first + i * kLanes;
    V out = hn::MulAdd(Access::load(in.d + p, left), Access::load(in.x + p, left), read[i]);
    if (in.z) out = hn::Mul(out, apply(Activation::Silu, Access::load(in.z + p, left)));
    Access::store(out, y + p, left);
  }
}

/// One strip through all tokens: it stays in the nearest cache, as the state of a whole head would not everywhere.
template <class Access, int Count>
void run_strip(const OpCall& call, std::int64_t b, std::int64_t h, std::int64_t first) {
  const Shape& slot = call.inputs[5].tensor.shape;
  float* state = call.inputs[5].states[static_cast<std::size_t>(b)] + h * slot[1] * slot[2];
  for (std::int64_t row = b * call.tokens; row < (b + 1) * call.tokens; ++row)
    step_strip<Access, Count>(state, head_at(call, row, h), call.outputs[0].tensor.row(row) + h * slot[2], first);
}

void run_head(const OpCall& call, std::int64_t b, std::int64_t h) {
  const std::int64_t channels = call.inputs[5].tensor.shape[2];
  std::int64_t first = 0;
  for (; first + 4 * kLanes <= channels; first += 4 * kLanes) run_strip<WholeVector, 4>(call, b, h, first);
  for (; first + kLanes <= channels; first += kLanes) run_strip<WholeVector, 1>(call, b, h, first);
  if (first < channels) run_strip<PartialVector, 1>(call, b, h, first);
}

void ssd_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  run_heads(call, 5, task, tasks, [&](std::int64_t b, std::int64_t head) { run_head(call, b, head); });
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(ssd_part);

std::int64_t cpu_ssd_tasks(const OpCall& call, int threads) {
  return tasks_by_head(call, 5, threads);
}

void cpu_ssd(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(ssd_part)(call, task, tasks);
}

}  // namespace eddy
#endif
