#include "engine/ops/wkv7.h"

#include "engine/backends/cpu/head_states.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/wkv7.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

/// The vectors of one head at one token; one strip of value channels is one vector lane each.
struct HeadVectors {
  const float *r, *w, *k, *v, *kk, *a;
};

/// `Count` vectors of value channels, starting at channel `first`. The state strip is read twice and written once per
/// token.
template <int Count>
HWY_INLINE void step_strip(float* HWY_RESTRICT state, const HeadVectors& in, float* HWY_RESTRICT y, std::int64_t size,
                           std::int64_t first) {
  const D d;
  V stored[Count], read[Count], value[Count];
  for (int c = 0; c < Count; ++c) {
    stored[c] = hn::Zero(d);
    read[c] = hn::Zero(d);
    value[c] = hn::LoadU(d, in.v + first + c * kLanes);
  }
  for (std::int64_t j = 0; j < size; ++j) {
    const V removal = hn::Set(d, -in.kk[j]);
    const float* row = state + j * size + first;
    for (int c = 0; c < Count; ++c) stored[c] = hn::MulAdd(hn::LoadU(d, row + c * kLanes), removal, stored[c]);
  }
  for (std::int64_t j = 0; j < size; ++j) {
    float* row = state + j * size + first;
    const V decay = hn::Set(d, in.w[j]), key = hn::Set(d, in.k[j]), rate = hn::Set(d, in.kk[j] * in.a[j]);
    const V receptance = hn::Set(d, in.r[j]);
    for (int c = 0; c < Count; ++c) {
      const V kept = hn::MulAdd(hn::LoadU(d, row + c * kLanes), decay, hn::Mul(value[c], key));
      const V updated = hn::MulAdd(stored[c], rate, kept);
      hn::StoreU(updated, d, row + c * kLanes);
      read[c] = hn::MulAdd(updated, receptance, read[c]);
    }
  }
  for (int c = 0; c < Count; ++c) hn::StoreU(read[c], d, y + first + c * kLanes);
}

void wkv7_head(const OpCall& call, std::int64_t b, std::int64_t head) {
  const std::int64_t heads = call.inputs[6].tensor.shape[0];
  const std::int64_t size = call.inputs[6].tensor.shape[1];
  float* state = call.inputs[6].states[static_cast<std::size_t>(b)] + head * size * size;
  for (std::int64_t t = 0; t < call.tokens; ++t) {
    const std::int64_t at = ((b * call.tokens + t) * heads + head) * size;
    const auto in = [&](int input) { return call.inputs[input].tensor.data + at; };
    const HeadVectors vectors{in(0), in(1), in(2), in(3), in(4), in(5)};
    float* y = call.outputs[0].tensor.data + at;
    std::int64_t first = 0;
    for (; first + 4 * kLanes <= size; first += 4 * kLanes) step_strip<4>(state, vectors, y, size, first);
    for (; first < size; first += kLanes) step_strip<1>(state, vectors, y, size, first);
  }
}

void wkv7_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  run_heads(call, 6, task, tasks, [&](std::int64_t b, std::int64_t head) { wkv7_head(call, b, head); });
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(wkv7_part);

namespace {

// Every vector width divides 16; other head sizes exist in small test models only.
bool fits_vectors(const OpCall& call) {
  return call.inputs[6].tensor.shape[1] % 16 == 0;
}

}  // namespace

std::int64_t cpu_wkv7_tasks(const OpCall& call, int threads) {
  return fits_vectors(call) ? tasks_by_head(call, 6, threads) : 1;
}

void cpu_wkv7(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  if (!fits_vectors(call)) {
    if (task == 0) kWkv7.reference(call);
    return;
  }
  HWY_DYNAMIC_DISPATCH(wkv7_part)(call, task, tasks);
}

}  // namespace eddy
#endif
