// The parts that tiny models of RWKV-4 and 5 share, and their float64 arithmetic as the papers write it.
#pragma once

#include "tests/support/engine/tiny_model.h"

namespace eddy::test {

struct TinySizes {
  int layers = 2, vocabulary = 40, width = 48, feed_forward = 80;
};

inline std::string block_name(int layer) {
  return "blocks." + std::to_string(layer) + ".";
}

inline void add_tiny_ends(TinyModel& m, const TinySizes& s) {
  m.add("emb.weight", {s.vocabulary, s.width}, 1);
  m.add_norm("blocks.0.ln0", s.width);
  m.add_norm("ln_out", s.width);
  m.add_linear("head.weight", s.vocabulary, s.width);
}

/// Norms and channel mixing; `mixes` are the names of its shares for key and receptance.
inline void add_tiny_block(TinyModel& m, const TinySizes& s, int layer, const char* key_mix,
                           const char* receptance_mix) {
  const std::string block = block_name(layer);
  m.add_norm(block + "ln1", s.width);
  m.add_norm(block + "ln2", s.width);
  for (const char* name : {key_mix, receptance_mix}) m.add(block + "ffn." + name, {1, 1, s.width}, 0.5f, 0.5f);
  m.add_linear(block + "ffn.key.weight", s.feed_forward, s.width);
  m.add_linear(block + "ffn.receptance.weight", s.width, s.width);
  m.add_linear(block + "ffn.value.weight", s.width, s.feed_forward);
}

/// x + channel mixing; `share` turns a stored mix into the current token's share.
template <class Share>
Vector tiny_channel_mix(const TinyModel& m, int layer, const Vector& x, Vector& previous, const char* key_mix,
                        const char* receptance_mix, const Share& share) {
  const std::string ffn = block_name(layer) + "ffn.";
  const Vector now = m.layer_norm(x, block_name(layer) + "ln2", 1e-5);
  if (previous.empty()) previous.resize(now.size());
  const Vector xk = mix(now, previous, map(m(ffn + key_mix), share)),
               xr = mix(now, previous, map(m(ffn + receptance_mix), share));
  previous = now;
  const Vector k = map(m.multiply(ffn + "key.weight", xk), [](double v) { return v > 0 ? v * v : 0; });
  return x + map(m.multiply(ffn + "receptance.weight", xr), sigmoid) * m.multiply(ffn + "value.weight", k);
}

inline Vector tiny_input(const TinyModel& m, int token) {
  return m.layer_norm(m.row("emb.weight", token), "blocks.0.ln0", 1e-5);
}
inline Vector tiny_output(const TinyModel& m, const Vector& x) {
  return m.multiply("head.weight", m.layer_norm(x, "ln_out", 1e-5));
}

/// The same tensors under the names that the transformers conversions give them.
inline TinyModel renamed_for_transformers(const TinyModel& m) {
  TinyModel hf = m;
  const std::pair<const char*, const char*> parts[] = {{"emb.", "embeddings."},
                                                       {"ln0", "pre_ln"},
                                                       {"att.", "attention."},
                                                       {"ffn.", "feed_forward."},
                                                       {"time_mix_k", "time_mix_key"},
                                                       {"time_mix_v", "time_mix_value"},
                                                       {"time_mix_r", "time_mix_receptance"},
                                                       {"time_mix_g", "time_mix_gate"}};
  for (const auto& [name, tensor] : m.tensors()) {
    if (name == "head.weight") continue;
    std::string other = "rwkv." + name;
    for (const auto& [from, to] : parts) {
      if (const auto at = other.find(from); at != std::string::npos) other.replace(at, std::string(from).size(), to);
    }
    hf.rename(name, other);
  }
  return hf;
}

}  // namespace eddy::test
