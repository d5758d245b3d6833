// Olmo-Hybrid against a float64 implementation, under the names of its published files and of transformers.
#include "tests/support/engine/architecture_checks.h"
#include "tests/support/engine/tiny_delta.h"
#include "tests/support/engine/tiny_gguf.h"
#include "tests/support/engine/tiny_transformer.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr int kLayers = 2, kVocabulary = 40, kWidth = 32, kFeedForward = 48, kHeads = 4, kKeyHeads = 2, kSize = 8;
// 2 * 24 + 48 channels: in thirds the convolutions have 32 each.
constexpr TinyDeltaSizes kDelta{.key_heads = 2, .heads = 4, .key_size = 12, .value_size = 12, .taps = 4};
constexpr double kEpsilon = 1e-6, kReadoutEpsilon = 1e-5;

std::string layer_name(int layer) {
  return "model.layers." + std::to_string(layer) + ".";
}

/// Layer 0 is recurrent, layer 1 attends; names are transformers'.
TinyModel make_model() {
  TinyModel m;
  m.add("model.embed_tokens.weight", {kVocabulary, kWidth}, 1);
  m.add("model.norm.weight", {kWidth}, 0.3f, 1);
  m.add_linear("lm_head.weight", kVocabulary, kWidth);
  for (int layer = 0; layer < kLayers; ++layer) {
    for (const char* name : {"gate_proj", "up_proj"})
      m.add_linear(layer_name(layer) + "mlp." + name + ".weight", kFeedForward, kWidth);
    m.add_linear(layer_name(layer) + "mlp.down_proj.weight", kWidth, kFeedForward);
    m.add(layer_name(layer) + "post_attention_layernorm.weight", {kWidth}, 0.3f, 1);
  }
  const std::string delta = layer_name(0) + "linear_attn.", attn = layer_name(1) + "self_attn.";
  m.add(layer_name(0) + "input_layernorm.weight", {kWidth}, 0.3f, 1);
  add_tiny_delta(m, delta, kDelta, kWidth, kDelta.heads);
  m.add_linear(delta + "a_proj.weight", kDelta.heads, kWidth);
  m.add_linear(delta + "g_proj.weight", kDelta.heads * kDelta.value_size, kWidth);
  m.add(layer_name(1) + "post_feedforward_layernorm.weight", {kWidth}, 0.3f, 1);
  m.add_linear(attn + "q_proj.weight", kHeads * kSize, kWidth);
  for (const char* name : {"k_proj", "v_proj"}) m.add_linear(attn + name + ".weight", kKeyHeads * kSize, kWidth);
  m.add_linear(attn + "o_proj.weight", kWidth, kHeads * kSize);
  m.add(attn + "q_norm.weight", {kHeads * kSize}, 0.3f, 1);
  m.add(attn + "k_norm.weight", {kKeyHeads * kSize}, 0.3f, 1);
  return m;
}

class Reference {
 public:
  Reference(const TinyModel& m, bool positions, bool doubled)
      : m_(m), positions_(positions), doubled_(doubled), delta_(m, layer_name(0) + "linear_attn.", kDelta) {}

  Vector operator()(int token) {
    Vector x = m_.row("model.embed_tokens.weight", token);
    x = x + recurrent(norm(x, layer_name(0) + "input_layernorm.weight"));
    x = x + network(0, norm(x, layer_name(0) + "post_attention_layernorm.weight"));
    x = x + norm(attention(x), layer_name(1) + "post_attention_layernorm.weight");
    x = x + norm(network(1, x), layer_name(1) + "post_feedforward_layernorm.weight");
    ++position_;
    return m_.multiply("lm_head.weight", norm(x, "model.norm.weight"));
  }

 private:
  Vector norm(const Vector& x, const std::string& name) const { return rms_norm(x, m_(name), kEpsilon); }

  Vector network(int layer, const Vector& n) const {
    const std::string name = layer_name(layer) + "mlp.";
    return m_.multiply(name + "down_proj.weight",
                       map(m_.multiply(name + "gate_proj.weight", n), silu) * m_.multiply(name + "up_proj.weight", n));
  }

  Vector recurrent(const Vector& n) {
    const std::string name = layer_name(0) + "linear_attn.";
    const Vector y = delta_.read(n, m_.multiply(name + "a_proj.weight", n), doubled_);
    const Vector z = map(m_.multiply(name + "g_proj.weight", n), silu);
    return m_.multiply(name + "o_proj.weight", rms_norm(y, m_(name + "o_norm.weight"), kReadoutEpsilon) * z);
  }

  Vector attention(const Vector& x) {
    const std::string name = layer_name(1) + "self_attn.";
    const auto turned = [&](const char* which) {
      const Vector y = norm(m_.multiply(name + which + "_proj.weight", x), name + which + "_norm.weight");
      return positions_ ? turn(y, kSize, position_, 10000, kSize) : y;
    };
    history_.keys.push_back(turned("k"));
    history_.values.push_back(m_.multiply(name + "v_proj.weight", x));
    const Vector y = history_.read(turned("q"), kHeads, kKeyHeads, 1 / std::sqrt(double(kSize)));
    return m_.multiply(name + "o_proj.weight", y);
  }

