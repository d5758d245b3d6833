// Qwen3-Next and Qwen3.5's text models against a float64 implementation, in the layouts of transformers and of GGUF.
#include "tests/support/engine/architecture_checks.h"
#include "tests/support/engine/tiny_delta.h"
#include "tests/support/engine/tiny_gguf.h"
#include "tests/support/engine/tiny_transformer.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr int kLayers = 3, kVocabulary = 40, kWidth = 32, kFeedForward = 48, kHeads = 4, kKeyHeads = 2, kSize = 16,
              kTurned = 4, kExperts = 4, kUsed = 2, kInner = 24, kShared = 20;
constexpr TinyDeltaSizes kDelta{.key_heads = 2, .heads = 6, .key_size = 12, .value_size = 8, .taps = 4};
constexpr int kKeys = kDelta.key_heads * kDelta.key_size, kValues = kDelta.heads * kDelta.value_size,
              kEach = kDelta.heads / kDelta.key_heads;
constexpr double kEpsilon = 1e-6;

bool attends(int layer) {
  return layer == 1;
}

std::string layer_name(int layer) {
  return "model.layers." + std::to_string(layer) + ".";
}

void add_network(TinyModel& m, const std::string& prefix, int inner) {
  for (const char* name : {"gate_proj", "up_proj"}) m.add_linear(prefix + name + ".weight", inner, kWidth);
  m.add_linear(prefix + "down_proj.weight", kWidth, inner);
}

/// In Qwen3.5's layout, behind "model.".
TinyModel make_model(bool experts) {
  TinyModel m;
  m.add("model.embed_tokens.weight", {kVocabulary, kWidth}, 1);
  m.add("model.norm.weight", {kWidth}, 0.3f);
  m.add_linear("lm_head.weight", kVocabulary, kWidth);
  for (int layer = 0; layer < kLayers; ++layer) {
    const std::string block = layer_name(layer), delta = block + "linear_attn.", attn = block + "self_attn.";
    for (const char* name : {"input_layernorm", "post_attention_layernorm"})
      m.add(block + name + ".weight", {kWidth}, 0.3f);
    if (attends(layer)) {
      m.add_linear(attn + "q_proj.weight", 2 * kHeads * kSize, kWidth);
      for (const char* name : {"k_proj", "v_proj"}) m.add_linear(attn + name + ".weight", kKeyHeads * kSize, kWidth);
      m.add_linear(attn + "o_proj.weight", kWidth, kHeads * kSize);
      for (const char* name : {"q_norm", "k_norm"}) m.add(attn + name + ".weight", {kSize}, 0.3f);
    } else {
      m.add_linear(delta + "in_proj_qkv.weight", 2 * kKeys + kValues, kWidth);
      m.add_linear(delta + "in_proj_z.weight", kValues, kWidth);
      for (const char* name : {"a", "b"}) m.add_linear(delta + "in_proj_" + name + ".weight", kDelta.heads, kWidth);
      m.add(delta + "conv1d.weight", {2 * kKeys + kValues, 1, kDelta.taps}, 0.7f);
      m.add(delta + "A_log", {kDelta.heads}, 1, -0.5f);
      m.add(delta + "dt_bias", {kDelta.heads}, 1, -1);
      m.add(delta + "norm.weight", {kDelta.value_size}, 0.3f, 1);
      m.add_linear(delta + "out_proj.weight", kWidth, kValues);
    }
    if (!experts) {
      add_network(m, block + "mlp.", kFeedForward);
      continue;
    }
    m.add_linear(block + "mlp.gate.weight", kExperts, kWidth);
    for (int e = 0; e < kExperts; ++e) add_network(m, block + "mlp.experts." + std::to_string(e) + ".", kInner);
    add_network(m, block + "mlp.shared_expert.", kShared);
    m.add_linear(block + "mlp.shared_expert_gate.weight", 1, kWidth);
  }
  return m;
}

Vector part(const Vector& x, std::size_t first, std::size_t count) {
  return {x.begin() + std::ptrdiff_t(first), x.begin() + std::ptrdiff_t(first + count)};
}

class Reference {
 public:
  Reference(const TinyModel& m, bool experts) : m_(m), experts_(experts), layers_(kLayers) {}

