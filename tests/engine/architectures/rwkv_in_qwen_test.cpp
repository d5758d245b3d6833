// QRWKV-6 and ARWKV-7, whose time mixing stands in a Qwen model, against a float64 implementation, in the layouts of
// transformers and of GGUF.
#include "tests/support/engine/architecture_checks.h"
#include "tests/support/engine/tiny_attention.h"
#include "tests/support/engine/tiny_delta.h"
#include "tests/support/engine/tiny_gguf.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr int kLayers = 2, kVocabulary = 40, kWidth = 48, kFeedForward = 56, kHeads = 3, kHeadSize = 16, kRank = 4,
              kDecayRank = 6;
constexpr double kEpsilon = 1e-6;

std::string layer_name(int layer) {
  return "model.layers." + std::to_string(layer) + ".";
}

void add_body(TinyModel& m) {
  m.add("model.embed_tokens.weight", {kVocabulary, kWidth}, 1);
  m.add("model.norm.weight", {kWidth}, 0.3f, 1);
  m.add_linear("lm_head.weight", kVocabulary, kWidth);
  for (int layer = 0; layer < kLayers; ++layer) {
    const std::string block = layer_name(layer);
    for (const char* name : {"input_layernorm", "post_attention_layernorm"})
      m.add(block + name + ".weight", {kWidth}, 0.3f, 1);
    for (const char* name : {"gate_proj", "up_proj"})
      m.add_linear(block + "mlp." + name + ".weight", kFeedForward, kWidth);
    m.add_linear(block + "mlp.down_proj.weight", kWidth, kFeedForward);
  }
}

/// The network around `mixer(layer, normed)`.
template <class Mixer>
Vector body_logits(const TinyModel& m, int token, const Mixer& mixer) {
  Vector x = m.row("model.embed_tokens.weight", token);
  for (int layer = 0; layer < kLayers; ++layer) {
    const std::string block = layer_name(layer);
    x = x + mixer(layer, rms_norm(x, m(block + "input_layernorm.weight"), kEpsilon));
    const Vector n = rms_norm(x, m(block + "post_attention_layernorm.weight"), kEpsilon);
    x = x + m.multiply(block + "mlp.down_proj.weight", map(m.multiply(block + "mlp.gate_proj.weight", n), silu) *
                                                           m.multiply(block + "mlp.up_proj.weight", n));
  }
  return m.multiply("lm_head.weight", rms_norm(x, m("model.norm.weight"), kEpsilon));
}

// ---- QRWKV-6 --------------------------------------------------------------------------------------------------------

/// The authors' order.
constexpr const char* kShares = "rkvwg";

TinyModel make_six(int key_heads, bool biases) {
  TinyModel m;
  add_body(m);
  for (int layer = 0; layer < kLayers; ++layer) {
    const std::string att = layer_name(layer) + "self_attn.";
    m.add(att + "time_maa_x", {1, 1, kWidth}, 0.5f, 0.5f);
    for (const char* share = kShares; *share; ++share) m.add(att + "time_maa_" + *share, {1, 1, kWidth}, 0.5f, 0.5f);
    m.add(att + "time_maa_w1", {kWidth, 5 * kRank}, 0.2f);
    m.add(att + "time_maa_w2", {5, kRank, kWidth}, 0.3f);
    m.add(att + "time_decay", {1, 1, kWidth}, 1, -1);
    m.add(att + "time_decay_w1", {kWidth, kDecayRank}, 0.2f);
    m.add(att + "time_decay_w2", {kDecayRank, kWidth}, 0.3f);
    for (const char* name : {"q_proj", "gate", "o_proj"}) m.add_linear(att + name + ".weight", kWidth, kWidth);
    for (const char* name : {"k_proj", "v_proj"}) m.add_linear(att + name + ".weight", key_heads * kHeadSize, kWidth);
    if (!biases) continue;
    m.add(att + "q_proj.bias", {kWidth}, 0.5f);
    for (const char* name : {"k_proj", "v_proj"}) m.add(att + name + ".bias", {key_heads * kHeadSize}, 0.5f);
  }
  return m;
}

