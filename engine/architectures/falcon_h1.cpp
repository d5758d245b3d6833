// Falcon-H1 (2507.22448): in every layer Mamba-2 and attention read the same normed input and both add to the residual
// stream; constants of the config scale what goes in and comes out. GGUF files hold them multiplied into the weights.
#include <algorithm>
#include <cmath>

#include "engine/architectures/architecture.h"
#include "engine/layers/hybrid_blocks.h"
#include "engine/layers/mamba2_blocks.h"
#include "engine/layers/rope.h"
#include "engine/ops/gate.h"
#include "engine/ops/linear.h"
#include "engine/ops/rms_norm.h"
#include "engine/ops/scale.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "falcon_h1";
constexpr const char* kGguf = "falcon-h1";

struct Config {
  NetworkEnds ends;
  std::int64_t layers = 0;
  Mamba2Sizes mamba;
  AttentionBlock attention;
  NetworkBlock network;
  Rope rope;
  float attention_in = 1;  ///< of attention's input
  float gate_scale = 1, down_scale = 1;
};

bool recognises(const ModelFile& file) {
  return is_called(file, {kTag}, {kGguf});
}

std::string layer_prefix(std::int64_t layer) {
  return "model.layers." + std::to_string(layer) + ".";
}

MixerPlace place_of(std::int64_t layer, const char* part) {
  return {.ours = block_name(layer) + part, .file = layer_prefix(layer) + part, .gguf = block_name(layer)};
}
MixerPlace mamba_place(std::int64_t layer) {
  return place_of(layer, "mamba.");
}
MixerPlace attention_place(std::int64_t layer) {
  return place_of(layer, "self_attn.");
}
MixerPlace network_place(std::int64_t layer) {
  return place_of(layer, "feed_forward.");
}

FileNames norm_names(std::int64_t layer) {
  return {layer_prefix(layer) + "input_layernorm.weight", block_name(layer) + "attn_norm.weight"};
}

/// A list of as many multipliers, all 1 where the config has none.
std::vector<float> read_multipliers(ConfigReader& reader, std::string_view key, std::size_t count) {
  const auto given = reader.numbers({key});
  if (!given.empty() && given.size() != count) {
    reader.fail("key '" + std::string(key) + "' of its config does not have " + std::to_string(count) + " numbers");
  }
  std::vector<float> multipliers(count, 1.0f);
  if (given.size() == count) std::copy(given.begin(), given.end(), multipliers.begin());
  return multipliers;
}

void read_scales(ConfigReader& reader, Config& c) {
  const auto scale_of = [&](std::string_view key) { return static_cast<float>(reader.number({key}, 1.0)); };
  c.ends.input_scale = scale_of("embedding_multiplier");
  c.ends.output_scale = scale_of("lm_head_multiplier");
  c.attention_in = scale_of("attention_in_multiplier");
  c.attention.out_scale = scale_of("attention_out_multiplier");
  c.attention.shape.scale =
      scale_of("key_multiplier") / std::sqrt(static_cast<float>(std::max<std::int64_t>(1, c.attention.shape.key_size)));
  c.mamba.scales = read_multipliers(reader, "ssm_multipliers", 5);
  for (float& s : c.mamba.scales) s *= scale_of("ssm_in_multiplier");
  if (std::all_of(c.mamba.scales.begin(), c.mamba.scales.end(), [](float s) { return s == 1; })) c.mamba.scales.clear();
  c.mamba.out_scale = scale_of("ssm_out_multiplier");
  const auto network = read_multipliers(reader, "mlp_multipliers", 2);
  c.gate_scale = network[0];
  c.down_scale = network[1];
  // A bias would have to be scaled apart; no published model has one.
  for (const char* bias : {"attention_bias", "mamba_proj_bias", "mlp_bias", "projectors_bias"})
    reader.only(bias, false);
}

void read_mamba(const ModelFile& file, ConfigReader& reader, Config& c) {
  c.mamba = read_mamba2_sizes(file, reader, mamba_place(0), c.ends.width);
  c.mamba.norm_epsilon = c.ends.norm_epsilon;
  if (c.mamba.norm != GatedNorm::None && reader.flag({"mamba_norm_before_gate"}, true))
    c.mamba.norm = GatedNorm::NormFirst;
}