  Vector operator()(int token) {
    Vector x = m_.row("model.embed_tokens.weight", token);
    for (int layer = 0; layer < kLayers; ++layer) {
      const std::string block = layer_name(layer);
      const Vector n = norm(x, block + "input_layernorm.weight");
      x = x + (attends(layer) ? attention(layer, n) : delta(layer, n));
      const Vector f = norm(x, block + "post_attention_layernorm.weight");
      x = x + (experts_ ? mixture(block + "mlp.", f) : network(block + "mlp.", f));
    }
    ++position_;
    return m_.multiply("lm_head.weight", norm(x, "model.norm.weight"));
  }

 private:
  struct Layer {
    TinyConvolution convolution;
    TinyDeltaRule rule{kDelta};
    KeyHistory history;
  };

  Vector norm(const Vector& x, const std::string& name) const {
    return rms_norm(x, map(m_(name), [](double w) { return 1 + w; }), kEpsilon);
  }

  Vector delta(int index, const Vector& n) {
    const std::string name = layer_name(index) + "linear_attn.";
    Layer& layer = layers_[index];
    const Vector mixed =
        map(layer.convolution(m_, name + "conv1d", kDelta.taps, m_.multiply(name + "in_proj_qkv.weight", n)), silu);
    const Vector w =
        softplus_decays(m_.multiply(name + "in_proj_a.weight", n), m_(name + "A_log"), m_(name + "dt_bias"));
    const Vector y = layer.rule(part(mixed, 0, kKeys), part(mixed, kKeys, kKeys), part(mixed, 2 * kKeys, kValues), w,
                                map(m_.multiply(name + "in_proj_b.weight", n), sigmoid));
    const Vector z = map(m_.multiply(name + "in_proj_z.weight", n), silu);
    return m_.multiply(name + "out_proj.weight", rms_norm(y, m_(name + "norm.weight"), kEpsilon) * z);
  }

  Vector attention(int index, const Vector& n) {
    const std::string name = layer_name(index) + "self_attn.";
    const Vector both = m_.multiply(name + "q_proj.weight", n);
    Vector q, gate;
    for (int h = 0; h < kHeads; ++h) {
      for (Vector* half : {&q, &gate}) {
        const Vector piece = part(both, std::size_t((2 * h + (half == &gate)) * kSize), kSize);
        half->insert(half->end(), piece.begin(), piece.end());
      }
    }
    const auto turned = [&](const Vector& x, const char* weight) {
      return turn(norm(x, name + weight), kSize, position_, 10000, kTurned);
    };
    KeyHistory& history = layers_[index].history;
    history.keys.push_back(turned(m_.multiply(name + "k_proj.weight", n), "k_norm.weight"));
    history.values.push_back(m_.multiply(name + "v_proj.weight", n));
    const Vector y = history.read(turned(q, "q_norm.weight"), kHeads, kKeyHeads, 1 / std::sqrt(double(kSize)));
    return m_.multiply(name + "o_proj.weight", y * map(gate, sigmoid));
  }

  Vector network(const std::string& name, const Vector& n) const {
    return m_.multiply(name + "down_proj.weight",
                       map(m_.multiply(name + "gate_proj.weight", n), silu) * m_.multiply(name + "up_proj.weight", n));
  }

  Vector mixture(const std::string& name, const Vector& n) const {
    const Vector logits = m_.multiply(name + "gate.weight", n);
    std::vector<int> order(kExperts);
    for (int e = 0; e < kExperts; ++e) order[e] = e;
    std::ranges::sort(order, [&](int a, int b) { return logits[a] > logits[b]; });
    double sum = 0;
    for (int s = 0; s < kUsed; ++s) sum += std::exp(logits[order[s]]);
    const double shared = sigmoid(m_.multiply(name + "shared_expert_gate.weight", n)[0]);
    Vector y = map(network(name + "shared_expert.", n), [&](double v) { return shared * v; });
    for (int s = 0; s < kUsed; ++s) {
      const double weight = std::exp(logits[order[s]]) / sum;
      y = y + map(network(name + "experts." + std::to_string(order[s]) + ".", n), [&](double v) { return weight * v; });
    }
    return y;
  }

  const TinyModel& m_;
  bool experts_;
  int position_ = 0;
  std::vector<Layer> layers_;
};

// ---- The same numbers in other layouts ------------------------------------------------------------------------------

/// Rows of several matrices, one after the other.
void append_rows(TinyModel::Tensor& to, const TinyModel::Tensor& from, int first, int count) {
  const auto columns = std::ptrdiff_t(from.values.size()) / from.shape[0];
  to.values.insert(to.values.end(), from.values.begin() + first * columns,
                   from.values.begin() + (first + count) * columns);
  to.shape[0] += count;
}

