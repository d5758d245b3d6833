// RWKV-7 in flash-linear-attention's layout gives the bits that the authors' layout of the same weights gives.
#include <QFile>

#include "tests/support/engine/architecture_checks.h"
#include "tests/support/engine/tiny_rwkv7.h"

using namespace eddy;
using namespace eddy::test;

namespace {

// Heads of 64: there the layout's epsilon after the recurrence, head size times 1e-5, is the authors' 64e-5.
constexpr TinyRwkv7 kTiny{.layers = 2, .width = 128, .head_size = 64, .feed_forward = 80, .rank = 6, .vocabulary = 40};

TinyModel::Tensor tensor_of(const ModelFile& file, const std::string& name) {
  const StoredTensor* stored = file.find(name);
  TinyModel::Tensor tensor{.shape = {stored->shape.begin(), stored->shape.end()}};
  tensor.values = numbers_of<float>(file, name);
  return tensor;
}

TinyModel::Tensor transposed(const TinyModel::Tensor& t) {
  TinyModel::Tensor out{{t.shape[1], t.shape[0]}, t.values};
  for (std::size_t i = 0; i < t.values.size(); ++i) {
    const auto columns = static_cast<std::size_t>(t.shape[1]), rows = static_cast<std::size_t>(t.shape[0]);
    out.values[i % columns * rows + i / columns] = t.values[i];
  }
  return out;
}

/// "att.w1" -> "attn.w_lora.lora.0.weight"
std::string fla_name(const std::string& authors) {
  const std::pair<const char*, const char*> parts[] = {{"emb.", "model.embeddings."},
                                                       {"ln_out", "model.norm"},
                                                       {"head.", "lm_head."},
                                                       {"blocks.", "model.layers."},
                                                       {"ln0", "pre_norm"},
                                                       {"ln1", "attn_norm"},
                                                       {"ln2", "ffn_norm"},
                                                       {"att.ln_x", "attn.g_norm"},
                                                       {"att.receptance", "attn.r_proj"},
                                                       {"att.key", "attn.k_proj"},
                                                       {"att.value", "attn.v_proj"},
                                                       {"att.output", "attn.o_proj"},
                                                       {"att.", "attn."}};
  std::string name = authors;
  for (const auto& [from, to] : parts) {
    const auto at = name.find(from);
    if (at == std::string::npos) continue;
    name.replace(at, std::string(from).size(), to);
    if (std::string(from).starts_with("att.") || std::string(from).starts_with("ln")) break;
  }
  const std::string letter = name.substr(name.size() - 2);
  const char* last[] = {"2.bias", "0.weight", "2.weight"};
  if (std::string("wavg").find(letter[0]) != std::string::npos && letter[1] >= '0' && letter[1] <= '2') {
    name.replace(name.size() - 1, 1, std::string("_lora.lora.") + last[letter[1] - '0']);
  }
  return name;
}

}  // namespace

