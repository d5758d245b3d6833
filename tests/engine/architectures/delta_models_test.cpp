// Gated DeltaNet and KDA in flash-linear-attention's layout against a float64 implementation written down from the
// papers.
#include "tests/support/engine/architecture_checks.h"
#include "tests/support/engine/tiny_delta.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr int kLayers = 2, kVocabulary = 40, kWidth = 32, kFeedForward = 56, kKeyHeads = 2, kKeySize = 12,
              kValueSize = 20, kRank = 5, kTaps = 4;
constexpr double kEpsilon = 1e-6;

struct Variant {
  bool kda = false;
  int heads = kKeyHeads;
  bool gated = true, doubled = false, taps = true, tap_bias = false;

  std::string attn(int layer) const { return "model.layers." + std::to_string(layer) + ".attn."; }
  int decays() const { return kda ? kKeyHeads * kKeySize : heads; }
};

TinyModel make_model(const Variant& v) {
  TinyModel m;
  m.add("model.embeddings.weight", {kVocabulary, kWidth}, 1);
  m.add("model.norm.weight", {kWidth}, 0.3f, 1);
  m.add_linear("lm_head.weight", kVocabulary, kWidth);
  for (int layer = 0; layer < kLayers; ++layer) {
    const std::string block = "model.layers." + std::to_string(layer) + ".", attn = v.attn(layer);
    for (const char* name : {"attn_norm.weight", "mlp_norm.weight"}) m.add(block + name, {kWidth}, 0.3f, 1);
    for (const char* name : {"gate_proj", "up_proj"})
      m.add_linear(block + "mlp." + name + ".weight", kFeedForward, kWidth);
    m.add_linear(block + "mlp.down_proj.weight", kWidth, kFeedForward);
    add_tiny_delta(m, attn, {kKeyHeads, v.heads, kKeySize, kValueSize, v.taps ? kTaps : 0, v.tap_bias}, kWidth,
                   v.decays());
    if (v.kda) {
      m.add_linear(attn + "f_proj.0.weight", kRank, kWidth);
      m.add_linear(attn + "f_proj.1.weight", kKeyHeads * kKeySize, kRank);
      m.add_linear(attn + "g_proj.0.weight", kRank, kWidth);
      m.add_linear(attn + "g_proj.1.weight", kKeyHeads * kValueSize, kRank);
      m.add(attn + "g_proj.1.bias", {kKeyHeads * kValueSize}, 0.5f);
    } else {
      m.add_linear(attn + "a_proj.weight", v.heads, kWidth);
      if (v.gated) m.add_linear(attn + "g_proj.weight", v.heads * kValueSize, kWidth);
    }
  }
  return m;
}

class Reference {
 public:
  Reference(const TinyModel& m, const Variant& v) : m_(m), v_(v), layers_(kLayers) {
    for (int layer = 0; layer < kLayers; ++layer) {
      layers_[layer] =
          TinyDelta(m, v.attn(layer), {kKeyHeads, v.heads, kKeySize, kValueSize, v.taps ? kTaps : 0, v.tap_bias});
    }
  }

  Vector operator()(int token) {
    Vector x = m_.row("model.embeddings.weight", token);
    for (int layer = 0; layer < kLayers; ++layer) {
      const std::string block = "model.layers." + std::to_string(layer) + ".";
      x = x + attention(layer, rms_norm(x, m_(block + "attn_norm.weight"), kEpsilon));
      const Vector n = rms_norm(x, m_(block + "mlp_norm.weight"), kEpsilon);
      x = x + m_.multiply(block + "mlp.down_proj.weight", map(m_.multiply(block + "mlp.gate_proj.weight", n), silu) *
                                                              m_.multiply(block + "mlp.up_proj.weight", n));
    }
    return m_.multiply("lm_head.weight", rms_norm(x, m_("model.norm.weight"), kEpsilon));
  }

 private:
  Vector attention(int layer, const Vector& n) {
    const std::string attn = v_.attn(layer);
    const Vector a = v_.kda ? m_.multiply(attn + "f_proj.1.weight", m_.multiply(attn + "f_proj.0.weight", n))
                            : m_.multiply(attn + "a_proj.weight", n);
    Vector y = rms_norm(layers_[layer].read(n, a, v_.doubled), m_(attn + "o_norm.weight"), kEpsilon);
    if (v_.kda) {
      const Vector gate =
          m_.multiply(attn + "g_proj.1.weight", m_.multiply(attn + "g_proj.0.weight", n)) + m_(attn + "g_proj.1.bias");
      y = y * map(gate, sigmoid);
    } else if (v_.gated) {
      y = y * map(m_.multiply(attn + "g_proj.weight", n), silu);
    }
    return m_.multiply(attn + "o_proj.weight", y);
  }

  const TinyModel& m_;
  Variant v_;
  std::vector<TinyDelta> layers_;
};

