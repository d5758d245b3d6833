// Nemotron-H with all kinds of layers against a float64 implementation.
#include "tests/support/engine/architecture_checks.h"
#include "tests/support/engine/tiny_gguf.h"
#include "tests/support/engine/tiny_hybrid.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr int kVocabulary = 40, kWidth = 24, kHeads = 6, kGroups = 2, kStates = 5, kInner = 48;  // Mamba-2
constexpr int kExperts = 6, kUsed = 2, kExpertInner = 20, kLatent = 16;
const std::string kPattern = "M-*EM";

std::string layer_name(std::size_t layer) {
  return "backbone.layers." + std::to_string(layer) + ".";
}

TinyModel make_model(bool latent = false) {
  TinyModel m;
  m.add("backbone.embeddings.weight", {kVocabulary, kWidth}, 1);
  m.add("backbone.norm_f.weight", {kWidth}, 0.3f, 1);
  m.add_linear("lm_head.weight", kVocabulary, kWidth);
  for (std::size_t i = 0; i < kPattern.size(); ++i) {
    const std::string mixer = layer_name(i) + "mixer.";
    m.add(layer_name(i) + "norm.weight", {kWidth}, 0.3f, 1);
    if (kPattern[i] == 'M') add_tiny_mamba2(m, mixer, kWidth, kHeads, kInner / kHeads, kGroups, kStates);
    if (kPattern[i] == '-') add_tiny_network(m, mixer, kWidth, 56, false);
    if (kPattern[i] == '*') add_tiny_attention(m, mixer, kWidth, 4 * 8, 2 * 8);
    if (kPattern[i] != 'E') continue;
    m.add_linear(mixer + "gate.weight", kExperts, kWidth);
    m.add(mixer + "gate.e_score_correction_bias", {kExperts}, 0.3f);
    for (int e = 0; e < kExperts; ++e)
      add_tiny_network(m, mixer + "experts." + std::to_string(e) + ".", latent ? kLatent : kWidth, kExpertInner, false);
    add_tiny_network(m, mixer + "shared_experts.", kWidth, 28, false);
    if (!latent) continue;
    m.add_linear(mixer + "fc1_latent_proj.weight", kLatent, kWidth);
    m.add_linear(mixer + "fc2_latent_proj.weight", kWidth, kLatent);
  }
  return m;
}

class Reference {
 public:
  explicit Reference(const TinyModel& m, double least_step = 0.001) : m_(m), mamba_(kPattern.size()) {
    for (auto& layer : mamba_) {
      layer.groups = layer.norm_groups = kGroups;
      layer.states = kStates;
      layer.least = least_step;
    }
    attention_.heads = 4;
    attention_.key_heads = 2;
  }

  Vector operator()(int token) {
    Vector x = m_.row("backbone.embeddings.weight", token);
    for (std::size_t i = 0; i < kPattern.size(); ++i) {
      const std::string mixer = layer_name(i) + "mixer.";
      const Vector u = rms_norm(x, m_(layer_name(i) + "norm.weight"), 1e-5);
      if (kPattern[i] == 'M') x = x + mamba_[i](m_, mixer, u);
      if (kPattern[i] == '-') x = x + squared_network(m_, mixer, u);
      if (kPattern[i] == '*') x = x + attention_(m_, mixer, u);
      if (kPattern[i] == 'E') x = x + experts(mixer, u);
    }
    return m_.multiply("lm_head.weight", rms_norm(x, m_("backbone.norm_f.weight"), 1e-5));
  }

 private:
  /// Groups of three experts, of which the better one is kept; weights sum to 1 and are doubled.
  Vector experts(const std::string& p, const Vector& u) const {
    const Vector scores = map(m_.multiply(p + "gate.weight", u), sigmoid);
    Vector choice = scores + m_(p + "gate.e_score_correction_bias"), groups(2);
    for (int g = 0; g < 2; ++g) {
      for (int i : largest(slice(choice, 3 * g, 3), 2)) groups[g] += choice[3 * g + i];
    }
    for (int e = 0; e < kExperts; ++e) choice[e] = e / 3 == (groups[1] > groups[0]) ? choice[e] : -1e9;
    double sum = 0;
    for (int e : largest(choice, kUsed)) sum += scores[e];
    const bool latent = m_.tensors().count(p + "fc1_latent_proj.weight") > 0;
    const Vector seen = latent ? m_.multiply(p + "fc1_latent_proj.weight", u) : u;
    Vector y(seen.size());
    for (int e : largest(choice, kUsed))
      y = y + scaled(squared_network(m_, p + "experts." + std::to_string(e) + ".", seen), 2 * scores[e] / sum);
    return (latent ? m_.multiply(p + "fc2_latent_proj.weight", y) : y) + squared_network(m_, p + "shared_experts.", u);
  }

