// Softmax attention and mixtures of experts in float64, for the tests of hybrids. Tensor names are those of
// transformers.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/engine/architecture_checks.h"
#include "tests/support/engine/tiny_mamba.h"

namespace eddy::test {

/// One layer of attention over all tokens so far.
class AttentionReference {
 public:
  int heads = 1, key_heads = 1;
  double scale = 0;  ///< 0: size of a head to the power of -1/2
  int turned = 0;    ///< channels of a head that are turned by the position, in halves
  double theta = 10000;
  std::size_t window = 0;  ///< tokens seen, the newest included; 0: all

  /// What the heads read, before o_proj.
  Vector read(Vector q, Vector k, Vector v) {
    const int size = int(q.size()) / heads;
    turn(q, size);
    turn(k, size);
    keys_.push_back(std::move(k));
    values_.push_back(std::move(v));
    Vector y(q.size());
    for (int h = 0; h < heads; ++h) {
      const int shared = h * key_heads / heads * size;
      double sum = 0;
      for (std::size_t s = window > 0 && keys_.size() > window ? keys_.size() - window : 0; s < keys_.size(); ++s) {
        double score = 0;
        for (int i = 0; i < size; ++i) score += q[h * size + i] * keys_[s][shared + i];
        const double weight = std::exp(score * (scale > 0 ? scale : 1 / std::sqrt(double(size))));
        sum += weight;
        for (int i = 0; i < size; ++i) y[h * size + i] += weight * values_[s][shared + i];
      }
      for (int i = 0; i < size; ++i) y[h * size + i] /= sum;
    }
    return y;
  }

  Vector operator()(const TinyModel& m, const std::string& p, const Vector& u) {
    return m.multiply(p + "o_proj.weight", read(m.multiply(p + "q_proj.weight", u), m.multiply(p + "k_proj.weight", u),
                                                m.multiply(p + "v_proj.weight", u)));
  }

 private:
  void turn(Vector& x, int size) const {
    for (int first = 0; first < int(x.size()); first += size) {
      for (int i = 0; i < turned / 2; ++i) {
        const double angle = double(keys_.size()) * std::pow(theta, -2.0 * i / turned);
        double &a = x[first + i], &b = x[first + i + turned / 2];
        const double real = a * std::cos(angle) - b * std::sin(angle);
        b = a * std::sin(angle) + b * std::cos(angle);
        a = real;
      }
    }
  }

  std::vector<Vector> keys_, values_;
};

inline Vector scaled(Vector x, double s) {
  return map(std::move(x), [s](double v) { return s * v; });
}

/// down(silu(gate x) * up x)
inline Vector gated_network(const TinyModel& m, const std::string& p, const Vector& x) {
  return m.multiply(p + "down_proj.weight",
                    map(m.multiply(p + "gate_proj.weight", x), silu) * m.multiply(p + "up_proj.weight", x));
}

/// down(max(up x, 0)^2)
inline Vector squared_network(const TinyModel& m, const std::string& p, const Vector& x) {
  return m.multiply(p + "down_proj.weight",
                    map(m.multiply(p + "up_proj.weight", x), [](double v) { return v > 0 ? v * v : 0; }));
}

inline Vector softmax(const Vector& logits) {
  double sum = 0;
  for (double v : logits) sum += std::exp(v);
  return map(logits, [sum](double v) { return std::exp(v) / sum; });
}

/// The numbers of the `count` largest.
inline std::vector<int> largest(const Vector& values, int count) {
  std::vector<int> order(values.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = int(i);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return values[a] > values[b]; });
  order.resize(count);
  return order;
}

inline void add_tiny_attention(TinyModel& m, const std::string& p, int width, int queries, int keys) {
  m.add_linear(p + "q_proj.weight", queries, width);
  m.add_linear(p + "k_proj.weight", keys, width);
  m.add_linear(p + "v_proj.weight", keys, width);
  m.add_linear(p + "o_proj.weight", width, queries);
}

inline void add_tiny_network(TinyModel& m, const std::string& p, int width, int inner, bool gated) {
  if (gated) m.add_linear(p + "gate_proj.weight", inner, width);
  m.add_linear(p + "up_proj.weight", inner, width);
  m.add_linear(p + "down_proj.weight", width, inner);
}

/// The config with one entry ("'key':value") in the place of that of the same key, or added.
inline std::string with_entry(const std::string& config, const std::string& entry) {
  const std::size_t at = config.find(entry.substr(0, entry.find(':') + 1));
  if (at == std::string::npos) return config + "," + entry;
  std::size_t end = at;
  for (int depth = 0; end < config.size() && (depth > 0 || config[end] != ','); ++end)
    depth += (config[end] == '[') - (config[end] == ']');
  return config.substr(0, at) + entry + config.substr(end);
}

/// A model in a folder of its own, with its config.
class TinyFolder {
 public:
  std::filesystem::path path() const {
    return std::filesystem::path(folder_.path().toStdString()) / "model.safetensors";
  }
  /// In `config` single quotes stand for double ones.
  void write(const TinyModel& m, const std::string& config) const {
    m.write_safetensors(path());
    std::string json = "{" + config + "}";
    std::replace(json.begin(), json.end(), '\'', '"');
    std::ofstream(path().replace_filename("config.json")) << json;
  }
  std::vector<float> logits() const {
    const std::vector<TokenId> tokens{3, 1, 4, 1, 5, 9, 2, 6};
    const auto pass = load_pass(path());
    auto state = *pass->new_state();
    return read_tokens(*pass, *state, tokens, tokens.size());
  }

 private:
  QTemporaryDir folder_;
};

}  // namespace eddy::test