class Six {
 public:
  Six(const TinyModel& m, int key_heads, bool biases)
      : m_(m), key_heads_(key_heads), biases_(biases), layers_(kLayers) {}

  Vector operator()(int token) {
    return body_logits(m_, token, [&](int layer, const Vector& now) { return time_mix(layer, now); });
  }

 private:
  struct Layer {
    Vector previous;
    AttentionHistory history;
  };

  Vector projected(const std::string& name, const Vector& x) const {
    const Vector y = m_.multiply(name + ".weight", x);
    return biases_ ? y + m_(name + ".bias") : y;
  }

  Vector repeated(const Vector& x) const {
    Vector y;
    for (int h = 0; h < kHeads; ++h) {
      const auto from = x.begin() + h / (kHeads / key_heads_) * kHeadSize;
      y.insert(y.end(), from, from + kHeadSize);
    }
    return y;
  }

  Vector time_mix(int index, const Vector& now) {
    const std::string att = layer_name(index) + "self_attn.";
    Layer& layer = layers_[index];
    if (layer.previous.empty()) layer.previous.resize(now.size());
    const Vector difference = layer.previous + map(now, [](double v) { return -v; });
    const Vector base = now + difference * m_(att + "time_maa_x");
    const Vector h = map(m_.multiply_left(base, att + "time_maa_w1"), [](double v) { return std::tanh(v); });
    const Vector w2 = m_(att + "time_maa_w2");
    std::map<char, Vector> mixed;
    for (int m = 0; m < 5; ++m) {
      Vector share = m_(att + "time_maa_" + kShares[m]);
      for (std::size_t i = 0; i < kRank * now.size(); ++i)
        share[i % now.size()] += h[m * kRank + i / now.size()] * w2[m * kRank * now.size() + i];
      mixed[kShares[m]] = now + difference * share;
    }
    layer.previous = now;
    const Vector low = map(m_.multiply_left(mixed['w'], att + "time_decay_w1"), [](double v) { return std::tanh(v); });
    const Vector decay = map(m_(att + "time_decay") + m_.multiply_left(low, att + "time_decay_w2"),
                             [](double v) { return std::exp(-std::exp(v)); });
    const Vector written =
        zip(repeated(projected(att + "k_proj", mixed['k'])), decay, [](double k, double w) { return k * (1 - w); });
    layer.history.add(written, repeated(projected(att + "v_proj", mixed['v'])), decay);
    const Vector y = map(layer.history.read(projected(att + "q_proj", mixed['r']), nullptr, kHeads),
                         [](double v) { return v / std::sqrt(double(kHeadSize)); });
    return m_.multiply(att + "o_proj.weight", y * map(m_.multiply(att + "gate.weight", mixed['g']), sigmoid));
  }

  const TinyModel& m_;
  int key_heads_;
  bool biases_;
  std::vector<Layer> layers_;
};

/// Five blocks of `size` numbers from the authors' order r, k, v, w, g into GGUF's w, k, v, r, g.
std::vector<float> reordered(const std::vector<float>& values) {
  const std::size_t size = values.size() / 5;
  std::vector<float> out;
  for (std::size_t m : {3, 1, 2, 0, 4})
    out.insert(out.end(), values.begin() + m * size, values.begin() + (m + 1) * size);
  return out;
}

std::string gguf_body_name(const std::string& name) {
  return renamed(name, {{"model.embed_tokens", "token_embd"},
                        {"model.norm", "output_norm"},
                        {"lm_head", "output"},
                        {"model.layers", "blk"},
                        {"input_layernorm", "attn_norm"},
                        {"post_attention_layernorm", "ffn_norm"},
                        {"mlp.gate_proj", "ffn_gate"},
                        {"mlp.up_proj", "ffn_up"},
                        {"mlp.down_proj", "ffn_down"}});
}

