#include "engine/layers/mamba_skeleton.h"

#include <algorithm>

#include "engine/ops/columns.h"
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

FileNames norm_names(const MambaSkeleton& s, std::int64_t layer) {
  return {file_layer(s, layer) + "norm.weight", block_name(layer) + "attn_norm.weight"};
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

MambaSkeleton read_mamba_skeleton(const ModelFile& file, ConfigReader& reader) {
  MambaSkeleton s{.root = root_of(file)};
  const std::string model = s.root.starts_with("model.") ? "model." : "";
  const std::string epsilon = gguf_key_prefix(file) + "attention.layer_norm_rms_epsilon";
  s.ends = {.embeddings = {s.root + "embeddings.weight", s.root + "embedding.weight", "token_embd.weight"},
            .norm = {s.root + "norm_f.weight", "output_norm.weight"},
            .head = {model + "lm_head.weight", "output.weight"},
            .norm_epsilon = reader.epsilon({"layer_norm_epsilon", "norm_epsilon", epsilon}, 1e-5),
            .tied = read_tied(file, reader, true)};
  read_network_ends(file, reader, s.ends);
  s.layers = count_layers(file, reader, [&](std::int64_t layer) { return norm_names(s, layer); });
  // Only the authors' library builds this one; its fc1 holds two halves.
  if (const auto fc1 = matrix_size(file, {file_layer(s, 0) + "mlp.fc1.weight"})) s.feed_forward = fc1->first / 2;
  reader.only("rms_norm", true);  // false: layer norms, which no published model has
  reader.only("hidden_act", std::string("silu"));
  return s;
}

MixerPlace mamba_mixer_place(const MambaSkeleton& s, std::int64_t layer) {
  return {.ours = block_name(layer), .file = file_layer(s, layer) + "mixer.", .gguf = block_name(layer)};
}

void add_mamba_skeleton(TensorTable& table, const MambaSkeleton& s) {
  add_network_ends(table, s.ends);
  for (std::int64_t layer = 0; layer < s.layers; ++layer) {
    const std::string ours = block_name(layer), file = file_layer(s, layer);
    table.rules.push_back(named_vector(ours + "norm", {s.ends.width}, norm_names(s, layer)));
    if (s.feed_forward == 0) continue;
    table.rules.push_back(named_vector(ours + "norm2", {s.ends.width}, {file + "norm2.weight"}));
    table.rules.push_back(named_matrix(ours + "fc1", 2 * s.feed_forward, s.ends.width, {file + "mlp.fc1.weight"}));
    table.rules.push_back(named_matrix(ours + "fc2", s.ends.width, s.feed_forward, {file + "mlp.fc2.weight"}));
  }
}

void mamba_forward(Graph& g, const MambaSkeleton& s,
                   const std::function<Value(std::int64_t layer, Value x, Value normed)>& mixer) {
  Value x = network_input(g, s.ends);
  for (std::int64_t layer = 0; layer < s.layers; ++layer) {
    const std::string ours = block_name(layer);
    x = mixer(layer, x, rms_norm(g, x, g.weight(ours + "norm"), s.ends.norm_epsilon));
    if (s.feed_forward == 0) continue;
    const Value both = linear(g, g.weight(ours + "fc1"), rms_norm(g, x, g.weight(ours + "norm2"), s.ends.norm_epsilon));
    const Value up = columns(g, both, 0, s.feed_forward);
    x = linear(g, g.weight(ours + "fc2"), gate(g, up, both, s.feed_forward, Activation::Silu), {.residual = x});
  }
  network_output(g, s.ends, x);
}

}  // namespace eddy
