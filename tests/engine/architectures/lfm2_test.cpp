// LFM2, with and without experts, against a float64 implementation.
#include <map>

#include "tests/support/engine/architecture_checks.h"
#include "tests/support/engine/tiny_gguf.h"
#include "tests/support/engine/tiny_transformer.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr int kLayers = 4, kVocabulary = 40, kWidth = 32, kFeedForward = 48, kHeads = 4, kKeyHeads = 2, kSize = 8,
              kTaps = 3, kExperts = 5, kUsed = 2, kExpertSize = 24;
constexpr double kEpsilon = 1e-5, kTheta = 1e6;

bool is_attention(int layer) {
  return layer == 1;
}

std::string name_of(int layer, const std::string& what) {
  return "model.layers." + std::to_string(layer) + "." + what;
}

TinyModel make_model(bool experts, bool conv_bias = false) {
  TinyModel m;
  m.add("model.embed_tokens.weight", {kVocabulary, kWidth}, 1);
  m.add("model.embedding_norm.weight", {kWidth}, 0.3f, 1);
  const auto network = [&](const std::string& name, int size) {
    m.add_linear(name + "w1.weight", size, kWidth);
    m.add_linear(name + "w3.weight", size, kWidth);
    m.add_linear(name + "w2.weight", kWidth, size);
  };
  for (int i = 0; i < kLayers; ++i) {
    for (const char* norm : {"operator_norm", "ffn_norm"}) m.add(name_of(i, norm) + ".weight", {kWidth}, 0.3f, 1);
    if (is_attention(i)) {
      m.add_linear(name_of(i, "self_attn.q_proj.weight"), kHeads * kSize, kWidth);
      for (const char* key : {"k_proj", "v_proj"})
        m.add_linear(name_of(i, "self_attn.") + key + ".weight", kKeyHeads * kSize, kWidth);
      m.add_linear(name_of(i, "self_attn.out_proj.weight"), kWidth, kHeads * kSize);
      for (const char* norm : {"q_layernorm", "k_layernorm"})
        m.add(name_of(i, "self_attn.") + norm + ".weight", {kSize}, 0.3f, 1);
    } else {
      m.add_linear(name_of(i, "conv.in_proj.weight"), 3 * kWidth, kWidth);
      m.add_linear(name_of(i, "conv.out_proj.weight"), kWidth, kWidth);
      m.add(name_of(i, "conv.conv.weight"), {kWidth, 1, kTaps}, 1);
      if (conv_bias) {
        m.add(name_of(i, "conv.in_proj.bias"), {3 * kWidth}, 0.5f);
        m.add(name_of(i, "conv.out_proj.bias"), {kWidth}, 0.5f);
        m.add(name_of(i, "conv.conv.bias"), {kWidth}, 0.5f);
      }
    }
    if (!experts || i == 0) {
      network(name_of(i, "feed_forward."), kFeedForward);
      continue;
    }
    m.add_linear(name_of(i, "feed_forward.gate.weight"), kExperts, kWidth);
    m.add(name_of(i, "feed_forward.expert_bias"), {kExperts}, 0.3f);
    for (int e = 0; e < kExperts; ++e)
      network(name_of(i, "feed_forward.experts.") + std::to_string(e) + ".", kExpertSize);
  }
  return m;
}

class Reference {
 public:
  Reference(const TinyModel& m, bool experts, bool conv_bias) : m_(m), experts_(experts), conv_bias_(conv_bias) {}

  Vector operator()(int token) {
    Vector x = m_.row("model.embed_tokens.weight", token);
    for (int i = 0; i < kLayers; ++i) {
      const Vector n = norm(x, name_of(i, "operator_norm"));
      x = x + (is_attention(i) ? attention(i, n) : convolution(i, n));
      const Vector f = norm(x, name_of(i, "ffn_norm"));
      x = x + (experts_ && i > 0 ? mixture(i, f) : network(name_of(i, "feed_forward."), f));
    }
    ++position_;
    return m_.multiply("model.embed_tokens.weight", norm(x, "model.embedding_norm"));
  }

 private:
  Vector norm(const Vector& x, const std::string& name) const { return rms_norm(x, m_(name + ".weight"), kEpsilon); }
  Vector biased(const std::string& name, const Vector& x) const {
    const Vector y = m_.multiply(name + ".weight", x);
    return conv_bias_ ? y + m_(name + ".bias") : y;
  }

