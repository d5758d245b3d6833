// MiniMax-Text-01 against a float64 implementation, with the configs of transformers and of the first files.
#include "tests/support/engine/architecture_checks.h"
#include "tests/support/engine/tiny_attention.h"
#include "tests/support/engine/tiny_transformer.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr int kLayers = 2, kVocabulary = 40, kWidth = 32, kHeads = 4, kKeyHeads = 2, kSize = 8, kExperts = 4, kUsed = 2,
              kInner = 24;
constexpr double kEpsilon = 1e-5, kReadoutEpsilon = 1e-6;

struct Variant {
  int turned = kSize;
  double lightning_alpha = 1, lightning_beta = 1, full_alpha = 1, full_beta = 1, network_alpha = 1, network_beta = 1;
};

std::string layer_name(int layer) {
  return "model.layers." + std::to_string(layer) + ".";
}

/// Layer 0 is lightning attention, layer 1 attends.
TinyModel make_model() {
  TinyModel m;
  m.add("model.embed_tokens.weight", {kVocabulary, kWidth}, 1);
  m.add("model.norm.weight", {kWidth}, 0.3f, 1);
  m.add_linear("lm_head.weight", kVocabulary, kWidth);
  for (int layer = 0; layer < kLayers; ++layer) {
    for (const char* name : {"input_layernorm", "post_attention_layernorm"})
      m.add(layer_name(layer) + name + ".weight", {kWidth}, 0.3f, 1);
    const std::string moe = layer_name(layer) + "block_sparse_moe.";
    m.add_linear(moe + "gate.weight", kExperts, kWidth);
    for (int e = 0; e < kExperts; ++e) {
      const std::string expert = moe + "experts." + std::to_string(e) + ".";
      for (const char* name : {"w1", "w3"}) m.add_linear(expert + name + ".weight", kInner, kWidth);
      m.add_linear(expert + "w2.weight", kWidth, kInner);
    }
  }
  const std::string lightning = layer_name(0) + "self_attn.", attn = layer_name(1) + "self_attn.";
  const int channels = kHeads * kSize;
  m.add_linear(lightning + "qkv_proj.weight", 3 * channels, kWidth);
  m.add_linear(lightning + "output_gate.weight", channels, kWidth);
  m.add_linear(lightning + "out_proj.weight", kWidth, channels);
  m.add(lightning + "norm.weight", {channels}, 0.3f, 1);
  m.add_linear(attn + "q_proj.weight", channels, kWidth);
  for (const char* name : {"k_proj", "v_proj"}) m.add_linear(attn + name + ".weight", kKeyHeads * kSize, kWidth);
  m.add_linear(attn + "o_proj.weight", kWidth, channels);
  return m;
}

double slope(int head, int layer) {
  return std::pow(2.0, -8.0 * (head + 1) / kHeads) * (1 - layer / (kLayers - 1 + 1e-5) + 1e-5);
}

Vector weighted(double a, const Vector& x, double b, const Vector& y) {
  return zip(x, y, [&](double u, double v) { return a * u + b * v; });
}

class Reference {
 public:
  Reference(const TinyModel& m, const Variant& v) : m_(m), v_(v) {}

  Vector operator()(int token) {
    Vector x = m_.row("model.embed_tokens.weight", token);
    for (int layer = 0; layer < kLayers; ++layer) {
      const Vector n = norm(x, layer_name(layer) + "input_layernorm.weight");
      x = layer == 0 ? weighted(v_.lightning_alpha, n, v_.lightning_beta, lightning(n))
                     : weighted(v_.full_alpha, n, v_.full_beta, attention(n));
      const Vector f = norm(x, layer_name(layer) + "post_attention_layernorm.weight");
      x = weighted(v_.network_alpha, f, v_.network_beta, experts(layer_name(layer) + "block_sparse_moe.", f));
    }
    ++position_;
    return m_.multiply("lm_head.weight", norm(x, "model.norm.weight"));
  }

