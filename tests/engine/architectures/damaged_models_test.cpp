// Model files that do not fit together: every refusal names the file and the culprit.
#include <QTemporaryDir>
#include <QTest>
#include <functional>
#include <map>

#include "engine/architectures/architectures.h"
#include "engine/sequence/make_forward_pass.h"

using namespace eddy;

namespace {

/// A model file in memory: shapes without numbers.
class FakeFile final : public ModelFile {
 public:
  const std::filesystem::path& path() const override { return path_; }
  std::string_view file_format() const override { return format_; }
  std::int64_t file_bytes() const override { return 0; }
  std::vector<std::filesystem::path> parts() const override { return {path_}; }
  std::span<const StoredTensor> tensors() const override { return tensors_; }
  const StoredTensor* find(std::string_view name) const override {
    for (const auto& tensor : tensors_) {
      if (tensor.name == name) return &tensor;
    }
    return nullptr;
  }
  const MetadataValue* metadata(std::string_view key) const override {
    const auto found = metadata_.find(std::string(key));
    return found == metadata_.end() ? nullptr : &found->second;
  }
  std::span<const ForeignTensor> foreign_tensors() const override { return {}; }
  std::vector<std::string_view> metadata_keys() const override { return {}; }
  std::filesystem::path folder() const override { return "."; }

  void add(const std::string& name, std::vector<std::int64_t> shape, WeightFormat format = WeightFormat::F32) {
    tensors_.push_back({name, format, std::move(shape), {}});
  }
  void remove(const std::string& name) {
    std::erase_if(tensors_, [&](const auto& tensor) { return tensor.name == name; });
  }
  StoredTensor& at(const std::string& name) { return const_cast<StoredTensor&>(*find(name)); }

  std::filesystem::path path_ = "some/model.file";
  std::string format_ = "safetensors";
  std::vector<StoredTensor> tensors_;
  std::map<std::string, MetadataValue> metadata_;
};

constexpr std::int64_t kWidth = 64, kVocabulary = 100, kRank = 8, kForward = 256, kHead = 32;

FakeFile authors_file() {
  FakeFile file;
  file.add("emb.weight", {kVocabulary, kWidth});
  const auto norm = [&](const std::string& name) {
    file.add(name + ".weight", {kWidth});
    file.add(name + ".bias", {kWidth});
  };
  norm("blocks.0.ln0");
  for (int layer = 0; layer < 2; ++layer) {
    const std::string block = "blocks." + std::to_string(layer) + ".", att = block + "att.";
    norm(block + "ln1");
    norm(block + "ln2");
    norm(att + "ln_x");
    for (const char* name : {"x_r", "x_w", "x_k", "x_v", "x_a", "x_g", "w0", "a0", "v0", "k_k", "k_a"})
      file.add(att + name, {1, 1, kWidth});
    for (const char* name : {"w", "a", "v", "g"}) {
      file.add(att + name + "1", {kWidth, kRank});
      file.add(att + name + "2", {kRank, kWidth});
    }
    file.add(att + "r_k", {kWidth / kHead, kHead});
    for (const char* name : {"receptance", "key", "value", "output"})
      file.add(att + name + ".weight", {kWidth, kWidth});
    file.add(block + "ffn.x_k", {1, 1, kWidth});
    file.add(block + "ffn.key.weight", {kForward, kWidth});
    file.add(block + "ffn.value.weight", {kWidth, kForward});
  }
  norm("ln_out");
  file.add("head.weight", {kVocabulary, kWidth});
  return file;
}

FakeFile gguf_file() {
  FakeFile file;
  file.format_ = "gguf";
  file.metadata_["general.architecture"] = std::string("rwkv7");
  file.metadata_["rwkv7.wkv.head_size"] = kHead;
  file.metadata_["rwkv7.block_count"] = std::int64_t{2};
  file.add("token_embd.weight", {kVocabulary, kWidth});
  const auto norm = [&](const std::string& name) {
    file.add(name + ".weight", {kWidth});
    file.add(name + ".bias", {kWidth});
  };
  norm("token_embd_norm");
  for (int layer = 0; layer < 2; ++layer) {
    const std::string block = "blk." + std::to_string(layer) + ".", mix = block + "time_mix_";
    norm(block + "attn_norm");
    norm(block + "attn_norm_2");
    norm(mix + "ln");
    file.add(mix + "lerp_fused.weight", {6, 1, 1, kWidth});
    for (const char* name : {"w0", "a0", "v0", "k_k", "k_a", "r_k"}) file.add(mix + name + ".weight", {kWidth});
    for (const char* name : {"w", "a", "v", "g"}) {
      file.add(mix + name + "1.weight", {kRank, kWidth});
      file.add(mix + name + "2.weight", {kWidth, kRank});
    }
    for (const char* name : {"receptance", "key", "value", "output"})
      file.add(mix + name + ".weight", {kWidth, kWidth});
    file.add(block + "channel_mix_lerp_k.weight", {1, 1, kWidth});
    file.add(block + "channel_mix_key.weight", {kForward, kWidth});
    file.add(block + "channel_mix_value.weight", {kWidth, kForward});
  }
  norm("output_norm");
  file.add("output.weight", {kVocabulary, kWidth});
  return file;
}

FakeFile mixtral_file() {
  FakeFile file;
  file.metadata_ = {{"model_type", std::string("mixtral")},       {"hidden_size", kWidth},
                    {"intermediate_size", kForward},              {"num_hidden_layers", std::int64_t{1}},
                    {"num_attention_heads", std::int64_t{2}},     {"num_local_experts", std::int64_t{2}},
                    {"num_experts_per_tok", std::int64_t{1}}};
  file.add("model.embed_tokens.weight", {kVocabulary, kWidth});
  file.add("lm_head.weight", {kVocabulary, kWidth});
  file.add("model.norm.weight", {kWidth});
  const std::string block = "model.layers.0.", experts = block + "block_sparse_moe.";
  for (const char* name : {"input_layernorm", "post_attention_layernorm"}) file.add(block + name + ".weight", {kWidth});
  for (const char* name : {"q", "k", "v", "o"}) file.add(block + "self_attn." + name + "_proj.weight", {kWidth, kWidth});
  file.add(experts + "gate.weight", {2, kWidth});
  for (const char* e : {"0", "1"}) {
    file.add(experts + "experts." + e + ".w1.weight", {kForward, kWidth});
    file.add(experts + "experts." + e + ".w2.weight", {kWidth, kForward});
    file.add(experts + "experts." + e + ".w3.weight", {kForward, kWidth});
  }
  return file;
}

using Damage = std::function<void(FakeFile&)>;

}  // namespace