  const TinyModel& m_;
  std::vector<Mamba2History> mamba_;
  AttentionReference attention_;
};

TinyModel to_gguf(const TinyModel& m) {
  TinyModel out;
  for (const auto& [name, tensor] : m.tensors()) {
    const auto at = name.find(".experts.");
    const bool stacked = at != std::string::npos, up = name.find("up_proj") != std::string::npos;
    const std::string to = stacked ? "blk.3.ffn_" + std::string(up ? "up" : "down") + "_exps.weight"
                                   : renamed(name, {{"backbone.layers.", "blk."},
                                                    {"backbone.embeddings", "token_embd"},
                                                    {"backbone.norm_f", "output_norm"},
                                                    {"lm_head", "output"},
                                                    {".mixer.norm", ".ssm_norm"},
                                                    {".norm.", ".attn_norm."},
                                                    {"mixer.in_proj", "ssm_in"},
                                                    {"mixer.conv1d", "ssm_conv1d"},
                                                    {"mixer.dt_bias", "ssm_dt.bias"},
                                                    {"mixer.A_log", "ssm_a"},
                                                    {"mixer.D", "ssm_d"},
                                                    {"mixer.out_proj", "ssm_out"},
                                                    {"mixer.q_proj", "attn_q"},
                                                    {"mixer.k_proj", "attn_k"},
                                                    {"mixer.v_proj", "attn_v"},
                                                    {"mixer.o_proj", "attn_output"},
                                                    {"mixer.gate.e_score_correction_bias", "exp_probs_b.bias"},
                                                    {"mixer.gate", "ffn_gate_inp"},
                                                    {"mixer.fc1_latent_proj", "ffn_latent_down"},
                                                    {"mixer.fc2_latent_proj", "ffn_latent_up"},
                                                    {"mixer.shared_experts.up_proj", "ffn_up_shexp"},
                                                    {"mixer.shared_experts.down_proj", "ffn_down_shexp"},
                                                    {"mixer.up_proj", "ffn_up"},
                                                    {"mixer.down_proj", "ffn_down"}});
    if (!out.tensors().count(to)) {
      out.add(to, {1}, 0);
      out[to] = stacked ? TinyModel::Tensor{{kExperts, tensor.shape[0], tensor.shape[1]}, {}}
                        : mixer_for_gguf(name, tensor, kGroups);
      if (!stacked) continue;
    }
    out[to].values.insert(out[to].values.end(), tensor.values.begin(), tensor.values.end());
  }
  return out;
}

GgufParts gguf_keys() {
  const std::string prefix = "nemotron_h_moe.";
  GgufParts keys;
  keys.text_key("general.architecture", "nemotron_h_moe")
      .u32_key(prefix + "block_count", std::uint32_t(kPattern.size()));
  keys.u32_key(prefix + "embedding_length", kWidth).u32_key(prefix + "attention.head_count", 4);
  keys.u32_key(prefix + "attention.key_length", 8).u32_key(prefix + "ssm.state_size", kStates);
  keys.u32_key(prefix + "ssm.group_count", kGroups).u32_key(prefix + "expert_used_count", kUsed);
  keys.u32_key(prefix + "expert_group_count", 2).u32_key(prefix + "expert_group_used_count", 1);
  keys.key(prefix + "expert_weights_norm", 7, raw(std::uint8_t(1))).key(prefix + "expert_weights_scale", 6, raw(2.0f));
  return keys.key(prefix + "attention.layer_norm_rms_epsilon", 6, raw(1e-5f));
}

const std::string kSizes =
    "'model_type':'nemotron_h','ssm_state_size':5,'n_groups':2,'num_attention_heads':4,'head_dim':8,"
    "'num_experts_per_tok':2,'n_group':2,'topk_group':1,'norm_topk_prob':true,'routed_scaling_factor':2.0";
const std::string kPatternKey = ",'hybrid_override_pattern':'M-*EM'";

}  // namespace

class NemotronHTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void agrees_with_float64() {
    for (bool latent : {false, true}) {
      const TinyModel m = make_model(latent);
      folder_.write(m, kSizes + kPatternKey);
      Reference reference(m);
      const auto oracle = make_oracle(kVocabulary, [&](int token) { return reference(token); });
      const auto wrong = check_all(folder_.path(), oracle);
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  void gguf_files_hold_the_same_network() {
    for (bool latent : {false, true}) {
      const TinyModel m = make_model(latent);
      const auto path = folder_.path().replace_filename("model.gguf");
      write_gguf(path, gguf_keys(), to_gguf(m));
      Reference reference(m, 0);  // llama.cpp knows no least step
      const auto wrong = check_all(path, make_oracle(kVocabulary, [&](int token) { return reference(token); }));
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  void the_layers_may_be_listed_in_several_ways() {
    folder_.write(make_model(), kSizes + kPatternKey);
    const auto logits = folder_.logits();
    for (const char* list :
         {",'layers_block_type':['mamba','mlp','attention','moe','mamba']",
          ",'layers_block_type':['linear_attention','mlp','full_attention','moe','linear_attention']",
          ""}) {  // the tensors say it too
      folder_.write(make_model(), kSizes + list);
      QVERIFY(folder_.logits() == logits);
    }
  }

  void heads_that_guess_ahead_are_left_out() {
    TinyModel m = make_model();
    m.add("mtp.layers.0.norm.weight", {kWidth}, 1);
    folder_.write(m, kSizes + kPatternKey);
    QCOMPARE(refusal(folder_.path()), std::string());
  }

  void wrong_configs_are_refused_data() {
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* config, const char* message) {
      QTest::newRow(name) << QString(config) << QString(message);
    };
    row("pattern of other length", "'hybrid_override_pattern':'M-*E'", "lists 4 layers where it has 5");
    row("pattern of other layers", "'hybrid_override_pattern':'MM*EM'", "out_proj.weight' is missing or not a matrix");
    row("unknown letter", "'hybrid_override_pattern':'M-XEM'", "names a layer 'X'");
    row("kind of another network", "'hybrid_override_pattern':'M-gEM'", "layer 2 is of a kind that");
    row("heads", "'num_attention_heads':5", "do not divide into 5 heads");
    row("no heads", "'num_attention_heads':0", "'num_attention_heads' of its config is missing or not possible");
    row("experts", "'num_experts_per_tok':7", "it wants 7 of 6 experts");
    row("groups", "'n_group':4", "6 experts cannot be chosen from 1 of 4 groups");
    row("activation", "'mlp_hidden_act':'silu'", "'mlp_hidden_act' of its config makes it a variant");
    row("least step", "'time_step_min':-1", "'time_step_min' of its config is no step size");
    row("layers", "'num_hidden_layers':6", "'num_hidden_layers' of its config does not agree with the 5");
  }

  void wrong_configs_are_refused() {
    QFETCH(QString, config);
    QFETCH(QString, message);
    folder_.write(make_model(), with_entry(kSizes + kPatternKey, config.toStdString()));
    const auto refused = QString::fromStdString(refusal(folder_.path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

  void wrong_tensors_are_refused_data() {
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<int>("size");  // of a vector in its place; 0: none
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* tensor, int size, const char* message) {
      QTest::newRow(name) << QString("backbone.layers." + QString(tensor)) << size << QString(message);
    };
    row("no network", "1.mixer.up_proj.weight", 0, "1.mixer.up_proj.weight' is missing or not a matrix");
    row("no queries", "2.mixer.q_proj.weight", 0, "2.mixer.q_proj.weight' is missing or not a matrix");
    row("no values", "2.mixer.v_proj.weight", 0, "'backbone.layers.2.mixer.v_proj.weight'");
    row("no router", "3.mixer.gate.weight", 0, "3.mixer.gate.weight' is missing or not a matrix");
    row("one expert less", "3.mixer.experts.4.up_proj.weight", 0, "'backbone.layers.3.mixer.experts.4.up_proj.weight'");
    row("misshapen expert", "3.mixer.experts.4.up_proj.weight", 5, "has shape [5] where [20, 24]");
    row("no shared output", "3.mixer.shared_experts.down_proj.weight", 0, "shared_experts.down_proj.weight'");
  }

  void wrong_tensors_are_refused() {
    QFETCH(QString, tensor);
    QFETCH(int, size);
    QFETCH(QString, message);
    TinyModel m = make_model();
    m.remove(tensor.toStdString());
    if (size > 0) m.add(tensor.toStdString(), {size}, 1);
    folder_.write(m, kSizes + kPatternKey);
    const auto refused = QString::fromStdString(refusal(folder_.path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

  void matrices_of_another_width_are_refused() {
    const TinyModel whole = make_model(true);
    for (const auto& [name, tensor] : whole.tensors()) {
      if (tensor.shape.size() < 2 || name.find("embed") != std::string::npos) continue;
      TinyModel m = whole;
      auto shape = tensor.shape;
      (shape.back() == kWidth ? shape.back() : shape[shape.size() - 2]) -= 1;
      m.remove(name);
      m.add(name, shape, 1);
      folder_.write(m, kSizes + kPatternKey);
      QVERIFY2(!refusal(folder_.path()).empty(), name.c_str());
    }
  }

 private:
  TinyFolder folder_;
};

QTEST_APPLESS_MAIN(NemotronHTest)
#include "nemotron_h_test.moc"