/// As llama.cpp's converter writes them.
TinyModel six_as_gguf(const TinyModel& m) {
  TinyModel out;
  for (auto [name, tensor] : m.tensors()) {
    const bool share = name.find("time_maa_") != std::string::npos && std::string("rkvwg").find(name.back()) < 5 &&
                       name[name.size() - 2] == '_';
    if (share) continue;
    if (name.ends_with("_w1") || name.ends_with("_w2")) tensor = transposed(tensor);
    if (name.ends_with("maa_w1") || name.ends_with("maa_w2")) tensor.values = reordered(tensor.values);
    std::string to = renamed(gguf_body_name(name), {{"self_attn.time_maa_x", "time_mix_lerp_x"},
                                                    {"self_attn.time_maa_", "time_mix_"},
                                                    {"self_attn.time_decay", "time_mix_decay"},
                                                    {"self_attn.q_proj", "time_mix_receptance"},
                                                    {"self_attn.k_proj", "time_mix_key"},
                                                    {"self_attn.v_proj", "time_mix_value"},
                                                    {"self_attn.o_proj", "time_mix_output"},
                                                    {"self_attn.gate", "time_mix_gate"}});
    if (!to.ends_with(".weight") && !to.ends_with(".bias")) to += ".weight";
    out.put(to, tensor);
  }
  for (int layer = 0; layer < kLayers; ++layer) {
    TinyModel::Tensor all{{5, 1, 1, kWidth}, {}};
    for (char share : std::string("wkvrg")) {
      const auto& values = m.tensors().at(layer_name(layer) + "self_attn.time_maa_" + share).values;
      all.values.insert(all.values.end(), values.begin(), values.end());
    }
    out.put("blk." + std::to_string(layer) + ".time_mix_lerp_fused.weight", all);
  }
  return out;
}

// ---- ARWKV-7 --------------------------------------------------------------------------------------------------------

struct SevenParts {
  bool gate = true, norm = true;
};

TinyModel make_seven(const SevenParts& parts) {
  TinyModel m;
  add_body(m);
  for (int layer = 0; layer < kLayers; ++layer) {
    const std::string att = layer_name(layer) + "self_attn.time_mixer.";
    for (char share : std::string(parts.gate ? "rwkvag" : "rwkva"))
      m.add(att + "x_" + share, {1, 1, kWidth}, 0.5f, 0.5f);
    for (char letter : std::string(layer == 0 ? "wa" : "wav")) {
      m.add(att + letter + "0", {1, 1, kWidth}, 0.5f);
      m.add(att + letter + "1", {kWidth, kRank}, 0.3f);
      m.add(att + letter + "2", {kRank, kWidth}, 0.3f);
    }
    if (parts.gate) {
      m.add(att + "g1", {kWidth, kRank}, 0.3f);
      m.add(att + "g2", {kRank, kWidth}, 1);
    }
    m.add(att + "k_k", {1, 1, kWidth}, 0.2f, 0.9f);
    m.add(att + "k_a", {1, 1, kWidth}, 0.2f, 1);
    m.add(att + "r_k", {kHeads, kHeadSize}, 0.3f);
    for (const char* name : {"receptance", "key", "value", "output"})
      m.add_linear(att + name + ".weight", kWidth, kWidth);
    if (parts.norm) m.add_norm(att + "ln_x", kWidth);
  }
  return m;
}

class Seven {
 public:
  Seven(const TinyModel& m, const SevenParts& parts) : m_(m), parts_(parts), layers_(kLayers) {}

  Vector operator()(int token) {
    return body_logits(m_, token, [&](int layer, const Vector& now) { return time_mix(layer, now); });
  }

 private:
  struct Layer {
    Vector previous, state = Vector(kWidth * kHeadSize);  // [value][key] of every head
  };

  Vector low_rank(const std::string& name, const Vector& x, double (*inner)(double)) const {
    return m_(name + "0") + m_.multiply_left(map(m_.multiply_left(x, name + "1"), inner), name + "2");
  }

