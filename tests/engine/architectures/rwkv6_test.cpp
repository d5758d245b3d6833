// RWKV-6 against a float64 implementation written down from the paper, on models made here under the names of every
// kind of file.
#include "tests/engine/model_files/file_builders.h"
#include "tests/support/engine/architecture_checks.h"
#include "tests/support/engine/tiny_attention.h"
#include "tests/support/engine/tiny_rwkv.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr TinySizes kSizes;
constexpr int kHeads = 3, kHeadSize = 16, kMixRank = 4, kDecayRank = 6;
constexpr const char* kMixes[] = {"w", "k", "v", "r", "g"};

TinyModel make_model() {
  TinyModel m;
  const int width = kSizes.width;
  add_tiny_ends(m, kSizes);
  for (int layer = 0; layer < kSizes.layers; ++layer) {
    add_tiny_block(m, kSizes, layer, "time_maa_k", "time_maa_r");
    const std::string att = block_name(layer) + "att.";
    m.add(att + "time_maa_x", {1, 1, width}, 0.5f, 0.5f);
    for (const char* name : kMixes) m.add(att + "time_maa_" + name, {1, 1, width}, 0.5f, 0.5f);
    m.add(att + "time_maa_w1", {width, 5 * kMixRank}, 0.2f);
    m.add(att + "time_maa_w2", {5, kMixRank, width}, 0.3f);
    m.add(att + "time_decay", {1, 1, width}, 1, -1);
    m.add(att + "time_decay_w1", {width, kDecayRank}, 0.2f);
    m.add(att + "time_decay_w2", {kDecayRank, width}, 0.3f);
    m.add(att + "time_faaaa", {kHeads, kHeadSize}, 0.7f);
    for (const char* name : {"key", "value", "receptance", "gate", "output"})
      m.add_linear(att + name + ".weight", width, width);
    m.add_norm(att + "ln_x", width);
  }
  return m;
}

class Reference {
 public:
  explicit Reference(const TinyModel& m, double readout_epsilon = 64e-5)
      : m_(m), readout_epsilon_(readout_epsilon), layers_(kSizes.layers) {}

  Vector operator()(int token) {
    Vector x = tiny_input(m_, token);
    for (int layer = 0; layer < kSizes.layers; ++layer) {
      x = x + time_mix(layer, m_.layer_norm(x, block_name(layer) + "ln1", 1e-5));
      x = tiny_channel_mix(m_, layer, x, layers_[layer].ffn_previous, "time_maa_k", "time_maa_r",
                           [](double v) { return 1 - v; });
    }
    return tiny_output(m_, x);
  }

 private:
  struct Layer {
    Vector previous, ffn_previous;
    AttentionHistory history;
  };

  Vector time_mix(int index, const Vector& now) {
    const std::string att = block_name(index) + "att.";
    Layer& layer = layers_[index];
    if (layer.previous.empty()) layer.previous.resize(now.size());
    const Vector difference = layer.previous + map(now, [](double v) { return -v; });
    const Vector base = now + difference * m_(att + "time_maa_x");
    const Vector h = map(m_.multiply_left(base, att + "time_maa_w1"), [](double v) { return std::tanh(v); });
    const Vector w2 = m_(att + "time_maa_w2");
    std::map<std::string, Vector> mixed;
    for (int m = 0; m < 5; ++m) {
      Vector share = m_(att + "time_maa_" + kMixes[m]);
      for (std::size_t i = 0; i < kMixRank * now.size(); ++i) {
        share[i % now.size()] += h[m * kMixRank + i / now.size()] * w2[m * kMixRank * now.size() + i];
      }
      mixed[kMixes[m]] = now + difference * share;
    }
    const Vector low = map(m_.multiply_left(mixed["w"], att + "time_decay_w1"), [](double v) { return std::tanh(v); });
    const Vector decay = map(m_(att + "time_decay") + m_.multiply_left(low, att + "time_decay_w2"),
                             [](double v) { return std::exp(-std::exp(v)); });
    const Vector bonus = m_(att + "time_faaaa");
    layer.history.add(m_.multiply(att + "key.weight", mixed["k"]), m_.multiply(att + "value.weight", mixed["v"]),
                      decay);
    const Vector y = layer.history.read(m_.multiply(att + "receptance.weight", mixed["r"]), &bonus, kHeads);
    const Vector gate = map(m_.multiply(att + "gate.weight", mixed["g"]), [](double g) { return g * sigmoid(g); });
    layer.previous = now;
    return m_.multiply(att + "output.weight", m_.layer_norm(y, att + "ln_x", readout_epsilon_, kHeads) * gate);
  }

