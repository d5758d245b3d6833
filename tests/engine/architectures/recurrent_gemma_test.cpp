// RecurrentGemma against a float64 implementation.
#include "tests/support/engine/architecture_checks.h"
#include "tests/support/engine/tiny_transformer.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr int kLayers = 3, kVocabulary = 40, kWidth = 36, kFeedForward = 40, kLru = 24, kHeads = 3, kSize = 8,
              kTaps = 4, kWindow = 11;
constexpr double kEpsilon = 1e-6;

bool is_attention(int layer) {
  return layer % 3 == 2;
}

std::string name_of(int layer, const std::string& what) {
  return "model.layers." + std::to_string(layer) + "." + what;
}

TinyModel make_model() {
  TinyModel m;
  m.add("model.embed_tokens.weight", {kVocabulary, kWidth}, 0.3f);
  m.add("model.final_norm.weight", {kWidth}, 0.3f);  // minus 1
  const auto biased = [&](const std::string& name, int out, int in) {
    m.add_linear(name + ".weight", out, in);
    m.add(name + ".bias", {out}, 0.3f);
  };
  for (int i = 0; i < kLayers; ++i) {
    const std::string block = name_of(i, "temporal_block.");
    for (const char* norm : {"temporal_pre_norm", "channel_pre_norm"})
      m.add(name_of(i, norm) + ".weight", {kWidth}, 0.3f);
    if (is_attention(i)) {
      m.add_linear(block + "q_proj.weight", kHeads * kSize, kWidth);
      for (const char* key : {"k_proj", "v_proj"}) m.add_linear(block + key + ".weight", kSize, kWidth);
      biased(block + "o_proj", kWidth, kHeads * kSize);
    } else {
      biased(block + "linear_x", kLru, kWidth);
      biased(block + "linear_y", kLru, kWidth);
      biased(block + "linear_out", kWidth, kLru);
      m.add(block + "conv_1d.weight", {kLru, 1, kTaps}, 1);
      m.add(block + "conv_1d.bias", {kLru}, 0.3f);
      for (const char* gate : {"input_gate", "recurrent_gate"}) {
        m.add(block + "rg_lru." + gate + "_weight", {kHeads, kLru / kHeads, kLru / kHeads}, 0.6f);
        m.add(block + "rg_lru." + gate + "_bias", {kHeads, kLru / kHeads}, 0.5f);
      }
      m.add(block + "rg_lru.recurrent_param", {kLru}, 2, -3);
    }
    biased(name_of(i, "mlp_block.gate_proj"), kFeedForward, kWidth);
    biased(name_of(i, "mlp_block.up_proj"), kFeedForward, kWidth);
    biased(name_of(i, "mlp_block.down_proj"), kWidth, kFeedForward);
  }
  return m;
}

double gelu(double x) {
  return x / 2 * (1 + std::tanh(std::sqrt(2 / 3.14159265358979323846) * (x + 0.044715 * x * x * x)));
}

class Reference {
 public:
  explicit Reference(const TinyModel& m) : m_(m) {}

  Vector operator()(int token) {
    Vector x = map(m_.row("model.embed_tokens.weight", token), [](double v) { return v * 6; });  // sqrt(36)
    for (int i = 0; i < kLayers; ++i) {
      const Vector n = norm(x, name_of(i, "temporal_pre_norm"));
      x = x + (is_attention(i) ? attention(i, n) : recurrent(i, n));
      const std::string network = name_of(i, "mlp_block.");
      const Vector f = norm(x, name_of(i, "channel_pre_norm"));
      x = x +
          biased(network + "down_proj", map(biased(network + "gate_proj", f), gelu) * biased(network + "up_proj", f));
    }
    ++position_;
    return map(m_.multiply("model.embed_tokens.weight", norm(x, "model.final_norm")),
               [](double v) { return 30 * std::tanh(v / 30); });
  }

 private:
  Vector norm(const Vector& x, const std::string& name) const {
    return rms_norm(x, map(m_(name + ".weight"), [](double w) { return w + 1; }), kEpsilon);
  }
  Vector biased(const std::string& name, const Vector& x) const {
    return m_.multiply(name + ".weight", x) + m_(name + ".bias");
  }

  Vector gate(const std::string& name, const Vector& u) const {
    const Vector w = m_(name + "_weight");
    Vector y = m_(name + "_bias");
    constexpr int n = kLru / kHeads;
    for (int c = 0; c < kLru; ++c) {
      for (int k = 0; k < n; ++k) y[c] += u[c / n * n + k] * w[(c / n * n + k) * n + c % n];
    }
    return map(y, sigmoid);
  }

