#include "engine/layers/mamba_skeleton.h"

#include <algorithm>

#include "engine/ops/columns.h"
#include "engine/ops/elementwise.h"
#include "engine/ops/embedding.h"
#include "engine/ops/gate.h"
#include "engine/ops/linear.h"
#include "engine/ops/rms_norm.h"

namespace eddy {
namespace {

std::string text_of(const ModelFile& file, std::string_view key) {
  const auto* value = file.metadata(key);
  const auto* text = value ? std::get_if<std::string>(value) : nullptr;
  return text ? *text : "";
}

/// The authors' own checkpoints of Codestral put "model." before every name.
std::string root_of(const ModelFile& file) {
  return file.find("model.backbone.norm_f.weight") ? "model.backbone." : "backbone.";
}

std::string file_layer(const MambaSkeleton& s, std::int64_t layer) {
  return s.root + "layers." + std::to_string(layer) + ".";
}

std::string gguf_layer(std::int64_t layer) {
  return "blk." + std::to_string(layer) + ".";
}

std::int64_t count_layers(const ModelFile& file, const MambaSkeleton& s) {
  std::int64_t layers = 0;
  while (find_first(file, {file_layer(s, layers) + "norm.weight", gguf_layer(layers) + "attn_norm.weight"})) ++layers;
  return layers;
}

void read_sizes(const ModelFile& file, ConfigReader& reader, MambaSkeleton& s) {
  const auto* table =
      find_first(file, {s.root + "embeddings.weight", s.root + "embedding.weight", "token_embd.weight"});
  if (!table || table->shape.size() != 2 || table->shape[0] < 1 || table->shape[1] < 1) {
    return reader.fail("tensor '" + s.root + "embeddings.weight' is missing or not a matrix");
  }
  s.vocabulary = table->shape[0];
  s.width = table->shape[1];
  s.layers = count_layers(file, s);
  if (s.layers == 0) return reader.fail("tensor '" + file_layer(s, 0) + "norm.weight' is missing");
  // Only the authors' library builds this one; its fc1 holds two halves.
  if (const auto* fc1 = file.find(file_layer(s, 0) + "mlp.fc1.weight"); fc1 && fc1->shape.size() == 2) {
    s.feed_forward = fc1->shape[0] / 2;
  }
}

}  // namespace

bool is_mamba_file(const ModelFile& file, std::initializer_list<std::string_view> model_types, std::string_view gguf,
                   std::string_view mixer_tensor) {
  if (file.file_format() == "gguf") return !gguf.empty() && text_of(file, "general.architecture") == gguf;
  const std::string type = text_of(file, "model_type");
  const std::string first = root_of(file) + "layers.0.mixer." + std::string(mixer_tensor);
  if (!type.empty() && type != "mamba") {
    return std::find(model_types.begin(), model_types.end(), type) != model_types.end();
  }
  // The authors' configs name no type, and Codestral's says "mamba" of Mamba-2.
  return !mixer_tensor.empty() && file.find(first) != nullptr;
}

std::string gguf_key_prefix(const ModelFile& file) {
  return text_of(file, "general.architecture") + ".";
}

void expect_size(ConfigReader& reader, ConfigReader::Keys keys, std::int64_t in_tensors) {
  for (const std::string_view key : keys) {
    if (!reader.has({key}) || reader.integer({key}, 0, ConfigReader::kLargestSize) == in_tensors) continue;
    reader.fail("key '" + std::string(key) + "' of its config does not agree with the " + std::to_string(in_tensors) +
                " of its tensors");
  }
}

MambaSkeleton read_mamba_skeleton(const ModelFile& file, ConfigReader& reader) {
  MambaSkeleton s{.root = root_of(file)};
  const std::string gguf = gguf_key_prefix(file);
  const std::string layers = gguf + "block_count", width = gguf + "embedding_length",
                    epsilon = gguf + "attention.layer_norm_rms_epsilon";
  read_sizes(file, reader, s);
  if (reader.ok()) {
    expect_size(reader, {"num_hidden_layers", "n_layer", layers}, s.layers);
    expect_size(reader, {"hidden_size", "d_model", width}, s.width);
  }
  s.norm_epsilon = reader.epsilon({"layer_norm_epsilon", "norm_epsilon", epsilon}, 1e-5);
  s.tied = reader.flag({"tie_word_embeddings", "tie_embeddings"}, true);
  reader.only("rms_norm", true);  // false: layer norms, which no published model has
  reader.only("hidden_act", std::string("silu"));
  return s;
}

MixerPlace mamba_mixer_place(const MambaSkeleton& s, std::int64_t layer) {
  return {.ours = gguf_layer(layer), .file = file_layer(s, layer) + "mixer.", .gguf = gguf_layer(layer)};
}

void add_mamba_skeleton(TensorTable& table, const MambaSkeleton& s) {
  const std::string model = s.root.starts_with("model.") ? "model." : "";
  const FileNames embeddings{s.root + "embeddings.weight", s.root + "embedding.weight", "token_embd.weight"};
  table.rules.push_back(named_matrix("embeddings", s.vocabulary, s.width, embeddings));
  table.rules.push_back(named_vector("norm_f", {s.width}, {s.root + "norm_f.weight", "output_norm.weight"}));
  table.rules.push_back(named_matrix("head", s.vocabulary, s.width, {model + "lm_head.weight", "output.weight"}));
  if (s.tied) {
    for (const auto& name : embeddings) table.rules.back().sources.push_back({.names = {name}});
  }
  for (std::int64_t layer = 0; layer < s.layers; ++layer) {
    const std::string ours = gguf_layer(layer), file = file_layer(s, layer);
    table.rules.push_back(named_vector(ours + "norm", {s.width}, {file + "norm.weight", ours + "attn_norm.weight"}));
    if (s.feed_forward == 0) continue;
    table.rules.push_back(named_vector(ours + "norm2", {s.width}, {file + "norm2.weight"}));
    table.rules.push_back(named_matrix(ours + "fc1", 2 * s.feed_forward, s.width, {file + "mlp.fc1.weight"}));
    table.rules.push_back(named_matrix(ours + "fc2", s.width, s.feed_forward, {file + "mlp.fc2.weight"}));
  }
}

void mamba_forward(Graph& g, const MambaSkeleton& s,
                   const std::function<Value(std::int64_t layer, Value x, Value normed)>& mixer) {
  Value x = embedding(g, g.weight("embeddings"));
  for (std::int64_t layer = 0; layer < s.layers; ++layer) {
    const std::string ours = gguf_layer(layer);
    x = mixer(layer, x, rms_norm(g, x, g.weight(ours + "norm"), s.norm_epsilon));
    if (s.feed_forward == 0) continue;
    const Value both = linear(g, g.weight(ours + "fc1"), rms_norm(g, x, g.weight(ours + "norm2"), s.norm_epsilon));
    const Value up = columns(g, both, 0, s.feed_forward);
    x = linear(g, g.weight(ours + "fc2"), gate(g, up, both, s.feed_forward, Activation::Silu), {.residual = x});
  }
  if (g.shape().logits == LogitRows::None) return;
  if (g.shape().logits == LogitRows::Last) x = last_tokens(g, x);
  g.set_logits(linear(g, g.weight("head"), rms_norm(g, x, g.weight("norm_f"), s.norm_epsilon)));
}

}  // namespace eddy
