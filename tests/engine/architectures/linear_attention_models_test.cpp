// GLA and RetNet in flash-linear-attention's layout against a float64 implementation written down from the papers.
#include "tests/support/engine/architecture_checks.h"
#include "tests/support/engine/tiny_attention.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr int kLayers = 2, kVocabulary = 40, kWidth = 32, kFeedForward = 56, kHeads = 2, kKeySize = 8, kValueSize = 24,
              kRank = 4;
constexpr double kEpsilon = 1e-6;

std::string layer_name(int layer) {
  return "model.layers." + std::to_string(layer) + ".";
}

TinyModel make_model(bool gla) {
  TinyModel m;
  m.add("model.embeddings.weight", {kVocabulary, kWidth}, 1);
  m.add("model.norm.weight", {kWidth}, 0.3f, 1);
  m.add_linear("lm_head.weight", kVocabulary, kWidth);
  for (int layer = 0; layer < kLayers; ++layer) {
    const std::string block = layer_name(layer);
    for (const char* name : {"attn_norm.weight", "mlp_norm.weight"}) m.add(block + name, {kWidth}, 0.3f, 1);
    for (const char* name : {"q_proj", "k_proj"})
      m.add_linear(block + "attn." + name + ".weight", kHeads * kKeySize, kWidth);
    for (const char* name : {"v_proj", "g_proj"})
      m.add_linear(block + "attn." + name + ".weight", kHeads * kValueSize, kWidth);
    m.add(block + "attn.g_norm.weight", {kValueSize}, 0.3f, 1);
    m.add_linear(block + "attn.o_proj.weight", kWidth, kHeads * kValueSize);
    for (const char* name : {"gate_proj", "up_proj"})
      m.add_linear(block + "mlp." + name + ".weight", kFeedForward, kWidth);
    m.add_linear(block + "mlp.down_proj.weight", kWidth, kFeedForward);
    if (!gla) continue;
    m.add_linear(block + "attn.gk_proj.0.weight", kRank, kWidth);
    m.add_linear(block + "attn.gk_proj.1.weight", kHeads * kKeySize, kRank);
    m.add(block + "attn.gk_proj.1.bias", {kHeads * kKeySize}, 1);
  }
  return m;
}

double silu(double x) {
  return x * sigmoid(x);
}

/// Groups share the weights.
Vector rms_norm(const Vector& x, const Vector& weight) {
  Vector y(x.size());
  for (std::size_t first = 0; first < x.size(); first += weight.size()) {
    double squares = 0;
    for (std::size_t i = 0; i < weight.size(); ++i) squares += x[first + i] * x[first + i] / double(weight.size());
    for (std::size_t i = 0; i < weight.size(); ++i)
      y[first + i] = x[first + i] / std::sqrt(squares + kEpsilon) * weight[i];
  }
  return y;
}

Vector rotated(const Vector& x, int position) {
  Vector y = x;
  for (int head = 0; head < kHeads; ++head) {
    for (int i = 0; i < kKeySize / 2; ++i) {
      const double angle = position * std::pow(10000.0, -2.0 * i / kKeySize);
      const std::size_t a = head * kKeySize + i, b = a + kKeySize / 2;
      y[a] = x[a] * std::cos(angle) - x[b] * std::sin(angle);
      y[b] = x[a] * std::sin(angle) + x[b] * std::cos(angle);
    }
  }
  return y;
}

class Reference {
 public:
  Reference(const TinyModel& m, bool gla) : m_(m), gla_(gla), layers_(kLayers) {}

  Vector operator()(int token) {
    Vector x = m_.row("model.embeddings.weight", token);
    for (int layer = 0; layer < kLayers; ++layer) {
      const std::string block = layer_name(layer);
      x = x + attention(layer, rms_norm(x, m_(block + "attn_norm.weight")));
      const Vector n = rms_norm(x, m_(block + "mlp_norm.weight"));
      x = x + m_.multiply(block + "mlp.down_proj.weight", map(m_.multiply(block + "mlp.gate_proj.weight", n), silu) *
                                                              m_.multiply(block + "mlp.up_proj.weight", n));
    }
    ++position_;
    return m_.multiply("lm_head.weight", rms_norm(x, m_("model.norm.weight")));
  }

 private:
  Vector attention(int layer, const Vector& n) {
    const std::string attn = layer_name(layer) + "attn.";
    Vector q = m_.multiply(attn + "q_proj.weight", n), k = m_.multiply(attn + "k_proj.weight", n), decay(q.size());
    if (gla_) {
      const Vector gate = m_.multiply(attn + "gk_proj.1.weight", m_.multiply(attn + "gk_proj.0.weight", n)) +
                          m_(attn + "gk_proj.1.bias");
      decay = map(gate, [](double x) { return std::pow(sigmoid(x), 1.0 / 16); });
    } else {
      q = rotated(q, position_);
      k = rotated(k, position_);
      for (std::size_t j = 0; j < decay.size(); ++j) decay[j] = 1 - std::pow(2.0, -5.0 - double(j / kKeySize));
    }
    layers_[layer].add(k, m_.multiply(attn + "v_proj.weight", n), decay);
    const Vector y =
        map(layers_[layer].read(q, nullptr, kHeads), [](double v) { return v / std::sqrt(double(kKeySize)); });
    const Vector readout = rms_norm(y, m_(attn + "g_norm.weight")) * map(m_.multiply(attn + "g_proj.weight", n), silu);
    return m_.multiply(attn + "o_proj.weight", readout);
  }

  const TinyModel& m_;
  bool gla_;
  int position_ = 0;
  std::vector<AttentionHistory> layers_;
};

