// The mixers of Mamba and Mamba-2 as sums over all earlier tokens, in float64: no running state that could hide the
// same mistake. Tensor names are those of transformers.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/support/engine/tiny_model.h"

namespace eddy::test {

inline double silu(double x) {
  return x * sigmoid(x);
}

inline Vector slice(const Vector& x, int first, int count) {
  return {x.begin() + first, x.begin() + first + count};
}

/// Groups of the weight's size share it, or each has its part of it.
inline Vector rms_norm(const Vector& x, const Vector& weight, double epsilon, int groups = 1) {
  Vector y(x.size());
  const std::size_t size = x.size() / groups;
  for (std::size_t first = 0; first < x.size(); first += size) {
    double squares = 0;
    for (std::size_t i = first; i < first + size; ++i) squares += x[i] * x[i] / double(size);
    for (std::size_t i = first; i < first + size; ++i)
      y[i] = x[i] / std::sqrt(squares + epsilon) * weight[i % weight.size()];
  }
  return y;
}

/// silu(conv(inputs)) at the last input.
inline Vector convolved(const std::vector<Vector>& inputs, const Vector& weight, const Vector& bias) {
  Vector y = bias;
  const int kernel = int(weight.size() / bias.size()), last = int(inputs.size()) - 1;
  for (std::size_t c = 0; c < y.size(); ++c) {
    for (int k = 0; k < kernel && k <= last; ++k) y[c] += weight[c * kernel + kernel - 1 - k] * inputs[last - k][c];
  }
  return map(y, silu);
}

/// One layer of Mamba. `norms`: RMS norms of dt, B and C, with weights where the model has them.
class MambaHistory {
 public:
  bool norms = false;
  double epsilon = 1e-6;

  Vector operator()(const TinyModel& m, const std::string& p, const Vector& u) {
    const Vector rates = m(p + "A_log"), skip = m(p + "D");
    const int channels = int(skip.size()), states = int(rates.size()) / channels;
    const Vector xz = m.multiply(p + "in_proj.weight", u);
    inputs_.push_back(slice(xz, 0, channels));
    const Vector x = convolved(inputs_, m(p + "conv1d.weight"), m(p + "conv1d.bias"));
    const Vector inner = m.multiply(p + "x_proj.weight", x);
    const int rank = int(inner.size()) - 2 * states;
    const Vector dt = m.multiply(p + "dt_proj.weight", normed(m, p + "dt_layernorm.weight", slice(inner, 0, rank))) +
                      m(p + "dt_proj.bias");
    x_.push_back(x);
    dt_.push_back(map(dt, [](double v) { return std::log1p(std::exp(v)); }));
    b_.push_back(normed(m, p + "b_layernorm.weight", slice(inner, rank, states)));
    const Vector c = normed(m, p + "c_layernorm.weight", slice(inner, rank + states, states));
    Vector y = skip * x;
    for (int e = 0; e < channels; ++e) {
      for (int n = 0; n < states; ++n) y[e] += c[n] * read(e, n, -std::exp(rates[e * states + n]));
    }
    return m.multiply(p + "out_proj.weight", y * map(slice(xz, channels, channels), silu));
  }

 private:
  Vector normed(const TinyModel& m, const std::string& weight, const Vector& v) const {
    if (!norms) return v;
    return rms_norm(v, m.tensors().count(weight) ? m(weight) : Vector{1}, epsilon);
  }

  double read(int e, int n, double rate) const {
    double sum = 0, passed = 0;
    for (std::size_t s = x_.size(); s-- > 0;) {
      sum += std::exp(rate * passed) * dt_[s][e] * b_[s][n] * x_[s][e];
      passed += dt_[s][e];
    }
    return sum;
  }

  std::vector<Vector> inputs_, x_, dt_, b_;
};

/// One layer of Mamba-2, up to the readout and through out_proj.
class Mamba2History {
 public:
  int groups = 1, states = 1, norm_groups = 1;
  double epsilon = 1e-5, least = 0, most = 1e30;
  bool norm = true, norm_first = false;

  Vector operator()(const TinyModel& m, const std::string& p, const Vector& u) {
    const Vector rates = m(p + "A_log"), skip = m(p + "D");
    const int heads = int(rates.size()), convolved_size = int(m(p + "conv1d.bias").size());
    const int inner = convolved_size - 2 * groups * states, channels = inner / heads;
    const Vector zxbcdt = m.multiply(p + "in_proj.weight", u);
    inputs_.push_back(slice(zxbcdt, inner, convolved_size));
    xbc_.push_back(convolved(inputs_, m(p + "conv1d.weight"), m(p + "conv1d.bias")));
    dt_.push_back(map(slice(zxbcdt, inner + convolved_size, heads) + m(p + "dt_bias"),
                      [&](double v) { return std::min(std::max(std::log1p(std::exp(v)), least), most); }));
    Vector y(inner);
    for (int i = 0; i < inner; ++i)
      y[i] = read(i, i / channels, heads, inner, -std::exp(rates[i / channels])) +
             skip[i * skip.size() / inner] * xbc_.back()[i];
    const Vector gate = map(slice(zxbcdt, 0, inner), silu);
    if (!norm) return m.multiply(p + "out_proj.weight", y * gate);
    const Vector weight = m(p + "norm.weight");
    const Vector readout = norm_first ? rms_norm(y, weight, epsilon, norm_groups) * gate
                                      : rms_norm(y * gate, weight, epsilon, norm_groups);
    return m.multiply(p + "out_proj.weight", readout);
  }

 private:
  double read(int i, int head, int heads, int inner, double rate) const {
    const int b = inner + head * groups / heads * states, c = b + groups * states;
    double sum = 0, passed = 0;
    for (std::size_t s = xbc_.size(); s-- > 0;) {
      double match = 0;
      for (int n = 0; n < states; ++n) match += xbc_.back()[c + n] * xbc_[s][b + n];
      sum += match * std::exp(rate * passed) * dt_[s][head] * xbc_[s][i];
      passed += dt_[s][head];
    }
    return sum;
  }

  std::vector<Vector> inputs_, xbc_, dt_;
};

inline void add_tiny_mamba(TinyModel& m, const std::string& p, int width, int channels, int states, int rank) {
  m.add_linear(p + "in_proj.weight", 2 * channels, width);
  m.add(p + "conv1d.weight", {channels, 1, 4}, 0.5f);
  m.add(p + "conv1d.bias", {channels}, 0.3f);
  m.add_linear(p + "x_proj.weight", rank + 2 * states, channels);
  m.add_linear(p + "dt_proj.weight", channels, rank);
  m.add(p + "dt_proj.bias", {channels}, 2, -2);
  m.add(p + "A_log", {channels, states}, 2);
  m.add(p + "D", {channels}, 1);
  m.add_linear(p + "out_proj.weight", width, channels);
}

inline void add_tiny_mamba2(TinyModel& m, const std::string& p, int width, int heads, int channels, int groups,
                            int states) {
  const int inner = heads * channels, convolved = inner + 2 * groups * states;
  m.add_linear(p + "in_proj.weight", inner + convolved + heads, width);
  m.add(p + "conv1d.weight", {convolved, 1, 4}, 0.5f);
  m.add(p + "conv1d.bias", {convolved}, 0.3f);
  m.add(p + "dt_bias", {heads}, 2, -2);
  m.add(p + "A_log", {heads}, 2);
  m.add(p + "D", {heads}, 1);
  m.add(p + "norm.weight", {inner}, 0.3f, 1);
  m.add_linear(p + "out_proj.weight", width, inner);
}

}  // namespace eddy::test
