#include "engine/layers/hybrid_network.h"

#include "engine/ops/rms_norm.h"

namespace eddy {
namespace {

std::string file_layer(const HybridNetwork& n, std::int64_t layer) {
  return n.names.layers + std::to_string(layer) + ".";
}

MixerPlace place_of(const HybridNetwork& n, std::int64_t layer, const std::string& part) {
  return {.ours = block_name(layer), .file = file_layer(n, layer) + part, .gguf = block_name(layer)};
}

FileNames norm_names(const HybridNetwork& n, std::int64_t layer) {
  return {file_layer(n, layer) + n.names.norm, block_name(layer) + "attn_norm.weight"};
}

MixerPlace recurrent_place(const HybridNetwork& n, std::int64_t layer) {
  return place_of(n, layer, n.names.recurrent);
}
MixerPlace attention_place(const HybridNetwork& n, std::int64_t layer) {
  return place_of(n, layer, n.names.attention);
}
MixerPlace network_place(const HybridNetwork& n, std::int64_t layer) {
  return place_of(n, layer, n.names.network);
}
MixerPlace experts_place(const HybridNetwork& n, std::int64_t layer) {
  return place_of(n, layer, n.names.experts);
}

bool holds(const ModelFile& file, const MixerPlace& place, const std::string& name, const std::string& gguf) {
  return find_first(file, {place.file + name, place.gguf + gguf}) != nullptr;
}

/// Kinds as the config lists them, else as the tensors show; experts are always where their router is.
std::vector<HybridLayer> read_layers(const ModelFile& file, ConfigReader& reader, const HybridNetwork& n,
                                     std::int64_t count) {
  const auto kinds = reader.layer_kinds(count);
  std::vector<HybridLayer> layers(static_cast<std::size_t>(count));
  for (std::int64_t i = 0; i < count && reader.ok(); ++i) {
    HybridLayer& layer = layers[static_cast<std::size_t>(i)];
    layer.attends = holds(file, attention_place(n, i), "q_proj.weight", "attn_q.weight");
    if (!kinds.empty()) layer.attends = kinds[static_cast<std::size_t>(i)] == LayerKind::Attention;
    layer.routes = holds(file, experts_place(n, i), n.names.router, "ffn_gate_inp.weight");
    const MixerPlace place = network_place(n, i);
    const std::string suffix = layer.routes ? "_shexp" : "";
    const std::string up = n.names.projections.fused.empty() ? "up_proj.weight" : n.names.projections.fused;
    if (!layer.routes || holds(file, place, up, "ffn_up_shexp.weight"))
      layer.network = read_network_block(file, reader, place, n.ends.width, true, n.names.projections, suffix);
  }
  return layers;
}

void read_mixer(const ModelFile& file, ConfigReader& reader, HybridNetwork& n, std::int64_t layer) {
  const MixerPlace place = recurrent_place(n, layer);
  if (auto* mamba = std::get_if<MambaSizes>(&n.recurrent)) *mamba = read_mamba_sizes(file, reader, place, n.ends.width);
  if (auto* mamba2 = std::get_if<Mamba2Sizes>(&n.recurrent))
    *mamba2 = read_mamba2_sizes(file, reader, place, n.ends.width);
}

}  // namespace

void read_hybrid_network(const ModelFile& file, ConfigReader& reader, HybridNetwork& n) {
  read_network_ends(file, reader, n.ends);
  const std::int64_t count = count_layers(file, reader, [&](std::int64_t layer) { return norm_names(n, layer); });
  if (reader.ok()) n.layers = read_layers(file, reader, n, count);
  bool mixes = false;
  for (std::int64_t i = 0; i < count && reader.ok(); ++i) {
    const HybridLayer& layer = n.layers[static_cast<std::size_t>(i)];
    if (layer.attends && n.attention.width == 0)
      n.attention = read_attention_block(file, reader, attention_place(n, i), n.ends.width);
    if (!layer.attends && !mixes) read_mixer(file, reader, n, i);
    mixes = mixes || !layer.attends;
    if (layer.routes && n.experts.width == 0)
      n.experts = read_experts_block(file, reader, experts_place(n, i), n.ends.width, true, n.names.router,
                                     n.names.projections);
  }
  if (reader.text({"hidden_act"}, "silu") != "swish") reader.only("hidden_act", std::string("silu"));
}

Result<void> check_hybrid_network(const ModelFile& file, std::string_view architecture, const HybridNetwork& n) {
  const std::string tag = message_tag(file, architecture);
  if (n.attention.width > 0) {
    if (auto fits = check_attention(n.attention.shape, tag); !fits) return fits;
  }
  return n.experts.width > 0 ? check_routing(n.experts.route, n.experts.experts, tag) : Result<void>();
}

NetworkSize hybrid_size(const HybridNetwork& n) {
  return {static_cast<std::int64_t>(n.layers.size()), n.ends.width, n.ends.vocabulary};
}

TensorTable hybrid_tensors(const HybridNetwork& n) {
  TensorTable table;
  add_network_ends(table, n.ends);
  if (n.rope) add_rope_rule(table, *n.rope);
  for (std::int64_t i = 0; i < hybrid_size(n).layers; ++i) {
    const HybridLayer& layer = n.layers[static_cast<std::size_t>(i)];
    const std::string ours = block_name(i);
    table.rules.push_back(named_vector(ours + "norm", {n.ends.width}, norm_names(n, i)));
    table.rules.push_back(named_vector(ours + "network_norm", {n.ends.width},
                                       {file_layer(n, i) + n.names.network_norm, ours + "ffn_norm.weight"}));
    if (layer.attends) {
      add_attention_block(table, n.attention, attention_place(n, i));
    } else if (const auto* mamba = std::get_if<MambaSizes>(&n.recurrent)) {
      add_mamba_block(table, *mamba, recurrent_place(n, i));
    } else {
      add_mamba2_block(table, std::get<Mamba2Sizes>(n.recurrent), recurrent_place(n, i));
    }
    if (layer.network.inner > 0) add_network_block(table, layer.network, network_place(n, i));
    if (layer.routes) add_experts_block(table, n.experts, experts_place(n, i));
  }
  return table;
}

StateLayout hybrid_state_layout(const HybridNetwork& n) {
  StateLayout layout;
  if (n.rope) add_rope_slots(layout, *n.rope);
  for (std::int64_t i = 0; i < hybrid_size(n).layers; ++i) {
    if (n.layers[static_cast<std::size_t>(i)].attends) {
      add_attention_slots(layout, n.attention.shape, i);
    } else if (const auto* mamba = std::get_if<MambaSizes>(&n.recurrent)) {
      add_mamba_state(layout, *mamba, i, recurrent_place(n, i));
    } else {
      add_mamba2_state(layout, std::get<Mamba2Sizes>(n.recurrent), i, recurrent_place(n, i));
    }
  }
  return layout;
}

void hybrid_forward(Graph& g, const HybridNetwork& n) {
  Value x = network_input(g, n.ends);
  std::optional<RotaryTable> rotary;
  if (n.rope) rotary = rope_table(g, *n.rope);
  for (std::int64_t i = 0; i < hybrid_size(n).layers; ++i) {
    const HybridLayer& layer = n.layers[static_cast<std::size_t>(i)];
    const auto norm = [&](const char* name) {
      return rms_norm(g, x, g.weight(block_name(i) + name), n.ends.norm_epsilon);
    };
    const Value u = norm("norm");
    if (layer.attends) {
      x = attention_block(g, n.attention, i, attention_place(n, i), u, rotary ? &*rotary : nullptr, x);
    } else if (const auto* mamba = std::get_if<MambaSizes>(&n.recurrent)) {
      x = mamba_block(g, *mamba, recurrent_place(n, i), x, u);
    } else {
      x = mamba2_block(g, std::get<Mamba2Sizes>(n.recurrent), recurrent_place(n, i), x, u);
    }
    const Value v = norm("network_norm");
    if (layer.network.inner > 0) x = feed_forward(g, network_weights(g, layer.network, network_place(n, i)), v, x);
    if (layer.routes)
      x = mixture_of_experts(g, expert_weights(g, n.experts, experts_place(n, i)), n.experts.route, v, x);
  }
  network_output(g, n.ends, x);
}

}  // namespace eddy
