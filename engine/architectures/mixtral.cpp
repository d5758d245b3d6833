// Mixtral (Jiang et al., 2401.04088): Llama with eight experts in place of each feed-forward network, two for a token.
#include "engine/layers/transformer.h"
#include "engine/ops/linear.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "mixtral";

struct Config {
  TransformerSizes sizes;
  std::int64_t experts = 0;  // E
  RouteParams routing;       // a softmax over the chosen logits
  bool stacked = false;      // each matrix of all experts is one tensor
};

bool recognises(const ModelFile& file) {
  const std::string name = architecture_name(file);
  return name == kTag || (name == "llama" && file.metadata("llama.expert_count"));
}

Result<Config> read_config(const ModelFile& file) {
  ConfigReader reader(file, kTag);
  Config c{read_transformer(reader, file)};
  c.experts = reader.size({"num_local_experts", "llama.expert_count"});
  const auto used = reader.integer({"num_experts_per_tok", "llama.expert_used_count"}, 1, 1 << 16);
  c.routing = {.score = RouterScore::Softmax, .used = static_cast<std::int32_t>(used), .normalise = 1};
  c.stacked = file.find("blk.0.ffn_up_exps.weight") != nullptr;
  check_experts(reader, file, c.routing, c.experts, c.sizes.layers, c.stacked);
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
    table.rules.push_back(layer_matrix(layer, "block_sparse_moe.gate", "ffn_gate_inp", c.experts, s.width));
    const std::string name = transformer_layer(layer), block = "blk." + std::to_string(layer) + ".";
    const auto add = [&](const char* part, const char* gguf, std::int64_t out, std::int64_t in) {
      table.rules.push_back(expert_rule(name + part, {c.experts, out, in}, name + "block_sparse_moe.experts.", part,
                                        block + gguf, c.stacked));
    };
    add("w1", "ffn_gate", s.feed_forward, s.width);
    add("w2", "ffn_down", s.width, s.feed_forward);
    add("w3", "ffn_up", s.feed_forward, s.width);
  }
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  return transformer_state(c.sizes);
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

void forward(Graph& g, const Config& c) {
  const TransformerSizes& s = c.sizes;
  Value x = transformer_input(g);
  const RotaryTable rotary = rope_table(g, s.rope);
  for (std::int64_t layer = 0; layer < s.layers; ++layer) {
    const auto w = [&](const char* name) { return g.weight(transformer_layer(layer) + name); };
    x = transformer_attention(g, s, layer, x, rotary);
    const Value normed = transformer_norm(g, s, layer, "post_attention_layernorm", x);
    x = mixture_of_experts(
        g, {.router = w("block_sparse_moe.gate.weight"), .experts = {.gate = w("w1"), .up = w("w3"), .down = w("w2")}},
        c.routing, normed, x);
  }
  transformer_output(g, s, x);
}

// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{kTag, &read_config, &size, &tensors, &state_layout, &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kMixtral;
const Architecture kMixtral{kTag, &recognises, &open};

}  // namespace eddy
