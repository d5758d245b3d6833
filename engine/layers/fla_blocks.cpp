#include "engine/layers/fla_blocks.h"

#include "engine/ops/elementwise.h"
#include "engine/ops/embedding.h"
#include "engine/ops/linear.h"
#include "engine/ops/rms_norm.h"

namespace eddy {
namespace {

std::string tag(std::string_view architecture, const ModelFile& file) {
  return "[" + std::string(architecture) + "] " + file.path().string() + ": ";
}

Error damaged(std::string_view architecture, const ModelFile& file, const std::string& what) {
  return {ErrorCode::FileCorrupt, tag(architecture, file) + what + "; get the file again"};
}

/// Rows and columns of a matrix.
Result<std::pair<std::int64_t, std::int64_t>> matrix_size(const ModelFile& file, std::string_view architecture,
                                                          const std::string& name) {
  const StoredTensor* tensor = file.find(name);
  if (!tensor) return damaged(architecture, file, "tensor '" + name + "' is missing");
  if (tensor->shape.size() != 2 || tensor->shape[0] < 1 || tensor->shape[1] < 1) {
    return damaged(architecture, file, "tensor '" + name + "' is not a matrix");
  }
  return std::pair(tensor->shape[0], tensor->shape[1]);
}

template <class T>
const T* typed(const ModelFile& file, std::string_view key) {
  const auto* value = file.metadata(key);
  return value ? std::get_if<T>(value) : nullptr;
}

/// Keys whose value may only be this one, where they are given at all.
Result<void> check_options(const ModelFile& file, std::string_view architecture, std::int64_t heads) {
  const std::pair<const char*, MetadataValue> options[] = {{"use_short_conv", false},
                                                           {"use_output_gate", true},
                                                           {"hidden_act", std::string("swish")},
                                                           {"num_kv_heads", heads}};
  for (const auto& [key, wanted] : options) {
    const auto* value = file.metadata(key);
    if (!value || *value == wanted) continue;
    return Error{
        ErrorCode::UnsupportedArchitecture,
        tag(architecture, file) + "'" + key + "' of its config makes it a variant that this version cannot run"};
  }
  if (!file.metadata("feature_map")) return {};
  return Error{ErrorCode::UnsupportedArchitecture,
               tag(architecture, file) + "its config names a feature map, which this version cannot run"};
}

std::int64_t count_layers(const ModelFile& file) {
  std::int64_t layers = 0;
  while (file.find(fla_layer(layers) + "attn_norm.weight")) ++layers;
  return layers;
}

std::string readout_norm(const FlaSizes& s) {
  return s.fused_norm ? "attn.g_norm_swish_gate.weight" : "attn.g_norm.weight";
}

}  // namespace

bool is_fla_model(const ModelFile& file, std::string_view model_type) {
  const auto* type = typed<std::string>(file, "model_type");
  return type && *type == model_type && file.find("model.embeddings.weight");
}

Result<FlaSizes> read_fla_frame(const ModelFile& file, std::string_view architecture) {
  const auto table = matrix_size(file, architecture, "model.embeddings.weight");
  if (!table) return table.error();
  const auto up = matrix_size(file, architecture, fla_layer(0) + "mlp.up_proj.weight");
  if (!up) return up.error();
  FlaSizes s{
      .layers = count_layers(file), .vocabulary = table->first, .width = table->second, .feed_forward = up->first};
  if (s.layers == 0) return damaged(architecture, file, "tensor '" + fla_layer(0) + "attn_norm.weight' is missing");
  if (const auto* layers = file.metadata("num_hidden_layers"); layers && *layers != MetadataValue(s.layers)) {
    return damaged(architecture, file,
                   "key 'num_hidden_layers' does not agree with the " + std::to_string(s.layers) +
                       " layers whose tensors are there");
  }
  if (file.metadata("norm_eps")) {
    const auto* epsilon = typed<double>(file, "norm_eps");
    if (!epsilon || !(*epsilon > 0) || *epsilon > 1)
      return damaged(architecture, file, "key 'norm_eps' is not a small positive number");
    s.norm_epsilon = static_cast<float>(*epsilon);
  }
  const auto* tied = typed<bool>(file, "tie_word_embeddings");
  s.tied = tied && *tied;
  return s;
}

Result<FlaSizes> read_fla_sizes(const ModelFile& file, std::string_view architecture) {
  const auto* heads = typed<std::int64_t>(file, "num_heads");
  if (!heads || *heads < 1)
    return damaged(architecture, file, "key 'num_heads' of its config is missing or not a positive number");
  if (auto fits = check_options(file, architecture, *heads); !fits) return fits.error();
  auto s = read_fla_frame(file, architecture);
  if (!s) return s;
  const auto key = matrix_size(file, architecture, fla_layer(0) + "attn.k_proj.weight");
  if (!key) return key.error();
  const auto value = matrix_size(file, architecture, fla_layer(0) + "attn.v_proj.weight");
  if (!value) return value.error();
  s->heads = *heads;
  s->key_size = key->first / *heads;
  s->value_size = value->first / *heads;
  if (s->keys() != key->first || s->values() != value->first) {
    return damaged(architecture, file,
                   "its " + std::to_string(key->first) + " key and " + std::to_string(value->first) +
                       " value channels do not divide into " + std::to_string(*heads) + " heads");
  }
  s->fused_norm = file.find(fla_layer(0) + "attn.g_norm.weight") == nullptr;
  return s;
}

std::string fla_layer(std::int64_t layer) {
  return "model.layers." + std::to_string(layer) + ".";
}

TensorRule fla_vector(const std::string& name, std::int64_t n) {
  return {.name = name, .shape = {n}, .sources = {{.names = {name}}}};
}

TensorRule fla_matrix(const std::string& name, std::int64_t out, std::int64_t in) {
  return {.name = name, .shape = {out, in}, .matrix = true, .sources = {{.names = {name}}}};
}

void add_fla_ends(TensorTable& table, const FlaSizes& s) {
  table.rules.push_back(fla_matrix("model.embeddings.weight", s.vocabulary, s.width));
  table.rules.push_back(fla_vector("model.norm.weight", s.width));
  table.rules.push_back(fla_matrix("lm_head.weight", s.vocabulary, s.width));
  if (s.tied) table.rules.back().sources.push_back({.names = {"model.embeddings.weight"}});
}

void add_fla_frame(TensorTable& table, const FlaSizes& s, std::int64_t layer) {
  const std::string block = fla_layer(layer);
  table.rules.push_back(fla_vector(block + "attn_norm.weight", s.width));
  table.rules.push_back(fla_vector(block + "mlp_norm.weight", s.width));
  table.rules.push_back(fla_matrix(block + "mlp.gate_proj.weight", s.feed_forward, s.width));
  table.rules.push_back(fla_matrix(block + "mlp.up_proj.weight", s.feed_forward, s.width));
  table.rules.push_back(fla_matrix(block + "mlp.down_proj.weight", s.width, s.feed_forward));
}

void add_fla_layer(TensorTable& table, const FlaSizes& s, std::int64_t layer) {
  const std::string block = fla_layer(layer);
  const auto matrix = [&](const char* name, std::int64_t out, std::int64_t in) {
    table.rules.push_back(fla_matrix(block + name, out, in));
  };
  add_fla_frame(table, s, layer);
  matrix("attn.q_proj.weight", s.keys(), s.width);
  matrix("attn.k_proj.weight", s.keys(), s.width);
  matrix("attn.v_proj.weight", s.values(), s.width);
  matrix("attn.g_proj.weight", s.values(), s.width);
  table.rules.push_back(fla_vector(block + readout_norm(s), s.value_size));
  matrix("attn.o_proj.weight", s.width, s.values());
}

StateSlot fla_state_slot(const FlaSizes& s, std::int64_t layer) {
  return {.name = "blk." + std::to_string(layer) + ".state",
          .layer = static_cast<int>(layer),
          .shape = {s.heads, s.key_size, s.value_size}};
}

FlaAttention fla_attention_inputs(Graph& g, const FlaSizes& s, std::int64_t layer, Value x) {
  const auto w = [&](const char* name) { return g.weight(fla_layer(layer) + name); };
  const Value normed = rms_norm(g, x, w("attn_norm.weight"), s.norm_epsilon);
  return {normed, linear(g, w("attn.q_proj.weight"), normed), linear(g, w("attn.k_proj.weight"), normed),
          linear(g, w("attn.v_proj.weight"), normed)};
}

Value fla_readout(Graph& g, const FlaSizes& s, std::int64_t layer, Value x, Value normed, Value y) {
  const auto w = [&](const std::string& name) { return g.weight(fla_layer(layer) + name); };
  const Value gate = linear(g, w("attn.g_proj.weight"), normed, {.activation = Activation::Silu});
  const Value readout = rms_norm(g, y, w(readout_norm(s)), s.norm_epsilon, s.heads);
  return linear(g, w("attn.o_proj.weight"), multiply(g, readout, gate), {.residual = x});
}

Value fla_feed_forward(Graph& g, const FlaSizes& s, std::int64_t layer, Value x) {
  const auto w = [&](const char* name) { return g.weight(fla_layer(layer) + name); };
  const Value normed = rms_norm(g, x, w("mlp_norm.weight"), s.norm_epsilon);
  const Value gate = linear(g, w("mlp.gate_proj.weight"), normed, {.activation = Activation::Silu});
  const Value up = linear(g, w("mlp.up_proj.weight"), normed);
  return linear(g, w("mlp.down_proj.weight"), multiply(g, gate, up), {.residual = x});
}

Value fla_input(Graph& g) {
  return embedding(g, g.weight("model.embeddings.weight"));
}

void fla_output(Graph& g, const FlaSizes& s, Value x) {
  if (g.shape().logits == LogitRows::None) return;
  if (g.shape().logits == LogitRows::Last) x = last_tokens(g, x);
  g.set_logits(linear(g, g.weight("lm_head.weight"), rms_norm(g, x, g.weight("model.norm.weight"), s.norm_epsilon)));
}

}  // namespace eddy
