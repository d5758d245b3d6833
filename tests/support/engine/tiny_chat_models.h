// Whole models of any size that can chat: made-up weights, a tokenizer of bytes, the layouts of transformers.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/engine/tiny_mamba.h"
#include "tests/support/engine/tiny_rwkv.h"
#include "tests/support/engine/tiny_rwkv7.h"

namespace eddy::test {

enum class ChatModelKind { Rwkv7, Rwkv4, Mamba2, Bamba, FalconH1, GatedDelta };

struct ChatModelSize {
  int layers = 3;  ///< of hybrids every third attends, but for Falcon-H1, where all do
  int width = 32;  ///< a multiple of 32
  std::uint64_t seed = 1;

  int inner() const { return 2 * width; }
  int heads() const { return width / 8; }
};

inline constexpr int kByteVocabulary = 257;  // <|endoftext|> and the bytes

inline const char* name_of(ChatModelKind kind) {
  const char* const names[] = {"rwkv7", "rwkv4", "mamba2", "bamba", "falcon_h1", "gated_delta"};
  return names[static_cast<int>(kind)];
}

namespace chat_models {

inline void add_network(TinyModel& m, const std::string& p, int width, int inner) {
  for (const char* name : {"gate_proj", "up_proj"}) m.add_linear(p + name + ".weight", inner, width);
  m.add_linear(p + "down_proj.weight", width, inner);
}

inline void add_attention(TinyModel& m, const std::string& p, const ChatModelSize& s) {
  m.add_linear(p + "q_proj.weight", s.width, s.width);
  for (const char* name : {"k_proj", "v_proj"}) m.add_linear(p + name + ".weight", s.width / 2, s.width);
  m.add_linear(p + "o_proj.weight", s.width, s.width);
}

inline TinyModel rwkv4(const ChatModelSize& size) {
  TinyModel m(size.seed);
  const TinySizes s{.layers = size.layers, .vocabulary = kByteVocabulary, .width = size.width,
                    .feed_forward = 2 * size.width};
  add_tiny_ends(m, s);
  for (int layer = 0; layer < s.layers; ++layer) {
    add_tiny_block(m, s, layer, "time_mix_k", "time_mix_r");
    const std::string att = block_name(layer) + "att.";
    for (const char* name : {"time_mix_k", "time_mix_v", "time_mix_r"}) m.add(att + name, {1, 1, s.width}, 0.5f, 0.5f);
    m.add(att + "time_decay", {s.width}, 2, -1);
    m.add(att + "time_first", {s.width}, 1);
    for (const char* name : {"key", "value", "receptance", "output"})
      m.add_linear(att + name + ".weight", s.width, s.width);
  }
  return m;
}

inline TinyModel mamba2(const ChatModelSize& s) {
  TinyModel m(s.seed);
  m.add("backbone.embeddings.weight", {kByteVocabulary, s.width}, 1);
  m.add("backbone.norm_f.weight", {s.width}, 0.3f, 1);
  m.add_linear("lm_head.weight", kByteVocabulary, s.width);
  for (int layer = 0; layer < s.layers; ++layer) {
    const std::string block = "backbone.layers." + std::to_string(layer) + ".";
    m.add(block + "norm.weight", {s.width}, 0.3f, 1);
    add_tiny_mamba2(m, block + "mixer.", s.width, s.heads(), s.inner() / s.heads(), 1, 16);
  }
  return m;
}

/// Bamba, or with attention beside every Mamba-2 Falcon-H1.
inline TinyModel mamba2_hybrid(const ChatModelSize& s, bool falcon) {
  TinyModel m(s.seed);
  m.add("model.embed_tokens.weight", {kByteVocabulary, s.width}, 1);
  m.add("model.final_layernorm.weight", {s.width}, 0.3f, 1);
  m.add_linear("lm_head.weight", kByteVocabulary, s.width);
  for (int i = 0; i < s.layers; ++i) {
    const std::string layer = "model.layers." + std::to_string(i) + ".";
    for (const char* norm : {"input_layernorm", "pre_ff_layernorm"}) m.add(layer + norm + ".weight", {s.width}, 0.3f, 1);
    if (falcon || i % 3 == 1) add_attention(m, layer + "self_attn.", s);
    if (falcon || i % 3 != 1)
      add_tiny_mamba2(m, layer + "mamba.", s.width, s.heads(), s.inner() / s.heads(), 1, 16);
    add_network(m, layer + "feed_forward.", s.width, s.inner());
  }
  return m;
}

/// Qwen3.5: the gated delta rule with attention in between.
inline TinyModel gated_delta(const ChatModelSize& s) {
  TinyModel m(s.seed);
  const int heads = s.width / 16, keys = 16 * heads;
  m.add("model.embed_tokens.weight", {kByteVocabulary, s.width}, 1);
  m.add("model.norm.weight", {s.width}, 0.3f);
  m.add_linear("lm_head.weight", kByteVocabulary, s.width);
  for (int i = 0; i < s.layers; ++i) {
    const std::string block = "model.layers." + std::to_string(i) + ".", delta = block + "linear_attn.",
                      attention = block + "self_attn.";
    for (const char* norm : {"input_layernorm", "post_attention_layernorm"})
      m.add(block + norm + ".weight", {s.width}, 0.3f);
    if (i % 3 == 1) {
      m.add_linear(attention + "q_proj.weight", 2 * s.width, s.width);
      for (const char* name : {"k_proj", "v_proj"}) m.add_linear(attention + name + ".weight", s.width / 2, s.width);
      m.add_linear(attention + "o_proj.weight", s.width, s.width);
      for (const char* name : {"q_norm", "k_norm"}) m.add(attention + name + ".weight", {16}, 0.3f);
    } else {
      m.add_linear(delta + "in_proj_qkv.weight", 3 * keys, s.width);
      m.add_linear(delta + "in_proj_z.weight", keys, s.width);
      for (const char* name : {"a", "b"}) m.add_linear(delta + "in_proj_" + name + ".weight", heads, s.width);
      m.add(delta + "conv1d.weight", {3 * keys, 1, 4}, 0.7f);
      m.add(delta + "A_log", {heads}, 1, -0.5f);
      m.add(delta + "dt_bias", {heads}, 1, -1);
      m.add(delta + "norm.weight", {16}, 0.3f, 1);
      m.add_linear(delta + "out_proj.weight", s.width, keys);
    }
    add_network(m, block + "mlp.", s.width, s.inner());
  }
  return m;
}

/// Which layers of a hybrid attend, as a JSON list of `yes` and `no`.
inline std::string layer_types(const ChatModelSize& s, const char* yes, const char* no) {
  std::string list;
  for (int i = 0; i < s.layers; ++i) list += (i ? ",'" : "'") + std::string(i % 3 == 1 ? yes : no) + "'";
  return "[" + list + "]";
}

inline std::string attending(const ChatModelSize& s) {
  std::string list;
  for (int i = 1; i < s.layers; i += 3) list += (list.empty() ? "" : ",") + std::to_string(i);
  return "[" + list + "]";
}

inline std::string config_of(ChatModelKind kind, const ChatModelSize& s) {
  const auto number = [](const char* key, int value) { return "'" + std::string(key) + "':" + std::to_string(value); };
  const std::string heads = number("num_attention_heads", s.width / 16) + "," +
                            number("num_key_value_heads", s.width / 32) + ",'rms_norm_eps':1e-5,'mamba_d_state':16,"
                            "'mamba_n_groups':1,";
  switch (kind) {
    case ChatModelKind::Mamba2:
      return "'model_type':'mamba2','state_size':16,'n_groups':1," + number("num_heads", s.heads()) + "," +
             number("head_dim", s.inner() / s.heads());
    case ChatModelKind::Bamba: return heads + "'model_type':'bamba','attn_layer_indices':" + attending(s);
    case ChatModelKind::FalconH1: return heads + "'model_type':'falcon_h1','mamba_norm_before_gate':true";
    case ChatModelKind::GatedDelta:
      return "'model_type':'qwen3_5_text','rms_norm_eps':1e-6,'head_dim':16,'linear_key_head_dim':16,"
             "'linear_value_head_dim':16,'linear_conv_kernel_dim':4," +
             number("hidden_size", s.width) + "," + number("num_hidden_layers", s.layers) + "," +
             number("num_attention_heads", s.width / 16) + "," + number("num_key_value_heads", s.width / 32) + "," +
             number("linear_num_key_heads", s.width / 16) + "," + number("linear_num_value_heads", s.width / 16) +
             ",'layer_types':" + layer_types(s, "full_attention", "linear_attention") +
             ",'rope_parameters':{'rope_type':'default','rope_theta':10000.0,'partial_rotary_factor':0.25}";
    default: return "";
  }
}

inline TinyModel weights_of(ChatModelKind kind, const ChatModelSize& s) {
  switch (kind) {
    case ChatModelKind::Rwkv4: return rwkv4(s);
    case ChatModelKind::Mamba2: return mamba2(s);
    case ChatModelKind::Bamba: return mamba2_hybrid(s, false);
    case ChatModelKind::FalconH1: return mamba2_hybrid(s, true);
    default: return gated_delta(s);
  }
}

}  // namespace chat_models

/// A folder that can be loaded. No greedy text of it ends by itself.
inline void write_chat_model(const std::filesystem::path& folder, ChatModelKind kind, const ChatModelSize& size = {}) {
  if (kind == ChatModelKind::Rwkv7) {
    return write_tiny_model(folder, {.layers = size.layers, .width = size.width, .head_size = 16,
                                     .feed_forward = 2 * size.width, .vocabulary = kByteVocabulary, .seed = size.seed,
                                     .ends = false});
  }
  std::filesystem::create_directories(folder);
  TinyModel m = chat_models::weights_of(kind, size);
  auto& head = m[kind == ChatModelKind::Rwkv4 ? "head.weight" : "lm_head.weight"].values;
  std::fill_n(head.begin(), size.width, 0.0f);  // a logit of 0, and some of the other 256 are above it
  m.write_safetensors(folder / "model.safetensors");
  std::string config = "{" + chat_models::config_of(kind, size) + "}";
  std::replace(config.begin(), config.end(), '\'', '"');
  if (config.size() > 2) std::ofstream(folder / "config.json") << config;
  write_byte_tokenizer(folder / "tokenizer.json");
}

}  // namespace eddy::test