  Vector convolution(int i, const Vector& n) {
    const Vector parts = biased(name_of(i, "conv.in_proj"), n);
    const auto part = [&](int p) { return Vector(parts.begin() + p * kWidth, parts.begin() + (p + 1) * kWidth); };
    inputs_[i].push_back(part(0) * part(2));
    const Vector w = m_(name_of(i, "conv.conv.weight"));
    Vector v(kWidth);
    for (int c = 0; c < kWidth; ++c) {
      if (conv_bias_) v[c] = m_(name_of(i, "conv.conv.bias"))[c];
      for (int k = 0; k < kTaps; ++k) {
        const int at = position_ - (kTaps - 1) + k;
        if (at >= 0) v[c] += w[c * kTaps + k] * inputs_[i][at][c];
      }
    }
    return biased(name_of(i, "conv.out_proj"), part(1) * v);
  }

  Vector attention(int i, const Vector& n) {
    const std::string a = name_of(i, "self_attn.");
    const auto turned = [&](const char* projection, const char* norm_name) {
      return turn(norm(m_.multiply(a + projection + ".weight", n), a + norm_name), kSize, position_, kTheta, kSize);
    };
    history_.keys.push_back(turned("k_proj", "k_layernorm"));
    history_.values.push_back(m_.multiply(a + "v_proj.weight", n));
    return m_.multiply(a + "out_proj.weight",
                       history_.read(turned("q_proj", "q_layernorm"), kHeads, kKeyHeads, 1 / std::sqrt(double(kSize))));
  }

  Vector network(const std::string& name, const Vector& n) const {
    return m_.multiply(name + "w2.weight",
                       map(m_.multiply(name + "w1.weight", n), silu) * m_.multiply(name + "w3.weight", n));
  }

  Vector mixture(int i, const Vector& n) const {
    const Vector s = map(m_.multiply(name_of(i, "feed_forward.gate.weight"), n), sigmoid);
    const Vector c = s + m_(name_of(i, "feed_forward.expert_bias"));
    std::vector<int> order{0, 1, 2, 3, 4};
    std::ranges::sort(order, [&](int a, int b) { return c[a] > c[b]; });
    double sum = 1e-6;
    for (int k = 0; k < kUsed; ++k) sum += s[order[k]];
    Vector y(kWidth);
    for (int k = 0; k < kUsed; ++k) {
      const Vector e = network(name_of(i, "feed_forward.experts.") + std::to_string(order[k]) + ".", n);
      y = y + map(e, [&](double v) { return v * s[order[k]] / sum * 1.5; });
    }
    return y;
  }

  const TinyModel& m_;
  bool experts_, conv_bias_;
  int position_ = 0;
  KeyHistory history_;
  std::vector<Vector> inputs_[kLayers];
};

std::string config(bool experts, const std::string& more = "") {
  std::vector<std::pair<const char*, std::string>> keys{{"model_type", experts ? "'lfm2_moe'" : "'lfm2'"},
                                                        {"hidden_size", "32"},
                                                        {"num_hidden_layers", "4"},
                                                        {"layer_types", "['conv','full_attention','conv','conv']"},
                                                        {"num_attention_heads", "4"},
                                                        {"num_key_value_heads", "2"},
                                                        {"norm_eps", "1e-5"}};
  if (experts) {
    keys.insert(keys.end(), {{"num_experts", "5"},
                             {"num_experts_per_tok", "2"},
                             {"num_dense_layers", "1"},
                             {"routed_scaling_factor", "1.5"}});
  }
  return tiny_config(keys, more);
}

/// Names and stacks of experts as llama.cpp's converter makes them; the last norm has the name of another.
TinyModel to_gguf(const TinyModel& m) {
  TinyModel out;
  std::map<std::string, TinyModel::Tensor> stacks;
  for (const auto& [name, tensor] : m.tensors()) {
    std::string to = renamed(name, {{"model.layers.", "blk."},
                                    {"model.embed_tokens", "token_embd"},
                                    {"model.embedding_norm", "token_embd_norm"},
                                    {"operator_norm", "attn_norm"},
                                    {"conv.conv", "shortconv.conv"},
                                    {"conv.in_proj", "shortconv.in_proj"},
                                    {"conv.out_proj", "shortconv.out_proj"},
                                    {"self_attn.q_proj", "attn_q"},
                                    {"self_attn.k_proj", "attn_k"},
                                    {"self_attn.v_proj", "attn_v"},
                                    {"self_attn.out_proj", "attn_output"},
                                    {"self_attn.q_layernorm", "attn_q_norm"},
                                    {"self_attn.k_layernorm", "attn_k_norm"},
                                    {"feed_forward.gate", "ffn_gate_inp"},
                                    {"feed_forward.expert_bias", "exp_probs_b.bias"},
                                    {"feed_forward.w1", "ffn_gate"},
                                    {"feed_forward.w2", "ffn_down"},
                                    {"feed_forward.w3", "ffn_up"}});
    TinyModel::Tensor* into = &stacks[to];
    if (const auto at = to.find("feed_forward.experts."); at != std::string::npos) {
      stacks.erase(to);
      const char part = to[at + 24];  // "feed_forward.experts.3.w1"
      to = to.substr(0, at) + (part == '1' ? "ffn_gate" : part == '2' ? "ffn_down" : "ffn_up") + "_exps.weight";
      into = &stacks[to];
      into->shape = {kExperts, tensor.shape[0], tensor.shape[1]};
    } else {
      into->shape = tensor.shape;
      std::erase(into->shape, 1);
    }
    into->values.insert(into->values.end(), tensor.values.begin(), tensor.values.end());
  }
  for (const auto& [name, tensor] : stacks) {
    out.add(name, {1}, 0);
    out[name] = tensor;
  }
  return out;
}

