// RecurrentGemma (2404.07839), the Griffin architecture (2402.19427): two recurrent layers, then one of local
// attention.
#include <bit>
#include <cmath>

#include "engine/layers/named_rules.h"
#include "engine/layers/rewrites.h"
#include "engine/layers/transformer.h"
#include "engine/ops/causal_conv.h"
#include "engine/ops/elementwise.h"
#include "engine/ops/embedding.h"
#include "engine/ops/linear.h"
#include "engine/ops/rg_lru.h"
#include "engine/ops/rms_norm.h"
#include "engine/ops/scale.h"
#include "engine/ops/soft_cap.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "recurrent_gemma";

struct Config {
  std::int64_t vocabulary = 0, width = 0, feed_forward = 0;
  std::int64_t lru_width = 0;   // C
  std::int64_t lru_heads = 0;   // blocks of its gates
  std::int64_t conv_width = 0;  // K
  std::vector<LayerKind> layers;
  AttentionShape attention;
  Rope rope;
  float norm_epsilon = 1e-6f;
  float cap = 0;  // of logits; 0: none

  bool is_attention(std::int64_t layer) const {
    return layers[static_cast<std::size_t>(layer)] == LayerKind::Attention;
  }
  std::int64_t count() const { return static_cast<std::int64_t>(layers.size()); }
};

bool recognises(const ModelFile& file) {
  return architecture_name(file) == kTag;
}

Result<Config> read_config(const ModelFile& file) {
  ConfigReader reader(file, kTag);
  Config c;
  c.vocabulary = reader.size({"vocab_size"});
  c.width = reader.size({"hidden_size"});
  c.feed_forward = std::max<std::int64_t>(1, reader.size({"intermediate_size"}) / 2);
  c.lru_width = reader.size({"lru_width"}, c.width);
  c.conv_width = reader.integer({"conv1d_width"}, 2, 64, 4);
  c.norm_epsilon = reader.epsilon({"rms_norm_eps"}, 1e-6);
  c.cap = static_cast<float>(reader.number({"logits_soft_cap"}, 0.0));
  reader.only("hidden_activation", std::string("gelu_pytorch_tanh"));
  reader.only("attention_bias", false);
  const auto layers = reader.integer({"num_hidden_layers"}, 1, 1 << 12);
  c.layers = reader.layer_kinds(layers);
  using enum LayerKind;
  for (std::int64_t i = 0; c.layers.empty() && i < layers; ++i)
    for (const LayerKind kind : {Recurrent, Recurrent, Attention}) c.layers.push_back(kind);
  c.layers.resize(static_cast<std::size_t>(layers), Recurrent);
  for (const LayerKind kind : c.layers) {
    if (kind != Recurrent && kind != Attention) reader.fail("its layers are not all recurrent or attention");
  }
  c.lru_heads = c.attention.query_heads = reader.size({"num_attention_heads"});
  c.attention.key_heads = reader.size({"num_key_value_heads"}, c.attention.query_heads);
  c.attention.key_size = reader.size({"head_dim"}, std::max<std::int64_t>(1, c.width / c.attention.query_heads));
  c.attention.window = reader.integer({"attention_window_size"}, 1, 1 << 24, 2048);
  if (c.lru_width % c.lru_heads != 0) {
    reader.fail("its " + std::to_string(c.lru_width) + " recurrent channels do not divide into " +
                std::to_string(c.lru_heads) + " heads");
  }
  if (c.cap < 0) reader.fail("key 'logits_soft_cap' is negative");
  if (!reader.ok()) return reader.error();
  if (auto fits = check_attention(c.attention, ""); !fits) reader.fail(fits.error().message, fits.error().code);
  auto rope = reader.rope();
  if (!reader.has({"partial_rotary_factor", "rope_parameters.partial_rotary_factor"})) rope.partial_rotary_factor = 0.5;
  c.rope = make_rope(reader, rope, c.attention.key_size, 8192);
  if (!reader.ok()) return reader.error();
  return c;
}