  const TinyModel& m_;
  double readout_epsilon_;
  std::vector<Layer> layers_;
};

TinyModel::Tensor transposed(const TinyModel::Tensor& t) {
  TinyModel::Tensor out{t.shape, std::vector<float>(t.values.size())};
  const std::size_t rank = t.shape.size(), rows = t.shape[rank - 2], columns = t.shape[rank - 1], size = rows * columns;
  std::swap(out.shape[rank - 2], out.shape[rank - 1]);
  for (std::size_t i = 0; i < t.values.size(); ++i) {
    out.values[i / size * size + i % columns * rows + i % size / columns] = t.values[i];
  }
  return out;
}

/// As rwkv.cpp's converter writes the authors' tensors.
std::string as_rwkv_cpp(const TinyModel& m) {
  const auto words = [](std::initializer_list<std::uint32_t> numbers) {
    std::string bytes;
    for (auto n : numbers) bytes += raw(n);
    return bytes;
  };
  std::string bytes = words({0x67676d66, 101, kSizes.vocabulary, kSizes.width, kSizes.layers, 0});
  for (auto [name, tensor] : m.tensors()) {
    if (name.ends_with("_w1") || name.ends_with("_w2")) tensor = transposed(tensor);
    if (name.ends_with("time_decay") || name.ends_with("time_faaaa")) tensor.shape = {kHeads, kHeadSize, 1};
    bytes += words({std::uint32_t(tensor.shape.size()), std::uint32_t(name.size()), 0});
    for (auto n = tensor.shape.rbegin(); n != tensor.shape.rend(); ++n) bytes += words({std::uint32_t(*n)});
    bytes += name;
    for (float value : tensor.values) bytes += raw(value);
  }
  return bytes;
}

/// The name that llama.cpp gives to a tensor.
std::string gguf_name(const std::string& name) {
  static const std::map<std::string, std::string> names{
      {"emb.weight", "token_embd.weight"},           {"blocks.0.ln0.weight", "token_embd_norm.weight"},
      {"blocks.0.ln0.bias", "token_embd_norm.bias"}, {"ln_out.weight", "output_norm.weight"},
      {"ln_out.bias", "output_norm.bias"},           {"head.weight", "output.weight"}};
  if (const auto found = names.find(name); found != names.end()) return found->second;
  QString other = QString::fromStdString(name);
  other.replace("blocks.", "blk.")
      .replace("ln1", "attn_norm")
      .replace("ln2", "attn_norm_2")
      .replace("att.ln_x", "time_mix_ln");
  other.replace("att.time_maa_x", "time_mix_lerp_x")
      .replace("att.time_faaaa", "time_mix_first")
      .replace("att.time_decay", "time_mix_decay");
  for (const char* mix : kMixes) {
    if (other.endsWith(QString("att.time_maa_") + mix)) other.replace("att.time_maa_", "time_mix_lerp_");
  }
  other.replace("att.time_maa_w", "time_mix_w").replace("ffn.time_maa_", "channel_mix_lerp_");
  other.replace("att.", "time_mix_").replace("ffn.", "channel_mix_");
  return (other.endsWith(".weight") || other.endsWith(".bias") ? other : other + ".weight").toStdString();
}

