// Several tokens are taken at once: a strip of the state is read and written once for all of them, which is what the
// chunked form of Mamba-2 gains on a CPU, and every sum stays the one that tokens taken alone would give.
#include "engine/ops/ssd.h"

#include "engine/backends/cpu/ranges.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/ssd.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/strips-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

constexpr int kBlock = 4;  // tokens

/// One head during a few tokens. z: null without a gate.
struct Tokens {
  const float *x[kBlock], *b[kBlock], *c[kBlock], *z[kBlock];
  float* y[kBlock];
  SsdStep step[kBlock];
  const float* d;
  float* state;
  std::int64_t states, channels;
};

/// `Count` vectors of channels starting at channel `first`, during `kTokens` tokens.
template <class Access, int Count, int kTokens>
HWY_INLINE void step_strip(const Tokens& in, std::int64_t first) {
  const D d;
  const std::int64_t left = in.channels - first;
  V read[kTokens][Count], written[kTokens][Count];
  for (int t = 0; t < kTokens; ++t) {
    for (int i = 0; i < Count; ++i) {
      read[t][i] = hn::Zero(d);
      written[t][i] =
          hn::Mul(hn::Set(d, in.step[t].delta), Access::load(in.x[t] + first + i * kLanes, left - i * kLanes));
    }
  }
  for (std::int64_t n = 0; n < in.states; ++n) {
    float* row = in.state + n * in.channels + first;
    for (int i = 0; i < Count; ++i) {
      V s = Access::load(row + i * kLanes, left - i * kLanes);
      for (int t = 0; t < kTokens; ++t) {
        s = hn::MulAdd(hn::Set(d, in.step[t].decay), s, hn::Mul(hn::Set(d, in.b[t][n]), written[t][i]));
        read[t][i] = hn::MulAdd(hn::Set(d, in.c[t][n]), s, read[t][i]);
      }
      Access::store(s, row + i * kLanes, left - i * kLanes);
    }
  }
  for (int t = 0; t < kTokens; ++t) {
    for (int i = 0; i < Count; ++i) {
      const std::int64_t p = first + i * kLanes, count = left - i * kLanes;
      V y = hn::MulAdd(Access::load(in.d + p, count), Access::load(in.x[t] + p, count), read[t][i]);
      if (in.z[t]) y = hn::Mul(y, apply(Activation::Silu, Access::load(in.z[t] + p, count)));
      Access::store(y, in.y[t] + p, count);
    }
  }
}

template <int kTokens>
HWY_INLINE void step(const Tokens& in) {
  constexpr int kStrip = kTokens == 1 ? 4 : 2;  // as many sums as there are registers for
  std::int64_t first = 0;
  for (; first + kStrip * kLanes <= in.channels; first += kStrip * kLanes)
    step_strip<WholeVector, kStrip, kTokens>(in, first);
  for (; first + kLanes <= in.channels; first += kLanes) step_strip<WholeVector, 1, kTokens>(in, first);
  if (first < in.channels) step_strip<PartialVector, 1, kTokens>(in, first);
}

/// What head `h` reads and writes from token `row` (of B * T) on.
Tokens tokens_at(const OpCall& call, std::int64_t h, std::int64_t row, std::int64_t count) {
  const Shape& slot = call.inputs[5].tensor.shape;
  const TensorView& xbc = call.inputs[0].tensor;
  const std::int64_t heads = slot[0], states = slot[1], channels = slot[2], width = heads * channels;
  const std::int64_t groups = (xbc.shape.last() - width) / (2 * states);
  const auto params = call.params.as<SsdParams>();
  Tokens in{.d = call.inputs[4].tensor.data + h * channels,
            .state = call.inputs[5].states[static_cast<std::size_t>(row / call.tokens)] + h * states * channels,
            .states = states,
            .channels = channels};
  for (std::int64_t t = 0; t < count; ++t) {
    const float* inputs = xbc.row(row + t);
    in.x[t] = inputs + h * channels;
    in.b[t] = inputs + width + h * groups / heads * states;
    in.c[t] = in.b[t] + groups * states;
    in.z[t] = params.has_z ? call.inputs[6].tensor.row(row + t) + params.z_first + h * channels : nullptr;
    in.y[t] = call.outputs[0].tensor.row(row + t) + h * channels;
    in.step[t] = ssd_step(call, row + t, h);
  }
  return in;
}

void ssd_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const std::int64_t heads = call.inputs[5].tensor.shape[0];
  const TaskRange range(call.sequences * heads, task, tasks);
  for (std::int64_t i = range.begin; i < range.end; ++i) {
    const std::int64_t end = (i / heads + 1) * call.tokens;
    std::int64_t row = end - call.tokens;
    for (; row + kBlock <= end; row += kBlock) step<kBlock>(tokens_at(call, i % heads, row, kBlock));
    for (; row < end; ++row) step<1>(tokens_at(call, i % heads, row, 1));
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(ssd_part);

std::int64_t cpu_ssd_tasks(const OpCall& call, int threads) {
  const Shape& state = call.inputs[5].tensor.shape;
  return tasks_for(call.sequences * state[0], call.tokens * state[1] * state[2] / 4, threads);
}

void cpu_ssd(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(ssd_part)(call, task, tasks);
}

}  // namespace eddy
#endif