Q_DECLARE_METATYPE(Damage)

class DamagedModelsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whole_files_are_accepted() {
    for (const FakeFile& file : {authors_file(), gguf_file()}) {
      const auto facts = network_facts(file);
      QVERIFY2(facts, facts ? "" : facts.error().message.c_str());
      QCOMPARE(facts->layers, 2);
      QCOMPARE(facts->vocabulary, kVocabulary);
    }
  }

  void first_layer_needs_no_value_residual() {
    FakeFile file = authors_file();
    for (const char* name : {"v0", "v1", "v2"}) file.remove(std::string("blocks.0.att.") + name);
    QVERIFY(network_facts(file));
  }

  void damage_is_named_data() {
    QTest::addColumn<bool>("gguf");
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("culprit");
    const auto row = [](const char* name, bool gguf, Damage damage, ErrorCode code, const char* culprit) {
      QTest::newRow(name) << gguf << damage << code << QString(culprit);
    };
    using enum ErrorCode;
    row(
        "tensor missing", false, [](FakeFile& f) { f.remove("blocks.1.att.k_a"); }, FileCorrupt, "'blocks.1.att.k_a'");
    row(
        "one of six mixes missing", false, [](FakeFile& f) { f.remove("blocks.1.att.x_a"); }, FileCorrupt,
        "'blocks.1.att.x_a'");
    row(
        "gguf tensor missing", true, [](FakeFile& f) { f.remove("blk.1.time_mix_k_a.weight"); }, FileCorrupt,
        "'blk.1.time_mix_k_a.weight'");
    row(
        "several missing", false,
        [](FakeFile& f) {
          f.remove("head.weight");
          f.remove("ln_out.bias");
        },
        FileCorrupt, "2 tensors");
    row(
        "embedding missing", true, [](FakeFile& f) { f.remove("token_embd.weight"); }, FileCorrupt,
        "token_embd.weight");
    row(
        "embedding no matrix", false, [](FakeFile& f) { f.at("emb.weight").shape = {100}; }, FileCorrupt,
        "not a matrix");
    row(
        "wrong shape", false,
        [](FakeFile& f) {
          f.at("blocks.1.att.key.weight").shape = {63, 64};
        },
        FileCorrupt, "[63, 64]");
    row(
        "wrong rank shape", false,
        [](FakeFile& f) {
          f.at("blocks.1.att.w2").shape = {9, 64};
        },
        FileCorrupt, "blocks.1.att.w2");
    row(
        "vector too long", true, [](FakeFile& f) { f.at("output_norm.bias").shape = {65}; }, FileCorrupt,
        "output_norm.bias");
    row(
        "head size does not divide", false,
        [](FakeFile& f) {
          f.at("blocks.0.att.r_k").shape = {2, 30};
        },
        FileCorrupt, "head size 30");
    row(
        "head size key missing", true, [](FakeFile& f) { f.metadata_.erase("rwkv7.wkv.head_size"); }, FileCorrupt,
        "rwkv7.wkv.head_size");
    row(
        "head size key is text", true, [](FakeFile& f) { f.metadata_["rwkv7.wkv.head_size"] = std::string("64"); },
        FileCorrupt, "rwkv7.wkv.head_size");
    row(
        "layers disagree", true, [](FakeFile& f) { f.metadata_["rwkv7.block_count"] = std::int64_t{3}; }, FileCorrupt,
        "rwkv7.block_count");
    row(
        "epsilon absurd", true, [](FakeFile& f) { f.metadata_["rwkv7.attention.layer_norm_epsilon"] = -1.0; },
        FileCorrupt, "layer_norm_epsilon");
    row(
        "blocks across rows", false, [](FakeFile& f) { f.at("blocks.1.att.w1").format = WeightFormat::Q8_0; },
        UnsupportedFormat, "blocks.1.att.w1");
    row(
        "variant", false,
        [](FakeFile& f) {
          f.add("blocks.0.ffn.s_emb.weight", {100, 1024});
        },
        UnsupportedArchitecture, "blocks.0.ffn.s_emb.weight");
    row(
        "another architecture", true,
        [](FakeFile& f) { f.metadata_["general.architecture"] = std::string("perceptron"); }, UnsupportedArchitecture,
        "'perceptron'");
    row(
        "no tensors at all", false, [](FakeFile& f) { f.tensors_.clear(); }, UnsupportedArchitecture,
        "without tensors");
    row(
        "unknown tensors", false,
        [](FakeFile& f) {
          f.tensors_.clear();
          f.add("conv1.weight", {3, 3});
        },
        UnsupportedArchitecture, "'conv1.weight'");
  }

  void experts_have_one_format() {
    FakeFile file = mixtral_file();
    QVERIFY(network_facts(file).has_value());
    file.at("model.layers.0.block_sparse_moe.experts.1.w3.weight").format = WeightFormat::Q8_0;
    const auto facts = network_facts(file);
    QVERIFY(!facts && facts.error().code == ErrorCode::UnsupportedFormat);
    QVERIFY2(facts.error().message.find("experts.1.w3.weight' in some/model.file is stored as Q8_0 where") != std::string::npos,
             facts.error().message.c_str());
  }

  void damage_is_named() {
    QFETCH(bool, gguf);
    QFETCH(Damage, damage);
    QFETCH(ErrorCode, code);
    QFETCH(QString, culprit);
    FakeFile file = gguf ? gguf_file() : authors_file();
    damage(file);
    const auto facts = network_facts(file);
    QVERIFY(!facts);
    QVERIFY2(facts.error().code == code, facts.error().message.c_str());
    QVERIFY2(facts.error().message.find(culprit.toStdString()) != std::string::npos, facts.error().message.c_str());
    QVERIFY2(facts.error().message.find("some/model.file") != std::string::npos, facts.error().message.c_str());
    QVERIFY(!make_forward_pass(std::make_shared<FakeFile>(file)));
  }
};

QTEST_APPLESS_MAIN(DamagedModelsTest)
#include "damaged_models_test.moc"
