// Jamba, Bamba, Granite's hybrids and Falcon-H1 against a float64 implementation.
#include "tests/support/engine/architecture_checks.h"
#include "tests/support/engine/tiny_gguf.h"
#include "tests/support/engine/tiny_hybrid.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr int kVocabulary = 40, kWidth = 24, kInner = 48, kStates = 5, kRank = 3, kHeads = 6, kGroups = 2;
constexpr int kNetwork = 28, kExperts = 4, kUsed = 2, kLayers = 3;
constexpr double kEpsilon = 1e-5;

enum Kind { Jamba, Bamba, Granite, FalconH1 };

/// Layer 1 attends, and in Jamba the other two route.
bool attends(Kind kind, int layer) {
  return kind == FalconH1 || layer == 1;
}
bool recurs(Kind kind, int layer) {
  return kind == FalconH1 || layer != 1;
}
bool routes(Kind kind, int layer) {
  return kind == Granite || (kind == Jamba && layer != 1);
}

std::string layer_name(int layer) {
  return "model.layers." + std::to_string(layer) + ".";
}

void add_experts(TinyModel& m, Kind kind, const std::string& layer) {
  if (kind == Jamba) {
    m.add_linear(layer + "feed_forward.router.weight", kExperts, kWidth);
    for (int e = 0; e < kExperts; ++e)
      add_tiny_network(m, layer + "feed_forward.experts." + std::to_string(e) + ".", kWidth, kNetwork, true);
    return;
  }
  m.add_linear(layer + "block_sparse_moe.router.layer.weight", kExperts, kWidth);
  m.add(layer + "block_sparse_moe.input_linear.weight", {kExperts, 2 * kNetwork, kWidth}, 0.4f);
  m.add(layer + "block_sparse_moe.output_linear.weight", {kExperts, kWidth, kNetwork}, 0.4f);
}

TinyModel make_model(Kind kind) {
  TinyModel m;
  m.add("model.embed_tokens.weight", {kVocabulary, kWidth}, 1);
  m.add(kind == Granite ? "model.norm.weight" : "model.final_layernorm.weight", {kWidth}, 0.3f, 1);
  m.add_linear("lm_head.weight", kVocabulary, kWidth);
  for (int i = 0; i < kLayers; ++i) {
    const std::string layer = layer_name(i);
    m.add(layer + "input_layernorm.weight", {kWidth}, 0.3f, 1);
    m.add(layer + (kind == Granite ? "post_attention_layernorm.weight" : "pre_ff_layernorm.weight"), {kWidth}, 0.3f, 1);
    if (attends(kind, i)) add_tiny_attention(m, layer + "self_attn.", kWidth, 4 * 8, 2 * 8);
    if (recurs(kind, i) && kind == Jamba) {
      add_tiny_mamba(m, layer + "mamba.", kWidth, kInner, kStates, kRank);
      m.add(layer + "mamba.dt_layernorm.weight", {kRank}, 0.3f, 1);
      for (const char* norm : {"b_layernorm.weight", "c_layernorm.weight"})
        m.add(layer + "mamba." + norm, {kStates}, 0.3f, 1);
    } else if (recurs(kind, i)) {
      add_tiny_mamba2(m, layer + "mamba.", kWidth, kHeads, kInner / kHeads, kGroups, kStates);
    }
    if (routes(kind, i)) add_experts(m, kind, layer);
    if (kind == Granite) {
      m.add_linear(layer + "shared_mlp.input_linear.weight", 2 * 20, kWidth);
      m.add_linear(layer + "shared_mlp.output_linear.weight", kWidth, 20);
    } else if (!routes(kind, i)) {
      add_tiny_network(m, layer + "feed_forward.", kWidth, kNetwork, true);
    }
  }
  return m;
}

