// RWKV-5 in its three forms against a float64 implementation written down from the paper, on models made here.
#include "tests/support/engine/architecture_checks.h"
#include "tests/support/engine/tiny_attention.h"
#include "tests/support/engine/tiny_rwkv.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr TinySizes kSizes;
constexpr int kHeads = 3, kHeadSize = 16;

enum Form { k50, k51, k51Raw, k52 };

/// Names and shapes as the authors' checkpoints of each form have them.
TinyModel make_model(Form form) {
  TinyModel m;
  add_tiny_ends(m, kSizes);
  for (int layer = 0; layer < kSizes.layers; ++layer) {
    add_tiny_block(m, kSizes, layer, "time_mix_k", "time_mix_r");
    const std::string att = block_name(layer) + "att.";
    for (const char* name : {"time_mix_k", "time_mix_v", "time_mix_r"})
      m.add(att + name, {1, 1, kSizes.width}, 0.5f, 0.5f);
    const std::vector<int> shape = form == k52 ? std::vector{kHeads, kHeadSize} : std::vector{kHeads};
    m.add(att + "time_decay", shape, 1, -1);
    m.add(att + (form == k51Raw || form == k52 ? "time_faaaa" : "time_first"), shape, 0.7f);
    for (const char* name : {"key", "value", "receptance", "output"})
      m.add_linear(att + name + ".weight", kSizes.width, kSizes.width);
    m.add_norm(att + "ln_x", kSizes.width);
    if (form == k50) continue;
    m.add(att + "time_mix_g", {1, 1, kSizes.width}, 0.5f, 0.5f);
    m.add_linear(att + "gate.weight", kSizes.width, kSizes.width);
  }
  return m;
}

class Reference {
 public:
  explicit Reference(const TinyModel& m) : m_(m), layers_(kSizes.layers) {}

  Vector operator()(int token) {
    Vector x = tiny_input(m_, token);
    for (int layer = 0; layer < kSizes.layers; ++layer) {
      x = x + time_mix(layer, m_.layer_norm(x, block_name(layer) + "ln1", 1e-5));
      x = tiny_channel_mix(m_, layer, x, layers_[layer].ffn_previous, "time_mix_k", "time_mix_r",
                           [](double v) { return v; });
    }
    return tiny_output(m_, x);
  }

 private:
  struct Layer {
    Vector previous, ffn_previous;
    AttentionHistory history;
  };

  /// A number per head or per channel, for every channel.
  static Vector spread(const Vector& v) {
    Vector all;
    for (int i = 0; i < kHeads * kHeadSize; ++i) all.push_back(v[i * v.size() / (kHeads * kHeadSize)]);
    return all;
  }

  Vector time_mix(int index, const Vector& now) {
    const std::string att = block_name(index) + "att.";
    Layer& layer = layers_[index];
    if (layer.previous.empty()) layer.previous.resize(now.size());
    const auto product = [&](const char* name, const char* share) {
      return m_.multiply(att + name + ".weight", mix(now, layer.previous, m_(att + share)));
    };
    const Vector decay = spread(map(m_(att + "time_decay"), [](double d) { return std::exp(-std::exp(d)); }));
    layer.history.add(product("key", "time_mix_k"), product("value", "time_mix_v"), decay);
    const bool raw = m_.tensors().contains(att + "time_faaaa");
    const Vector bonus =
        spread(raw ? m_(att + "time_faaaa") : map(m_(att + "time_first"), [](double d) { return std::exp(d); }));
    Vector y = layer.history.read(product("receptance", "time_mix_r"), &bonus, kHeads);
    y = m_.layer_norm(y, att + "ln_x", 64e-5, kHeads);
    if (m_.tensors().contains(att + "gate.weight")) {
      y = y * map(product("gate", "time_mix_g"), [](double g) { return g * sigmoid(g); });
    }
    layer.previous = now;
    return m_.multiply(att + "output.weight", y);
  }

  const TinyModel& m_;
  std::vector<Layer> layers_;
};

}  // namespace

class Rwkv5Test : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void agrees_with_float64_data() {
    QTest::addColumn<int>("form");
    QTest::newRow("5.0") << int(k50);
    QTest::newRow("5.1") << int(k51);
    QTest::newRow("5.1, raw bonus") << int(k51Raw);
    QTest::newRow("5.2") << int(k52);
  }

  void agrees_with_float64() {
    QFETCH(int, form);
    const TinyModel m = make_model(Form(form));
    m.write_safetensors(path());
    Reference reference(m);
    const auto wrong = check_all(path(), make_oracle(kSizes.vocabulary, [&](int token) { return reference(token); }));
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void names_of_transformers_give_the_same_bits() {
    const TinyModel m = make_model(k52);
    m.write_safetensors(path());
    renamed_for_transformers(m).write_safetensors(path("hf.safetensors"));
    const std::vector<TokenId> tokens{3, 1, 4, 1, 5};
    const auto ours = load_pass(path()), theirs = load_pass(path("hf.safetensors"));
    auto first = *ours->new_state(), second = *theirs->new_state();
    QVERIFY(read_tokens(*ours, *first, tokens, 5) == read_tokens(*theirs, *second, tokens, 5));
  }

  void wrong_files_are_refused_data() {
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<QList<int>>("shape");  // in its place; empty: none
    QTest::addColumn<QString>("message");
    const QList<int> none;
    QTest::newRow("missing") << "blocks.1.att.ln_x.bias" << none << "'blocks.1.att.ln_x.bias'";
    QTest::newRow("missing bonus") << "blocks.1.att.time_faaaa" << none << "'blocks.1.att.time_faaaa'";
    QTest::newRow("missing key") << "blocks.0.att.key.weight" << none << "tensor 'blocks.0.att.key.weight' is missing";
    QTest::newRow("missing decay") << "blocks.0.att.time_decay" << none
                                   << "tensor 'blocks.0.att.time_decay' is missing";
    QTest::newRow("misshapen bonus") << "blocks.1.att.time_faaaa" << QList{kHeads, 15}
                                     << "has shape [3, 15] where [3, 16]";
    QTest::newRow("heads that do not divide")
        << "blocks.0.att.time_decay" << QList{5, 9} << "does not divide the 48 channels";
    QTest::newRow("heads of another size")
        << "blocks.0.att.time_decay" << QList{kHeads, 15} << "does not divide the 48 channels";
    QTest::newRow("three dimensions") << "blocks.0.att.time_decay" << QList{kHeads, 4, 4} << "is not a matrix";
    QTest::newRow("unknown tensor") << "blocks.1.att.extra" << QList{4} << "variant that this version cannot run";
  }

  void wrong_files_are_refused() {
    QFETCH(QString, tensor);
    QFETCH(QList<int>, shape);
    QFETCH(QString, message);
    TinyModel m = make_model(k52);
    const auto name = tensor.toStdString();
    if (m.tensors().contains(name)) m.remove(name);
    if (!shape.empty()) m.add(name, {shape.begin(), shape.end()}, 1);
    m.write_safetensors(path());
    const auto refused = QString::fromStdString(refusal(path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

 private:
  std::filesystem::path path(const char* name = "model.safetensors") const {
    return std::filesystem::path(folder_.path().toStdString()) / name;
  }

  QTemporaryDir folder_;
};

QTEST_APPLESS_MAIN(Rwkv5Test)
#include "rwkv5_test.moc"
