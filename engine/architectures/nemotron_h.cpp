// Nemotron-H (2504.03624), Nemotron Nano 2 and 3: one mixer a layer, which its config's pattern names: Mamba-2,
// attention without positions, a network with squared ReLU, or a mixture of such networks.
#include "engine/architectures/architecture.h"
#include "engine/layers/hybrid_blocks.h"
#include "engine/layers/mamba2_blocks.h"
#include "engine/ops/linear.h"
#include "engine/ops/rms_norm.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "nemotron_h";

struct Layer {
  LayerKind kind = LayerKind::Recurrent;
  Mamba2Sizes mamba;
  AttentionBlock attention;
  NetworkBlock network;  ///< of a layer of experts: the shared one, unless its inner size is 0
  ExpertsBlock experts;
  std::int64_t latent = 0;  ///< width that experts work in; 0: the network's own
};

struct Config {
  NetworkEnds ends;
  std::vector<Layer> layers;
  FileNames ignored;  ///< heads that guess several tokens ahead
};

bool recognises(const ModelFile& file) {
  return is_called(file, {"nemotron_h"}, {"nemotron_h", "nemotron_h_moe"});
}

std::string layer_prefix(std::int64_t layer) {
  return "backbone.layers." + std::to_string(layer) + ".";
}

MixerPlace place_of(std::int64_t layer) {
  return {.ours = block_name(layer), .file = layer_prefix(layer) + "mixer.", .gguf = block_name(layer)};
}

MixerPlace shared_place(const MixerPlace& place) {
  return {.ours = place.ours + "shared_", .file = place.file + "shared_experts.", .gguf = place.gguf};
}

FileNames norm_names(std::int64_t layer) {
  return {layer_prefix(layer) + "norm.weight", block_name(layer) + "attn_norm.weight"};
}

/// What the tensors of a layer are for, where no config lists the layers.
LayerKind kind_in_file(const ModelFile& file, std::int64_t layer) {
  const MixerPlace place = place_of(layer);
  if (find_first(file, {place.file + "in_proj.weight", place.gguf + "ssm_in.weight"})) return LayerKind::Recurrent;
  if (find_first(file, {place.file + "q_proj.weight", place.gguf + "attn_q.weight"})) return LayerKind::Attention;
  if (find_first(file, {place.file + "gate.weight", place.gguf + "ffn_gate_inp.weight"})) return LayerKind::Experts;
  return LayerKind::FeedForward;
}

RouteParams read_route(const ModelFile& file, ConfigReader& reader) {
  const std::string gguf = gguf_key_prefix(file) + "expert_";
  const std::string used = gguf + "used_count", normalise = gguf + "weights_norm", scale = gguf + "weights_scale",
                    groups = gguf + "group_count", kept = gguf + "group_used_count";
  constexpr std::int64_t kMost = 1 << 16;
  return {.score = RouterScore::Sigmoid,
          .used = static_cast<std::int32_t>(reader.integer({"num_experts_per_tok", used}, 1, kMost)),
          .normalise = reader.flag({"norm_topk_prob", normalise}, true),
          .epsilon = 1e-20f,
          .scale = static_cast<float>(reader.number({"routed_scaling_factor", scale}, 1)),
          .groups = static_cast<std::int32_t>(reader.integer({"n_group", groups}, 1, kMost, 1)),
          .kept_groups = static_cast<std::int32_t>(reader.integer({"topk_group", kept}, 1, kMost, 1))};
}

void read_experts(const ModelFile& file, ConfigReader& reader, const MixerPlace& place, std::int64_t width,
                  Layer& layer) {
  layer.experts = read_experts_block(file, reader, place, width, false, "gate.weight");
  layer.experts.route = read_route(file, reader);
  layer.experts.expert.activation = Activation::ReluSquared;
  const MixerPlace shared = shared_place(place);
  if (find_first(file, {shared.file + "up_proj.weight", shared.gguf + "ffn_up_shexp.weight"}))
    layer.network = read_network_block(file, reader, shared, width, false, {}, "_shexp");
  const auto latent = matrix_size(file, {place.file + "fc1_latent_proj.weight", place.gguf + "ffn_latent_down.weight"});
  if (!latent) return;
  layer.latent = latent->first;
  layer.experts.expert.width = latent->first;
}

Layer read_layer(const ModelFile& file, ConfigReader& reader, LayerKind kind, std::int64_t number,
                 const NetworkEnds& ends) {
  const MixerPlace place = place_of(number);
  Layer layer{.kind = kind};
  switch (kind) {
    case LayerKind::Recurrent:
      layer.mamba = read_mamba2_sizes(file, reader, place, ends.width);
      layer.mamba.norm_epsilon = ends.norm_epsilon;
      // transformers cuts steps off below; llama.cpp does not, and its files do not say this number.
      if (file.file_format() != "gguf") layer.mamba.dt_least = std::max(layer.mamba.dt_least, read_least_step(reader));
      break;
    case LayerKind::Attention:
      layer.attention = read_attention_block(file, reader, place, ends.width);
      break;
    case LayerKind::FeedForward:
      layer.network = read_network_block(file, reader, place, ends.width, false);
      break;
    case LayerKind::Experts:
      read_experts(file, reader, place, ends.width, layer);
      break;
    default:
      reader.fail("layer " + std::to_string(number) + " is of a kind that this architecture does not have");
  }
  layer.network.activation = Activation::ReluSquared;
  return layer;
}

Result<void> check(const ModelFile& file, const Layer& layer) {
  const std::string tag = message_tag(file, kTag);
  if (layer.kind == LayerKind::Attention) return check_attention(layer.attention.shape, tag);
  if (layer.kind == LayerKind::Experts) return check_routing(layer.experts.route, layer.experts.experts, tag);
  return {};
}

