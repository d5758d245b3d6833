// Llama (Touvron et al., 2302.13971) and its dense relatives: Mistral, Qwen2 (biases), Qwen3 (norms of queries and
// keys).
#include "engine/layers/transformer.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "llama";

struct Config {
  TransformerSizes sizes;
};

bool recognises(const ModelFile& file) {
  const std::string name = architecture_name(file);
  if (name == "llama" && file.metadata("llama.expert_count")) return false;  // Mixtral
  return name == "llama" || name == "mistral" || name == "qwen2" || name == "qwen3";
}

Result<Config> read_config(const ModelFile& file) {
  ConfigReader reader(file, kTag);
  Config c{read_transformer(reader, file)};
  if (!reader.ok()) return reader.error();
  return c;
}

NetworkSize size(const Config& c) {
  return {c.sizes.layers, c.sizes.width, c.sizes.vocabulary};
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

TensorTable tensors(const Config& c) {
  const TransformerSizes& s = c.sizes;
  TensorTable table;
  add_transformer_ends(table, s);
  for (std::int64_t layer = 0; layer < s.layers; ++layer) {
    add_transformer_attention(table, s, layer);
    auto& rules = table.rules;
    rules.push_back(layer_matrix(layer, "mlp.gate_proj", "ffn_gate", s.feed_forward, s.width));
    rules.push_back(layer_matrix(layer, "mlp.up_proj", "ffn_up", s.feed_forward, s.width));
    rules.push_back(layer_matrix(layer, "mlp.down_proj", "ffn_down", s.width, s.feed_forward));
    if (!s.mlp_bias) continue;
    rules.push_back(layer_vector(layer, "mlp.gate_proj.bias", "ffn_gate.bias", s.feed_forward));
    rules.push_back(layer_vector(layer, "mlp.up_proj.bias", "ffn_up.bias", s.feed_forward));
    rules.push_back(layer_vector(layer, "mlp.down_proj.bias", "ffn_down.bias", s.width));
  }
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  return transformer_state(c.sizes);
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

FeedForwardWeights network(Graph& g, const TransformerSizes& s, std::int64_t layer) {
  const auto w = [&](const char* name) { return g.weight(transformer_layer(layer) + "mlp." + name); };
  FeedForwardWeights weights{.gate = w("gate_proj.weight"), .up = w("up_proj.weight"), .down = w("down_proj.weight")};
  if (s.mlp_bias) {
    weights.gate_bias = w("gate_proj.bias");
    weights.up_bias = w("up_proj.bias");
    weights.down_bias = w("down_proj.bias");
  }
  return weights;
}

void forward(Graph& g, const Config& c) {
  const TransformerSizes& s = c.sizes;
  Value x = transformer_input(g);
  const RotaryTable rotary = rope_table(g, s.rope);
  for (std::int64_t layer = 0; layer < s.layers; ++layer) {
    x = transformer_attention(g, s, layer, x, rotary);
    x = feed_forward(g, network(g, s, layer), transformer_norm(g, s, layer, "post_attention_layernorm", x), x);
  }
  transformer_output(g, s, x);
}

// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{kTag, &read_config, &size, &tensors, &state_layout, &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kLlama;
const Architecture kLlama{kTag, &recognises, &open};

}  // namespace eddy