// Quotes stand for double quotes.
std::string config_of(Kind kind) {
  const std::string heads = "'num_attention_heads':4,'num_key_value_heads':2,'rms_norm_eps':1e-5,'mamba_d_state':5,";
  switch (kind) {
    case Jamba:
      return heads + "'model_type':'jamba','attn_layer_period':3,'attn_layer_offset':1,'num_experts_per_tok':2";
    case Bamba:
      return heads + "'model_type':'bamba','mamba_n_groups':2,'attn_layer_indices':[1],'attn_rotary_emb':4";
    case Granite:
      return heads +
             "'model_type':'granitemoehybrid','mamba_n_groups':2,'layer_types':['mamba','attention','mamba'],"
             "'num_experts_per_tok':2,'embedding_multiplier':3.0,'residual_multiplier':0.5,'logits_scaling':2.0,"
             "'attention_multiplier':0.2";
    default:
      return heads +
             "'model_type':'falcon_h1','mamba_n_groups':2,'rope_theta':100000.0,'embedding_multiplier':2.0,"
             "'lm_head_multiplier':0.5,'attention_in_multiplier':0.9,'attention_out_multiplier':0.8,"
             "'key_multiplier':0.7,'mlp_multipliers':[0.9,0.7],'ssm_in_multiplier':1.1,'ssm_out_multiplier':0.9,"
             "'ssm_multipliers':[0.9,0.8,0.7,0.6,0.5],'mamba_norm_before_gate':true";
  }
}

class Reference {
 public:
  Reference(const TinyModel& m, Kind kind)
      : m_(m), kind_(kind), mamba_(kLayers), mamba2_(kLayers), attention_(kLayers) {
    for (auto& layer : mamba_) {
      layer.norms = true;
      layer.epsilon = kEpsilon;
    }
    for (auto& layer : mamba2_) {
      layer.groups = kGroups;
      layer.states = kStates;
      layer.norm_groups = kind == FalconH1 ? kGroups : 1;
      layer.norm_first = kind == FalconH1;
    }
    for (auto& layer : attention_) {
      layer.heads = 4;
      layer.key_heads = 2;
      if (kind == Granite) layer.scale = 0.2;
      if (kind == Bamba) layer.turned = 4;
      if (kind == FalconH1) layer.turned = 8;
      if (kind == FalconH1) layer.theta = 1e5;
    }
  }

  std::vector<AttentionReference>& attention() { return attention_; }
  std::vector<Mamba2History>& mamba2() { return mamba2_; }

  Vector operator()(int token) {
    Vector x = scaled(m_.row("model.embed_tokens.weight", token), kind_ == Granite ? 3 : kind_ == FalconH1 ? 2 : 1);
    for (int i = 0; i < kLayers; ++i) {
      const std::string layer = layer_name(i);
      const double branch = kind_ == Granite ? 0.5 : 1;
      x = x + scaled(mixed(i, rms_norm(x, m_(layer + "input_layernorm.weight"), kEpsilon)), branch);
      const std::string norm = kind_ == Granite ? "post_attention_layernorm.weight" : "pre_ff_layernorm.weight";
      x = x + scaled(network(i, rms_norm(x, m_(layer + norm), kEpsilon)), branch);
    }
    const Vector last =
        rms_norm(x, m_(kind_ == Granite ? "model.norm.weight" : "model.final_layernorm.weight"), kEpsilon);
    return scaled(m_.multiply("lm_head.weight", last), kind_ == Granite || kind_ == FalconH1 ? 0.5 : 1);
  }

 private:
  Vector mixed(int i, const Vector& u) {
    const std::string p = layer_name(i) + "mamba.", attention = layer_name(i) + "self_attn.";
    if (kind_ != FalconH1) {
      if (attends(kind_, i)) return attention_[i](m_, attention, u);
      return kind_ == Jamba ? mamba_[i](m_, p, u) : mamba2_[i](m_, p, u);
    }
    const Vector v = scaled(u, 0.9);
    const Vector y = attention_[i].read(m_.multiply(attention + "q_proj.weight", v),
                                        scaled(m_.multiply(attention + "k_proj.weight", v), 0.7),
                                        m_.multiply(attention + "v_proj.weight", v));
    return scaled(m_.multiply(attention + "o_proj.weight", y), 0.8) +
           scaled(mamba2_[i](with_scaled_projection(p), p, scaled(u, 1.1)), 0.9);
  }