/// As llama.cpp's converter writes them; `fused`: the five shares in one tensor.
std::string as_gguf(TinyModel m, bool fused, int rescale_every) {
  GgufParts gguf;
  gguf.text_key("general.architecture", "rwkv6").u32_key("rwkv6.block_count", kSizes.layers);
  gguf.u32_key("rwkv6.rescale_every_n_layers", std::uint32_t(rescale_every));
  if (fused) {
    for (int layer = 0; layer < kSizes.layers; ++layer) {
      const std::string att = block_name(layer) + "att.";
      TinyModel::Tensor all{{5, 1, 1, kSizes.width}, {}};
      for (const char* mix : kMixes) {
        const auto& values = m[att + "time_maa_" + mix].values;
        all.values.insert(all.values.end(), values.begin(), values.end());
        m.remove(att + "time_maa_" + mix);
      }
      m.add(block_name(layer) + "time_mix_lerp_fused", {1}, 0);
      m[block_name(layer) + "time_mix_lerp_fused"] = all;
    }
  }
  for (auto [name, tensor] : m.tensors()) {
    if (name.ends_with("_w1") || name.ends_with("_w2")) tensor = transposed(tensor);
    const int layer = name.starts_with("blocks.") ? name[7] - '0' : 0;
    const bool last = name.ends_with("att.output.weight") || name.ends_with("ffn.value.weight");
    const float factor = last && rescale_every > 0 ? std::ldexp(1.0f, -(layer / rescale_every)) : 1.0f;
    gguf.data.resize((gguf.data.size() + 31) / 32 * 32);
    gguf.tensor(gguf_name(name), {tensor.shape.rbegin(), tensor.shape.rend()}, 0, gguf.data.size());
    for (float value : tensor.values) gguf.data += raw(value * factor);
  }
  gguf.data.resize((gguf.data.size() + 31) / 32 * 32);
  return gguf.bytes();
}

/// Rows of `size` numbers, five times over, from the authors' order w, k, v, r, g into r, w, k, v, g.
std::vector<float> reordered(const std::vector<float>& values) {
  const std::size_t size = values.size() / 5;
  std::vector<float> out;
  for (std::size_t m : {3, 0, 1, 2, 4})
    out.insert(out.end(), values.begin() + m * size, values.begin() + (m + 1) * size);
  return out;
}

/// As flash-linear-attention's models hold the same numbers.
TinyModel as_fla(TinyModel m) {
  const std::pair<const char*, const char*> ends[] = {{"emb.weight", "model.embeddings.weight"},
                                                      {"head.weight", "lm_head.weight"},
                                                      {"ln_out.weight", "model.norm.weight"},
                                                      {"ln_out.bias", "model.norm.bias"},
                                                      {"blocks.0.ln0.weight", "model.layers.0.pre_norm.weight"},
                                                      {"blocks.0.ln0.bias", "model.layers.0.pre_norm.bias"}};
  for (const auto& [from, to] : ends) m.rename(from, to);
  for (int layer = 0; layer < kSizes.layers; ++layer) {
    const std::string from = block_name(layer), to = "model.layers." + std::to_string(layer) + ".";
    std::vector<float> shares;
    for (const char* mix : kMixes) {
      const auto& values = m[from + "att.time_maa_" + mix].values;
      shares.insert(shares.end(), values.begin(), values.end());
      m.remove(from + "att.time_maa_" + mix);
    }
    m.add(to + "attn.x_bias", {5, kSizes.width}, 0);
    m[to + "attn.x_bias"].values = reordered(shares);
    const std::pair<const char*, const char*> names[] = {{"ln1.weight", "attn_norm.weight"},
                                                         {"ln1.bias", "attn_norm.bias"},
                                                         {"ln2.weight", "ffn_norm.weight"},
                                                         {"ln2.bias", "ffn_norm.bias"},
                                                         {"att.time_maa_x", "attn.x_proj.0.mu"},
                                                         {"att.time_maa_w1", "attn.x_proj.0.linear.weight"},
                                                         {"att.time_maa_w2", "attn.x_proj.2.weight"},
                                                         {"att.time_decay", "attn.w_proj.linear.lora.2.bias"},
                                                         {"att.time_decay_w1", "attn.w_proj.linear.lora.0.weight"},
                                                         {"att.time_decay_w2", "attn.w_proj.linear.lora.2.weight"},
                                                         {"att.time_faaaa", "attn.bonus"},
                                                         {"att.receptance.weight", "attn.r_proj.linear.weight"},
                                                         {"att.key.weight", "attn.k_proj.linear.weight"},
                                                         {"att.value.weight", "attn.v_proj.linear.weight"},
                                                         {"att.gate.weight", "attn.g_proj.linear.weight"},
                                                         {"att.output.weight", "attn.o_proj.weight"},
                                                         {"att.ln_x.weight", "attn.g_norm.weight"},
                                                         {"att.ln_x.bias", "attn.g_norm.bias"},
                                                         {"ffn.time_maa_k", "ffn.key.mu"},
                                                         {"ffn.time_maa_r", "ffn.receptance.mu"},
                                                         {"ffn.key.weight", "ffn.key.linear.weight"},
                                                         {"ffn.receptance.weight", "ffn.receptance.linear.weight"},
                                                         {"ffn.value.weight", "ffn.value.weight"}};
    for (const auto& [ours, theirs] : names) m.rename(from + ours, to + theirs);
    for (const char* name :
         {"attn.x_proj.0.linear.weight", "attn.w_proj.linear.lora.0.weight", "attn.w_proj.linear.lora.2.weight"}) {
      m[to + name] = transposed(m[to + name]);
    }
    auto& first = m[to + "attn.x_proj.0.linear.weight"].values;
    first = reordered(first);
    TinyModel::Tensor second{{5 * kMixRank, kSizes.width}, reordered(m[to + "attn.x_proj.2.weight"].values)};
    m[to + "attn.x_proj.2.weight"] = transposed(second);
  }
  return m;
}

}  // namespace

