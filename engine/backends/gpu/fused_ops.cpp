#include "engine/backends/gpu/fused_ops.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/ops/softplus.h"

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
  for (std::int64_t row = 0; row < call.sequences * call.tokens; ++row) {
    float* state = call.inputs[6].states[static_cast<std::size_t>(row / call.tokens)];
    for (std::int64_t h = 0; h < params.heads; ++h) {
      const std::int64_t channel = h * kRwkv7StepHeadSize, at = row * params.heads * kRwkv7StepHeadSize + channel;
      step_head({call, at, channel}, state + channel * kRwkv7StepHeadSize, params, call.outputs[0].tensor.data + at);
    }
  }
}

// ---- norm, product and what follows, for one token a sequence ----------------------------------------------------------

std::vector<float> rms_normed(const float* x, const float* weight, std::int64_t size, std::int64_t groups, float epsilon) {
  std::vector<float> y(static_cast<std::size_t>(size));
  const std::int64_t part = size / groups;
  for (std::int64_t first = 0; first < size; first += part) {
    float squares = 0;
    for (std::int64_t i = first; i < first + part; ++i) squares += x[i] * x[i];
    const float scale = 1.0f / std::sqrt(squares / static_cast<float>(part) + epsilon);
    for (std::int64_t i = first; i < first + part; ++i) y[static_cast<std::size_t>(i)] = x[i] * scale * weight[i];
  }
  return y;
}

/// Sums run over k in rising order.
float product(const TensorView& w, std::int64_t row, const float* x) {
  float sum = 0;
  for (std::int64_t k = 0; k < w.shape[1]; ++k) sum += w.row(row)[k] * x[k];
  return sum;
}

void norm_linear_reference(const OpCall& call) {
  const TensorView &w = call.inputs[0].tensor, &x = call.inputs[1].tensor, &y = call.outputs[0].tensor;
  const auto params = call.params.as<NormLinearParams>();
  const float* bias = params.has_bias ? call.inputs[3].tensor.data : nullptr;
  const TensorView* residual = params.has_residual ? &call.inputs[params.has_bias ? 4 : 3].tensor : nullptr;
  for (std::int64_t row = 0; row < x.shape.rows(); ++row) {
    const auto normed = rms_normed(x.row(row), call.inputs[2].tensor.data, w.shape[1], params.groups, params.epsilon);
    for (std::int64_t n = 0; n < w.shape[0]; ++n) {
      const float sum = activate(params.activation, product(w, n, normed.data()) + (bias ? bias[n] : 0.0f));
      y.row(row)[n] = sum + (residual ? residual->row(row)[n] : 0.0f);
    }
  }
}

void norm_linear_conv_reference(const OpCall& call) {
  const TensorView &w = call.inputs[0].tensor, &x = call.inputs[1].tensor, &taps = call.inputs[3].tensor;
  const auto params = call.params.as<NormLinearConvParams>();
  const std::int64_t kernel = taps.shape[0], channels = taps.shape[1];
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    const auto normed = rms_normed(x.row(b), call.inputs[2].tensor.data, w.shape[1], 1, params.epsilon);
    float* all = call.outputs[0].tensor.row(b);
    for (std::int64_t n = 0; n < w.shape[0]; ++n) all[n] = product(w, n, normed.data());
    float* state = call.inputs[4].states[static_cast<std::size_t>(b)];  // [kernel - 1, channels]
    for (std::int64_t c = 0; c < channels; ++c) {
      float sum = params.has_bias ? call.inputs[5].tensor.data[c] : 0.0f;
      for (std::int64_t k = 0; k < kernel; ++k) {
        const float input = k + 1 < kernel ? state[k * channels + c] : all[params.first + c];
        sum += taps.row(k)[c] * input;
        if (k > 0) state[(k - 1) * channels + c] = input;
      }
      call.outputs[1].tensor.row(b)[c] = activate(params.activation, sum);
    }
  }
}

void linear_scan_reference(const OpCall& call) {
  const TensorView &w = call.inputs[0].tensor, &inputs = call.inputs[1].tensor;
  const auto params = call.params.as<LinearScanParams>();
  const Shape& slot = call.inputs[7].tensor.shape;
  const std::int64_t count = slot[0], channels = slot[1];
  const auto part = [&](std::int64_t b, std::int64_t first, std::int64_t size, std::size_t norm) {
    const float* x = inputs.row(b) + first;
    return params.has_norms ? rms_normed(x, call.inputs[norm].tensor.data, size, 1, params.epsilon)
                            : std::vector<float>(x, x + size);
  };
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    const auto dt = part(b, params.dt_first, w.shape[1], 8), into = part(b, params.b_first, count, 9),
               out_of = part(b, params.c_first, count, 10);
    float* state = call.inputs[7].states[static_cast<std::size_t>(b)];
    for (std::int64_t e = 0; e < channels; ++e) {
      const float delta = softplus(product(w, e, dt.data()) + call.inputs[2].tensor.data[e]);
      const float x = call.inputs[3].tensor.row(b)[e];
      float y = 0;
      for (std::int64_t n = 0; n < count; ++n) {
        float& s = state[n * channels + e];
        s = std::exp(delta * call.inputs[4].tensor.row(n)[e]) * s + delta * x * into[static_cast<std::size_t>(n)];
        y += s * out_of[static_cast<std::size_t>(n)];
      }
      const float gate = activate(Activation::Silu, call.inputs[6].tensor.row(b)[params.z_first + e]);
      call.outputs[0].tensor.row(b)[e] = (y + call.inputs[5].tensor.data[e] * x) * gate;
    }
  }
}

}  // namespace

const OpKind kNormShift{"norm_shift", &norm_shift_reference};
const OpKind kRwkv7Step{"rwkv7_step", &rwkv7_step_reference};
const OpKind kRwkv7Steps{"rwkv7_steps", &rwkv7_step_reference};
const OpKind kNormLinear{"norm_linear", &norm_linear_reference};
const OpKind kNormLinearConv{"norm_linear_conv", &norm_linear_conv_reference};
const OpKind kLinearScan{"linear_scan", &linear_scan_reference};

}  // namespace eddy
