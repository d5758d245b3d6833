// LFM2 and LFM2-MoE (Liquid AI): gated short convolutions, some attention layers, and a SwiGLU network or experts in
// each.
#include <algorithm>

#include "engine/layers/named_rules.h"
#include "engine/layers/rewrites.h"
#include "engine/layers/transformer.h"
#include "engine/ops/causal_conv.h"
#include "engine/ops/columns.h"
#include "engine/ops/elementwise.h"
#include "engine/ops/embedding.h"
#include "engine/ops/linear.h"
#include "engine/ops/rms_norm.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char *kTag = "lfm2", *kExpertTag = "lfm2_moe";

struct Config {
  std::int64_t vocabulary = 0, width = 0, feed_forward = 0;
  std::int64_t conv_width = 0;  // K
  bool conv_bias = false;
  std::vector<LayerKind> layers;
  AttentionShape attention;
  Rope rope;
  float norm_epsilon = 1e-5f;
  bool gguf = false;
  std::int64_t dense_layers = 0;  // without experts; all of them in LFM2
  std::int64_t experts = 0, expert_feed_forward = 0;
  bool expert_bias = false;
  bool stacked = false;  // each matrix of all experts is one tensor
  RouteParams routing;

  bool is_attention(std::int64_t layer) const {
    return layers[static_cast<std::size_t>(layer)] == LayerKind::Attention;
  }
  bool has_experts(std::int64_t layer) const { return layer >= dense_layers; }
  std::int64_t count() const { return static_cast<std::int64_t>(layers.size()); }
};

bool recognises(const ModelFile& file) {
  return architecture_name(file) == "lfm2";
}

bool recognises_experts(const ModelFile& file) {
  const std::string name = architecture_name(file);
  return name == "lfm2_moe" || name == "lfm2moe";
}

const FileNames kTable{"model.embed_tokens.weight", "token_embd.weight"};
// Exporters called the last norm after what it is, or after what transformers calls it.
const FileNames kLastNorm{"model.embedding_norm.weight", "output_norm.weight", "token_embd_norm.weight"};

FileNames names_of(std::int64_t layer, const std::string& hf, const std::string& gguf) {
  return {transformer_layer(layer) + hf, "blk." + std::to_string(layer) + "." + gguf};
}

struct Positions {
  RopeConfig rope;
  std::int64_t most = 0;
};

Positions read_hf(ConfigReader& reader, Config& c) {
  c.width = reader.size({"hidden_size", "block_dim"});
  c.norm_epsilon = reader.epsilon({"norm_eps", "block_norm_eps"}, 1e-5);
  c.conv_bias = reader.flag({"conv_bias"}, false);
  c.layers = reader.layer_kinds(reader.integer({"num_hidden_layers"}, 1, 1 << 12));
  c.attention.query_heads = reader.size({"num_attention_heads", "num_heads"});
  c.attention.key_heads = reader.size({"num_key_value_heads"}, c.attention.query_heads);
  c.attention.key_size = reader.size({"head_dim"}, std::max<std::int64_t>(1, c.width / c.attention.query_heads));
  if (reader.has({"num_experts"})) {
    c.dense_layers = reader.integer({"num_dense_layers"}, 0, 1 << 12, 0);
    c.experts = reader.size({"num_experts"});
    c.routing.used = static_cast<std::int32_t>(reader.integer({"num_experts_per_tok"}, 1, 1 << 16));
    c.routing.normalise = reader.flag({"norm_topk_prob"}, true);
    c.routing.scale = static_cast<float>(reader.number({"routed_scaling_factor"}, 1.0));
  }
  auto rope = reader.rope();
  if (!reader.has({"rope_theta", "rope_parameters.rope_theta"})) rope.theta = 1e6;
  return {rope, reader.integer({"max_position_embeddings"}, 1, std::int64_t{1} << 30, 128000)};
}