 private:
  Vector norm(const Vector& x, const std::string& name) const { return rms_norm(x, m_(name), kEpsilon); }

  Vector lightning(const Vector& n) {
    const std::string name = layer_name(0) + "self_attn.";
    const Vector all = map(m_.multiply(name + "qkv_proj.weight", n), silu);
    Vector parts[3], decay;
    for (int h = 0; h < kHeads; ++h) {
      for (int p = 0; p < 3; ++p) {
        const auto from = all.begin() + (3 * h + p) * kSize;
        parts[p].insert(parts[p].end(), from, from + kSize);
      }
      decay.insert(decay.end(), kSize, std::exp(-slope(h, 0)));
    }
    past_.add(parts[1], parts[2], decay);
    const Vector y = rms_norm(past_.read(parts[0], nullptr, kHeads), m_(name + "norm.weight"), kReadoutEpsilon);
    return m_.multiply(name + "out_proj.weight", y * map(m_.multiply(name + "output_gate.weight", n), sigmoid));
  }

  Vector attention(const Vector& n) {
    const std::string name = layer_name(1) + "self_attn.";
    const auto turned = [&](const char* which) {
      return turn(m_.multiply(name + which + "_proj.weight", n), kSize, position_, 10000, v_.turned);
    };
    history_.keys.push_back(turned("k"));
    history_.values.push_back(m_.multiply(name + "v_proj.weight", n));
    const Vector y = history_.read(turned("q"), kHeads, kKeyHeads, 1 / std::sqrt(double(kSize)));
    return m_.multiply(name + "o_proj.weight", y);
  }

  Vector experts(const std::string& name, const Vector& n) const {
    const Vector logits = m_.multiply(name + "gate.weight", n);
    std::vector<int> order(kExperts);
    for (int e = 0; e < kExperts; ++e) order[e] = e;
    std::ranges::sort(order, [&](int a, int b) { return logits[a] > logits[b]; });
    double sum = 0;
    for (int s = 0; s < kUsed; ++s) sum += std::exp(logits[order[s]]);
    Vector y(n.size());
    for (int s = 0; s < kUsed; ++s) {
      const std::string expert = name + "experts." + std::to_string(order[s]) + ".";
      const Vector out = m_.multiply(
          expert + "w2.weight", map(m_.multiply(expert + "w1.weight", n), silu) * m_.multiply(expert + "w3.weight", n));
      y = weighted(1, y, std::exp(logits[order[s]]) / sum, out);
    }
    return y;
  }

  const TinyModel& m_;
  Variant v_;
  AttentionHistory past_;
  KeyHistory history_;
  int position_ = 0;
};

const std::vector<std::pair<const char*, std::string>> kConfig{
    {"model_type", "'minimax'"},  {"hidden_size", "32"},        {"num_hidden_layers", "2"}, {"rms_norm_eps", "1e-5"},
    {"num_attention_heads", "4"}, {"num_key_value_heads", "2"}, {"head_dim", "8"},          {"intermediate_size", "24"},
    {"num_local_experts", "4"},   {"num_experts_per_tok", "2"}};
constexpr const char* kNewer =
    "'layer_types':['linear_attention','full_attention'],'full_attn_alpha_factor':0.5,'full_attn_beta_factor':2,"
    "'linear_attn_alpha_factor':1.5,'linear_attn_beta_factor':0.75,'mlp_alpha_factor':1.25,'mlp_beta_factor':0.5,"
    "'rope_parameters':{'rope_type':'default','rope_theta':10000.0}";
constexpr const char* kFirst =
    "'model_type':'minimax_text_01','attn_type_list':[0,1],'postnorm':true,'shared_intermediate_size':0,"
    "'layernorm_full_attention_alpha':0.5,'layernorm_full_attention_beta':2,'layernorm_linear_attention_alpha':1.5,"
    "'layernorm_linear_attention_beta':0.75,'layernorm_mlp_alpha':1.25,'layernorm_mlp_beta':0.5,'rotary_dim':4,"
    "'rope_theta':10000.0";

}  // namespace

class MinimaxTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void agrees_with_float64_data() {
    QTest::addColumn<QString>("config");
    QTest::addColumn<int>("turned");
    QTest::addColumn<bool>("factors");
    QTest::newRow("no factors") << "'rope_theta':10000.0" << kSize << false;
    QTest::newRow("transformers' config") << kNewer << kSize << true;
    QTest::newRow("first config") << kFirst << 4 << true;
  }

  void agrees_with_float64() {
    QFETCH(QString, config);
    QFETCH(int, turned);
    QFETCH(bool, factors);
    const TinyModel m = make_model();
    const Variant v = factors ? Variant{turned, 1.5, 0.75, 0.5, 2, 1.25, 0.5} : Variant{turned};
    Reference reference(m, v);
    const auto wrong = check_all(write(m, config.toStdString()),
                                 make_oracle(kVocabulary, [&](int token) { return reference(token); }));
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void what_transformers_keeps_of_the_slopes_is_read_or_left_out() {
    TinyModel m = make_model();
    const auto expected = logits_of(write(m, kNewer));
    const std::string name = layer_name(0) + "self_attn.";
    for (const char* kept : {"query_decay", "key_decay", "diagonal_decay"}) m.add(name + kept, {4, 4}, 1);
    m.add(name + "slope_rate", {kHeads, 1, 1}, 0);
    for (int h = 0; h < kHeads; ++h) m[name + "slope_rate"].values[std::size_t(h)] = float(slope(h, 0));
    const auto same = logits_of(write(m, kNewer));
    QVERIFY(relative_error(same, expected) < 1e-6);
    for (float& value : m[name + "slope_rate"].values) value *= 2;
    QVERIFY(relative_error(logits_of(write(m, kNewer)), expected) > 1e-3);
  }

  void wrong_files_are_refused_data() {
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<int>("size");  // of a vector in its place; 0: none
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("message");
    QTest::newRow("kinds") << "" << 0 << "'attn_type_list':[1,1]"
                           << "of another kind than its config says";
    QTest::newRow("attention heads") << "" << 0 << "'num_key_value_heads':3"
                                     << "4 query heads cannot share 3 key heads";
    QTest::newRow("experts") << "" << 0 << "'num_experts_per_tok':5"
                             << "5 of 4 experts";
    QTest::newRow("heads") << "" << 0 << "'head_dim':16"
                           << "its 32 channels are not 4 heads of 16";
    QTest::newRow("more experts") << "" << 0 << "'num_local_experts':60000"
                                  << "says 60000 where its router knows 4";
    QTest::newRow("no experts") << "" << 0 << "'num_local_experts':0"
                                << "num_local_experts";
    QTest::newRow("shared experts") << "" << 0 << "'shared_intermediate_size':64"
                                    << "shared_intermediate_size";
    QTest::newRow("norms before") << "" << 0 << "'postnorm':false"
                                  << "postnorm";
    QTest::newRow("activation") << "" << 0 << "'hidden_act':'gelu'"
                                << "hidden_act";
    QTest::newRow("factor") << "" << 0 << "'mlp_alpha_factor':'much'"
                            << "mlp_alpha_factor";
    QTest::newRow("missing expert") << "model.layers.1.block_sparse_moe.experts.3.w2.weight" << 0 << ""
                                    << "experts.3.w2";
    QTest::newRow("misshapen") << "model.layers.0.self_attn.qkv_proj.weight" << 9 << ""
                               << "has shape [9] where [96, 32]";
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

  static std::vector<float> logits_of(const std::filesystem::path& path) {
    const std::vector<TokenId> tokens{3, 1, 4, 1, 5, 9, 2, 6};
    const auto pass = load_pass(path);
    auto state = *pass->new_state();
    return read_tokens(*pass, *state, tokens, tokens.size());
  }

  QTemporaryDir folder_;
};

QTEST_APPLESS_MAIN(MinimaxTest)
#include "minimax_test.moc"