  /// The rows of z, x, B, C and dt, each with its factor.
  TinyModel with_scaled_projection(const std::string& p) const {
    TinyModel m = m_;
    auto& values = m[p + "in_proj.weight"].values;
    const int shared = kGroups * kStates, ends[] = {kInner, 2 * kInner, 2 * kInner + shared, 2 * kInner + 2 * shared};
    for (std::size_t i = 0; i < values.size(); ++i) {
      int part = 0;
      while (part < 4 && int(i) / kWidth >= ends[part]) ++part;
      values[i] *= 0.9f - 0.1f * float(part);
    }
    return m;
  }

  Vector network(int i, const Vector& u) const {
    const std::string p = layer_name(i) + "feed_forward.";
    if (kind_ == Granite) return granite(layer_name(i), u);
    if (kind_ == FalconH1) {
      const Vector opening = scaled(m_.multiply(p + "gate_proj.weight", u), 0.9);
      return scaled(m_.multiply(p + "down_proj.weight", map(opening, silu) * m_.multiply(p + "up_proj.weight", u)),
                    0.7);
    }
    if (!routes(kind_, i)) return gated_network(m_, p, u);
    const Vector scores = softmax(m_.multiply(p + "router.weight", u));
    Vector y(kWidth);
    for (int e : largest(scores, kUsed))
      y = y + scaled(gated_network(m_, p + "experts." + std::to_string(e) + ".", u), scores[e]);
    return y;
  }

  /// W of one expert of a stack.
  Vector stacked(const std::string& name, int expert, const Vector& x) const {
    const auto& all = m_.tensors().at(name);
    const int rows = all.shape[1], columns = all.shape[2];
    Vector y(rows);
    for (int i = 0; i < rows * columns; ++i) y[i / columns] += all.values[expert * rows * columns + i] * x[i % columns];
    return y;
  }

  static Vector gated(const Vector& both) {
    const int half = int(both.size()) / 2;
    return map(slice(both, 0, half), silu) * slice(both, half, half);
  }

  Vector granite(const std::string& layer, const Vector& u) const {
    const Vector logits = m_.multiply(layer + "block_sparse_moe.router.layer.weight", u);
    Vector y = m_.multiply(layer + "shared_mlp.output_linear.weight",
                           gated(m_.multiply(layer + "shared_mlp.input_linear.weight", u)));
    const auto chosen = largest(logits, kUsed);
    Vector weights;
    for (int e : chosen) weights.push_back(logits[e]);
    weights = softmax(weights);
    for (int k = 0; k < kUsed; ++k) {
      const Vector hidden = gated(stacked(layer + "block_sparse_moe.input_linear.weight", chosen[k], u));
      y = y + scaled(stacked(layer + "block_sparse_moe.output_linear.weight", chosen[k], hidden), weights[k]);
    }
    return y;
  }

  const TinyModel& m_;
  Kind kind_;
  std::vector<MambaHistory> mamba_;
  std::vector<Mamba2History> mamba2_;
  std::vector<AttentionReference> attention_;
};

std::string gguf_name(const std::string& name) {
  return renamed(name, {{"model.layers.", "blk."},
                        {"model.embed_tokens", "token_embd"},
                        {"model.final_layernorm", "output_norm"},
                        {"model.norm", "output_norm"},
                        {"lm_head", "output"},
                        {"input_layernorm", "attn_norm"},
                        {"pre_ff_layernorm", "ffn_norm"},
                        {"post_attention_layernorm", "ffn_norm"},
                        {"self_attn.q_proj", "attn_q"},
                        {"self_attn.k_proj", "attn_k"},
                        {"self_attn.v_proj", "attn_v"},
                        {"self_attn.o_proj", "attn_output"},
                        {"mamba.in_proj", "ssm_in"},
                        {"mamba.conv1d", "ssm_conv1d"},
                        {"mamba.x_proj", "ssm_x"},
                        {"mamba.dt_proj", "ssm_dt"},
                        {"mamba.dt_bias", "ssm_dt.bias"},
                        {"mamba.A_log", "ssm_a"},
                        {"mamba.D", "ssm_d"},
                        {"mamba.norm", "ssm_norm"},
                        {"mamba.out_proj", "ssm_out"},
                        {"mamba.dt_layernorm", "ssm_dt_norm"},
                        {"mamba.b_layernorm", "ssm_b_norm"},
                        {"mamba.c_layernorm", "ssm_c_norm"},
                        {"feed_forward.router", "ffn_gate_inp"},
                        {"block_sparse_moe.router.layer", "ffn_gate_inp"},
                        {"block_sparse_moe.output_linear", "ffn_down_exps"},
                        {"shared_mlp.output_linear", "ffn_down_shexp"},
                        {"feed_forward.gate_proj", "ffn_gate"},
                        {"feed_forward.up_proj", "ffn_up"},
                        {"feed_forward.down_proj", "ffn_down"}});
}