TinyModel as_next(const TinyModel& m) {
  TinyModel out = m;
  for (int layer = 0; layer < kLayers; ++layer) {
    if (attends(layer)) continue;
    const std::string name = layer_name(layer) + "linear_attn.";
    TinyModel::Tensor qkvz{.shape = {0, kWidth}}, ba{.shape = {0, kWidth}};
    for (int g = 0; g < kDelta.key_heads; ++g) {
      const int keys = kDelta.key_size, values = kEach * kDelta.value_size;
      append_rows(qkvz, out[name + "in_proj_qkv.weight"], g * keys, keys);
      append_rows(qkvz, out[name + "in_proj_qkv.weight"], kKeys + g * keys, keys);
      append_rows(qkvz, out[name + "in_proj_qkv.weight"], 2 * kKeys + g * values, values);
      append_rows(qkvz, out[name + "in_proj_z.weight"], g * values, values);
      append_rows(ba, out[name + "in_proj_b.weight"], g * kEach, kEach);
      append_rows(ba, out[name + "in_proj_a.weight"], g * kEach, kEach);
    }
    for (const char* part : {"qkv", "z", "b", "a"}) out.remove(name + "in_proj_" + part + ".weight");
    out.put(name + "in_proj_qkvz.weight", qkvz);
    out.put(name + "in_proj_ba.weight", ba);
  }
  return out;
}

/// All experts of a layer in two tensors.
TinyModel with_fused_experts(const TinyModel& m) {
  TinyModel out = m;
  for (int layer = 0; layer < kLayers; ++layer) {
    const std::string name = layer_name(layer) + "mlp.experts.";
    TinyModel::Tensor first{.shape = {0, kWidth}}, second{.shape = {0, kInner}};
    for (int e = 0; e < kExperts; ++e) {
      for (const char* part : {"gate_proj", "up_proj", "down_proj"}) {
        const std::string tensor = name + std::to_string(e) + "." + part + ".weight";
        const bool down = std::string(part) == "down_proj";
        append_rows(down ? second : first, out[tensor], 0, down ? kWidth : kInner);
        out.remove(tensor);
      }
    }
    first.shape = {kExperts, 2 * kInner, kWidth};
    second.shape = {kExperts, kWidth, kInner};
    out.put(name + "gate_up_proj", first);
    out.put(name + "down_proj", second);
  }
  return out;
}

TinyModel behind_root(const TinyModel& m, const char* root) {
  TinyModel out;
  for (const auto& [name, tensor] : m.tensors()) out.put(renamed(name, {{"model.", root}}), tensor);
  return out;
}

/// Rows of value heads in GGUF's order: its head j is our (j % G) * (H / G) + j / G.
TinyModel::Tensor tiled(const TinyModel::Tensor& t, int before, int rows_a_head) {
  TinyModel::Tensor out{.shape = t.shape};
  out.shape[0] = 0;
  append_rows(out, t, 0, before);
  for (int j = 0; j < kDelta.heads; ++j) {
    const int head = j % kDelta.key_heads * kEach + j / kDelta.key_heads;
    append_rows(out, t, before + head * rows_a_head, rows_a_head);
  }
  return out;
}

void tile_value_heads(TinyModel& m) {
  for (int layer = 0; layer < kLayers; ++layer) {
    if (attends(layer)) continue;
    const std::string name = layer_name(layer) + "linear_attn.";
    for (const char* joint : {"in_proj_qkv.weight", "conv1d.weight"})
      m.put(name + joint, tiled(m[name + joint], 2 * kKeys, kDelta.value_size));
    m.put(name + "in_proj_z.weight", tiled(m[name + "in_proj_z.weight"], 0, kDelta.value_size));
    for (const char* one : {"in_proj_a.weight", "in_proj_b.weight", "A_log", "dt_bias"})
      m.put(name + one, tiled(m[name + one], 0, 1));
    m.put(name + "out_proj.weight", transposed(tiled(transposed(m[name + "out_proj.weight"]), 0, kDelta.value_size)));
  }
}