class Rwkv7FlaTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    write_tiny_rwkv7(path("authors.safetensors"), kTiny);
    const auto file = open_or_die(path("authors.safetensors"));
    for (const auto& stored : file->tensors()) {
      if (stored.name.starts_with("blocks.0.att.v") && stored.name.size() == 15) continue;  // never used
      const std::string name = fla_name(stored.name);
      const auto tensor = tensor_of(*file, stored.name);
      const bool pair = name.find("_lora.") != std::string::npos && name.ends_with(".weight");
      model_.add(name, tensor.shape, 0);
      model_[name] = pair ? transposed(tensor) : tensor;
    }
    expected_ = logits_of(path("authors.safetensors"));
  }

  void same_bits_as_the_authors_layout() {
    write(model_, kConfig);
    QVERIFY(logits_of(path()) == expected_);
  }

  void same_bits_with_the_shares_in_one_tensor() {
    TinyModel older = model_;
    for (int layer = 0; layer < kTiny.layers; ++layer) {
      const std::string attn = "model.layers." + std::to_string(layer) + ".attn.";
      TinyModel::Tensor joined{.shape = {6, kTiny.width}};
      for (char letter : std::string("rwkvag")) {
        const auto& share = older[attn + "x_" + letter].values;
        joined.values.insert(joined.values.end(), share.begin(), share.end());
        older.remove(attn + "x_" + letter);
      }
      older.add(attn + "x_x", joined.shape, 0);
      older[attn + "x_x"] = joined;
    }
    write(older, kConfig);
    QVERIFY(logits_of(path()) == expected_);
  }

  void a_tied_head_is_the_table_of_embeddings() {
    TinyModel tied = model_;
    tied["lm_head.weight"] = tied["model.embeddings.weight"];
    write(tied, kConfig);
    const auto logits = logits_of(path());
    tied.remove("lm_head.weight");
    write(tied, std::string(kConfig) + ",'tie_word_embeddings':true");
    QVERIFY(logits_of(path()) == logits);
  }

  void the_readout_follows_the_configs_epsilon() {
    write(model_, "'norm_eps':1e-3");
    QVERIFY(logits_of(path()) != expected_);
  }

  void variants_are_refused_data() {
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("message");
    QTest::newRow("activation") << "'hidden_act':'gelu'"
                                << "'hidden_act'";
    QTest::newRow("no first norm") << "'norm_first':false"
                                   << "'norm_first'";
    QTest::newRow("no biases") << "'norm_bias':false"
                               << "'norm_bias'";
    QTest::newRow("wider values") << "'value_dim':[128,256]"
                                  << "'value_dim'";
    QTest::newRow("attention layers") << "'attn':{'layers':[1],'num_heads':2}"
                                      << "'attn'";
    QTest::newRow("layers") << "'num_hidden_layers':3"
                            << "does not agree with the 2 layers";
  }

  void variants_are_refused() {
    QFETCH(QString, config);
    QFETCH(QString, message);
    write(model_, config.toStdString());
    const auto refused = QString::fromStdString(refusal(path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

  void missing_and_misshapen_tensors_are_named() {
    TinyModel m = model_;
    m.remove("model.layers.0.attn.g_lora.lora.0.weight");
    write(m, kConfig);
    QVERIFY(refusal(path()).find("'model.layers.0.attn.g_lora.lora.0.weight' is missing") != std::string::npos);
    m = model_;
    m.remove("model.layers.0.attn.g_norm.weight");
    write(m, kConfig);
    QVERIFY(refusal(path()).find("'model.layers.0.attn.g_norm.weight' is missing") != std::string::npos);
    m = model_;
    m.remove("model.layers.0.attn.w_lora.lora.0.weight");
    m.add("model.layers.0.attn.w_lora.lora.0.weight", {4}, 1);
    write(m, kConfig);
    QVERIFY(refusal(path()).find("is missing or not a matrix") != std::string::npos);
    m = model_;
    m.remove("model.layers.1.attn.v_lora.lora.2.bias");
    write(m, kConfig);
    QVERIFY(refusal(path()).find("'model.layers.1.attn.v_lora.lora.2.bias'") != std::string::npos);
    m.add("model.layers.1.attn.v_lora.lora.2.bias", {127}, 1);
    write(m, kConfig);
    QVERIFY(refusal(path()).find("has shape [127] where [128]") != std::string::npos);
  }

 private:
  static constexpr const char* kConfig =
      "'hidden_act':'sqrelu','norm_first':true,'norm_bias':true,'value_dim':[128,128],'head_dim':64";

  std::filesystem::path path(const char* name = "model.safetensors") const {
    return std::filesystem::path(folder_.path().toStdString()) / name;
  }

  void write(const TinyModel& m, const std::string& config) const {
    m.write_safetensors(path());
    std::string json = "{'model_type':'rwkv7'," + config + "}";
    std::replace(json.begin(), json.end(), '\'', '"');
    std::ofstream(path("config.json")) << json;
  }

  static std::vector<float> logits_of(const std::filesystem::path& path) {
    const std::vector<TokenId> tokens{3, 1, 4, 1, 5, 9, 2, 6};
    const auto pass = load_pass(path);
    auto state = *pass->new_state();
    return read_tokens(*pass, *state, tokens, tokens.size());
  }

  QTemporaryDir folder_;
  TinyModel model_;
  std::vector<float> expected_;
};

QTEST_APPLESS_MAIN(Rwkv7FlaTest)
#include "rwkv7_fla_test.moc"