/// Falcon-H1's multipliers as the converter puts them into the weights. Rows of in_proj have one each.
float folded(const std::string& name, std::size_t row) {
  const std::size_t shared = kGroups * kStates,
                    ends[] = {kInner, 2 * kInner, 2 * kInner + shared, 2 * kInner + 2 * shared};
  if (name.ends_with("mamba.in_proj.weight"))
    return 1.1f * (0.9f - 0.1f * float(std::upper_bound(ends, ends + 4, row) - ends));
  const std::pair<const char*, float> factors[] = {
      {"embed_tokens.weight", 2.0f}, {"lm_head.weight", 0.5f},       {"mamba.out_proj.weight", 0.9f},
      {"q_proj.weight", 0.9f},       {"k_proj.weight", 0.9f * 0.7f}, {"v_proj.weight", 0.9f},
      {"o_proj.weight", 0.8f},       {"gate_proj.weight", 0.9f},     {"down_proj.weight", 0.7f}};
  for (const auto& [end, factor] : factors) {
    if (name.ends_with(end)) return factor;
  }
  return 1;
}

TinyModel to_gguf(const TinyModel& m, Kind kind) {
  TinyModel out;
  const auto put = [&](const std::string& name, const TinyModel::Tensor& tensor) {
    out.add(name, {1}, 0);
    out[name] = tensor;
  };
  for (auto [name, tensor] : m.tensors()) {
    const std::string layer = "blk." + name.substr(13, 2);  // of "model.layers.3."
    if (kind == FalconH1) {
      for (std::size_t i = 0; i < tensor.values.size(); ++i) tensor.values[i] *= folded(name, i / kWidth);
    }
    if (name.ends_with("shared_mlp.input_linear.weight") || name.ends_with("block_sparse_moe.input_linear.weight")) {
      const std::string suffix = name.find("shared") != std::string::npos ? "_shexp.weight" : "_exps.weight";
      put(layer + "ffn_gate" + suffix, band_of(tensor, 0, 2));
      put(layer + "ffn_up" + suffix, band_of(tensor, 1, 2));
    } else if (const auto at = name.find(".experts."); at != std::string::npos) {
      const std::string part = name.substr(at + 11, name.find("_proj") - at - 11);
      const std::string stack = layer + "ffn_" + part + "_exps.weight";
      if (!out.tensors().count(stack)) put(stack, {{kExperts, tensor.shape[0], tensor.shape[1]}, {}});
      auto& values = out[stack].values;
      values.insert(values.end(), tensor.values.begin(), tensor.values.end());
    } else if (kind == FalconH1 && name.ends_with("pre_ff_layernorm.weight")) {
      put(layer + "ffn_norm", tensor);
    } else {
      put(gguf_name(name), mixer_for_gguf(name, tensor, kGroups));
    }
  }
  return out;
}

