#include "engine/ops/mamba3.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "engine/ops/activation.h"
#include "engine/ops/softplus.h"

namespace eddy {
namespace {

struct Sizes {
  std::int64_t heads, states, channels, groups, angles;

  explicit Sizes(const OpCall& call) {
    const Shape& ssm = call.inputs[8].tensor.shape;
    heads = ssm[0];
    states = ssm[1];
    channels = ssm[2];
    groups = call.inputs[1].tensor.shape.last() / states;
    angles = call.inputs[7].tensor.shape[1];
  }
};

/// What a head does at one token.
struct Step {
  float delta, alpha, share;
};

float decay_rate(const Mamba3Params& params, float v) {
  float rate = softplus(v);
  if (params.heavy_tail) rate = v >= 0 ? 1 + v : 1 / (1 - v);
  return std::min(-rate, -params.floor);
}

Step step_of(const OpCall& call, const Sizes& s, const float* projected, std::int64_t head) {
  const float* dt = projected + 2 * s.heads * s.channels + 2 * s.groups * s.states;
  const float delta = softplus(dt[head] + call.inputs[5].tensor.data[head]);
  const float rate = decay_rate(call.params.as<Mamba3Params>(), dt[s.heads + head]);
  return {delta, std::exp(rate * delta), activate(Activation::Sigmoid, dt[2 * s.heads + head])};
}

void advance(float* theta, const float* angles, std::int64_t count, float delta) {
  constexpr float kPi = std::numbers::pi_v<float>;
  for (std::int64_t i = 0; i < count; ++i) theta[i] = std::fmod(theta[i] + kPi * std::tanh(angles[i]) * delta, 2 * kPi);
}

/// v + bias, its first pairs turned.
void turn(const float* v, const float* bias, const float* theta, const Sizes& s, float* out) {
  for (std::int64_t n = 0; n < s.states; ++n) out[n] = v[n] + bias[n];
  for (std::int64_t i = 0; i < s.angles; ++i) {
    const float cosine = std::cos(theta[i]), sine = std::sin(theta[i]), a = out[2 * i], b = out[2 * i + 1];
    out[2 * i] = a * cosine - b * sine;
    out[2 * i + 1] = a * sine + b * cosine;
  }
}

/// The parts of the state that belong to one head.
struct HeadState {
  float *theta, *ssm, *b, *x;
};

void update(const HeadState& state, const Sizes& s, const Step& step, const float* x, const float* b, const float* c,
            float d, float* y) {
  const float before = (1 - step.share) * step.delta * step.alpha, now = step.share * step.delta;
  for (std::int64_t p = 0; p < s.channels; ++p) y[p] = d * x[p];
  for (std::int64_t n = 0; n < s.states; ++n) {
    float* row = state.ssm + n * s.channels;
    const float last = before * state.b[n], current = now * b[n];
    for (std::int64_t p = 0; p < s.channels; ++p) {
      row[p] = step.alpha * row[p] + last * state.x[p] + current * x[p];
      y[p] += row[p] * c[n];
    }
  }
  std::copy_n(b, s.states, state.b);
  std::copy_n(x, s.channels, state.x);
}

void reference(const OpCall& call) {
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    for (std::int64_t h = 0; h < Sizes(call).heads; ++h) mamba3_head(call, b, h);
  }
}

}  // namespace

const OpKind kMamba3Scan{"mamba3", &reference};

void mamba3_head(const OpCall& call, std::int64_t sequence, std::int64_t head) {
  const Sizes s(call);
  const auto slot = [&](int input, std::int64_t size) {
    return call.inputs[input].states[static_cast<std::size_t>(sequence)] + head * size;
  };
  const HeadState state{slot(7, s.angles), slot(8, s.states * s.channels), slot(9, s.states), slot(10, s.channels)};
  const std::int64_t group = head * s.groups / s.heads * s.states, width = s.heads * s.channels;
  std::vector<float> b(static_cast<std::size_t>(s.states)), c(b.size());
  for (std::int64_t row = sequence * call.tokens; row < (sequence + 1) * call.tokens; ++row) {
    const float* projected = call.inputs[0].tensor.row(row);
    const Step step = step_of(call, s, projected, head);
    advance(state.theta, projected + 2 * width + 2 * s.groups * s.states + 3 * s.heads, s.angles, step.delta);
    turn(call.inputs[1].tensor.row(row) + group, call.inputs[3].tensor.row(head), state.theta, s, b.data());
    turn(call.inputs[2].tensor.row(row) + group, call.inputs[4].tensor.row(head), state.theta, s, c.data());
    update(state, s, step, projected + width + head * s.channels, b.data(), c.data(), call.inputs[6].tensor.data[head],
           call.outputs[0].tensor.row(row) + head * s.channels);
  }
}

Value mamba3(Graph& graph, const Mamba3Inputs& in, const Mamba3State& state) {
  const Shape& ssm = graph.shape_of(state.ssm);
  EDDY_ASSERT(ssm.rank() == 3);
  const std::int64_t heads = ssm[0], states = ssm[1], channels = ssm[2];
  const Shape& angles = graph.shape_of(state.angles);
  const std::int64_t grouped = graph.shape_of(in.b).last();
  EDDY_ASSERT(angles.rank() == 2 && angles[0] == heads && 2 * angles[1] <= states);
  EDDY_ASSERT(grouped % states == 0 && heads % (grouped / states) == 0 && graph.shape_of(in.c).last() == grouped);
  EDDY_ASSERT(graph.shape_of(state.b) == Shape({heads, states}) && graph.shape_of(state.x) == Shape({heads, channels}));
  EDDY_ASSERT(graph.shape_of(in.b_bias) == Shape({heads, states}) &&
              graph.shape_of(in.c_bias) == Shape({heads, states}));
  EDDY_ASSERT(graph.shape_of(in.dt_bias).elements() == heads && graph.shape_of(in.d).elements() == heads);
  const Shape projected = graph.shape_of(in.projected);
  EDDY_ASSERT(projected.last() == 2 * heads * channels + 2 * grouped + 3 * heads + angles[1]);
  return graph.append(
      kMamba3Scan,
      {in.projected, in.b, in.c, in.b_bias, in.c_bias, in.dt_bias, in.d, state.angles, state.ssm, state.b, state.x},
      {projected[0], projected[1], heads * channels}, OpParams::of(Mamba3Params{in.floor, in.heavy_tail}));
}

}  // namespace eddy