void read_positions(const ModelFile& file, ConfigReader& reader, Config& c) {
  const std::int64_t head = c.attention.shape.key_size;
  if (file.file_format() == "gguf") {
    c.rope = make_rope(reader, gguf_rope(reader, kGguf, head), head, 0);
  } else {
    c.rope = make_rope(reader, reader.rope(), head,
                       reader.integer({"max_position_embeddings"}, 0, std::int64_t{1} << 40, 0));
  }
}

Result<Config> read_config(const ModelFile& file) {
  ConfigReader reader(file, kTag);
  const std::string epsilon = gguf_key_prefix(file) + "attention.layer_norm_rms_epsilon";
  Config c{.ends = {.embeddings = {"model.embed_tokens.weight", "token_embd.weight"},
                    .norm = {"model.final_layernorm.weight", "output_norm.weight"},
                    .head = {"lm_head.weight", "output.weight"},
                    .norm_epsilon = reader.epsilon({"rms_norm_eps", epsilon}, 1e-5),
                    .tied = read_tied(file, reader, false)}};
  read_network_ends(file, reader, c.ends);
  c.layers = count_layers(file, reader, &norm_names);
  reader.only("hidden_act", std::string("silu"));
  if (reader.ok()) read_mamba(file, reader, c);
  if (reader.ok()) c.attention = read_attention_block(file, reader, attention_place(0), c.ends.width);
  if (reader.ok()) c.network = read_network_block(file, reader, network_place(0), c.ends.width, true);
  if (reader.ok()) read_scales(reader, c);
  if (reader.ok()) read_positions(file, reader, c);
  if (!reader.ok()) return reader.error();
  if (auto fits = check_attention(c.attention.shape, message_tag(file, kTag)); !fits) return fits.error();
  return c;
}

NetworkSize size(const Config& c) {
  return {c.layers, c.ends.width, c.ends.vocabulary};
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

TensorTable tensors(const Config& c) {
  TensorTable table;
  add_network_ends(table, c.ends);
  add_rope_rule(table, c.rope);
  for (std::int64_t i = 0; i < c.layers; ++i) {
    table.rules.push_back(named_vector(block_name(i) + "norm", {c.ends.width}, norm_names(i)));
    // llama.cpp's converter once left ".weight" out.
    table.rules.push_back(named_vector(
        block_name(i) + "network_norm", {c.ends.width},
        {layer_prefix(i) + "pre_ff_layernorm.weight", block_name(i) + "ffn_norm", block_name(i) + "ffn_norm.weight"}));
    add_mamba2_block(table, c.mamba, mamba_place(i));
    add_attention_block(table, c.attention, attention_place(i));
    add_network_block(table, c.network, network_place(i));
  }
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  add_rope_slots(layout, c.rope);
  for (std::int64_t i = 0; i < c.layers; ++i) {
    add_mamba2_state(layout, c.mamba, i, mamba_place(i));
    add_attention_slots(layout, c.attention.shape, i);
  }
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

Value scaled(Graph& g, Value x, float s) {
  return s == 1 ? x : scale(g, x, s);
}

/// x + down_scale * down(silu(gate_scale * gate(v)) * up(v)), v = norm(x)
Value network(Graph& g, const Config& c, std::int64_t layer, Value x) {
  const Value v = rms_norm(g, x, g.weight(block_name(layer) + "network_norm"), c.ends.norm_epsilon);
  const FeedForwardWeights w = network_weights(g, c.network, network_place(layer));
  const Value opening = scaled(g, linear(g, *w.gate, v), c.gate_scale);
  const Value hidden = gate(g, linear(g, w.up, v), opening, 0, Activation::Silu);
  return linear(g, w.down, scaled(g, hidden, c.down_scale), {.residual = x});
}

void forward(Graph& g, const Config& c) {
  Value x = network_input(g, c.ends);
  const RotaryTable rotary = rope_table(g, c.rope);
  for (std::int64_t i = 0; i < c.layers; ++i) {
    const Value normed = rms_norm(g, x, g.weight(block_name(i) + "norm"), c.ends.norm_epsilon);
    x = mamba2_block(g, c.mamba, mamba_place(i), x, normed);
    x = attention_block(g, c.attention, i, attention_place(i), scaled(g, normed, c.attention_in), &rotary, x);
    x = network(g, c, i, x);
  }
  network_output(g, c.ends, x);
}

// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{kTag, &read_config, &size, &tensors, &state_layout, &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kFalconH1;
const Architecture kFalconH1{kTag, &recognises, &open};

}  // namespace eddy