/// Layers without key heads are convolutions.
Positions read_gguf(ConfigReader& reader, const std::string& name, Config& c) {
  const auto key = [&](const char* what) { return name + "." + what; };
  const std::string width = key("embedding_length"), epsilon = key("attention.layer_norm_rms_epsilon"),
                    heads = key("attention.head_count"), key_heads = key("attention.head_count_kv"),
                    size = key("attention.key_length"), most = key("context_length"), count = key("block_count"),
                    experts = key("expert_count"), used = key("expert_used_count"),
                    dense = key("leading_dense_block_count"), scale = key("expert_weights_scale"),
                    normalise = key("expert_weights_norm");
  c.gguf = true;
  c.width = reader.size({width});
  c.norm_epsilon = reader.epsilon({epsilon}, 1e-5);
  const auto layers = reader.integer({count}, 1, 1 << 12);
  auto kv = reader.integers({key_heads});
  if (kv.size() == 1) kv.resize(static_cast<std::size_t>(layers), kv[0]);
  if (static_cast<std::int64_t>(kv.size()) != layers) reader.fail("key '" + key_heads + "' has not one entry a layer");
  for (const std::int64_t heads_here : kv) {
    c.layers.push_back(heads_here > 0 ? LayerKind::Attention : LayerKind::Convolution);
    c.attention.key_heads = std::max(c.attention.key_heads, heads_here);
  }
  c.attention.key_heads = std::max<std::int64_t>(1, c.attention.key_heads);
  const auto query_heads = reader.integers({heads});
  c.attention.query_heads = query_heads.empty() ? 0 : std::ranges::max(query_heads);
  if (c.attention.query_heads < 1) {
    reader.fail("key '" + heads + "' is missing or not positive");
    c.attention.query_heads = 1;
  }
  c.attention.key_size = reader.size({size}, std::max<std::int64_t>(1, c.width / c.attention.query_heads));
  if (reader.has({experts})) {
    c.dense_layers = reader.integer({dense}, 0, 1 << 12, 0);
    c.experts = reader.size({experts});
    c.routing.used = static_cast<std::int32_t>(reader.integer({used}, 1, 1 << 16));
    c.routing.normalise = reader.flag({normalise}, true);
    c.routing.scale = static_cast<float>(reader.number({scale}, 1.0));
  }
  return {gguf_rope(reader, name, c.attention.key_size), reader.integer({most}, 1, std::int64_t{1} << 30, 128000)};
}

/// Rows and columns of a matrix of the first layer of a kind; what is not there is left at 1.
std::pair<std::int64_t, std::int64_t> size_of(ConfigReader& reader, const ModelFile& file, const FileNames& names) {
  if (const auto found = matrix_size(file, names)) return *found;
  reader.fail("tensor '" + (file.file_format() == "gguf" ? names.back() : names.front()) +
              "' is missing or not a matrix");
  return {1, 1};
}

void read_sizes(ConfigReader& reader, const ModelFile& file, Config& c) {
  c.vocabulary = size_of(reader, file, kTable).first;
  // The config's width of the network may be before or after an adjustment: the tensors are right.
  if (c.dense_layers > 0)
    c.feed_forward = size_of(reader, file, names_of(0, "feed_forward.w1.weight", "ffn_gate.weight")).first;
  for (std::int64_t layer = 0; layer < c.count(); ++layer) {
    if (c.layers[static_cast<std::size_t>(layer)] == LayerKind::Convolution && c.conv_width == 0) {
      c.conv_width = size_of(reader, file, names_of(layer, "conv.conv.weight", "shortconv.conv.weight")).second;
    }
    if (!c.has_experts(layer) || c.expert_feed_forward > 0) continue;
    const std::string name = transformer_layer(layer) + "feed_forward.expert_bias";
    c.expert_bias = find_first(file, {name, "blk." + std::to_string(layer) + ".exp_probs_b.bias"}) != nullptr;
    const std::string stacked = "blk." + std::to_string(layer) + ".ffn_gate_exps.weight";
    const StoredTensor* experts = file.find(stacked);
    c.stacked = experts != nullptr;
    c.expert_feed_forward =
        experts && experts->shape.size() == 3
            ? experts->shape[1]
            : size_of(reader, file, {transformer_layer(layer) + "feed_forward.experts.0.w1.weight", stacked}).first;
  }
  const bool convolves = std::ranges::find(c.layers, LayerKind::Convolution) != c.layers.end();
  if (convolves && c.conv_width < 2) reader.fail("its convolutions see one token alone");
}

Result<Config> read_config(const ModelFile& file, const char* tag) {
  ConfigReader reader(file, tag);
  Config c;
  c.routing = {.score = RouterScore::Sigmoid, .normalise = 1, .epsilon = 1e-6f};
  const Positions positions =
      file.file_format() == "gguf" ? read_gguf(reader, architecture_name(file), c) : read_hf(reader, c);
  if (c.experts == 0) c.dense_layers = c.count();
  if (c.layers.empty()) reader.fail("its config does not say what its layers are");
  for (const LayerKind kind : c.layers) {
    if (kind == LayerKind::Convolution || kind == LayerKind::Attention) continue;
    reader.fail("its layers are not all convolutions or attention");
  }
  if (!reader.ok()) return reader.error();
  read_sizes(reader, file, c);
  if (c.experts > 0) check_experts(reader, file, c.routing, c.experts, c.count() - c.dense_layers, c.stacked);
  if (auto fits = check_attention(c.attention, ""); !fits) reader.fail(fits.error().message, fits.error().code);
  if (!reader.ok()) return reader.error();
  c.rope = make_rope(reader, positions.rope, c.attention.key_size, positions.most);
  if (!reader.ok()) return reader.error();
  return c;
}