Result<Config> read_config(const ModelFile& file) {
  ConfigReader reader(file, kTag);
  const std::string epsilon = gguf_key_prefix(file) + "attention.layer_norm_rms_epsilon",
                    ahead = gguf_key_prefix(file) + "nextn_predict_layers";
  Config c{.ends = {.embeddings = {"backbone.embeddings.weight", "token_embd.weight"},
                    .norm = {"backbone.norm_f.weight", "output_norm.weight"},
                    .head = {"lm_head.weight", "output.weight"},
                    .norm_epsilon = reader.epsilon({"layer_norm_epsilon", "norm_eps", "rms_norm_eps", epsilon}, 1e-5),
                    .tied = read_tied(file, reader, false)},
           .ignored = names_with_prefix(file, "mtp.")};
  read_network_ends(file, reader, c.ends);
  reader.only("mlp_hidden_act", std::string("relu2"));
  reader.only("mamba_hidden_act", std::string("silu"));
  reader.only(ahead, std::int64_t{0});
  const std::int64_t layers = count_layers(file, reader, &norm_names);
  std::vector<LayerKind> kinds = reader.layer_kinds(layers);
  for (std::int64_t layer = static_cast<std::int64_t>(kinds.size()); layer < layers; ++layer)
    kinds.push_back(kind_in_file(file, layer));
  for (std::size_t i = 0; i < kinds.size() && reader.ok(); ++i) {
    c.layers.push_back(read_layer(file, reader, kinds[i], static_cast<std::int64_t>(i), c.ends));
    if (!reader.ok()) break;
    if (auto fits = check(file, c.layers.back()); !fits) return fits.error();
  }
  if (!reader.ok()) return reader.error();
  return c;
}

NetworkSize size(const Config& c) {
  return {static_cast<std::int64_t>(c.layers.size()), c.ends.width, c.ends.vocabulary};
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

void add_experts(TensorTable& table, const Config& c, const Layer& layer, const MixerPlace& place) {
  add_experts_block(table, layer.experts, place);
  if (layer.network.inner > 0) add_network_block(table, layer.network, shared_place(place));
  if (layer.latent == 0) return;
  table.rules.push_back(named_matrix(place.ours + "into_latent", layer.latent, c.ends.width,
                                     {place.file + "fc1_latent_proj.weight", place.gguf + "ffn_latent_down.weight"}));
  table.rules.push_back(named_matrix(place.ours + "out_of_latent", c.ends.width, layer.latent,
                                     {place.file + "fc2_latent_proj.weight", place.gguf + "ffn_latent_up.weight"}));
}

TensorTable tensors(const Config& c) {
  TensorTable table{.ignored = c.ignored};
  add_network_ends(table, c.ends);
  for (std::size_t i = 0; i < c.layers.size(); ++i) {
    const auto number = static_cast<std::int64_t>(i);
    const Layer& layer = c.layers[i];
    const MixerPlace place = place_of(number);
    table.rules.push_back(named_vector(place.ours + "norm", {c.ends.width}, norm_names(number)));
    if (layer.kind == LayerKind::Recurrent) add_mamba2_block(table, layer.mamba, place);
    if (layer.kind == LayerKind::Attention) add_attention_block(table, layer.attention, place);
    if (layer.kind == LayerKind::FeedForward) add_network_block(table, layer.network, place);
    if (layer.kind == LayerKind::Experts) add_experts(table, c, layer, place);
  }
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  for (std::size_t i = 0; i < c.layers.size(); ++i) {
    const auto number = static_cast<std::int64_t>(i);
    if (c.layers[i].kind == LayerKind::Recurrent) add_mamba2_state(layout, c.layers[i].mamba, number, place_of(number));
    if (c.layers[i].kind == LayerKind::Attention) add_attention_slots(layout, c.layers[i].attention.shape, number);
  }
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

/// x + shared expert + routed experts, which may work in a narrower space between two projections.
Value experts(Graph& g, const Layer& layer, const MixerPlace& place, Value x, Value normed) {
  const ExpertWeights weights = expert_weights(g, layer.experts, place);
  if (layer.network.inner > 0) x = feed_forward(g, network_weights(g, layer.network, shared_place(place)), normed, x);
  if (layer.latent == 0) return mixture_of_experts(g, weights, layer.experts.route, normed, x);
  const Value latent = linear(g, g.weight(place.ours + "into_latent"), normed);
  const Value y = routed_experts(g, weights.experts, linear(g, weights.router, normed), weights.correction,
                                 layer.experts.route, latent);
  return linear(g, g.weight(place.ours + "out_of_latent"), y, {.residual = x});
}

void forward(Graph& g, const Config& c) {
  Value x = network_input(g, c.ends);
  for (std::size_t i = 0; i < c.layers.size(); ++i) {
    const auto number = static_cast<std::int64_t>(i);
    const Layer& layer = c.layers[i];
    const MixerPlace place = place_of(number);
    const Value normed = rms_norm(g, x, g.weight(place.ours + "norm"), c.ends.norm_epsilon);
    switch (layer.kind) {
      case LayerKind::Recurrent:
        x = mamba2_block(g, layer.mamba, place, x, normed);
        break;
      case LayerKind::Attention:
        x = attention_block(g, layer.attention, number, place, normed, nullptr, x);
        break;
      case LayerKind::FeedForward:
        x = feed_forward(g, network_weights(g, layer.network, place), normed, x);
        break;
      default:
        x = experts(g, layer, place, x, normed);
    }
  }
  network_output(g, c.ends, x);
}

// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{kTag, &read_config, &size, &tensors, &state_layout, &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kNemotronH;
const Architecture kNemotronH{kTag, &recognises, &open};

}  // namespace eddy