/// As llama.cpp's converter writes Qwen3.5 (`tile`) and Qwen3-Next, whose b and a stay joined.
TinyModel as_gguf(TinyModel m, bool tile) {
  TinyModel joint = as_next(m);
  if (tile) tile_value_heads(m);
  TinyModel out;
  for (auto [name, tensor] : m.tensors()) {
    const bool centred =
        name.ends_with("layernorm.weight") || name.ends_with("_norm.weight") || name == "model.norm.weight";
    for (float& value : tensor.values) {
      if (centred) value += 1;
      if (name.ends_with("A_log")) value = -std::exp(value);
    }
    if (name.ends_with("conv1d.weight")) tensor.shape = {tensor.shape[0], kDelta.taps};
    if (name.ends_with("shared_expert_gate.weight")) tensor.shape = {kWidth};
    if (name.find("experts.") != std::string::npos) continue;
    const std::string to = renamed(name, {{"model.embed_tokens", "token_embd"},
                                          {"model.norm", "output_norm"},
                                          {"lm_head", "output"},
                                          {"model.layers", "blk"},
                                          {"input_layernorm", "attn_norm"},
                                          {"post_attention_layernorm", "post_attention_norm"},
                                          {"self_attn.q_proj", "attn_q"},
                                          {"self_attn.k_proj", "attn_k"},
                                          {"self_attn.v_proj", "attn_v"},
                                          {"self_attn.o_proj", "attn_output"},
                                          {"self_attn.", "attn_"},
                                          {"linear_attn.in_proj_qkv", "attn_qkv"},
                                          {"linear_attn.in_proj_z", "attn_gate"},
                                          {"linear_attn.in_proj_b", "ssm_beta"},
                                          {"linear_attn.in_proj_a", "ssm_alpha"},
                                          {"linear_attn.A_log", "ssm_a"},
                                          {"linear_attn.dt_bias", "ssm_dt.bias"},
                                          {"linear_attn.out_proj", "ssm_out"},
                                          {"linear_attn.", "ssm_"},
                                          {"mlp.shared_expert_gate", "ffn_gate_inp_shexp"},
                                          {"mlp.shared_expert.gate_proj", "ffn_gate_shexp"},
                                          {"mlp.shared_expert.up_proj", "ffn_up_shexp"},
                                          {"mlp.shared_expert.down_proj", "ffn_down_shexp"},
                                          {"mlp.gate_proj", "ffn_gate"},
                                          {"mlp.up_proj", "ffn_up"},
                                          {"mlp.down_proj", "ffn_down"},
                                          {"mlp.gate", "ffn_gate_inp"}});
    out.put(to, tensor);
  }
  for (int layer = 0; layer < kLayers; ++layer) {
    const std::string block = "blk." + std::to_string(layer) + ".", experts = layer_name(layer) + "mlp.experts.";
    if (!tile && !attends(layer)) {
      for (const char* part : {"ssm_beta.weight", "ssm_alpha.weight"}) out.remove(block + part);
      out.put(block + "ssm_ba.weight", joint[layer_name(layer) + "linear_attn.in_proj_ba.weight"]);
    }
    if (!m.tensors().contains(experts + "0.up_proj.weight")) continue;
    for (const char* part : {"gate", "up", "down"}) {
      const bool down = std::string(part) == "down";
      TinyModel::Tensor all{.shape = {0, down ? kInner : kWidth}};
      for (int e = 0; e < kExperts; ++e)
        append_rows(all, m[experts + std::to_string(e) + "." + part + "_proj.weight"], 0, down ? kWidth : kInner);
      all.shape = {kExperts, down ? kWidth : kInner, down ? kInner : kWidth};
      out.put(block + "ffn_" + part + "_exps.weight", all);
    }
  }
  return out;
}

const std::vector<std::pair<const char*, std::string>> kKeysOfConfig{
    {"model_type", "'qwen3_next'"},
    {"hidden_size", std::to_string(kWidth)},
    {"num_hidden_layers", std::to_string(kLayers)},
    {"rms_norm_eps", "1e-6"},
    {"num_attention_heads", std::to_string(kHeads)},
    {"num_key_value_heads", std::to_string(kKeyHeads)},
    {"head_dim", std::to_string(kSize)},
    {"linear_num_key_heads", std::to_string(kDelta.key_heads)},
    {"linear_num_value_heads", std::to_string(kDelta.heads)},
    {"linear_key_head_dim", std::to_string(kDelta.key_size)},
    {"linear_value_head_dim", std::to_string(kDelta.value_size)},
    {"linear_conv_kernel_dim", std::to_string(kDelta.taps)},
    {"num_experts", std::to_string(kExperts)},
    {"num_experts_per_tok", std::to_string(kUsed)},
    {"moe_intermediate_size", std::to_string(kInner)},
    {"shared_expert_intermediate_size", std::to_string(kShared)}};
