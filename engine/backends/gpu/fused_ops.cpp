#include "engine/backends/gpu/fused_ops.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace eddy {
namespace {

std::vector<float> normed(const float* x, const float* weight, const float* bias, std::int64_t size, float epsilon) {
  float mean = 0, variance = 0;
  for (std::int64_t i = 0; i < size; ++i) mean += x[i];
  mean /= static_cast<float>(size);
  for (std::int64_t i = 0; i < size; ++i) variance += (x[i] - mean) * (x[i] - mean);
  const float scale = 1.0f / std::sqrt(variance / static_cast<float>(size) + epsilon);
  std::vector<float> y(static_cast<std::size_t>(size));
  for (std::int64_t i = 0; i < size; ++i) y[static_cast<std::size_t>(i)] = (x[i] - mean) * scale * weight[i] + bias[i];
  return y;
}

void norm_shift_reference(const OpCall& call) {
  const TensorView &x = call.inputs[0].tensor, &mixes = call.inputs[3].tensor;
  const std::int64_t channels = x.shape.last();
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    float* shift = call.inputs[4].states[static_cast<std::size_t>(b)];
    for (std::int64_t row = b * call.tokens; row < (b + 1) * call.tokens; ++row) {
      const auto current = normed(x.row(row), call.inputs[1].tensor.data, call.inputs[2].tensor.data, channels,
                                  call.params.as<NormShiftParams>().epsilon);
      for (std::size_t m = 0; m < call.outputs.size(); ++m) {
        const float* mix = mixes.row(static_cast<std::int64_t>(m));
        for (std::int64_t c = 0; c < channels; ++c) {
          const float now = current[static_cast<std::size_t>(c)];
          call.outputs[m].tensor.row(row)[c] = now + (shift[c] - now) * mix[c];
        }
      }
      std::copy(current.begin(), current.end(), shift);
    }
  }
}

/// One head of one sequence.
struct StepHead {
  const OpCall& call;
  std::int64_t at, channel;  // of its first number, in activations and in weights

  float in(int input, std::int64_t i) const { return call.inputs[static_cast<std::size_t>(input)].tensor.data[at + i]; }
  float weight(int input, std::int64_t i) const {
    return call.inputs[static_cast<std::size_t>(input)].tensor.data[channel + i];
  }
};

void step_head(const StepHead& head, float* state, const Rwkv7StepParams& params, float* out) {
  constexpr std::int64_t n = kRwkv7StepHeadSize;
  float kk[n], key[n], value[n], y[n], squares = 0, bonus = 0;
  for (std::int64_t i = 0; i < n; ++i) {
    kk[i] = head.in(2, i) * head.weight(7, i);
    key[i] = head.in(2, i) * (1.0f + (head.in(4, i) - 1.0f) * head.weight(8, i));
    value[i] = head.in(3, i);
    if (params.mixes_values) value[i] += (head.in(12, i) - value[i]) * head.in(13, i);
    squares += kk[i] * kk[i];
    bonus += head.in(0, i) * key[i] * head.weight(9, i);
  }
  const float length = std::max(std::sqrt(squares), 1e-12f);
  for (std::int64_t i = 0; i < n; ++i) {
    float stored = 0;
    for (std::int64_t j = 0; j < n; ++j) stored -= state[j * n + i] * kk[j] / length;
    y[i] = 0;
    for (std::int64_t j = 0; j < n; ++j) {
      float& s = state[j * n + i];
      s = s * head.in(1, j) + value[i] * key[j] + stored * (kk[j] / length * head.in(4, j));
      y[i] += s * head.in(0, j);
    }
  }
  float weights[n], biases[n];
  for (std::int64_t i = 0; i < n; ++i) weights[i] = head.weight(10, i), biases[i] = head.weight(11, i);
  const auto norm = normed(y, weights, biases, n, params.epsilon);
  for (std::int64_t i = 0; i < n; ++i) {
    out[i] = (norm[static_cast<std::size_t>(i)] + bonus * value[i]) * head.in(5, i);
  }
}

void rwkv7_step_reference(const OpCall& call) {
  const auto params = call.params.as<Rwkv7StepParams>();
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    for (std::int64_t h = 0; h < params.heads; ++h) {
      const std::int64_t channel = h * kRwkv7StepHeadSize, at = b * params.heads * kRwkv7StepHeadSize + channel;
      step_head({call, at, channel}, call.inputs[6].states[static_cast<std::size_t>(b)] + channel * kRwkv7StepHeadSize,
                params, call.outputs[0].tensor.data + at);
    }
  }
}

}  // namespace

const OpKind kNormShift{"norm_shift", &norm_shift_reference};
const OpKind kRwkv7Step{"rwkv7_step", &rwkv7_step_reference};

}  // namespace eddy
