// Small loadable networks of the three kinds of state: fixed matrices (RWKV-7), fixed and rows of attention (Falcon-H1),
// fixed vectors and convolutions (Mamba).
#pragma once

#include <QTemporaryDir>
#include <string>

#include "engine/sequence/make_forward_pass.h"
#include "engine/sequence/recurrent_sequence.h"
#include "tests/support/engine/fake_tokenizer.h"
#include "tests/support/engine/tiny_hybrid.h"
#include "tests/support/engine/tiny_rwkv7.h"

namespace eddy::test {

enum class StateKind { Rwkv7, Hybrid, Mamba };

inline TinyModel tiny_falcon_h1(int vocabulary) {
  constexpr int width = 24, inner = 48;
  TinyModel m;
  m.add("model.embed_tokens.weight", {vocabulary, width}, 1);
  m.add("model.final_layernorm.weight", {width}, 0.3f, 1);
  m.add_linear("lm_head.weight", vocabulary, width);
  for (int i = 0; i < 2; ++i) {
    const std::string layer = "model.layers." + std::to_string(i) + ".";
    m.add(layer + "input_layernorm.weight", {width}, 0.3f, 1);
    m.add(layer + "pre_ff_layernorm.weight", {width}, 0.3f, 1);
    add_tiny_attention(m, layer + "self_attn.", width, 4 * 8, 2 * 8);
    add_tiny_mamba2(m, layer + "mamba.", width, 6, inner / 6, 2, 5);
    add_tiny_network(m, layer + "feed_forward.", width, 28, true);
  }
  return m;
}

inline TinyModel tiny_mamba(int vocabulary) {
  constexpr int width = 24;
  TinyModel m;
  m.add("backbone.embeddings.weight", {vocabulary, width}, 1);
  m.add("backbone.norm_f.weight", {width}, 0.3f, 1);
  m.add_linear("lm_head.weight", vocabulary, width);
  for (int i = 0; i < 2; ++i) {
    const std::string layer = "backbone.layers." + std::to_string(i) + ".";
    m.add(layer + "norm.weight", {width}, 0.3f, 1);
    add_tiny_mamba(m, layer + "mixer.", width, 48, 5, 3);
  }
  return m;
}

/// A model with the fake tokenizer.
inline std::shared_ptr<const SequenceModel> load_tiny(StateKind kind) {
  const int vocabulary = FakeTokenizer().vocabulary();
  const QTemporaryDir folder;
  const TinyFolder tiny;
  auto path = tiny.path();
  if (kind == StateKind::Rwkv7) {
    path = std::filesystem::path(folder.path().toStdString()) / "model.safetensors";
    write_tiny_rwkv7(path, {.vocabulary = vocabulary});
  } else if (kind == StateKind::Hybrid) {
    tiny.write(tiny_falcon_h1(vocabulary),
               "'model_type':'falcon_h1','num_attention_heads':4,'num_key_value_heads':2,'rms_norm_eps':1e-5,"
               "'mamba_d_state':5,'mamba_n_groups':2,'rope_theta':100000.0,'mamba_norm_before_gate':true");
  } else {
    tiny.write(tiny_mamba(vocabulary), "'model_type':'mamba','state_size':5,'hidden_size':24");
  }
  const auto file = open_model_file(path);
  auto model = std::make_shared<SequenceModel>();
  model->pass = *make_forward_pass(*file);
  model->tokenizer = std::make_shared<FakeTokenizer>();
  model->architecture = network_facts(**file)->architecture;
  model->fingerprint = "tiny-" + std::to_string(static_cast<int>(kind));
  return model;
}

}  // namespace eddy::test