  const TinyModel& m_;
  bool positions_, doubled_;
  TinyDelta delta_;
  KeyHistory history_;
  int position_ = 0;
};

TinyModel as_published(const TinyModel& m) {
  TinyModel out;
  for (const auto& [name, tensor] : m.tensors()) {
    out.put(renamed(name, {{"input_layernorm", "attention_layer_norm"},
                           {"post_attention_layernorm", "feedforward_layer_norm"}}),
            tensor);
  }
  return out;
}

/// The three convolutions' channels, one after the other, cut into tensors of one size.
TinyModel with_taps_in_thirds(const TinyModel& m) {
  TinyModel out = m;
  std::vector<float> all;
  const auto name = [](const char* letter) { return layer_name(0) + "linear_attn." + letter + "_conv1d.weight"; };
  for (const char* letter : {"q", "k", "v"})
    all.insert(all.end(), out[name(letter)].values.begin(), out[name(letter)].values.end());
  auto from = all.begin();
  for (const char* letter : {"q", "k", "v"}) {
    out.put(name(letter), {{32, 1, kDelta.taps}, {from, from + 32 * kDelta.taps}});
    from += 32 * kDelta.taps;
  }
  return out;
}

const std::vector<std::pair<const char*, std::string>> kConfig{
    {"model_type", "'olmo_hybrid'"}, {"hidden_size", "32"},           {"num_hidden_layers", "2"},
    {"rms_norm_eps", "1e-6"},        {"num_attention_heads", "4"},    {"num_key_value_heads", "2"},
    {"linear_num_key_heads", "2"},   {"linear_num_value_heads", "4"}, {"linear_allow_neg_eigval", "true"}};
constexpr const char* kPositions = "'rope_parameters':{'rope_type':'default','rope_theta':10000.0}";

}  // namespace

class OlmoHybridTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void agrees_with_float64_data() {
    QTest::addColumn<bool>("published");
    QTest::addColumn<bool>("thirds");
    QTest::addColumn<QString>("config");
    QTest::newRow("transformers' names") << false << false << kPositions;
    QTest::newRow("published names") << true << false << "'rope_theta':10000.0";
    QTest::newRow("taps in thirds") << true << true << kPositions;
    QTest::newRow("no positions") << false << false << "'rope_parameters':null";
    QTest::newRow("eigenvalues above 0") << false << false << "'linear_allow_neg_eigval':false,'rope_theta':10000.0";
  }

  void agrees_with_float64() {
    QFETCH(bool, published);
    QFETCH(bool, thirds);
    QFETCH(QString, config);
    const TinyModel m = make_model();
    TinyModel file = published ? as_published(m) : m;
    if (thirds) file = with_taps_in_thirds(file);
    Reference reference(m, config.contains("theta"), !config.contains("false"));
    const auto wrong = check_all(write(file, config.toStdString()),
                                 make_oracle(kVocabulary, [&](int token) { return reference(token); }));
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void wrong_files_are_refused_data() {
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<int>("size");  // of a vector in its place; 0: none
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("message");
    QTest::newRow("heads") << "" << 0 << "'linear_num_key_heads':5"
                           << "do not divide into 5 and 4 heads";
    QTest::newRow("attention heads") << "" << 0 << "'num_key_value_heads':3"
                                     << "4 query heads cannot share 3 key heads";
    QTest::newRow("activation") << "" << 0 << "'hidden_act':'gelu'"
                                << "hidden_act";
    QTest::newRow("layers") << "" << 0 << "'num_hidden_layers':7"
                            << "num_hidden_layers";
    QTest::newRow("missing norm") << "model.layers.0.input_layernorm.weight" << 0 << ""
                                  << "input_layernorm.weight'";
    QTest::newRow("missing keys") << "model.layers.0.linear_attn.k_proj.weight" << 0 << ""
                                  << "k_proj.weight' is missing or not a matrix";
    QTest::newRow("misshapen taps") << "model.layers.0.linear_attn.v_conv1d.weight" << 9 << ""
                                    << "has shape [9] where [48, 4]";
    QTest::newRow("misshapen norm") << "model.layers.1.self_attn.q_norm.weight" << 9 << ""
                                    << "has shape [9] where [32]";
  }

  void wrong_files_are_refused() {
    QFETCH(QString, tensor);
    QFETCH(int, size);
    QFETCH(QString, config);
    QFETCH(QString, message);
    TinyModel m = make_model();
    if (!tensor.isEmpty()) m.remove(tensor.toStdString());
    if (size > 0) m.add(tensor.toStdString(), {size}, 1);
    const auto refused = QString::fromStdString(refusal(write(m, config.toStdString())));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

 private:
  std::filesystem::path write(const TinyModel& m, const std::string& config) const {
    const auto folder = std::filesystem::path(folder_.path().toStdString());
    m.write_safetensors(folder / "model.safetensors");
    std::ofstream(folder / "config.json") << tiny_config(kConfig, config);
    return folder / "model.safetensors";
  }

  QTemporaryDir folder_;
};

QTEST_APPLESS_MAIN(OlmoHybridTest)
#include "olmo_hybrid_test.moc"
