// Mamba-3 against a float64 implementation of its published formulas: sums over all earlier tokens, turned by the
// difference of angles. No other program's numbers were at hand.
#include "tests/support/engine/tiny_hybrid.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr int kLayers = 2, kVocabulary = 40, kWidth = 24, kHeads = 4, kChannels = 6, kGroups = 2, kStates = 8,
              kAngles = 3, kNetwork = 20;
constexpr int kInner = kHeads * kChannels, kGrouped = kGroups * kStates;

std::string layer_name(int layer) {
  return "backbone.layers." + std::to_string(layer) + ".";
}

TinyModel make_model(bool readout_norm) {
  TinyModel m;
  m.add("backbone.embedding.weight", {kVocabulary, kWidth}, 1);
  m.add("backbone.norm_f.weight", {kWidth}, 0.3f, 1);
  m.add_linear("lm_head.weight", kVocabulary, kWidth);
  for (int layer = 0; layer < kLayers; ++layer) {
    const std::string mixer = layer_name(layer) + "mixer.";
    m.add(layer_name(layer) + "norm.weight", {kWidth}, 0.3f, 1);
    m.add_linear(mixer + "in_proj.weight", 2 * kInner + 2 * kGrouped + 3 * kHeads + kAngles, kWidth);
    for (const char* name : {"B", "C"}) {
      m.add(mixer + name + "_norm.weight", {kStates}, 0.3f, 1);
      m.add(mixer + name + "_bias", {kHeads, 1, kStates}, 0.5f, 1);
    }
    m.add(mixer + "dt_bias", {kHeads}, 2, -2);
    m.add(mixer + "D", {kHeads}, 1);
    if (readout_norm) m.add(mixer + "norm.weight", {kInner}, 0.3f, 1);
    m.add_linear(mixer + "out_proj.weight", kWidth, kInner);
    m.add(layer_name(layer) + "norm2.weight", {kWidth}, 0.3f, 1);
    m.add_linear(layer_name(layer) + "mlp.fc1.weight", 2 * kNetwork, kWidth);
    m.add_linear(layer_name(layer) + "mlp.fc2.weight", kWidth, kNetwork);
  }
  return m;
}

/// One layer. A token's input is taken in with the share of its own step and again, at the token after it, with the
/// rest of that one's.
class Mamba3History {
 public:
  bool heavy_tail = false;

  Vector operator()(const TinyModel& m, const std::string& p, const Vector& u) {
    const Vector v = m.multiply(p + "in_proj.weight", u), dt_bias = m(p + "dt_bias"), skip = m(p + "D");
    const int first = 2 * kInner + 2 * kGrouped;
    Token token{.x = slice(v, kInner, kInner),
                .b = rms_norm(slice(v, 2 * kInner, kGrouped), m(p + "B_norm.weight"), 1e-5, kGroups),
                .c = rms_norm(slice(v, 2 * kInner + kGrouped, kGrouped), m(p + "C_norm.weight"), 1e-5, kGroups)};
    for (int h = 0; h < kHeads; ++h) {
      const double a = v[first + kHeads + h], softplus = std::log1p(std::exp(a));
      token.delta.push_back(std::log1p(std::exp(v[first + h] + dt_bias[h])));
      const double rate = heavy_tail ? (a >= 0 ? 1 + a : 1 / (1 - a)) : softplus;
      token.decay.push_back(-std::max(rate, 1e-4) * token.delta[h]);
      token.share.push_back(sigmoid(v[first + 2 * kHeads + h]));
      for (int i = 0; i < kAngles; ++i) {
        const double before = tokens_.empty() ? 0 : tokens_.back().theta[h * kAngles + i];
        token.theta.push_back(before + 3.14159265358979323846 * std::tanh(v[first + 3 * kHeads + i]) * token.delta[h]);
      }
    }
    tokens_.push_back(std::move(token));
    Vector y(kInner);
    for (int i = 0; i < kInner; ++i)
      y[i] = skip[i / kChannels] * tokens_.back().x[i] + read(i, i / kChannels, m(p + "B_bias"), m(p + "C_bias"));
    if (m.tensors().count(p + "norm.weight")) y = rms_norm(y, m(p + "norm.weight"), 1e-5, kHeads);
    return m.multiply(p + "out_proj.weight", y * map(slice(v, 0, kInner), silu));
  }

 private:
  struct Token {
    Vector x, b, c, delta, decay, share, theta;
  };

