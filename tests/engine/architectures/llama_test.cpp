// Llama and Mixtral against a float64 implementation, and every way in which their configs can be wrong.
#include <map>

#include "engine/layers/rope.h"
#include "tests/support/engine/architecture_checks.h"
#include "tests/support/engine/metadata_model_file.h"
#include "tests/support/engine/tiny_gguf.h"
#include "tests/support/engine/tiny_transformer.h"

using namespace eddy;
using namespace eddy::test;

namespace {

std::map<std::string, TinyTransformer> kinds() {
  TinyTransformer grouped, biases, norms, window, tied, experts;
  grouped.key_heads = 1;
  biases.biases = true;
  biases.key_heads = 4;
  norms.head_norms = true;
  norms.size = 12;  // heads that are wider than their share
  window.window = 9;
  tied.tied = true;
  experts.experts = 5;
  return {{"Llama", TinyTransformer()}, {"one key head", grouped}, {"biases", biases},
          {"norms of heads", norms},    {"window", window},        {"tied", tied},
          {"experts", experts}};
}

/// llama.cpp turns neighbours, so its converter puts the rows of each head's halves between each other.
TinyModel::Tensor between_each_other(const TinyModel::Tensor& t, int heads) {
  TinyModel::Tensor out = t;
  const int columns = t.shape.size() > 1 ? t.shape[1] : 1, size = t.shape[0] / heads;
  for (int row = 0; row < t.shape[0]; ++row) {
    const int i = row % size, to = row - i + (i < size / 2 ? 2 * i : 2 * (i - size / 2) + 1);
    std::copy_n(t.values.begin() + row * columns, columns, out.values.begin() + to * columns);
  }
  return out;
}

void put(TinyModel& m, const std::string& name, const TinyModel::Tensor& tensor) {
  m.add(name, {1}, 0);
  m[name] = tensor;
}

/// Names, order of rows and stacks of experts as llama.cpp's converter makes them; older ones did not stack.
TinyModel to_gguf(const TinyTransformer& c, const TinyModel& m, bool stacked) {
  TinyModel out;
  std::map<std::string, TinyModel::Tensor> stacks;
  for (const auto& [name, tensor] : m.tensors()) {
    std::string to = renamed(name, {{"model.layers.", "blk."},
                                    {"model.embed_tokens", "token_embd"},
                                    {"model.norm", "output_norm"},
                                    {"lm_head", "output"},
                                    {"self_attn.q_proj", "attn_q"},
                                    {"self_attn.k_proj", "attn_k"},
                                    {"self_attn.v_proj", "attn_v"},
                                    {"self_attn.o_proj", "attn_output"},
                                    {"input_layernorm", "attn_norm"},
                                    {"post_attention_layernorm", "ffn_norm"},
                                    {"mlp.gate_proj", "ffn_gate"},
                                    {"mlp.up_proj", "ffn_up"},
                                    {"mlp.down_proj", "ffn_down"},
                                    {"block_sparse_moe.gate", "ffn_gate_inp"},
                                    {"block_sparse_moe.experts.", "x."}});
    if (const auto at = to.find(".x."); at != std::string::npos) {  // blk.0.x.3.w1.weight
      const std::string expert = to.substr(at + 3, 1), part = to.substr(at + 5, 2),
                        our = part == "w1"   ? "ffn_gate"
                              : part == "w2" ? "ffn_down"
                                             : "ffn_up";
      to = to.substr(0, at + 1) + our + (stacked ? "_exps.weight" : "." + expert + ".weight");
      if (stacked) {
        auto& stack = stacks[to];
        stack.shape = {c.experts, tensor.shape[0], tensor.shape[1]};
        stack.values.insert(stack.values.end(), tensor.values.begin(), tensor.values.end());
        continue;
      }
    }
    const bool query = to.find("attn_q.") != std::string::npos, key = to.find("attn_k.") != std::string::npos;
    put(out, to, query || key ? between_each_other(tensor, query ? c.heads : c.key_heads) : tensor);
  }
  for (const auto& [name, tensor] : stacks) put(out, name, tensor);
  return out;
}

GgufParts gguf_keys(const TinyTransformer& c) {
  GgufParts keys;
  keys.text_key("general.architecture", "llama").u32_key("llama.block_count", c.layers);
  keys.u32_key("llama.embedding_length", c.width).u32_key("llama.feed_forward_length", c.feed_forward);
  keys.u32_key("llama.attention.head_count", c.heads).u32_key("llama.attention.head_count_kv", c.key_heads);
  keys.u32_key("llama.attention.key_length", c.size).u32_key("llama.rope.dimension_count", c.size);
  keys.key("llama.attention.layer_norm_rms_epsilon", 6, raw(1e-6f)).key("llama.rope.freq_base", 6, raw(10000.0f));
  if (c.experts) keys.u32_key("llama.expert_count", c.experts).u32_key("llama.expert_used_count", c.used);
  return keys;
}

RopeConfig scaled(const char* type, double factor) {
  RopeConfig c;
  c.type = type;
  c.factor = factor;
  return c;
}

}  // namespace

class LlamaTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void agrees_with_float64_data() {
    QTest::addColumn<QString>("kind");
    for (const auto& [name, model] : kinds()) QTest::newRow(name.c_str()) << QString::fromStdString(name);
  }

  void agrees_with_float64() {
    QFETCH(QString, kind);
    const TinyTransformer c = kinds().at(kind.toStdString());
    const TinyModel m = c.make();
    c.write(m, folder());
    TransformerReference reference(m, c);
    const auto wrong = check_all(path(), make_oracle(c.vocabulary, [&](int token) { return reference(token); }));
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void gguf_files_hold_the_same_network_data() {
    QTest::addColumn<int>("experts");
    QTest::addColumn<bool>("stacked");
    QTest::newRow("Llama") << 0 << true;
    QTest::newRow("experts") << 5 << true;
    QTest::newRow("experts, older files") << 5 << false;
  }

  void gguf_files_hold_the_same_network() {
    QFETCH(int, experts);
    QFETCH(bool, stacked);
    TinyTransformer c;
    c.experts = experts;
    c.biases = experts == 0;
    const TinyModel m = c.make();
    write_gguf(folder() / "model.gguf", gguf_keys(c), to_gguf(c, m, stacked));
    TransformerReference reference(m, c);
    const auto oracle = make_oracle(c.vocabulary, [&](int token) { return reference(token); });
    const auto wrong = check_all(folder() / "model.gguf", oracle);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void layers_of_different_shapes_are_refused() {
    const TinyTransformer c;
    GgufParts keys;
    keys.text_key("general.architecture", "qwen2").u32_key("qwen2.block_count", 2).u32_key("qwen2.embedding_length", 32);
    keys.u32_key("qwen2.feed_forward_length", 48).u32_key("qwen2.attention.head_count", 4);
    keys.key("qwen2.attention.head_count_kv", 9,
             raw(std::uint32_t(5)) + raw(std::uint64_t(2)) + raw(std::int32_t(2)) + raw(std::int32_t(4)));
    write_gguf(folder() / "model.gguf", keys, to_gguf(c, c.make(), true));
    const auto refused = QString::fromStdString(refusal(folder() / "model.gguf"));
    QVERIFY2(refused.contains("'qwen2.attention.head_count_kv' differs between layers"), qPrintable(refused));
  }

  void divisors_of_frequencies_are_read_from_gguf_files() {
    const TinyTransformer c;
    TinyModel m = to_gguf(c, c.make(), true);
    put(m, "rope_freqs.weight", {{c.size / 2}, {1, 1, 4, 8}});
    write_gguf(folder() / "model.gguf", gguf_keys(c), m);
    const auto divided = logits_of(folder() / "model.gguf");
    put(m, "rope_freqs.weight", {{c.size / 2}, {1, 1, 1, 1}});
    write_gguf(folder() / "model.gguf", gguf_keys(c), m);
    const auto plain = logits_of(folder() / "model.gguf");
    m.remove("rope_freqs.weight");
    write_gguf(folder() / "model.gguf", gguf_keys(c), m);
    QVERIFY(plain == logits_of(folder() / "model.gguf") && divided != plain);
  }

  void a_step_reads_the_experts_of_its_token_alone() {
    TinyTransformer c;
    c.experts = 3;
    const TinyModel m = c.make();
    c.write(m, folder());
    const auto facts = network_facts(*open_or_die(path()));
    QVERIFY(facts.has_value());
    // A step reads two of three experts.
    const std::int64_t expert = 3 * 4 * c.feed_forward * c.width;  // about: panels are padded
    QVERIFY(facts->weight_bytes - facts->weight_bytes_per_step >= c.layers * expert);
  }

  void rows_of_keys_and_values_are_told_beforehand() {
    const TinyTransformer c;
    c.write(c.make(), folder());
    const auto facts = network_facts(*open_or_die(path()));
    QVERIFY(facts.has_value());
    QCOMPARE(facts->state_layout.bytes_per_token(), std::int64_t{2 * 2 * 4} * c.key_heads * c.size);
    QCOMPARE(facts->state_layout.fixed_bytes(), std::int64_t{4});  // the position
    auto more = c;
    more.layers = 3;
    more.write(more.make(), folder());
    QVERIFY(network_facts(*open_or_die(path()))->memory_bytes > facts->memory_bytes);
  }

  void frequencies_follow_the_papers() {
    const auto of = [](const RopeConfig& c, std::int64_t longest = 2048) {
      const MetadataModelFile file({});
      ConfigReader reader(file, "test");
      return make_rope(reader, c, 4, longest);
    };
    compare(of(scaled("default", 1)).frequencies, {1, 0.01f});
    compare(of(scaled("linear", 4)).frequencies, {0.25f, 0.0025f});
    auto llama3 = scaled("llama3", 8);
    llama3.original_positions = 256;  // waves of 6.3 and 628: the first is kept, the second stretched
    compare(of(llama3).frequencies, {1, 0.01f / 8});
    auto longrope = scaled("longrope", 1);
    longrope.original_positions = 128;
    longrope.short_factor = {1, 2};
    longrope.long_factor = {2, 4};
    compare(of(longrope).frequencies, {0.5f, 0.0025f});
    QVERIFY(std::abs(of(longrope).amplitude - std::sqrt(1 + std::log(16.0f) / std::log(128.0f))) < 1e-6f);
    compare(of(longrope, 128).frequencies, {1, 0.005f});
    QCOMPARE(of(longrope, 128).amplitude, 1.0f);
    auto yarn = scaled("yarn", 8);
    yarn.original_positions = 256;  // channel 0 turns often enough, channel 1 does not
    compare(of(yarn).frequencies, {1, 0.01f / 8});
    QVERIFY(std::abs(of(yarn).amplitude - (0.1f * std::log(8.0f) + 1)) < 1e-6f);
    yarn.mscale = 1;
    yarn.mscale_all_dim = 2;
    QVERIFY(std::abs(of(yarn).amplitude - (0.1f * std::log(8.0f) + 1) / (0.2f * std::log(8.0f) + 1)) < 1e-6f);
    yarn.attention_factor = 1.5;
    QCOMPARE(of(yarn).amplitude, 1.5f);
    QVERIFY(of(scaled("dynamic", 2)).dynamic);
  }

  void wrong_configs_are_refused_data() {
    QTest::addColumn<int>("experts");
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, int experts, const char* config, const char* message) {
      QTest::newRow(name) << experts << QString(config) << QString(message);
    };
    row("activation", 0, "'hidden_act':'gelu'", "'hidden_act' of its config");
    row("heads", 0, "'num_attention_heads':3", "3 query heads cannot share 2 key heads");
    row("wide heads", 0, "'head_dim':1024", "more than 512 channels");
    row("odd heads", 0, "'head_dim':7", "7 of 7 channels are turned");
    row("layers", 0, "'num_hidden_layers':0", "key 'num_hidden_layers' of its config is no whole number");
    row("epsilon", 0, "'rms_norm_eps':2", "'rms_norm_eps'");
    row("kind of positions", 0, "'rope_scaling':{'type':'magic','factor':2.0}", "rotary positions of kind 'magic'");
    row("factors", 0, "'rope_scaling':{'type':'longrope','short_factor':[1.0,1.0],'long_factor':[1.0,1.0]}",
        "rotary factors are 2 where 4 are needed");
    row("negative factors", 0,
        "'rope_scaling':{'type':'longrope','short_factor':[1.0,1.0,-1.0,1.0],'long_factor':[1.0,1.0,1.0,1.0]}",
        "are not all positive");
    row("partly odd", 0, "'partial_rotary_factor':0.4", "3 of 8 channels are turned");
    row("no experts", 5, "'num_local_experts':0", "'num_local_experts'");
    row("absurd number", 5, "'num_local_experts':60000", "claims 60000 experts a layer");
    row("absurd layers", 0, "'num_hidden_layers':16000000", "whole number from 1 to 4096");
    row("more than there are", 5, "'num_experts_per_tok':6", "wants 6 of 5 experts");
    row("layer kinds", 0, "'model_type':'mistral','sliding_window':8,'layer_types':['full_attention']",
        "lists 1 layers where it has 2");
  }

  void wrong_configs_are_refused() {
    QFETCH(int, experts);
    QFETCH(QString, config);
    QFETCH(QString, message);
    TinyTransformer c;
    c.experts = experts;
    c.write(c.make(), folder(), config.toStdString());
    const auto refused = QString::fromStdString(refusal(path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

  void wrong_tensors_are_refused_data() {
    QTest::addColumn<int>("experts");
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<int>("size");  // of a vector in its place; 0: none
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, int experts, const char* tensor, int size, const char* message) {
      QTest::newRow(name) << experts << QString(tensor) << size << QString(message);
    };
    row("no table", 0, "model.embed_tokens.weight", 0, "'model.embed_tokens.weight' is missing or not a matrix");
    row("missing", 0, "model.layers.1.self_attn.k_proj.weight", 0, "'model.layers.1.self_attn.k_proj.weight'");
    row("misshapen", 0, "model.layers.1.mlp.up_proj.weight", 9, "has shape [9] where [48, 32]");
    row("missing expert", 5, "model.layers.0.block_sparse_moe.experts.3.w2.weight", 0, "experts.3.w2.weight'");
    row("misshapen expert", 5, "model.layers.1.block_sparse_moe.experts.4.w1.weight", 9, "where [48, 32]");
    row("stranger", 0, "model.layers.0.self_attn.sinks", 4, "it has tensors 'model.layers.0.self_attn.sinks'");
  }

  void wrong_tensors_are_refused() {
    QFETCH(int, experts);
    QFETCH(QString, tensor);
    QFETCH(int, size);
    QFETCH(QString, message);
    TinyTransformer c;
    c.experts = experts;
    TinyModel m = c.make();
    m.remove(tensor.toStdString());
    if (size > 0) m.add(tensor.toStdString(), {size}, 1);
    c.write(m, folder());
    const auto refused = QString::fromStdString(refusal(path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

 private:
  static std::vector<float> logits_of(const std::filesystem::path& model) {
    const std::vector<TokenId> tokens{3, 1, 4, 1, 5, 9, 2, 6};
    const auto pass = load_pass(model);
    auto state = *pass->new_state();
    return read_tokens(*pass, *state, tokens, tokens.size());
  }
  static void compare(const std::vector<float>& got, const std::vector<float>& expected) {
    QCOMPARE(got.size(), expected.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
      QVERIFY2(std::abs(got[i] - expected[i]) <= 1e-6f * expected[i], qPrintable(QString::number(got[i])));
    }
  }
  std::filesystem::path folder() const { return folder_.path().toStdString(); }
  std::filesystem::path path() const { return folder() / "model.safetensors"; }

  QTemporaryDir folder_;
};

QTEST_APPLESS_MAIN(LlamaTest)
#include "llama_test.moc"