// Quotes stand for double quotes.
constexpr const char* kConfig =
    "'num_heads':2,'num_hidden_layers':2,'norm_eps':1e-6,'hidden_act':'swish','num_kv_heads':null";

}  // namespace

class LinearAttentionModelsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void agrees_with_float64_data() {
    QTest::addColumn<bool>("gla");
    QTest::newRow("GLA") << true;
    QTest::newRow("RetNet") << false;
  }

  void agrees_with_float64() {
    QFETCH(bool, gla);
    const TinyModel m = make_model(gla);
    write(m, gla, kConfig);
    Reference reference(m, gla);
    const auto wrong = check_all(path(), make_oracle(kVocabulary, [&](int token) { return reference(token); }));
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void the_fused_norm_has_another_name() {
    TinyModel m = make_model(true);
    write(m, true, kConfig);
    const auto logits = logits_of();
    for (int layer = 0; layer < kLayers; ++layer) {
      m.rename(layer_name(layer) + "attn.g_norm.weight", layer_name(layer) + "attn.g_norm_swish_gate.weight");
    }
    write(m, true, kConfig);
    QVERIFY(logits_of() == logits);
  }

  void a_tied_head_is_the_table_of_embeddings() {
    TinyModel m = make_model(false);
    m["lm_head.weight"] = m["model.embeddings.weight"];
    write(m, false, kConfig);
    const auto logits = logits_of();
    m.remove("lm_head.weight");
    write(m, false, std::string(kConfig) + ",'tie_word_embeddings':true");
    QVERIFY(logits_of() == logits);
  }

  void a_floor_of_the_gates_is_kept() {
    const TinyModel m = make_model(true);
    write(m, true, kConfig);
    const auto logits = logits_of();
    write(m, true, std::string(kConfig) + ",'clamp_min':-0.01");
    QVERIFY(logits_of() != logits);
  }

  void wrong_configs_are_refused_data() {
    QTest::addColumn<bool>("gla");
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, bool gla, const char* config, const char* message) {
      QTest::newRow(name) << gla << QString(config) << QString(message);
    };
    row("no heads", true, "'x':1", "key 'num_heads' of its config is missing");
    row("heads that do not divide", true, "'num_heads':3", "do not divide into 3 heads");
    row("other number of layers", true, "'num_heads':2,'num_hidden_layers':3", "does not agree with the 2 layers");
    row("epsilon", true, "'num_heads':2,'norm_eps':-1.0", "'norm_eps' is not a small positive number");
    row("convolutions", true, "'num_heads':2,'use_short_conv':true", "'use_short_conv' of its config");
    row("no gate", false, "'num_heads':2,'use_output_gate':false", "'use_output_gate' of its config");
    row("activation", false, "'num_heads':2,'hidden_act':'gelu'", "'hidden_act' of its config");
    row("shared keys", false, "'num_heads':2,'num_kv_heads':1", "'num_kv_heads' of its config");
    row("feature map", true, "'num_heads':2,'feature_map':'relu'", "names a feature map");
    row("floor", true, "'num_heads':2,'clamp_min':'low'", "'clamp_min' is not a number");
    row("odd keys", false, "'num_heads':16", "heads of 1 key channels cannot be rotated");
  }

  void wrong_configs_are_refused() {
    QFETCH(bool, gla);
    QFETCH(QString, config);
    QFETCH(QString, message);
    write(make_model(gla), gla, config.toStdString());
    const auto refused = QString::fromStdString(refusal(path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

  void wrong_tensors_are_refused_data() {
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<int>("size");  // of a vector in its place; 0: none
    QTest::addColumn<QString>("message");
    QTest::newRow("missing") << "model.layers.1.attn.g_proj.weight" << 0 << "'model.layers.1.attn.g_proj.weight'";
    QTest::newRow("no layers") << "model.layers.0.attn_norm.weight" << 0
                               << "'model.layers.0.attn_norm.weight' is missing";
    QTest::newRow("missing key") << "model.layers.0.attn.k_proj.weight" << 0
                                 << "'model.layers.0.attn.k_proj.weight' is missing";
    QTest::newRow("value is a vector") << "model.layers.0.attn.v_proj.weight" << 8 << "is not a matrix";
    QTest::newRow("missing gate") << "model.layers.0.attn.gk_proj.0.weight" << 0 << "is missing or not a matrix";
    QTest::newRow("misshapen") << "model.layers.1.attn.gk_proj.1.bias" << 9 << "has shape [9] where [16]";
  }

  void wrong_tensors_are_refused() {
    QFETCH(QString, tensor);
    QFETCH(int, size);
    QFETCH(QString, message);
    TinyModel m = make_model(true);
    m.remove(tensor.toStdString());
    if (size > 0) m.add(tensor.toStdString(), {size}, 1);
    write(m, true, kConfig);
    const auto refused = QString::fromStdString(refusal(path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

 private:
  std::filesystem::path path(const char* name = "model.safetensors") const {
    return std::filesystem::path(folder_.path().toStdString()) / name;
  }

  void write(const TinyModel& m, bool gla, const std::string& config) const {
    m.write_safetensors(path());
    std::string json = std::string("{'model_type':'") + (gla ? "gla" : "retnet") + "'," + config + "}";
    std::replace(json.begin(), json.end(), '\'', '"');
    std::ofstream(path("config.json")) << json;
  }

  std::vector<float> logits_of() const {
    const std::vector<TokenId> tokens{3, 1, 4, 1, 5, 9, 2, 6};
    const auto pass = load_pass(path());
    auto state = *pass->new_state();
    return read_tokens(*pass, *state, tokens, tokens.size());
  }

  QTemporaryDir folder_;
};

QTEST_APPLESS_MAIN(LinearAttentionModelsTest)
#include "linear_attention_models_test.moc"