Result<Config> read_dense_config(const ModelFile& file) {
  return read_config(file, kTag);
}
Result<Config> read_expert_config(const ModelFile& file) {
  return read_config(file, kExpertTag);
}

NetworkSize size(const Config& c) {
  return {c.count(), c.width, c.vocabulary};
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

std::string block(std::int64_t layer) {
  return "blk." + std::to_string(layer) + ".";
}

void add_matrix(TensorTable& table, std::int64_t layer, const char* ours, const std::string& hf,
                const std::string& gguf, std::int64_t out, std::int64_t in) {
  table.rules.push_back(named_matrix(block(layer) + ours, out, in, names_of(layer, hf + ".weight", gguf + ".weight")));
}

void add_vector(TensorTable& table, std::int64_t layer, const char* ours, const std::string& hf,
                const std::string& gguf, std::int64_t n) {
  table.rules.push_back(named_vector(block(layer) + ours, {n}, names_of(layer, hf, gguf)));
}

void add_convolution(TensorTable& table, const Config& c, std::int64_t layer) {
  add_matrix(table, layer, "conv_in", "conv.in_proj", "shortconv.in_proj", 3 * c.width, c.width);
  add_matrix(table, layer, "conv_out", "conv.out_proj", "shortconv.out_proj", c.width, c.width);
  table.rules.push_back(named_vector(block(layer) + "conv", {c.conv_width, c.width},
                                     names_of(layer, "conv.conv.weight", "shortconv.conv.weight"),
                                     &rewrite_first_to_last, {c.width, c.conv_width}));
  if (!c.conv_bias) return;
  add_vector(table, layer, "conv_in.bias", "conv.in_proj.bias", "shortconv.in_proj.bias", 3 * c.width);
  add_vector(table, layer, "conv_out.bias", "conv.out_proj.bias", "shortconv.out_proj.bias", c.width);
  add_vector(table, layer, "conv.bias", "conv.conv.bias", "shortconv.conv.bias", c.width);
}

void add_attention(TensorTable& table, const Config& c, std::int64_t layer) {
  const AttentionShape& a = c.attention;
  add_matrix(table, layer, "q", "self_attn.q_proj", "attn_q", a.queries(), c.width);
  add_matrix(table, layer, "k", "self_attn.k_proj", "attn_k", a.keys(), c.width);
  add_matrix(table, layer, "v", "self_attn.v_proj", "attn_v", a.values(), c.width);
  add_matrix(table, layer, "out", "self_attn.out_proj", "attn_output", c.width, a.outputs());
  add_vector(table, layer, "q_norm", "self_attn.q_layernorm.weight", "attn_q_norm.weight", a.key_size);
  add_vector(table, layer, "k_norm", "self_attn.k_layernorm.weight", "attn_k_norm.weight", a.key_size);
}

void add_network(TensorTable& table, const Config& c, std::int64_t layer) {
  if (!c.has_experts(layer)) {
    add_matrix(table, layer, "ffn_gate", "feed_forward.w1", "ffn_gate", c.feed_forward, c.width);
    add_matrix(table, layer, "ffn_down", "feed_forward.w2", "ffn_down", c.width, c.feed_forward);
    add_matrix(table, layer, "ffn_up", "feed_forward.w3", "ffn_up", c.feed_forward, c.width);
    return;
  }
  add_matrix(table, layer, "router", "feed_forward.gate", "ffn_gate_inp", c.experts, c.width);
  if (c.expert_bias) add_vector(table, layer, "expert_bias", "feed_forward.expert_bias", "exp_probs_b.bias", c.experts);
  const auto add = [&](const char* part, const std::string& gguf, std::int64_t out, std::int64_t in) {
    table.rules.push_back(expert_rule(block(layer) + gguf, {c.experts, out, in},
                                      transformer_layer(layer) + "feed_forward.experts.", part, block(layer) + gguf,
                                      c.stacked));
  };
  add("w1", "ffn_gate", c.expert_feed_forward, c.width);
  add("w2", "ffn_down", c.width, c.expert_feed_forward);
  add("w3", "ffn_up", c.expert_feed_forward, c.width);
}

TensorTable tensors(const Config& c) {
  TensorTable table;
  table.rules.push_back(named_matrix("embeddings", c.vocabulary, c.width, kTable));
  table.rules.push_back(named_vector("norm", {c.width}, kLastNorm));
  table.ignored = {"lm_head.weight", "output.weight"};  // always the table of embeddings
  add_rope_rule(table, c.rope);
  for (std::int64_t layer = 0; layer < c.count(); ++layer) {
    add_vector(table, layer, "operator_norm", "operator_norm.weight", "attn_norm.weight", c.width);
    add_vector(table, layer, "ffn_norm", "ffn_norm.weight", "ffn_norm.weight", c.width);
    c.is_attention(layer) ? add_attention(table, c, layer) : add_convolution(table, c, layer);
    add_network(table, c, layer);
  }
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  add_rope_slots(layout, c.rope);
  for (std::int64_t layer = 0; layer < c.count(); ++layer) {
    if (c.is_attention(layer)) {
      add_attention_slots(layout, c.attention, layer);
    } else {
      layout.slots.push_back(
          {.name = block(layer) + "conv", .layer = static_cast<int>(layer), .shape = {c.conv_width - 1, c.width}});
    }
  }
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

struct Layer {
  Graph& g;
  const Config& c;
  std::int64_t index;

  Value w(const char* name) const { return g.weight(block(index) + name); }
  std::optional<Value> bias(const char* name) const { return c.conv_bias ? std::optional(w(name)) : std::nullopt; }
  Value norm(const char* name, Value x) const { return rms_norm(g, x, w(name), c.norm_epsilon); }

  /// [B | C | u] = Win x;  x + Wout (C * conv(B * u))
  Value convolution(Value x, Value normed) const {
    const Value parts = linear(g, w("conv_in"), normed, {.bias = bias("conv_in.bias")});
    const auto part = [&](std::int64_t i) { return columns(g, parts, i * c.width, c.width); };
    const Value v = causal_conv(g, {.x = multiply(g, part(0), part(2)), .weight = w("conv"), .bias = bias("conv.bias")},
                                g.state(block(index) + "conv"));
    return linear(g, w("conv_out"), multiply(g, part(1), v), {.bias = bias("conv_out.bias"), .residual = x});
  }

  Value attention(Value x, Value normed, const RotaryTable& rotary) const {
    return attention_layer(
        g, c.attention, index,
        {.q = w("q"), .k = w("k"), .v = w("v"), .out = w("out"), .q_norm = w("q_norm"), .k_norm = w("k_norm")}, normed,
        {.rotary = &rotary, .norm_epsilon = c.norm_epsilon, .residual = x});
  }

  Value network(Value x) const {
    const FeedForwardWeights weights{.gate = w("ffn_gate"), .up = w("ffn_up"), .down = w("ffn_down")};
    const Value normed = norm("ffn_norm", x);
    if (!c.has_experts(index)) return feed_forward(g, weights, normed, x);
    const auto correction = c.expert_bias ? std::optional(w("expert_bias")) : std::nullopt;
    return mixture_of_experts(g, {.router = w("router"), .correction = correction, .experts = weights}, c.routing,
                              normed, x);
  }
};

void forward(Graph& g, const Config& c) {
  Value x = embedding(g, g.weight("embeddings"));
  const RotaryTable rotary = rope_table(g, c.rope);
  for (std::int64_t i = 0; i < c.count(); ++i) {
    const Layer layer{g, c, i};
    const Value normed = layer.norm("operator_norm", x);
    x = c.is_attention(i) ? layer.attention(x, normed, rotary) : layer.convolution(x, normed);
    x = layer.network(x);
  }
  if (g.shape().logits == LogitRows::None) return;
  if (g.shape().logits == LogitRows::Last) x = last_tokens(g, x);
  g.set_logits(linear(g, g.weight("embeddings"), rms_norm(g, x, g.weight("norm"), c.norm_epsilon)));
}

// ---- 5. The architectures -------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{kTag, &read_dense_config, &size, &tensors, &state_layout, &forward};
constexpr ArchitectureParts<Config> kExpertParts{kExpertTag, &read_expert_config, &size,
                                                 &tensors,   &state_layout,       &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}
Result<std::unique_ptr<const Network>> open_experts(const ModelFile& file) {
  return open_network(kExpertParts, file);
}

}  // namespace

extern const Architecture kLfm2, kLfm2Moe;
const Architecture kLfm2{kTag, &recognises, &open};
const Architecture kLfm2Moe{kExpertTag, &recognises_experts, &open_experts};

}  // namespace eddy
