// Llama-like models of a few kilobytes, and the same network in float64, token by token over all earlier keys and
// values.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/engine/tiny_model.h"

namespace eddy::test {

/// A config.json of these keys, of which those in `more` take the place. Quotes stand for double quotes.
inline std::string tiny_config(const std::vector<std::pair<const char*, std::string>>& keys, const std::string& more) {
  std::string json = "{" + more;
  for (const auto& [key, value] : keys) {
    const std::string quoted = std::string("'") + key + "':";
    if (more.find(quoted) == std::string::npos) json += (json.size() > 1 ? "," : "") + quoted + value;
  }
  json += "}";
  std::ranges::replace(json, '\'', '"');
  return json;
}

struct TinyTransformer {
  int layers = 2, vocabulary = 40, width = 32, feed_forward = 48, heads = 4, key_heads = 2, size = 8;
  int experts = 0, used = 2;
  int window = 0;
  bool biases = false, head_norms = false, tied = false;
  double epsilon = 1e-6, theta = 10000;

  static std::string layer(int i) { return "model.layers." + std::to_string(i) + "."; }

  TinyModel make() const {
    TinyModel m;
    m.add("model.embed_tokens.weight", {vocabulary, width}, 1);
    m.add("model.norm.weight", {width}, 0.3f, 1);
    if (!tied) m.add_linear("lm_head.weight", vocabulary, width);
    for (int i = 0; i < layers; ++i) {
      const std::string block = layer(i), attention = block + "self_attn.";
      for (const char* name : {"input_layernorm", "post_attention_layernorm"})
        m.add(block + name + ".weight", {width}, 0.3f, 1);
      m.add_linear(attention + "q_proj.weight", heads * size, width);
      m.add_linear(attention + "k_proj.weight", key_heads * size, width);
      m.add_linear(attention + "v_proj.weight", key_heads * size, width);
      m.add_linear(attention + "o_proj.weight", width, heads * size);
      if (biases) {
        m.add(attention + "q_proj.bias", {heads * size}, 0.5f);
        m.add(attention + "k_proj.bias", {key_heads * size}, 0.5f);
        m.add(attention + "v_proj.bias", {key_heads * size}, 0.5f);
      }
      if (head_norms) {
        for (const char* name : {"q_norm", "k_norm"}) m.add(attention + name + ".weight", {size}, 0.3f, 1);
      }
      if (experts == 0) add_network(m, block + "mlp.gate_proj", block + "mlp.up_proj", block + "mlp.down_proj");
      if (experts > 0) m.add_linear(block + "block_sparse_moe.gate.weight", experts, width);
      for (int e = 0; e < experts; ++e) {
        const std::string expert = expert_name(i, e);
        add_network(m, expert + "w1", expert + "w3", expert + "w2");
      }
    }
    return m;
  }

  std::string config(const std::string& more = "") const {
    std::vector<std::pair<const char*, std::string>> keys{{"model_type", experts  ? "'mixtral'"
                                                                         : window ? "'mistral'"
                                                                                  : "'llama'"},
                                                          {"hidden_size", std::to_string(width)},
                                                          {"num_hidden_layers", std::to_string(layers)},
                                                          {"intermediate_size", std::to_string(feed_forward)},
                                                          {"num_attention_heads", std::to_string(heads)},
                                                          {"num_key_value_heads", std::to_string(key_heads)},
                                                          {"head_dim", std::to_string(size)},
                                                          {"rms_norm_eps", "1e-6"},
                                                          {"rope_theta", "10000.0"}};
    if (experts) keys.push_back({"num_local_experts", std::to_string(experts)});
    if (experts) keys.push_back({"num_experts_per_tok", std::to_string(used)});
    if (window) keys.push_back({"sliding_window", std::to_string(window)});
    return tiny_config(keys, more);
  }

  /// model.safetensors and config.json; quotes in `more` stand for double quotes.
  void write(const TinyModel& m, const std::filesystem::path& folder, const std::string& more = "") const {
    m.write_safetensors(folder / "model.safetensors");
    std::ofstream(folder / "config.json") << config(more);
  }

  static std::string expert_name(int layer_index, int e) {
    return layer(layer_index) + "block_sparse_moe.experts." + std::to_string(e) + ".";
  }

 private:
  void add_network(TinyModel& m, const std::string& gate, const std::string& up, const std::string& down) const {
    m.add_linear(gate + ".weight", feed_forward, width);
    m.add_linear(up + ".weight", feed_forward, width);
    m.add_linear(down + ".weight", width, feed_forward);
  }
};

inline double silu(double x) {
  return x * sigmoid(x);
}

/// Each part of the weight's size by itself.
inline Vector rms_norm(const Vector& x, const Vector& weight, double epsilon) {
  Vector y(x.size());
  for (std::size_t first = 0; first < x.size(); first += weight.size()) {
    double squares = 0;
    for (std::size_t i = 0; i < weight.size(); ++i) squares += x[first + i] * x[first + i] / double(weight.size());
    for (std::size_t i = 0; i < weight.size(); ++i)
      y[first + i] = x[first + i] / std::sqrt(squares + epsilon) * weight[i];
  }
  return y;
}

/// All keys and values of one layer.
struct KeyHistory {
  std::vector<Vector> keys, values;

