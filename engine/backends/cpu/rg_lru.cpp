#include "engine/ops/rg_lru.h"

#include "engine/backends/cpu/ranges.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/rg_lru.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

/// Outputs n .. n + a vector of one head and row.
HWY_INLINE V block_sum(const float* x, const float* weight, std::int64_t in, std::int64_t out, std::int64_t n) {
  const D d;
  V sum = hn::Zero(d);
  for (std::int64_t k = 0; k < in; ++k) {
    sum = hn::MulAdd(hn::Set(d, x[k]), load_some(weight + k * out + n, out - n), sum);
  }
  return sum;
}

void block_linear_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const TensorView &weight = call.inputs[0].tensor, &x = call.inputs[2].tensor, &y = call.outputs[0].tensor;
  const std::int64_t in = weight.shape[1], out = weight.shape[2], vectors = (out + kLanes - 1) / kLanes;
  const auto activation = call.params.as<Activation>();
  const TaskRange range(weight.shape[0] * vectors, task, tasks);
  for (std::int64_t i = range.begin; i < range.end; ++i) {
    const std::int64_t head = i / vectors, n = i % vectors * kLanes;
    const V bias = load_some(call.inputs[1].tensor.data + head * out + n, out - n);
    for (std::int64_t row = 0; row < x.shape.rows(); ++row) {
      const V sum = block_sum(x.row(row) + head * in, weight.data + head * in * out, in, out, n);
      store_some(apply(activation, hn::Add(sum, bias)), y.row(row) + head * out + n, out - n);
    }
  }
}

/// Channels c .. c + a vector of one sequence, token by token.
HWY_INLINE void run_channels(const OpCall& call, std::int64_t b, std::int64_t c) {
  const D d;
  const std::int64_t left = call.outputs[0].tensor.shape.last() - c;
  const auto at = [&](int input, std::int64_t row)
                      HWY_ATTR { return load_some(call.inputs[input].tensor.row(row) + c, left); };
  const V rate = load_some(call.inputs[3].tensor.data + c, left), one = hn::Set(d, 1.0f);
  float* state = call.inputs[5].states[static_cast<std::size_t>(b)] + c;
  V h = load_some(state, left);
  for (std::int64_t row = b * call.tokens; row < (b + 1) * call.tokens; ++row) {
    const V a = hn::Exp(d, hn::Mul(rate, at(2, row)));
    const bool first = call.inputs[4].tensor.data[row] != 0;
    const V m = first ? one : hn::Sqrt(hn::Max(hn::Zero(d), hn::NegMulAdd(a, a, one)));
    h = hn::MulAdd(m, hn::Mul(at(1, row), at(0, row)), hn::Mul(a, h));
    store_some(h, call.outputs[0].tensor.row(row) + c, left);
  }
  store_some(h, state, left);
}

void rg_lru_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const std::int64_t vectors = (call.outputs[0].tensor.shape.last() + kLanes - 1) / kLanes;
  const TaskRange range(call.sequences * vectors, task, tasks);
  for (std::int64_t i = range.begin; i < range.end; ++i) run_channels(call, i / vectors, i % vectors * kLanes);
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(block_linear_part);
HWY_EXPORT(rg_lru_part);

std::int64_t cpu_block_linear_tasks(const OpCall& call, int threads) {
  const Shape& weight = call.inputs[0].tensor.shape;
  return tasks_for(weight[0] * ((weight[2] + 15) / 16), call.outputs[0].tensor.shape.rows() * weight[1] * 2, threads);
}

void cpu_block_linear(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(block_linear_part)(call, task, tasks);
}

std::int64_t cpu_rg_lru_tasks(const OpCall& call, int threads) {
  return tasks_for(call.sequences * ((call.outputs[0].tensor.shape.last() + 15) / 16), call.tokens * 32, threads);
}

void cpu_rg_lru(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(rg_lru_part)(call, task, tasks);
}

}  // namespace eddy
#endif
