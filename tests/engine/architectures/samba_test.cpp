// Samba against a float64 implementation.
#include "tests/support/engine/tiny_hybrid.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr int kVocabulary = 40, kWidth = 24, kLayers = 4, kWindow = 9;

std::string layer_name(int layer) {
  return "model.layers." + std::to_string(layer) + ".";
}
bool attends(int layer) {
  return layer % 2 == 1;
}

TinyModel make_model() {
  TinyModel m;
  m.add("model.embeddings.weight", {kVocabulary, kWidth}, 1);
  m.add("model.norm_f.weight", {kWidth}, 0.3f, 1);
  m.add_linear("lm_head.weight", kVocabulary, kWidth);
  for (int i = 0; i < kLayers; ++i) {
    const std::string layer = layer_name(i);
    for (const char* norm : {"mixer_norm.weight", "mlp_norm.weight"}) m.add(layer + norm, {kWidth}, 0.3f, 1);
    if (attends(i))
      add_tiny_attention(m, layer + "mixer.", kWidth, 4 * 8, 2 * 8);
    else
      add_tiny_mamba(m, layer + "mixer.", kWidth, 48, 5, 3);
    add_tiny_network(m, layer + "mlp.", kWidth, 28, true);
  }
  return m;
}

Oracle reference(const TinyModel& m) {
  std::vector<MambaHistory> mamba(kLayers);
  std::vector<AttentionReference> attention(kLayers);
  for (auto& layer : attention) {
    layer.heads = 4;
    layer.key_heads = 2;
    layer.turned = 8;
    layer.theta = 500;
    layer.window = kWindow;
  }
  return make_oracle(kVocabulary, [&](int token) {
    Vector x = m.row("model.embeddings.weight", token);
    for (int i = 0; i < kLayers; ++i) {
      const std::string layer = layer_name(i);
      const Vector u = rms_norm(x, m(layer + "mixer_norm.weight"), 1e-5);
      x = x + (attends(i) ? attention[i](m, layer + "mixer.", u) : mamba[i](m, layer + "mixer.", u));
      x = x + gated_network(m, layer + "mlp.", rms_norm(x, m(layer + "mlp_norm.weight"), 1e-5));
    }
    return m.multiply("lm_head.weight", rms_norm(x, m("model.norm_f.weight"), 1e-5));
  });
}

const std::string kConfig =
    "'model_type':'samba','norm_eps':1e-5,'hidden_act':'swish','attn':{'layers':[1,3],'num_heads':4,"
    "'num_kv_heads':2,'window_size':9,'rope_theta':500.0}";

}  // namespace

class SambaTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void agrees_with_float64() {
    const TinyModel m = make_model();
    folder_.write(m, kConfig);
    const auto wrong = check_all(folder_.path(), reference(m));
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void wrong_configs_are_refused_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("message");
    QTest::newRow("heads") << "'num_heads':4"
                           << "'num_heads':5"
                           << "do not divide into 5 heads";
    QTest::newRow("window") << "'window_size':9"
                            << "'window_size':-1"
                            << "'attn.window_size' of its config is no whole";
    QTest::newRow("turns") << "500.0"
                           << "-1.0"
                           << "'attn.rope_theta' of its config is no positive number";
    QTest::newRow("epsilon") << "1e-5"
                             << "2.0"
                             << "'norm_eps' of its config is no small positive number";
    QTest::newRow("activation") << "swish"
                                << "gelu"
                                << "'hidden_act' of its config makes it a variant";
  }

  void wrong_configs_are_refused() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, message);
    folder_.write(make_model(), QString::fromStdString(kConfig).replace(from, to).toStdString());
    const auto refused = QString::fromStdString(refusal(folder_.path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

 private:
  TinyFolder folder_;
};

QTEST_APPLESS_MAIN(SambaTest)
#include "samba_test.moc"