NetworkSize size(const Config& c) {
  return {c.count(), c.width, c.vocabulary};
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

// -8 softplus(Lambda): how fast the state fades when its gate is open.
float decay_rate(float lambda) {
  return -8 * (lambda > 20 ? lambda : std::log1p(std::exp(lambda)));
}

TensorRule vector(const std::string& name, Shape shape, WeightRewrite rewrite = nullptr) {
  return named_vector(name, shape, {name}, std::move(rewrite));
}

TensorRule matrix(const std::string& name, std::int64_t out, std::int64_t in) {
  return named_matrix(name, out, in, {name});
}

/// Norms hold their weight minus 1.
TensorRule norm_rule(const Config& c, const std::string& name) {
  return vector(name, {c.width}, &rewrite_each<one_plus>);
}

void add_biased(TensorTable& table, const std::string& name, std::int64_t out, std::int64_t in) {
  table.rules.push_back(matrix(name + ".weight", out, in));
  table.rules.push_back(vector(name + ".bias", {out}));
}

void add_recurrent(TensorTable& table, const Config& c, const std::string& block) {
  const std::int64_t head = c.lru_width / c.lru_heads;
  add_biased(table, block + "linear_x", c.lru_width, c.width);
  add_biased(table, block + "linear_y", c.lru_width, c.width);
  add_biased(table, block + "linear_out", c.width, c.lru_width);
  table.rules.push_back(named_vector(block + "conv_1d.weight", {c.conv_width, c.lru_width}, {block + "conv_1d.weight"},
                                     &rewrite_first_to_last, {c.lru_width, c.conv_width}));
  table.rules.push_back(vector(block + "conv_1d.bias", {c.lru_width}));
  for (const char* gate : {"rg_lru.input_gate", "rg_lru.recurrent_gate"}) {
    table.rules.push_back(vector(block + gate + "_weight", {c.lru_heads, head, head}));
    table.rules.push_back(vector(block + gate + "_bias", {c.lru_heads, head}));
  }
  table.rules.push_back(vector(block + "rg_lru.recurrent_param", {c.lru_width}, &rewrite_each<decay_rate>));
}

void add_attention(TensorTable& table, const Config& c, const std::string& block) {
  table.rules.push_back(matrix(block + "q_proj.weight", c.attention.queries(), c.width));
  table.rules.push_back(matrix(block + "k_proj.weight", c.attention.keys(), c.width));
  table.rules.push_back(matrix(block + "v_proj.weight", c.attention.values(), c.width));
  add_biased(table, block + "o_proj", c.width, c.attention.outputs());
}

TensorTable tensors(const Config& c) {
  TensorTable table;
  table.rules.push_back(matrix("model.embed_tokens.weight", c.vocabulary, c.width));
  table.rules.push_back(norm_rule(c, "model.final_norm.weight"));
  table.ignored.push_back("lm_head.weight");  // always the table of embeddings
  add_rope_rule(table, c.rope);
  for (std::int64_t layer = 0; layer < c.count(); ++layer) {
    const std::string name = transformer_layer(layer), network = name + "mlp_block.";
    table.rules.push_back(norm_rule(c, name + "temporal_pre_norm.weight"));
    table.rules.push_back(norm_rule(c, name + "channel_pre_norm.weight"));
    c.is_attention(layer) ? add_attention(table, c, name + "temporal_block.")
                          : add_recurrent(table, c, name + "temporal_block.");
    add_biased(table, network + "gate_proj", c.feed_forward, c.width);
    add_biased(table, network + "up_proj", c.feed_forward, c.width);
    add_biased(table, network + "down_proj", c.width, c.feed_forward);
  }
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

std::string slot(std::int64_t layer, const char* what) {
  return "blk." + std::to_string(layer) + "." + what;
}

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  add_rope_slots(layout, c.rope);
  for (std::int64_t layer = 0; layer < c.count(); ++layer) {
    if (c.is_attention(layer)) {
      add_attention_slots(layout, c.attention, layer);
      continue;
    }
    const int number = static_cast<int>(layer);
    layout.slots.push_back({.name = slot(layer, "conv"), .layer = number, .shape = {c.conv_width - 1, c.lru_width}});
    layout.slots.push_back({.name = slot(layer, "lru"), .layer = number, .shape = {c.lru_width}});
  }
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

Value norm(Graph& g, const Config& c, const std::string& name, Value x) {
  return rms_norm(g, x, g.weight(name + ".weight"), c.norm_epsilon);
}

Value biased(Graph& g, const std::string& name, Value x, Activation activation = Activation::None) {
  return linear(g, g.weight(name + ".weight"), x, {.bias = g.weight(name + ".bias"), .activation = activation});
}

Value recurrent(Graph& g, std::int64_t layer, Value x, Value normed, Value first) {
  const std::string block = transformer_layer(layer) + "temporal_block.";
  const auto w = [&](const char* name) { return g.weight(block + name); };
  const Value y = biased(g, block + "linear_y", normed, Activation::GeluTanh);
  const Value u = causal_conv(
      g, {.x = biased(g, block + "linear_x", normed), .weight = w("conv_1d.weight"), .bias = w("conv_1d.bias")},
      g.state(slot(layer, "conv")));
  const auto gate = [&](const std::string& name) {
    return block_linear(g, g.weight(block + name + "_weight"), g.weight(block + name + "_bias"), u,
                        Activation::Sigmoid);
  };
  const Value h = rg_lru(g,
                         {.u = u,
                          .input_gate = gate("rg_lru.input_gate"),
                          .recurrence_gate = gate("rg_lru.recurrent_gate"),
                          .rate = w("rg_lru.recurrent_param"),
                          .first = first},
                         g.state(slot(layer, "lru")));
  return linear(g, w("linear_out.weight"), multiply(g, h, y), {.bias = w("linear_out.bias"), .residual = x});
}

Value local_attention(Graph& g, const Config& c, std::int64_t layer, Value x, Value normed, const RotaryTable& rotary) {
  const auto w = [&](const char* name) { return g.weight(transformer_layer(layer) + "temporal_block." + name); };
  return attention_layer(g, c.attention, layer,
                         {.q = w("q_proj.weight"),
                          .k = w("k_proj.weight"),
                          .v = w("v_proj.weight"),
                          .out = w("o_proj.weight"),
                          .out_bias = w("o_proj.bias")},
                         normed, {.rotary = &rotary, .residual = x});
}

Value network(Graph& g, const Config& c, std::int64_t layer, Value x) {
  const std::string name = transformer_layer(layer);
  const auto w = [&](const char* part) { return g.weight(name + "mlp_block." + part); };
  return feed_forward(g,
                      {.gate = w("gate_proj.weight"),
                       .up = w("up_proj.weight"),
                       .down = w("down_proj.weight"),
                       .activation = Activation::GeluTanh,
                       .gate_bias = w("gate_proj.bias"),
                       .up_bias = w("up_proj.bias"),
                       .down_bias = w("down_proj.bias")},
                      norm(g, c, name + "channel_pre_norm", x), x);
}

/// The authors keep the root of the width in bfloat16.
float embedding_scale(const Config& c) {
  const auto bits = std::bit_cast<std::uint32_t>(std::sqrt(static_cast<float>(c.width)));
  return std::bit_cast<float>((bits + 0x7fffu + (bits >> 16 & 1)) & 0xffff0000u);
}

void forward(Graph& g, const Config& c) {
  Value x = scale(g, embedding(g, g.weight("model.embed_tokens.weight")), embedding_scale(c));
  const Value first = first_token(g, g.state("position"));
  const RotaryTable rotary = rope_table(g, c.rope);
  for (std::int64_t layer = 0; layer < c.count(); ++layer) {
    const Value normed = norm(g, c, transformer_layer(layer) + "temporal_pre_norm", x);
    x = c.is_attention(layer) ? local_attention(g, c, layer, x, normed, rotary) : recurrent(g, layer, x, normed, first);
    x = network(g, c, layer, x);
  }
  if (g.shape().logits == LogitRows::None) return;
  if (g.shape().logits == LogitRows::Last) x = last_tokens(g, x);
  const Value logits = linear(g, g.weight("model.embed_tokens.weight"), norm(g, c, "model.final_norm", x));
  g.set_logits(c.cap > 0 ? soft_cap(g, logits, c.cap) : logits);
}

// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{kTag, &read_config, &size, &tensors, &state_layout, &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kRecurrentGemma;
const Architecture kRecurrentGemma{kTag, &recognises, &open};

}  // namespace eddy