// Quotes stand for double quotes.
constexpr const char* kConfig = "'num_heads':2,'num_hidden_layers':2,'norm_eps':1e-6,'hidden_act':'swish'";

}  // namespace

class DeltaModelsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void agrees_with_float64_data() {
    QTest::addColumn<int>("variant");
    QTest::addColumn<QString>("config");
    QTest::newRow("Gated DeltaNet") << 0 << "";
    QTest::newRow("Gated DeltaNet, three value heads a key head") << 1 << ",'num_v_heads':6";
    QTest::newRow("Gated DeltaNet, no gate, no convolutions") << 2 << ",'use_gate':false,'use_short_conv':false";
    QTest::newRow("Gated DeltaNet, negative eigenvalues, biases") << 3 << ",'allow_neg_eigval':true,'conv_bias':true";
    QTest::newRow("KDA") << 4 << ",'num_v_heads':null,'safe_gate':false,'lower_bound':null";
  }

  void agrees_with_float64() {
    QFETCH(int, variant);
    QFETCH(QString, config);
    const Variant v = variants[variant];
    const TinyModel m = make_model(v);
    write(m, v.kda, kConfig + config.toStdString());
    Reference reference(m, v);
    const auto wrong = check_all(path(), make_oracle(kVocabulary, [&](int token) { return reference(token); }));
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void wrong_configs_are_refused_data() {
    QTest::addColumn<bool>("kda");
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, bool kda, const char* config, const char* message) {
      QTest::newRow(name) << kda << QString(config) << QString(message);
    };
    row("no heads", false, "'x':1", "num_heads");
    row("heads that do not divide", false, "'num_heads':5", "do not divide into 5 and 5 heads");
    row("value heads that do not divide", false, "'num_heads':2,'num_v_heads':5", "do not divide into 2 and 5 heads");
    row("absurd heads", true, "'num_heads':99999999999", "num_heads");
    row("shared keys of KDA", true, "'num_heads':2,'num_v_heads':4", "num_v_heads");
    row("floor", true, "'num_heads':2,'lower_bound':-5.0", "its decay has a floor");
    row("safe gate", true, "'num_heads':2,'safe_gate':true", "safe_gate");
    row("activation", false, "'num_heads':2,'hidden_act':'gelu'", "hidden_act");
    row("attention layers", false, "'num_heads':2,'attn':{'layers':[1]}", "layers of attention");
    row("attention layers of KDA", true, "'num_heads':2,'attn':{'layers':[1]}", "layers of attention");
  }

  void wrong_configs_are_refused() {
    QFETCH(bool, kda);
    QFETCH(QString, config);
    QFETCH(QString, message);
    write(make_model(variants[kda ? 4 : 0]), kda, config.toStdString());
    const auto refused = QString::fromStdString(refusal(path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

  void wrong_tensors_are_refused_data() {
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<int>("size");  // of a vector in its place; 0: none
    QTest::addColumn<QString>("message");
    QTest::newRow("missing gate") << "model.layers.1.attn.g_proj.0.weight" << 0 << "attn.g_proj.0.weight'";
    QTest::newRow("missing first gate") << "model.layers.0.attn.g_proj.0.weight" << 0 << "is missing or not a matrix";
    QTest::newRow("missing keys") << "model.layers.0.attn.k_proj.weight" << 0 << "is missing or not a matrix";
    QTest::newRow("short taps") << "model.layers.0.attn.q_conv1d.weight" << 1 << "is no short convolution";
    QTest::newRow("misshapen taps") << "model.layers.1.attn.k_conv1d.weight" << 9 << "has shape [9] where [24, 4]";
    QTest::newRow("misshapen A_log") << "model.layers.1.attn.A_log" << 9 << "has shape [9] where [2]";
  }

  void wrong_tensors_are_refused() {
    QFETCH(QString, tensor);
    QFETCH(int, size);
    QFETCH(QString, message);
    TinyModel m = make_model(variants[4]);
    m.remove(tensor.toStdString());
    if (size > 0) m.add(tensor.toStdString(), {size}, 1);
    write(m, true, kConfig);
    const auto refused = QString::fromStdString(refusal(path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

 private:
  static constexpr Variant variants[] = {
      {}, {.heads = 6}, {.gated = false, .taps = false}, {.doubled = true, .tap_bias = true}, {.kda = true}};

  std::filesystem::path path(const char* name = "model.safetensors") const {
    return std::filesystem::path(folder_.path().toStdString()) / name;
  }

  void write(const TinyModel& m, bool kda, const std::string& config) const {
    m.write_safetensors(path());
    std::string json = std::string("{'model_type':'") + (kda ? "kda" : "gated_deltanet") + "'," + config + "}";
    std::replace(json.begin(), json.end(), '\'', '"');
    std::ofstream(path("config.json")) << json;
  }

  QTemporaryDir folder_;
};

QTEST_APPLESS_MAIN(DeltaModelsTest)
#include "delta_models_test.moc"