  Vector recurrent(int i, const Vector& n) {
    const std::string block = name_of(i, "temporal_block.");
    inputs_[i].push_back(biased(block + "linear_x", n));
    const Vector w = m_(block + "conv_1d.weight");
    Vector u = m_(block + "conv_1d.bias");
    for (int c = 0; c < kLru; ++c) {
      for (int k = 0; k < kTaps; ++k) {
        const int at = position_ - (kTaps - 1) + k;
        if (at >= 0) u[c] += w[c * kTaps + k] * inputs_[i][at][c];
      }
    }
    const Vector in = gate(block + "rg_lru.input_gate", u), r = gate(block + "rg_lru.recurrent_gate", u);
    const Vector lambda = m_(block + "rg_lru.recurrent_param");
    state_[i].resize(kLru);
    for (int c = 0; c < kLru; ++c) {
      const double a = std::exp(-8 * r[c] * std::log1p(std::exp(lambda[c])));
      state_[i][c] = a * state_[i][c] + (position_ == 0 ? 1 : std::sqrt(1 - a * a)) * in[c] * u[c];
    }
    return biased(block + "linear_out", state_[i] * map(biased(block + "linear_y", n), gelu));
  }

  Vector attention(int i, const Vector& n) {
    const std::string block = name_of(i, "temporal_block.");
    const auto turned = [&](const char* name) {
      // Half of every head is turned.
      Vector y = m_.multiply(block + name + ".weight", n);
      for (std::size_t head = 0; head < y.size(); head += kSize) {
        const Vector part =
            turn({y.begin() + head, y.begin() + head + kSize / 2}, kSize / 2, position_, 10000, kSize / 2);
        std::copy(part.begin(), part.end(), y.begin() + head);
      }
      return y;
    };
    history_.keys.push_back(turned("k_proj"));
    history_.values.push_back(m_.multiply(block + "v_proj.weight", n));
    return biased(block + "o_proj", history_.read(turned("q_proj"), kHeads, 1, 1 / std::sqrt(double(kSize)), kWindow));
  }

  const TinyModel& m_;
  int position_ = 0;
  KeyHistory history_;
  Vector state_[kLayers];
  std::vector<Vector> inputs_[kLayers];
};

std::string config(const std::string& more = "") {
  return tiny_config({{"model_type", "'recurrent_gemma'"},
                      {"vocab_size", "40"},
                      {"hidden_size", "36"},
                      {"intermediate_size", "80"},
                      {"lru_width", "24"},
                      {"num_hidden_layers", "3"},
                      {"block_types", "['recurrent','recurrent','attention']"},
                      {"num_attention_heads", "3"},
                      {"num_key_value_heads", "1"},
                      {"head_dim", "8"},
                      {"attention_window_size", "11"},
                      {"logits_soft_cap", "30.0"}},
                     more);
}

}  // namespace

class RecurrentGemmaTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void agrees_with_float64() {
    const TinyModel m = make_model();
    write(m, config());
    Reference reference(m);
    const auto wrong = check_all(path(), make_oracle(kVocabulary, [&](int token) { return reference(token); }));
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void layers_that_are_not_listed_follow_the_paper() {
    const TinyModel m = make_model();
    write(m, config());
    const auto logits = logits_of();
    std::string json = config();
    const auto at = json.find("\"block_types\"");
    json.erase(at, json.find(']', at) + 2 - at);
    write(m, json);
    QVERIFY(logits_of() == logits);
  }

  void wrong_configs_are_refused_data() {
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* config, const char* message) {
      QTest::newRow(name) << QString(config) << QString(message);
    };
    row("activation", "'hidden_activation':'relu'", "'hidden_activation' of its config");
    row("layers", "'block_types':['conv']", "not all recurrent or attention");
    row("heads", "'num_attention_heads':5", "24 recurrent channels do not divide into 5 heads");
    row("key heads", "'num_key_value_heads':2", "3 query heads cannot share 2 key heads");
    row("cap", "'logits_soft_cap':-1.0", "'logits_soft_cap' is negative");
    row("turned channels", "'partial_rotary_factor':0.1", "1 of 8 channels are turned");
    row("window", "'attention_window_size':0", "'attention_window_size'");
    row("no width", "'hidden_size':0", "'hidden_size'");
  }

  void wrong_configs_are_refused() {
    QFETCH(QString, config);
    QFETCH(QString, message);
    write(make_model(), ::config(config.toStdString()));
    const auto refused = QString::fromStdString(refusal(path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

  void wrong_tensors_are_refused_data() {
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<int>("size");  // of a vector in its place; 0: none
    QTest::addColumn<QString>("message");
    QTest::newRow("missing") << "model.layers.1.temporal_block.rg_lru.recurrent_param" << 0
                             << "rg_lru.recurrent_param'";
    QTest::newRow("missing bias") << "model.layers.2.temporal_block.o_proj.bias" << 0 << "o_proj.bias'";
    QTest::newRow("misshapen") << "model.layers.0.temporal_block.rg_lru.input_gate_weight" << 9
                               << "has shape [9] where [3, 8, 8]";
    QTest::newRow("stranger") << "model.layers.0.extra" << 9 << "'model.layers.0.extra'";
  }

  void wrong_tensors_are_refused() {
    QFETCH(QString, tensor);
    QFETCH(int, size);
    QFETCH(QString, message);
    TinyModel m = make_model();
    m.remove(tensor.toStdString());
    if (size > 0) m.add(tensor.toStdString(), {size}, 1);
    write(m, config());
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

QTEST_APPLESS_MAIN(RecurrentGemmaTest)
#include "recurrent_gemma_test.moc"
