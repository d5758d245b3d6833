// Layers of the gated delta rule in float64, as the papers write them: matrices [V, K] that are multiplied out.
#pragma once

#include "tests/support/engine/tiny_transformer.h"

namespace eddy::test {

struct TinyDeltaSizes {
  int key_heads = 0, heads = 0, key_size = 0, value_size = 0;
  int taps = 0;
  bool tap_bias = false;
};

/// What every such layer has, with each projection in a tensor of its own.
inline void add_tiny_delta(TinyModel& m, const std::string& prefix, const TinyDeltaSizes& s, int width, int decays) {
  const std::pair<const char*, int> parts[] = {
      {"q", s.key_heads * s.key_size}, {"k", s.key_heads * s.key_size}, {"v", s.heads * s.value_size}};
  for (const auto& [letter, channels] : parts) {
    m.add_linear(prefix + letter + "_proj.weight", channels, width);
    if (s.taps > 0) m.add(prefix + letter + "_conv1d.weight", {channels, 1, s.taps}, 0.7f);
    if (s.tap_bias) m.add(prefix + letter + "_conv1d.bias", {channels}, 0.3f);
  }
  m.add_linear(prefix + "b_proj.weight", s.heads, width);
  m.add(prefix + "A_log", {s.heads}, 1, -0.5f);
  m.add(prefix + "dt_bias", {decays}, 1, -1);
  m.add(prefix + "o_norm.weight", {s.value_size}, 0.3f, 1);
  m.add_linear(prefix + "o_proj.weight", width, s.heads * s.value_size);
}

/// One channel's inputs so far, filtered.
struct TinyConvolution {
  std::vector<Vector> inputs;

  Vector operator()(const TinyModel& m, const std::string& name, int taps, const Vector& x) {
    inputs.push_back(x);
    const Vector weight = m(name + ".weight");
    Vector y = m.tensors().contains(name + ".bias") ? m(name + ".bias") : Vector(x.size());
    for (std::size_t c = 0; c < x.size(); ++c) {
      for (int back = 0; back < taps && back < int(inputs.size()); ++back)
        y[c] += weight[c * std::size_t(taps) + std::size_t(taps - 1 - back)] *
                inputs[inputs.size() - 1 - std::size_t(back)][c];
    }
    return y;
  }
};

/// S <- S diag(w) (I - b k k^T) + b v k^T, y = S q, for each value head; value heads are grouped by key heads, or
/// tiled.
struct TinyDeltaRule {
  TinyDeltaSizes sizes;
  bool tiled = false;
  Vector state = {};

  static Vector normalised(const Vector& x, int size) {
    Vector y(x.size());
    for (std::size_t first = 0; first < x.size(); first += std::size_t(size)) {
      double squares = 1e-6;
      for (int i = 0; i < size; ++i) squares += x[first + i] * x[first + i];
      for (int i = 0; i < size; ++i) y[first + i] = x[first + i] / std::sqrt(squares);
    }
    return y;
  }

  /// q, k before normalising; w one decay a head or a key channel.
  Vector operator()(const Vector& raw_q, const Vector& raw_k, const Vector& v, const Vector& w, const Vector& b) {
    const int keys = sizes.key_size, values = sizes.value_size;
    const Vector q = normalised(raw_q, keys), k = normalised(raw_k, keys);
    state.resize(std::size_t(sizes.heads * keys * values));
    Vector y(v.size());
    for (int h = 0; h < sizes.heads; ++h) {
      const int from = (tiled ? h % sizes.key_heads : h / (sizes.heads / sizes.key_heads)) * keys;
      for (int i = 0; i < values; ++i) {
        double* row = &state[std::size_t((h * values + i) * keys)];
        double stored = 0;
        for (int j = 0; j < keys; ++j) {
          row[j] *= int(w.size()) == sizes.heads ? w[h] : w[h * keys + j];
          stored += row[j] * k[from + j];
        }
        for (int j = 0; j < keys; ++j) {
          row[j] += b[h] * (v[h * values + i] - stored) * k[from + j];
          y[h * values + i] += row[j] * q[from + j] / std::sqrt(double(keys));
        }
      }
    }
    return y;
  }
};

inline Vector softplus_decays(const Vector& a, const Vector& a_log, const Vector& bias) {
  Vector w(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double strength = std::exp(a_log[i / (a.size() / a_log.size())]);
    w[i] = std::exp(-strength * std::log1p(std::exp(a[i] + bias[i])));
  }
  return w;
}

/// The recurrence of a layer behind `prefix`, from its normed input and the decay's projection.
class TinyDelta {
 public:
  TinyDelta() = default;
  TinyDelta(const TinyModel& m, std::string prefix, const TinyDeltaSizes& sizes)
      : m_(&m), prefix_(std::move(prefix)), sizes_(sizes), rule_{sizes} {}

  Vector read(const Vector& x, const Vector& a, bool doubled) {
    const Vector w = softplus_decays(a, (*m_)(prefix_ + "A_log"), (*m_)(prefix_ + "dt_bias"));
    const Vector b =
        map(m_->multiply(prefix_ + "b_proj.weight", x), [&](double v) { return (doubled ? 2 : 1) * sigmoid(v); });
    const Vector q = vector(0, x), k = vector(1, x), v = vector(2, x);
    return rule_(q, k, v, w, b);
  }

 private:
  Vector vector(int which, const Vector& x) {
    const std::string name = prefix_ + "qkv"[which];
    const Vector projected = m_->multiply(name + "_proj.weight", x);
    return map(sizes_.taps > 0 ? convolutions_[which](*m_, name + "_conv1d", sizes_.taps, projected) : projected, silu);
  }

  const TinyModel* m_ = nullptr;
  std::string prefix_;
  TinyDeltaSizes sizes_;
  TinyDeltaRule rule_;
  TinyConvolution convolutions_[3];
};

}  // namespace eddy::test
