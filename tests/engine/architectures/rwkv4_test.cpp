// RWKV-4 against a float64 implementation written down from the paper, on a model made here.
#include "tests/support/engine/architecture_checks.h"
#include "tests/support/engine/tiny_rwkv.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr TinySizes kSizes;

TinyModel make_model() {
  TinyModel m;
  add_tiny_ends(m, kSizes);
  for (int layer = 0; layer < kSizes.layers; ++layer) {
    add_tiny_block(m, kSizes, layer, "time_mix_k", "time_mix_r");
    const std::string att = block_name(layer) + "att.";
    for (const char* name : {"time_mix_k", "time_mix_v", "time_mix_r"})
      m.add(att + name, {1, 1, kSizes.width}, 0.5f, 0.5f);
    m.add(att + "time_decay", {kSizes.width}, 2, -1);
    m.add(att + "time_first", {kSizes.width}, 1);
    for (const char* name : {"key", "value", "receptance", "output"})
      m.add_linear(att + name + ".weight", kSizes.width, kSizes.width);
  }
  return m;
}

/// Sums over all tokens so far, each weight spelled out: no running state that could hide the same mistake.
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
    std::vector<Vector> keys, values;
  };

  Vector time_mix(int index, const Vector& now) {
    const std::string att = block_name(index) + "att.";
    Layer& layer = layers_[index];
    if (layer.previous.empty()) layer.previous.resize(now.size());
    const auto mixed = [&](const char* name) { return mix(now, layer.previous, m_(att + name)); };
    layer.keys.push_back(m_.multiply(att + "key.weight", mixed("time_mix_k")));
    layer.values.push_back(m_.multiply(att + "value.weight", mixed("time_mix_v")));
    const Vector r = map(m_.multiply(att + "receptance.weight", mixed("time_mix_r")), sigmoid);
    layer.previous = now;
    const Vector decay = m_(att + "time_decay"), bonus = m_(att + "time_first");
    Vector wkv(now.size());
    const std::size_t last = layer.keys.size() - 1;
    for (std::size_t c = 0; c < wkv.size(); ++c) {
      double top = 0, bottom = 0;
      for (std::size_t i = 0; i <= last; ++i) {
        const double shift = i == last ? bonus[c] : -double(last - 1 - i) * std::exp(decay[c]);
        const double weight = std::exp(shift + layer.keys[i][c]);
        top += weight * layer.values[i][c];
        bottom += weight;
      }
      wkv[c] = top / bottom;
    }
    return m_.multiply(att + "output.weight", r * wkv);
  }

  const TinyModel& m_;
  std::vector<Layer> layers_;
};

}  // namespace

class Rwkv4Test : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void agrees_with_float64() {
    const TinyModel m = make_model();
    m.write_safetensors(path());
    Reference reference(m);
    const auto wrong = check_all(path(), make_oracle(kSizes.vocabulary, [&](int token) { return reference(token); }));
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void names_of_transformers_give_the_same_bits() {
    const TinyModel m = make_model();
    m.write_safetensors(path());
    renamed_for_transformers(m).write_safetensors(path("hf.safetensors"));
    const std::vector<TokenId> tokens{3, 1, 4, 1, 5};
    const auto ours = load_pass(path()), theirs = load_pass(path("hf.safetensors"));
    auto first = *ours->new_state(), second = *theirs->new_state();
    QVERIFY(read_tokens(*ours, *first, tokens, 5) == read_tokens(*theirs, *second, tokens, 5));
  }

  void a_tied_head_is_the_table_of_embeddings() {
    TinyModel m = make_model();
    m["head.weight"] = m["emb.weight"];
    m.write_safetensors(path());
    m.remove("head.weight");
    const std::filesystem::path folder = path("tied");
    std::filesystem::create_directory(folder);
    m.write_safetensors(folder / "model.safetensors");
    std::ofstream(folder / "config.json") << "{\"tie_word_embeddings\":true}";
    const std::vector<TokenId> tokens{3, 1, 4, 1, 5};
    const auto whole = load_pass(path()), tied = load_pass(folder);
    auto first = *whole->new_state(), second = *tied->new_state();
    QVERIFY(read_tokens(*whole, *first, tokens, 5) == read_tokens(*tied, *second, tokens, 5));
  }

  void very_large_keys_do_not_overflow() {
    TinyModel m = make_model();
    for (float& x : m["blocks.0.att.key.weight"].values) x *= 1000;
    m.write_safetensors(path());
    const auto pass = load_pass(path());
    auto state = *pass->new_state();
    for (float logit : read_tokens(*pass, *state, std::vector<TokenId>{1, 2, 3, 4, 5, 6, 7}, 3))
      QVERIFY(std::isfinite(logit));
  }

  void wrong_files_are_refused_data() {
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<int>("size");  // of a vector in its place; 0: none
    QTest::addColumn<QString>("message");
    QTest::newRow("missing") << "blocks.1.att.time_mix_v" << 0 << "'blocks.1.att.time_mix_v'";
    QTest::newRow("missing norm") << "ln_out.bias" << 0 << "'ln_out.bias'";
    QTest::newRow("missing embedding") << "emb.weight" << 0 << "tensor 'emb.weight' is missing";
    QTest::newRow("missing ffn") << "blocks.0.ffn.key.weight" << 0 << "tensor 'blocks.0.ffn.key.weight' is missing";
    QTest::newRow("no layers") << "blocks.0.ln1.weight" << 0 << "tensor 'blocks.0.ln1.weight' is missing";
    QTest::newRow("missing key") << "blocks.0.att.key.weight" << 0 << "tensor 'blocks.0.att.key.weight' is missing";
    QTest::newRow("misshapen") << "blocks.1.att.time_decay" << 47 << "has shape [47] where [48]";
    QTest::newRow("misshapen mix") << "blocks.1.att.time_mix_k" << 49 << "has shape [49] where [48]";
    QTest::newRow("tiny attention") << "blocks.0.tiny_ln.weight" << 48 << "variant that this version cannot run";
  }

  void wrong_files_are_refused() {
    QFETCH(QString, tensor);
    QFETCH(int, size);
    QFETCH(QString, message);
    TinyModel m = make_model();
    const auto name = tensor.toStdString();
    if (m.tensors().contains(name)) m.remove(name);
    if (size > 0) m.add(name, {size}, 1);
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

QTEST_APPLESS_MAIN(Rwkv4Test)
#include "rwkv4_test.moc"