  Vector time_mix(int index, const Vector& now) {
    const std::string att = layer_name(index) + "self_attn.time_mixer.";
    Layer& layer = layers_[index];
    if (layer.previous.empty()) layer.previous.resize(now.size());
    const auto shifted = [&](const char* share) {
      return now + (layer.previous + map(now, [](double v) { return -v; })) * m_(att + share);
    };
    const auto itself = [](double v) { return v; };
    const Vector r = m_.multiply(att + "receptance.weight", shifted("x_r")),
                 k = m_.multiply(att + "key.weight", shifted("x_k"));
    Vector v = m_.multiply(att + "value.weight", shifted("x_v"));
    const Vector w = map(low_rank(att + "w", shifted("x_w"), [](double x) { return std::tanh(x); }),
                         [](double x) { return std::exp(-std::exp(-0.5) * sigmoid(x)); });
    const Vector a = map(low_rank(att + "a", shifted("x_a"), itself), sigmoid);
    if (index == 0) {
      first_ = v;
    } else {
      const Vector share = map(low_rank(att + "v", shifted("x_v"), itself), sigmoid);
      for (std::size_t i = 0; i < v.size(); ++i) v[i] += (first_[i] - v[i]) * share[i];
    }
    Vector gate(kWidth, 1);
    if (parts_.gate) gate = m_.multiply_left(map(m_.multiply_left(shifted("x_g"), att + "g1"), sigmoid), att + "g2");
    layer.previous = now;
    const Vector key = zip(k, zip(a, m_(att + "k_a"), [](double x, double y) { return 1 + (x - 1) * y; }),
                           [](double x, double y) { return x * y; });
    Vector y = recurrence(layer.state, r, w, key, v, k * m_(att + "k_k"), a), bonus(kWidth);
    const Vector weighted = r * key * m_(att + "r_k");
    for (int i = 0; i < kWidth; ++i) {
      for (int j = 0; j < kHeadSize; ++j) bonus[i] += weighted[i / kHeadSize * kHeadSize + j];
    }
    if (parts_.norm) y = m_.layer_norm(y, att + "ln_x", 64e-5, kHeads);
    return m_.multiply(att + "output.weight", (y + bonus * v) * gate);
  }

  static Vector recurrence(Vector& state, const Vector& r, const Vector& w, const Vector& k, const Vector& v,
                           const Vector& removed, const Vector& a) {
    Vector y(kWidth);
    for (int i = 0; i < kWidth; ++i) {
      const int first = i / kHeadSize * kHeadSize;
      double norm = 0, under = 0;
      for (int j = first; j < first + kHeadSize; ++j) norm += removed[j] * removed[j];
      norm = std::sqrt(norm);
      double* row = &state[i * kHeadSize];
      for (int j = 0; j < kHeadSize; ++j) under -= row[j] * removed[first + j] / norm;
      for (int j = 0; j < kHeadSize; ++j) {
        const int c = first + j;
        row[j] = row[j] * w[c] + v[i] * k[c] + under * removed[c] / norm * a[c];
        y[i] += row[j] * r[c];
      }
    }
    return y;
  }

  const TinyModel& m_;
  SevenParts parts_;
  Vector first_;
  std::vector<Layer> layers_;
};