class Rwkv6Test : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void agrees_with_float64() {
    const TinyModel m = make_model();
    m.write_safetensors(path());
    Reference reference(m);
    const auto wrong = check_all(path(), make_oracle(kSizes.vocabulary, [&](int token) { return reference(token); }));
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void every_kind_of_file_gives_the_same_bits() {
    const TinyModel m = make_model();
    m.write_safetensors(path());
    renamed_for_transformers(m).write_safetensors(path("hf.safetensors"));
    write_file(folder_.path(), "model.bin", as_rwkv_cpp(m));
    write_file(folder_.path(), "fused.gguf", as_gguf(m, true, 0));
    write_file(folder_.path(), "separate.gguf", as_gguf(m, false, 0));
    const auto logits = logits_of("model.safetensors");
    for (const char* name : {"hf.safetensors", "model.bin", "fused.gguf", "separate.gguf"})
      QVERIFY2(logits_of(name) == logits, name);
  }

  void files_of_flash_linear_attention_have_their_own_epsilon() {
    const TinyModel m = make_model();
    as_fla(m).write_safetensors(path("fla.safetensors"));
    Reference reference(m, 1e-5);
    const auto oracle = make_oracle(kSizes.vocabulary, [&](int token) { return reference(token); });
    const auto wrong = check_all(path("fla.safetensors"), oracle);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void other_variants_of_flash_linear_attention_are_refused() {
    as_fla(make_model()).write_safetensors(path("fla.safetensors"));
    const auto with = [&](std::string config) {
      std::replace(config.begin(), config.end(), '\'', '"');
      std::ofstream(path("config.json")) << config;
      return QString::fromStdString(refusal(path("fla.safetensors")));
    };
    QCOMPARE(with("{'hidden_act':'sqrelu','norm_first':true,'num_hidden_layers':2,'norm_eps':1e-5}"), QString());
    QVERIFY(with("{'hidden_act':'relu'}").contains("'hidden_act' makes it a variant"));
    QVERIFY(with("{'norm_first':false}").contains("'norm_first' makes it a variant"));
    QVERIFY(with("{'num_hidden_layers':1}").contains("key 'num_hidden_layers' does not agree with the 2 layers"));
    for (const char* epsilon : {"0.0", "2.0", "'small'"}) {
      QVERIFY(
          with(std::string("{'norm_eps':") + epsilon + "}").contains("key 'norm_eps' is not a small positive number"));
    }
    std::filesystem::remove(path("config.json"));
  }

  void a_rescaled_residual_gives_the_same_logits() {
    const TinyModel m = make_model();
    write_file(folder_.path(), "plain.gguf", as_gguf(m, true, 0));
    write_file(folder_.path(), "rescaled.gguf", as_gguf(m, true, 1));
    QVERIFY(relative_error(logits_of("rescaled.gguf"), logits_of("plain.gguf")) <
            1e-3);  // but for the epsilon of norms
    QVERIFY(logits_of("rescaled.gguf") != logits_of("plain.gguf"));
  }

  void wrong_files_are_refused_data() {
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<QList<int>>("shape");  // in its place; empty: none
    QTest::addColumn<QString>("message");
    const QList<int> none;
    QTest::newRow("missing") << "blocks.1.att.time_maa_g" << none << "'blocks.1.att.time_maa_g'";
    QTest::newRow("missing value") << "blocks.0.att.value.weight" << none
                                   << "tensor 'blocks.0.att.value.weight' is missing";
    QTest::newRow("missing rank") << "blocks.0.att.time_decay_w1" << none
                                  << "tensor 'blocks.0.att.time_decay_w1' is missing";
    QTest::newRow("missing mix rank") << "blocks.0.att.time_maa_w1" << none
                                      << "tensor 'blocks.0.att.time_maa_w1' is missing";
    QTest::newRow("rank not of five") << "blocks.0.att.time_maa_w1" << QList{48, 21} << "are not five times a rank";
    QTest::newRow("heads that do not divide")
        << "blocks.0.att.time_faaaa" << QList{5, 16} << "do not divide into 5 heads";
    QTest::newRow("misshapen") << "blocks.1.att.time_maa_w2" << QList{5, 4, 47}
                               << "has shape [5, 4, 47] where [5, 4, 48]";
    QTest::newRow("experiment") << "blocks.0.att.gate_w1" << QList{4, 4} << "variant that this version cannot run";
  }

  void wrong_files_are_refused() {
    QFETCH(QString, tensor);
    QFETCH(QList<int>, shape);
    QFETCH(QString, message);
    TinyModel m = make_model();
    const auto name = tensor.toStdString();
    if (m.tensors().contains(name)) m.remove(name);
    if (!shape.empty()) m.add(name, {shape.begin(), shape.end()}, 1);
    m.write_safetensors(path());
    const auto refused = QString::fromStdString(refusal(path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

  void wrong_keys_are_refused() {
    const auto message_of = [&](const std::string& bytes) {
      write_file(folder_.path(), "wrong.gguf", bytes);
      return QString::fromStdString(refusal(path("wrong.gguf")));
    };
    QByteArray bytes = QByteArray::fromStdString(as_gguf(make_model(), true, 0));
    const auto with = [&](const char* key, std::uint32_t kind, auto value) {
      QByteArray changed = bytes;
      const auto at = changed.indexOf(key) + qsizetype(std::strlen(key));
      std::memcpy(changed.data() + at, &kind, sizeof kind);
      std::memcpy(changed.data() + at + sizeof kind, &value, sizeof value);
      return changed.toStdString();
    };
    QVERIFY(message_of(with("rwkv6.block_count", 4, std::uint32_t(3))).contains("does not agree with the 2 layers"));
    QVERIFY(message_of(with("rescale_every_n_layers", 5, std::int32_t(-1))).contains("is not a number of layers"));
    QVERIFY(message_of(with("rescale_every_n_layers", 6, 1.5f)).contains("is not a number of layers"));
  }

 private:
  std::filesystem::path path(const char* name = "model.safetensors") const {
    return std::filesystem::path(folder_.path().toStdString()) / name;
  }

  std::vector<float> logits_of(const char* name) const {
    const std::vector<TokenId> tokens{3, 1, 4, 1, 5, 9, 2, 6};
    const auto pass = load_pass(path(name));
    auto state = *pass->new_state();
    return read_tokens(*pass, *state, tokens, tokens.size());
  }

  QTemporaryDir folder_;
};

QTEST_APPLESS_MAIN(Rwkv6Test)
#include "rwkv6_test.moc"