  /// c of the last token times b of token s, each with its bias, b turned by the angle between the two.
  double match(std::size_t s, int head, const Vector& b_bias, const Vector& c_bias) const {
    const int group = head * kGroups / kHeads * kStates;
    const Token &now = tokens_.back(), &then = tokens_[s];
    double sum = 0;
    const auto b = [&](int n) { return then.b[group + n] + b_bias[head * kStates + n]; };
    const auto c = [&](int n) { return now.c[group + n] + c_bias[head * kStates + n]; };
    for (int n = 0; n < kStates; ++n) {
      if (n >= 2 * kAngles) {
        sum += b(n) * c(n);
      } else if (n % 2 == 0) {
        const double angle = now.theta[head * kAngles + n / 2] - then.theta[head * kAngles + n / 2];
        sum += std::cos(angle) * (b(n) * c(n) + b(n + 1) * c(n + 1)) +
               std::sin(angle) * (b(n + 1) * c(n) - b(n) * c(n + 1));
      }
    }
    return sum;
  }

  double read(int i, int head, const Vector& b_bias, const Vector& c_bias) const {
    double sum = 0, passed = 0;
    for (std::size_t s = tokens_.size(); s-- > 0;) {
      const Token& token = tokens_[s];
      double weight = token.share[head] * token.delta[head];
      if (s + 1 < tokens_.size()) {
        const Token& next = tokens_[s + 1];
        weight += (1 - next.share[head]) * next.delta[head];
      }
      sum += weight * std::exp(passed) * match(s, head, b_bias, c_bias) * token.x[i];
      passed += token.decay[head];
    }
    return sum;
  }

  std::vector<Token> tokens_;
};

Oracle reference(const TinyModel& m, bool heavy_tail) {
  std::vector<Mamba3History> layers(kLayers);
  for (auto& layer : layers) layer.heavy_tail = heavy_tail;
  return make_oracle(kVocabulary, [&](int token) {
    Vector x = m.row("backbone.embedding.weight", token);
    for (int i = 0; i < kLayers; ++i) {
      x = x + layers[i](m, layer_name(i) + "mixer.", rms_norm(x, m(layer_name(i) + "norm.weight"), 1e-5));
      const Vector u = rms_norm(x, m(layer_name(i) + "norm2.weight"), 1e-5);
      const Vector both = m.multiply(layer_name(i) + "mlp.fc1.weight", u);
      x = x + m.multiply(layer_name(i) + "mlp.fc2.weight",
                         slice(both, 0, kNetwork) * map(slice(both, kNetwork, kNetwork), silu));
    }
    return m.multiply("lm_head.weight", rms_norm(x, m("backbone.norm_f.weight"), 1e-5));
  });
}

const std::string kConfig = "'d_model':24,'ssm_cfg':{'layer':'Mamba3','d_state':8,'headdim':6,'ngroups':2";

}  // namespace

class Mamba3Test : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void agrees_with_float64() {
    for (bool readout_norm : {false, true}) {
      const TinyModel m = make_model(readout_norm);
      folder_.write(m, kConfig + "}");
      const auto wrong = check_all(folder_.path(), reference(m, false));
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  void decay_may_have_a_heavy_tail() {
    const TinyModel m = make_model(false);
    folder_.write(m, kConfig + ",'heavy_tail_decay':true}");
    const auto wrong = check_all(folder_.path(), reference(m, true));
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void wrong_models_are_refused_data() {
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("tensor");  // taken out
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* config, const char* tensor, const char* message) {
      QTest::newRow(name) << QString(config) << QString(tensor) << QString(message);
    };
    row("groups", "'ngroups':3", "", "do not fit together");
    row("states", "'d_state':9", "", "'ssm_cfg.d_state' of its config does not agree with the 8");
    row("floor", "'A_floor':-1", "", "'ssm_cfg.A_floor' of its config is negative");
    row("no projection", "'x':1", "backbone.layers.0.mixer.in_proj.weight", "are missing or misshapen");
    row("no bias", "'x':1", "backbone.layers.1.mixer.C_bias", "'backbone.layers.1.mixer.C_bias'");
  }

  void wrong_models_are_refused() {
    QFETCH(QString, config);
    QFETCH(QString, tensor);
    QFETCH(QString, message);
    TinyModel m = make_model(false);
    m.remove(tensor.toStdString());
    folder_.write(m, with_entry(kConfig, config.toStdString()) + "}");
    const auto refused = QString::fromStdString(refusal(folder_.path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

  void several_inputs_a_head_are_refused() {
    TinyModel m = make_model(false);
    m.remove(layer_name(0) + "mixer.B_bias");
    m.add(layer_name(0) + "mixer.B_bias", {kHeads, 2, kStates}, 1);
    folder_.write(m, kConfig + "}");
    QVERIFY(refusal(folder_.path()).find("MIMO") != std::string::npos);
  }

 private:
  TinyFolder folder_;
};

QTEST_APPLESS_MAIN(Mamba3Test)
#include "mamba3_test.moc"