GgufParts gguf_keys(Kind kind) {
  const std::string name = kind == Jamba     ? "jamba"
                           : kind == Granite ? "granitehybrid"
                                             : "falcon-h1",
                    prefix = name + ".";
  GgufParts keys;
  keys.text_key("general.architecture", name).u32_key(prefix + "block_count", kLayers);
  keys.u32_key(prefix + "embedding_length", kWidth).u32_key(prefix + "attention.head_count", 4);
  keys.u32_key(prefix + "ssm.state_size", kStates).u32_key(prefix + "ssm.conv_kernel", 4);
  keys.u32_key(prefix + "ssm.inner_size", kInner)
      .u32_key(prefix + "ssm.time_step_rank", kind == Jamba ? kRank : kHeads);
  keys.u32_key(prefix + "expert_used_count", kUsed);
  if (kind != Jamba) keys.u32_key(prefix + "ssm.group_count", kGroups);
  const auto number = [&](const char* key, float value) { keys.key(prefix + key, 6, raw(value)); };
  number("attention.layer_norm_rms_epsilon", float(kEpsilon));
  if (kind == FalconH1) number("rope.freq_base", 1e5f);
  if (kind != Granite) return keys;
  number("embedding_scale", 3);
  number("residual_scale", 0.5f);
  number("logit_scale", 2);
  number("attention.scale", 0.2f);
  return keys;
}

}  // namespace

class HybridsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void agrees_with_float64_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("Jamba") << int(Jamba);
    QTest::newRow("Bamba") << int(Bamba);
    QTest::newRow("Granite hybrid") << int(Granite);
    QTest::newRow("Falcon-H1") << int(FalconH1);
  }

  void agrees_with_float64() {
    QFETCH(int, kind);
    const TinyModel m = make_model(Kind(kind));
    folder_.write(m, config_of(Kind(kind)));
    Reference reference(m, Kind(kind));
    const auto wrong = check(reference);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void gguf_files_hold_the_same_network_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("Jamba") << int(Jamba);
    QTest::newRow("Granite hybrid") << int(Granite);
    QTest::newRow("Falcon-H1") << int(FalconH1);
  }

  void gguf_files_hold_the_same_network() {
    QFETCH(int, kind);
    const TinyModel m = make_model(Kind(kind));
    const auto path = folder_.path().replace_filename("model.gguf");
    write_gguf(path, gguf_keys(Kind(kind)), to_gguf(m, Kind(kind)));
    Reference reference(m, Kind(kind));
    for (auto& layer : reference.mamba2()) layer.norm_groups = kGroups;
    const auto wrong = check_all(path, make_oracle(kVocabulary, [&](int token) { return reference(token); }));
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void granite_may_turn_its_heads() {
    const TinyModel m = make_model(Granite);
    folder_.write(m, config_of(Granite) + ",'position_embedding_type':'rope','rope_theta':500.0");
    Reference reference(m, Granite);
    for (auto& layer : reference.attention()) {
      layer.turned = 8;
      layer.theta = 500;
    }
    const auto wrong = check(reference);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void the_layers_may_be_listed_in_several_ways() {
    folder_.write(make_model(Bamba), config_of(Bamba));
    const auto logits = folder_.logits();
    const std::string rest =
        "'model_type':'bamba','num_attention_heads':4,'rms_norm_eps':1e-5,'mamba_d_state':5,"
        "'partial_rotary_factor':0.5";
    for (const char* list : {",'layers_block_type':['mamba','attention','mamba']",
                             ",'layer_types':['linear_attention','full_attention','linear_attention']", ""}) {
      folder_.write(make_model(Bamba), rest + list);
      QVERIFY(folder_.logits() == logits);
    }
    folder_.write(make_model(Bamba), rest.substr(0, rest.rfind(',')));  // half a head is turned without being told
    QVERIFY(folder_.logits() == logits);
  }

  void wrong_configs_are_refused_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, Kind kind, const char* config, const char* message) {
      QTest::newRow(name) << int(kind) << QString(config) << QString(message);
    };
    row("no experts", Jamba, "'num_experts_per_tok':0", "'num_experts_per_tok' of its config is no whole number");
    row("many experts", Jamba, "'num_experts_per_tok':5", "it wants 5 of 4 experts");
    row("other layers", Jamba, "'attn_layer_offset':0", "self_attn.q_proj.weight' is missing or not a matrix");
    row("activation", Bamba, "'hidden_act':'gelu'", "'hidden_act' of its config makes it a variant");
    row("turned channels", Bamba, "'attn_rotary_emb':9", "'attn_rotary_emb' of its config is no whole number");
    row("odd turned channels", Bamba, "'attn_rotary_emb':3", "3 of 8 channels are turned");
    row("heads", Bamba, "'num_attention_heads':3", "do not divide into 3 heads");
    row("multiplier", Granite, "'residual_multiplier':0.0",
        "'residual_multiplier' of its config is no positive number");
    row("groups", Granite, "'mamba_n_groups':1", "'mamba_n_groups' of its config does not agree with the 2");
    row("five multipliers", FalconH1, "'ssm_multipliers':[1.0]", "'ssm_multipliers' of its config does not have 5");
    row("bias", FalconH1, "'mamba_proj_bias':true", "'mamba_proj_bias' of its config makes it a variant");
  }

  void wrong_configs_are_refused() {
    QFETCH(int, kind);
    QFETCH(QString, config);
    QFETCH(QString, message);
    folder_.write(make_model(Kind(kind)), with_entry(config_of(Kind(kind)), config.toStdString()));
    const auto refused = QString::fromStdString(refusal(folder_.path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

  void wrong_tensors_are_refused_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<int>("size");  // of a vector in its place; 0: none
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, Kind kind, const char* tensor, int size, const char* message) {
      QTest::newRow(name) << int(kind) << QString("model." + QString(tensor)) << size << QString(message);
    };
    row("no embeddings", Jamba, "embed_tokens.weight", 0, "'model.embed_tokens.weight' is missing or not a matrix");
    row("no small norm", Jamba, "layers.2.mamba.b_layernorm.weight", 0, "'model.layers.2.mamba.b_layernorm.weight'");
    row("no expert", Jamba, "layers.0.feed_forward.experts.3.gate_proj.weight", 0, "experts.3.gate_proj.weight'");
    row("no gate", Bamba, "layers.1.feed_forward.gate_proj.weight", 0,
        "'model.layers.1.feed_forward.gate_proj.weight'");
    row("misshapen keys", Bamba, "layers.1.self_attn.k_proj.weight", 5, "k_proj.weight' is missing or not a matrix");
    row("experts are a vector", Granite, "layers.0.block_sparse_moe.input_linear.weight", 5, "is no stack of matrices");
    row("misshapen experts", Granite, "layers.2.block_sparse_moe.output_linear.weight", 5, "has shape [5] where");
    row("no network", FalconH1, "layers.0.feed_forward.up_proj.weight", 0,
        "up_proj.weight' is missing or not a matrix");
  }

  void wrong_tensors_are_refused() {
    QFETCH(int, kind);
    QFETCH(QString, tensor);
    QFETCH(int, size);
    QFETCH(QString, message);
    TinyModel m = make_model(Kind(kind));
    m.remove(tensor.toStdString());
    if (size > 0) m.add(tensor.toStdString(), {size}, 1);
    folder_.write(m, config_of(Kind(kind)));
    const auto refused = QString::fromStdString(refusal(folder_.path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

  void matrices_of_another_width_are_refused() {
    for (Kind kind : {Jamba, Bamba, Granite, FalconH1}) {
      const TinyModel whole = make_model(kind);
      for (const auto& [name, tensor] : whole.tensors()) {
        if (tensor.shape.size() < 2 || name.find("embed") != std::string::npos) continue;
        TinyModel m = whole;
        auto shape = tensor.shape;
        (shape.back() == kWidth ? shape.back() : shape[shape.size() - 2]) -= 1;
        m.remove(name);
        m.add(name, shape, 1);
        folder_.write(m, config_of(kind));
        QVERIFY2(!refusal(folder_.path()).empty(), name.c_str());
      }
    }
  }

 private:
  std::string check(Reference& reference) const {
    return check_all(folder_.path(), make_oracle(kVocabulary, [&](int token) { return reference(token); }));
  }

  TinyFolder folder_;
};

QTEST_APPLESS_MAIN(HybridsTest)
#include "hybrids_test.moc"