GgufParts gguf_keys(bool experts) {
  const std::string name = experts ? "lfm2moe" : "lfm2", prefix = name + ".";
  GgufParts keys;
  keys.text_key("general.architecture", name).u32_key(prefix + "block_count", kLayers);
  keys.u32_key(prefix + "embedding_length", kWidth).u32_key(prefix + "attention.head_count", kHeads);
  std::string list = raw(std::uint32_t(5)) + raw(std::uint64_t(kLayers));
  for (int i = 0; i < kLayers; ++i) list += raw(std::int32_t(is_attention(i) ? kKeyHeads : 0));
  keys.key(prefix + "attention.head_count_kv", 9, list).key(prefix + "rope.freq_base", 6, raw(float(kTheta)));
  keys.key(prefix + "attention.layer_norm_rms_epsilon", 6, raw(float(kEpsilon)));
  if (experts) {
    keys.u32_key(prefix + "expert_count", kExperts).u32_key(prefix + "expert_used_count", kUsed);
    keys.u32_key(prefix + "leading_dense_block_count", 1).key(prefix + "expert_weights_scale", 6, raw(1.5f));
  }
  return keys;
}

}  // namespace

class Lfm2Test : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void agrees_with_float64_data() {
    QTest::addColumn<bool>("experts");
    QTest::addColumn<bool>("conv_bias");
    QTest::newRow("LFM2") << false << false;
    QTest::newRow("biases") << false << true;
    QTest::newRow("experts") << true << false;
  }

  void agrees_with_float64() {
    QFETCH(bool, experts);
    QFETCH(bool, conv_bias);
    const TinyModel m = make_model(experts, conv_bias);
    write(m, config(experts, conv_bias ? "'conv_bias':true" : ""));
    Reference reference(m, experts, conv_bias);
    const auto wrong = check_all(path(), make_oracle(kVocabulary, [&](int token) { return reference(token); }));
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void gguf_files_hold_the_same_network_data() {
    QTest::addColumn<bool>("experts");
    QTest::newRow("LFM2") << false;
    QTest::newRow("experts") << true;
  }

  void gguf_files_hold_the_same_network() {
    QFETCH(bool, experts);
    const TinyModel m = make_model(experts);
    write_gguf(path("model.gguf"), gguf_keys(experts), to_gguf(m));
    Reference reference(m, experts, false);
    const auto oracle = make_oracle(kVocabulary, [&](int token) { return reference(token); });
    const auto wrong = check_all(path("model.gguf"), oracle);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void gguf_keys_that_contradict_each_other_are_refused() {
    const TinyModel m = to_gguf(make_model(false));
    GgufParts short_list;
    short_list.text_key("general.architecture", "lfm2").u32_key("lfm2.block_count", kLayers);
    short_list.u32_key("lfm2.embedding_length", kWidth).u32_key("lfm2.attention.head_count", kHeads);
    write_gguf(path("model.gguf"), short_list, m);
    const auto refused = QString::fromStdString(refusal(path("model.gguf")));
    QVERIFY2(refused.contains("'lfm2.attention.head_count_kv' has not one entry a layer"), qPrintable(refused));
  }

  void a_convolution_of_one_tap_is_refused() {
    TinyModel m = make_model(false);
    for (int i : {0, 2, 3}) {
      m.remove(name_of(i, "conv.conv.weight"));
      m.add(name_of(i, "conv.conv.weight"), {kWidth, 1}, 1);
    }
    write(m, config(false));
    const auto refused = QString::fromStdString(refusal(path()));
    QVERIFY2(refused.contains("its convolutions see one token alone"), qPrintable(refused));
  }

  void a_config_without_layers_is_refused() {
    std::string json = config(false);
    const auto at = json.find("\"layer_types\"");
    json.erase(at, json.find(']', at) + 2 - at);
    write(make_model(false), json);
    const auto refused = QString::fromStdString(refusal(path()));
    QVERIFY2(refused.contains("does not say what its layers are"), qPrintable(refused));
  }

  void gguf_files_without_heads_are_refused() {
    GgufParts keys;
    keys.text_key("general.architecture", "lfm2").u32_key("lfm2.block_count", 1).u32_key("lfm2.embedding_length", 32);
    keys.u32_key("lfm2.attention.head_count_kv", 1);
    write_gguf(path("model.gguf"), keys, to_gguf(make_model(false)));
    const auto refused = QString::fromStdString(refusal(path("model.gguf")));
    QVERIFY2(refused.contains("'lfm2.attention.head_count' is missing or not positive"), qPrintable(refused));
  }

  void the_older_list_of_attention_layers_is_read() {
    const TinyModel m = make_model(false);
    write(m, config(false));
    const auto logits = logits_of();
    std::string older = config(false, "'full_attn_idxs':[1]");
    const auto at = older.find("\"layer_types\"");
    older.erase(at, older.find(']', at) + 2 - at);
    write(m, older);
    QVERIFY(logits_of() == logits);
  }

  void wrong_configs_are_refused_data() {
    QTest::addColumn<bool>("experts");
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, bool experts, const char* config, const char* message) {
      QTest::newRow(name) << experts << QString(config) << QString(message);
    };
    row("layers of another kind", false, "'layer_types':['conv','mamba','conv','conv']",
        "not all convolutions or attention");
    row("unknown layers", false, "'layer_types':['conv','x','conv','conv']", "names a layer 'x'");
    row("too few layers", false, "'layer_types':['conv']", "lists 1 layers where it has 4");
    row("heads", false, "'num_attention_heads':3", "3 query heads cannot share 2 key heads");
    row("epsilon", false, "'norm_eps':0", "'norm_eps'");
    row("experts", true, "'num_experts_per_tok':9", "wants 9 of 5 experts");
    row("absurd number of experts", true, "'num_experts':60000", "claims 60000 experts a layer");
    row("no attention where there should be", false, "'layer_types':['conv','conv','conv','conv']",
        "'model.layers.1.conv.in_proj.weight'");
  }

  void wrong_configs_are_refused() {
    QFETCH(bool, experts);
    QFETCH(QString, config);
    QFETCH(QString, message);
    write(make_model(experts), ::config(experts, config.toStdString()));
    const auto refused = QString::fromStdString(refusal(path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

  void wrong_tensors_are_refused_data() {
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<int>("size");  // of a vector in its place; 0: none
    QTest::addColumn<QString>("message");
    QTest::newRow("no table") << "model.embed_tokens.weight" << 0 << "'model.embed_tokens.weight' is missing";
    QTest::newRow("no network") << "model.layers.0.feed_forward.w1.weight" << 0 << "w1.weight' is missing";
    QTest::newRow("no expert") << "model.layers.1.feed_forward.experts.0.w1.weight" << 0
                               << "is missing or not a matrix";
    QTest::newRow("no convolution") << "model.layers.0.conv.conv.weight" << 0 << "is missing or not a matrix";
    QTest::newRow("one tap") << "model.layers.0.conv.conv.weight" << kWidth << "is missing or not a matrix";
    QTest::newRow("norm") << "model.layers.1.self_attn.q_layernorm.weight" << 3 << "has shape [3] where [8]";
  }

  void wrong_tensors_are_refused() {
    QFETCH(QString, tensor);
    QFETCH(int, size);
    QFETCH(QString, message);
    TinyModel m = make_model(true);
    m.remove(tensor.toStdString());
    if (size > 0) m.add(tensor.toStdString(), {size}, 1);
    write(m, config(true));
    const auto refused = QString::fromStdString(refusal(path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

 private:
  std::filesystem::path path(const char* name = "model.safetensors") const {
    return std::filesystem::path(folder_.path().toStdString()) / name;
  }
  void write(const TinyModel& m, const std::string& config) const {
    m.write_safetensors(path());
    std::ofstream(path("config.json")) << config;
  }
  std::vector<float> logits_of() const {
    const std::vector<TokenId> tokens{3, 1, 4, 1, 5, 9, 2, 6};
    const auto pass = load_pass(path());
    auto state = *pass->new_state();
    return read_tokens(*pass, *state, tokens, tokens.size());
  }

  QTemporaryDir folder_;
};

QTEST_APPLESS_MAIN(Lfm2Test)
#include "lfm2_test.moc"