constexpr const char* kNewer =
    "'layer_types':['linear_attention','full_attention','linear_attention'],"
    "'rope_parameters':{'rope_type':'default','rope_theta':10000.0,'partial_rotary_factor':0.25}";
constexpr const char* kOlder = "'rope_theta':10000.0,'rope_scaling':null,'partial_rotary_factor':0.25";

}  // namespace

class QwenHybridsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void agrees_with_float64_data() {
    QTest::addColumn<QString>("layout");
    QTest::addColumn<bool>("experts");
    for (bool experts : {false, true}) {
      for (const char* layout : {"Qwen3-Next", "Qwen3-Next, older config", "Qwen3.5", "Qwen3.5 with a text part",
                                 "GGUF of Qwen3-Next", "GGUF of Qwen3.5"}) {
        QTest::addRow("%s%s", layout, experts ? ", experts" : "") << QString(layout) << experts;
      }
    }
    QTest::newRow("Qwen3.5, fused experts") << "Qwen3.5, fused experts" << true;
  }

  void agrees_with_float64() {
    QFETCH(QString, layout);
    QFETCH(bool, experts);
    const TinyModel m = make_model(experts);
    const auto path = write(m, layout, experts);
    Reference reference(m, experts);
    const auto wrong = check_all(path, make_oracle(kVocabulary, [&](int token) { return reference(token); }));
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void parts_that_make_no_text_are_left_out() {
    const TinyModel m = make_model(false);
    const auto expected = logits_of(write(m, "Qwen3.5 with a text part", false));
    TinyModel more = behind_root(m, "model.language_model.");
    more.add("model.visual.patch_embed.proj.weight", {4, 4}, 1);
    more.add("mtp.fc.weight", {4, 4}, 1);
    QVERIFY(logits_of(write_folder(more, text_part())) == expected);
  }

  void layers_that_predict_further_tokens_are_left_out() {
    const TinyModel m = make_model(false);
    const auto expected = logits_of(write(m, "GGUF of Qwen3.5", false));
    TinyModel more = as_gguf(m, true);
    more.add("blk.3.attn_norm.weight", {kWidth}, 1);
    more.add("blk.3.nextn.eh_proj.weight", {kWidth, 2 * kWidth}, 1);
    GgufParts keys = gguf_keys("qwen35", false, kLayers + 1);
    keys.u32_key("qwen35.nextn_predict_layers", 1);
    write_gguf(path("model.gguf"), keys, more);
    QVERIFY(logits_of(path("model.gguf")) == expected);
  }

  void wrong_configs_are_refused_data() {
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("message");
    QTest::newRow("heads") << "'linear_num_value_heads':5"
                           << "value heads do not divide";
    QTest::newRow("absurd heads") << "'linear_num_key_heads':-1"
                                  << "linear_num_key_heads";
    QTest::newRow("taps") << "'linear_conv_kernel_dim':1"
                          << "linear_conv_kernel_dim";
    QTest::newRow("attention heads") << "'num_attention_heads':3"
                                     << "3 query heads cannot share 2 key heads";
    QTest::newRow("kinds") << "'full_attention_interval':4"
                           << "of another kind than its config says";
    QTest::newRow("layers") << "'num_hidden_layers':4"
                            << "num_hidden_layers";
    QTest::newRow("activation") << "'hidden_act':'gelu'"
                                << "hidden_act";
    QTest::newRow("biases") << "'attention_bias':true"
                            << "attention_bias";
    QTest::newRow("no experts") << "'num_experts':0"
                                << "says 0 where its router knows 4";
    QTest::newRow("more experts") << "'num_experts':60000"
                                  << "says 60000 where its router knows 4";
    QTest::newRow("too many experts") << "'num_experts_per_tok':9"
                                      << "9 of 4 experts";
    QTest::newRow("odd positions") << "'partial_rotary_factor':0.2"
                                   << "of which 3 of 16 channels are turned";
  }

  void wrong_configs_are_refused() {
    QFETCH(QString, config);
    QFETCH(QString, message);
    const auto refused = QString::fromStdString(refusal(write_folder(as_next(make_model(true)), config.toStdString())));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

  void inner_channels_that_do_not_divide_are_refused() {
    write_gguf(path("model.gguf"), gguf_keys("qwen35", false, kLayers, kValues + 1), as_gguf(make_model(false), true));
    const auto refused = refusal(path("model.gguf"));
    QVERIFY2(refused.find("its 6 value heads do not divide into its channels") != std::string::npos, refused.c_str());
  }

  void wrong_tensors_are_refused_data() {
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<int>("size");  // of a vector in its place; 0: none
    QTest::addColumn<QString>("message");
    QTest::newRow("missing inputs") << "model.layers.0.linear_attn.in_proj_qkvz.weight" << 0 << "in_proj_qkv";
    QTest::newRow("misshapen rates") << "model.layers.0.linear_attn.in_proj_ba.weight" << 9
                                     << "has shape [9] where [12, 32]";
    QTest::newRow("misshapen taps") << "model.layers.2.linear_attn.conv1d.weight" << 9 << "has shape [9] where [96, 4]";
    QTest::newRow("missing expert") << "model.layers.1.mlp.experts.2.up_proj.weight" << 0
                                    << "experts.2.up_proj.weight'";
    QTest::newRow("missing norm") << "model.layers.1.self_attn.q_norm.weight" << 0 << "self_attn.q_norm.weight'";
    QTest::newRow("stranger") << "model.layers.1.self_attn.sinks" << 4 << "'model.layers.1.self_attn.sinks'";
  }

  void wrong_tensors_are_refused() {
    QFETCH(QString, tensor);
    QFETCH(int, size);
    QFETCH(QString, message);
    TinyModel m = as_next(make_model(true));
    m.remove(tensor.toStdString());
    if (size > 0) m.add(tensor.toStdString(), {size}, 1);
    const auto refused = QString::fromStdString(refusal(write_folder(m, kOlder)));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

 private:
  std::filesystem::path path(const char* name) const {
    return std::filesystem::path(folder_.path().toStdString()) / name;
  }

  std::filesystem::path write_folder(const TinyModel& m, const std::string& more) const {
    m.write_safetensors(path("model.safetensors"));
    std::ofstream(path("config.json")) << tiny_config(kKeysOfConfig, more);
    return path("model.safetensors");
  }

  static std::string text_part() {
    return "'model_type':'qwen3_5','text_config':" + tiny_config(kKeysOfConfig, kNewer);
  }

  static GgufParts gguf_keys(const std::string& name, bool experts, int layers = kLayers, int inner = kValues) {
    GgufParts keys;
    const auto key = [&](const char* last, std::uint32_t value) { keys.u32_key(name + "." + last, value); };
    keys.text_key("general.architecture", name);
    key("block_count", std::uint32_t(layers));
    key("embedding_length", kWidth);
    key("attention.head_count", kHeads);
    key("attention.head_count_kv", kKeyHeads);
    key("attention.key_length", kSize);
    key("rope.dimension_count", kTurned);
    key("ssm.group_count", std::uint32_t(kDelta.key_heads));
    key("ssm.time_step_rank", std::uint32_t(kDelta.heads));
    key("ssm.state_size", std::uint32_t(kDelta.key_size));
    key("ssm.inner_size", std::uint32_t(inner));
    key("ssm.conv_kernel", std::uint32_t(kDelta.taps));
    if (!experts) return keys;
    key("expert_count", kExperts);
    key("expert_used_count", kUsed);
    key("expert_feed_forward_length", kInner);
    return keys;
  }

  std::filesystem::path write(const TinyModel& m, const QString& layout, bool experts) const {
    if (layout.startsWith("GGUF")) {
      const bool tile = layout.endsWith("3.5");
      const std::string name = !tile ? "qwen3next" : experts ? "qwen35moe" : "qwen35";
      write_gguf(path("model.gguf"), gguf_keys(name, experts), as_gguf(m, tile));
      return path("model.gguf");
    }
    if (layout == "Qwen3-Next") return write_folder(as_next(m), kNewer);
    if (layout == "Qwen3-Next, older config") return write_folder(as_next(m), kOlder);
    if (layout == "Qwen3.5 with a text part") return write_folder(behind_root(m, "model.language_model."), text_part());
    const std::string type = "'model_type':'qwen3_5_text',";
    return write_folder(layout == "Qwen3.5" ? m : with_fused_experts(m), type + kNewer);
  }

  static std::vector<float> logits_of(const std::filesystem::path& path) {
    const std::vector<TokenId> tokens{3, 1, 4, 1, 5, 9, 2, 6};
    const auto pass = load_pass(path);
    auto state = *pass->new_state();
    return read_tokens(*pass, *state, tokens, tokens.size());
  }

  QTemporaryDir folder_;
};

QTEST_APPLESS_MAIN(QwenHybridsTest)
#include "qwen_hybrids_test.moc"