  /// Softmax attention of q [heads * size] over what the window shows.
  Vector read(const Vector& q, int heads, int key_heads, double scale, int window = 0) const {
    const std::size_t size = q.size() / heads, value_size = values[0].size() / key_heads, now = keys.size() - 1;
    const std::size_t first = window > 0 && now + 1 > std::size_t(window) ? now + 1 - window : 0;
    Vector y(heads * value_size);
    for (int h = 0; h < heads; ++h) {
      const std::size_t kv = h / (heads / key_heads);
      double sum = 0;
      Vector weights;
      for (std::size_t t = first; t <= now; ++t) {
        double dot = 0;
        for (std::size_t i = 0; i < size; ++i) dot += q[h * size + i] * keys[t][kv * size + i];
        weights.push_back(std::exp(dot * scale));
        sum += weights.back();
      }
      for (std::size_t t = first; t <= now; ++t) {
        for (std::size_t i = 0; i < value_size; ++i)
          y[h * value_size + i] += weights[t - first] / sum * values[t][kv * value_size + i];
      }
    }
    return y;
  }
};

/// Pairs (i, i + turned / 2) of every head.
inline Vector turn(const Vector& x, int size, int position, double theta, int turned) {
  Vector y = x;
  for (std::size_t head = 0; head < x.size(); head += size) {
    for (int i = 0; i < turned / 2; ++i) {
      const double angle = position * std::pow(theta, -2.0 * i / turned);
      const std::size_t a = head + i, b = a + turned / 2;
      y[a] = x[a] * std::cos(angle) - x[b] * std::sin(angle);
      y[b] = x[a] * std::sin(angle) + x[b] * std::cos(angle);
    }
  }
  return y;
}

class TransformerReference {
 public:
  TransformerReference(const TinyModel& m, const TinyTransformer& c) : m_(m), c_(c), layers_(c.layers) {}

  Vector operator()(int token) {
    Vector x = m_.row("model.embed_tokens.weight", token);
    for (int i = 0; i < c_.layers; ++i) {
      const std::string block = c_.layer(i);
      x = x + attention(i, rms_norm(x, m_(block + "input_layernorm.weight"), c_.epsilon));
      const Vector n = rms_norm(x, m_(block + "post_attention_layernorm.weight"), c_.epsilon);
      x = x + (c_.experts ? experts(i, n)
                          : network(block + "mlp.gate_proj", block + "mlp.up_proj", block + "mlp.down_proj", n));
    }
    ++position_;
    const Vector n = rms_norm(x, m_("model.norm.weight"), c_.epsilon);
    return m_.multiply(c_.tied ? "model.embed_tokens.weight" : "lm_head.weight", n);
  }

 private:
  Vector projected(const std::string& name, const Vector& n) const {
    Vector y = m_.multiply(name + ".weight", n);
    return c_.biases ? y + m_(name + ".bias") : y;
  }

  Vector attention(int i, const Vector& n) {
    const std::string block = c_.layer(i) + "self_attn.";
    Vector q = projected(block + "q_proj", n), k = projected(block + "k_proj", n);
    if (c_.head_norms) {
      q = rms_norm(q, m_(block + "q_norm.weight"), c_.epsilon);
      k = rms_norm(k, m_(block + "k_norm.weight"), c_.epsilon);
    }
    layers_[i].keys.push_back(turn(k, c_.size, position_, c_.theta, c_.size));
    layers_[i].values.push_back(projected(block + "v_proj", n));
    const Vector y = layers_[i].read(turn(q, c_.size, position_, c_.theta, c_.size), c_.heads, c_.key_heads,
                                     1 / std::sqrt(double(c_.size)), c_.window);
    return m_.multiply(block + "o_proj.weight", y);
  }

  Vector network(const std::string& gate, const std::string& up, const std::string& down, const Vector& n) const {
    return m_.multiply(down + ".weight", map(m_.multiply(gate + ".weight", n), silu) * m_.multiply(up + ".weight", n));
  }

  Vector experts(int i, const Vector& n) const {
    const Vector logits = m_.multiply(c_.layer(i) + "block_sparse_moe.gate.weight", n);
    std::vector<int> order(c_.experts);
    for (int e = 0; e < c_.experts; ++e) order[e] = e;
    std::ranges::sort(order, [&](int a, int b) { return logits[a] > logits[b]; });
    double sum = 0;
    for (int s = 0; s < c_.used; ++s) sum += std::exp(logits[order[s]]);
    Vector y(n.size());
    for (int s = 0; s < c_.used; ++s) {
      const std::string expert = c_.expert_name(i, order[s]);
      const double weight = std::exp(logits[order[s]]) / sum;
      y = y + map(network(expert + "w1", expert + "w3", expert + "w2", n), [&](double v) { return v * weight; });
    }
    return y;
  }

  const TinyModel& m_;
  TinyTransformer c_;
  int position_ = 0;
  std::vector<KeyHistory> layers_;
};

}  // namespace eddy::test