TinyModel seven_as_gguf(const TinyModel& m, const SevenParts& parts) {
  TinyModel out;
  for (auto [name, tensor] : m.tensors()) {
    if (name.find("time_mixer.x_") != std::string::npos) continue;
    const bool pair = name.find("time_mixer.") != std::string::npos && (name.back() == '1' || name.back() == '2');
    if (pair) tensor = transposed(tensor);
    if (name.ends_with("r_k")) tensor.shape = {kWidth};
    std::string to = renamed(gguf_body_name(name),
                             {{"self_attn.time_mixer.ln_x", "time_mix_ln"}, {"self_attn.time_mixer.", "time_mix_"}});
    if (!to.ends_with(".weight") && !to.ends_with(".bias")) to += ".weight";
    out.put(to, tensor);
  }
  for (int layer = 0; layer < kLayers; ++layer) {
    TinyModel::Tensor all{{parts.gate ? 6 : 5, 1, 1, kWidth}, {}};
    for (char share : std::string(parts.gate ? "rwkvag" : "rwkva")) {
      const auto& values = m.tensors().at(layer_name(layer) + "self_attn.time_mixer.x_" + share).values;
      all.values.insert(all.values.end(), values.begin(), values.end());
    }
    out.put("blk." + std::to_string(layer) + ".time_mix_lerp_fused.weight", all);
    // The converter writes copies of a0, a1, a2 that nobody reads.
    for (const char* number : {"0", "1", "2"}) {
      if (layer == 0) {
        out.put(std::string("blk.0.time_mix_v") + number + ".weight",
                out[std::string("blk.0.time_mix_a") + number + ".weight"]);
      }
    }
  }
  return out;
}

}  // namespace

class RwkvInQwenTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void six_agrees_with_float64_data() {
    QTest::addColumn<int>("key_heads");
    QTest::addColumn<bool>("biases");
    QTest::addColumn<bool>("gguf");
    for (bool gguf : {false, true}) {
      const char* file = gguf ? "GGUF" : "transformers";
      QTest::addRow("%s", file) << kHeads << false << gguf;
      QTest::addRow("%s, shared heads, biases", file) << 1 << true << gguf;
    }
  }

  void six_agrees_with_float64() {
    QFETCH(int, key_heads);
    QFETCH(bool, biases);
    QFETCH(bool, gguf);
    const TinyModel m = make_six(key_heads, biases);
    const auto path = gguf ? write_six_gguf(six_as_gguf(m)) : write(m, kSix);
    Six reference(m, key_heads, biases);
    const auto wrong = check_all(path, make_oracle(kVocabulary, [&](int token) { return reference(token); }));
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void seven_agrees_with_float64_data() {
    QTest::addColumn<bool>("gate");
    QTest::addColumn<bool>("norm");
    QTest::addColumn<bool>("gguf");
    for (bool gguf : {false, true}) {
      const char* file = gguf ? "GGUF" : "transformers";
      QTest::addRow("%s", file) << true << true << gguf;
      QTest::addRow("%s, no gate", file) << false << true << gguf;
      QTest::addRow("%s, no norm", file) << true << false << gguf;
      QTest::addRow("%s, neither", file) << false << false << gguf;
    }
  }

  void seven_agrees_with_float64() {
    QFETCH(bool, gate);
    QFETCH(bool, norm);
    QFETCH(bool, gguf);
    const SevenParts parts{gate, norm};
    const TinyModel m = make_seven(parts);
    const auto path = gguf ? write_seven_gguf(seven_as_gguf(m, parts)) : write(m, kSeven);
    Seven reference(m, parts);
    const auto wrong = check_all(path, make_oracle(kVocabulary, [&](int token) { return reference(token); }));
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void wrong_files_are_refused_data() {
    QTest::addColumn<bool>("seven");
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<int>("size");  // of a vector in its place; 0: none
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, bool seven, const char* tensor, int size, const char* config,
                        const char* message) {
      QTest::newRow(name) << seven << QString(tensor) << size << QString(config) << QString(message);
    };
    row("no heads", false, "", 0, "'x':1", "num_attention_heads");
    row("heads that do not divide", false, "", 0, "'num_attention_heads':5", "do not divide into heads of 9");
    row("layers", false, "", 0, "'num_attention_heads':3,'num_hidden_layers':9", "num_hidden_layers");
    row("missing keys", false, "model.layers.0.self_attn.k_proj.weight", 0, kSix, "k_proj.weight' is missing");
    row("missing ranks", false, "model.layers.0.self_attn.time_maa_w1", 0, kSix, "time_maa_w1' is missing");
    row("missing share", false, "model.layers.1.self_attn.time_maa_v", 0, kSix,
        "'model.layers.1.self_attn.time_maa_v'");
    row("misshapen decay", false, "model.layers.1.self_attn.time_decay", 9, kSix, "has shape [9] where [48]");
    row("no embeddings", true, "model.embed_tokens.weight", 0, kSeven, "embed_tokens.weight' is missing");
    row("another version", true, "", 0, "'wkv_version':6", "wkv_version");
    row("missing pair", true, "model.layers.0.self_attn.time_mixer.w1", 0, kSeven, "time_mixer.w1' is missing");
    row("layers of attention", true, "model.layers.1.self_attn.time_mixer.v1", 0, kSeven, "time_mixer.v1' is missing");
    row("misshapen key", true, "model.layers.1.self_attn.time_mixer.k_k", 9, kSeven, "has shape [9] where [48]");
  }

  void wrong_files_are_refused() {
    QFETCH(bool, seven);
    QFETCH(QString, tensor);
    QFETCH(int, size);
    QFETCH(QString, config);
    QFETCH(QString, message);
    TinyModel m = seven ? make_seven({}) : make_six(kHeads, false);
    if (!tensor.isEmpty()) m.remove(tensor.toStdString());
    if (size > 0) m.add(tensor.toStdString(), {size}, 1);
    const auto refused = QString::fromStdString(refusal(write(m, config.toStdString())));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

  void ranks_that_are_not_five_times_one_are_refused() {
    TinyModel m = make_six(kHeads, false);
    m.remove("model.layers.0.self_attn.time_maa_w1");
    m.add("model.layers.0.self_attn.time_maa_w1", {kWidth, 21}, 1);
    const auto refused = refusal(write(m, kSix));
    QVERIFY2(refused.find("the 21 ranks of its token shift are not five times one") != std::string::npos,
             refused.c_str());
  }

  void a_gguf_head_size_that_does_not_divide_is_refused() {
    const auto refused = refusal(write_seven_gguf(seven_as_gguf(make_seven({}), {}), 7));
    QVERIFY2(refused.find("no multiple of head size 7") != std::string::npos, refused.c_str());
  }

 private:
  static constexpr const char* kSix = "'num_attention_heads':3,'num_key_value_heads':3,'rms_norm_eps':1e-6";
  static constexpr const char* kSeven = "'wkv_version':7,'head_size':16,'rms_norm_eps':1e-6,'num_hidden_layers':2";

  std::filesystem::path path(const char* name) const {
    return std::filesystem::path(folder_.path().toStdString()) / name;
  }

  std::filesystem::path write(const TinyModel& m, std::string config) const {
    m.write_safetensors(path("model.safetensors"));
    std::replace(config.begin(), config.end(), '\'', '"');
    std::ofstream(path("config.json")) << "{" + config + "}";
    return path("model.safetensors");
  }

  std::filesystem::path write_six_gguf(const TinyModel& m) const {
    GgufParts keys;
    keys.text_key("general.architecture", "rwkv6qwen2").u32_key("rwkv6qwen2.block_count", kLayers);
    keys.u32_key("rwkv6qwen2.wkv.head_size", kHeadSize).u32_key("rwkv6qwen2.token_shift_count", 1);
    write_gguf(path("model.gguf"), keys, m);
    return path("model.gguf");
  }

  std::filesystem::path write_seven_gguf(const TinyModel& m, std::uint32_t head_size = kHeadSize) const {
    GgufParts keys;
    keys.text_key("general.architecture", "arwkv7").u32_key("arwkv7.block_count", kLayers);
    keys.u32_key("arwkv7.wkv.head_size", head_size);
    write_gguf(path("model.gguf"), keys, m);
    return path("model.gguf");
  }

  QTemporaryDir folder_;
};

QTEST_APPLESS_MAIN(RwkvInQwenTest)
#include "rwkv_in_qwen_test.moc"
