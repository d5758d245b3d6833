// MiniMax-Text-01 (2501.08313): lightning attention, which is linear attention with one constant decay a head, and now
// and then softmax attention; experts in every layer. The residual stream goes through the norms.
#include <cmath>

#include "engine/architectures/architecture.h"
#include "engine/layers/attention.h"
#include "engine/layers/experts.h"
#include "engine/layers/rewrites.h"
#include "engine/layers/rope.h"
#include "engine/layers/transformer_body.h"
#include "engine/ops/gate.h"
#include "engine/ops/linear.h"
#include "engine/ops/linear_attention.h"
#include "engine/ops/rms_norm.h"
#include "engine/ops/scale.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "minimax";

/// What a part of a layer adds: alpha * x + beta * part(x).
struct Mix {
  float alpha = 1, beta = 1;
};

struct Config {
  TransformerBody body;
  AttentionShape attention;
  Rope rope;
  std::vector<bool> attends;  // by layer: softmax attention, or lightning attention
  std::int64_t experts = 0;   // E
  std::int64_t inner = 0;     // F of an expert
  RouteParams routing;
  Mix full, lightning, network;

  std::int64_t channels() const { return attention.queries(); }  // of lightning attention: H * N
};

// Not that of the config.
constexpr float kReadoutEpsilon = 1e-6f;

bool recognises(const ModelFile& file) {
  const auto* value = file.metadata("model_type");
  const auto* type = value ? std::get_if<std::string>(value) : nullptr;
  return type && (*type == "minimax" || *type == "minimax_text_01");
}

Mix read_mix(ConfigReader& reader, std::string_view name, std::string_view older) {
  const std::string key(name), old = "layernorm_" + std::string(older);
  const std::string alpha = key + "_alpha_factor", beta = key + "_beta_factor", old_alpha = old + "_alpha",
                    old_beta = old + "_beta";
  return {static_cast<float>(reader.number({alpha, old_alpha}, 1)),
          static_cast<float>(reader.number({beta, old_beta}, 1))};
}

void read_attention(ConfigReader& reader, Config& c) {
  AttentionShape& a = c.attention;
  a.query_heads = reader.size({"num_attention_heads"});
  a.key_heads = reader.size({"num_key_value_heads"}, a.query_heads);
  a.key_size = reader.size({"head_dim"}, std::max<std::int64_t>(1, c.body.width() / a.query_heads));
  a.window = reader.integer({"sliding_window"}, 0, 1 << 24, 0);
  RopeConfig rope = reader.rope();
  const auto turned = reader.size({"rotary_dim"}, a.key_size);  // the first configs name the channels themselves
  if (turned < a.key_size) rope.partial_rotary_factor = static_cast<double>(turned) / static_cast<double>(a.key_size);
  c.rope = make_rope(reader, rope, a.key_size, reader.size({"max_position_embeddings"}, 131072));
}

/// The rows of a tensor of the first layer that has it; 0: none has.
std::int64_t rows_of(const ModelFile& file, const Config& c, const char* name) {
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer) {
    if (const auto size = matrix_size(file, {body_names(c.body, layer, name, "")[0]})) return size->first;
  }
  return 0;
}

/// What the config says must be in the tensors: constants and names are made by these numbers.
void compare(const ModelFile& file, ConfigReader& reader, const Config& c) {
  const std::int64_t full = rows_of(file, c, "self_attn.q_proj.weight"),
                     joint = rows_of(file, c, "self_attn.qkv_proj.weight"),
                     experts = rows_of(file, c, "block_sparse_moe.gate.weight");
  if ((full > 0 && full != c.channels()) || (joint > 0 && joint != 3 * c.channels())) {
    reader.fail("its " + std::to_string(full > 0 ? full : joint / 3) + " channels are not " +
                std::to_string(c.attention.query_heads) + " heads of " + std::to_string(c.attention.key_size));
  }
  if (experts != c.experts) {
    reader.fail("key 'num_local_experts' of its config says " + std::to_string(c.experts) + " where its router knows " +
                std::to_string(experts));
  }
}

void read_kinds(const ModelFile& file, ConfigReader& reader, Config& c) {
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer)
    c.attends.push_back(file.find(body_names(c.body, layer, "self_attn.q_proj.weight", "")[0]));
  const auto kinds = reader.layer_kinds(c.body.layers);
  for (std::size_t i = 0; i < std::min(kinds.size(), c.attends.size()); ++i) {
    if ((kinds[i] == LayerKind::Attention) == c.attends[i]) continue;
    return reader.fail("the tensors of layer " + std::to_string(i) + " are of another kind than its config says");
  }
}

Result<Config> read_config(const ModelFile& file) {
  ConfigReader reader(file, kTag);
  Config c{.body = read_transformer_body(file, reader)};
  reader.only("hidden_act", std::string("silu"));
  reader.only("shared_intermediate_size", std::int64_t{0});
  reader.only("postnorm", true);
  read_attention(reader, c);
  read_kinds(file, reader, c);
  c.full = read_mix(reader, "full_attn", "full_attention");
  c.lightning = read_mix(reader, "linear_attn", "linear_attention");
  c.network = read_mix(reader, "mlp", "mlp");
  c.experts = reader.size({"num_local_experts", "num_experts"});
  c.inner = reader.size({"intermediate_size"});
  c.routing.used = static_cast<std::int32_t>(reader.size({"num_experts_per_tok"}));
  c.routing.normalise = 1;
  c.routing.scale = c.network.beta;
  compare(file, reader, c);
  if (!reader.ok()) return reader.error();
  const std::string tag = std::string("[minimax] ") + file.path().string() + ": ";
  if (const auto fits = check_attention(c.attention, tag); !fits) return fits.error();
  if (const auto fits = check_routing(c.routing, c.experts, tag); !fits) return fits.error();
  return c;
}

NetworkSize size(const Config& c) {
  return c.body.size();
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

/// exp(-slope) of every head, for each of its channels; slopes fall with the heads and with the layers.
TensorRule decays_rule(const Config& c, std::int64_t layer) {
  const AttentionShape& a = c.attention;
  const double last = static_cast<double>(c.body.layers) - 1 + 1e-5;
  const double factor = 1 - static_cast<double>(layer) / last + 1e-5;
  std::vector<float> constants;
  for (std::int64_t h = 0; h < a.query_heads; ++h) {
    const double slope = std::exp2(-8.0 * static_cast<double>(h + 1) / static_cast<double>(a.query_heads)) * factor;
    constants.insert(constants.end(), static_cast<std::size_t>(a.key_size), static_cast<float>(std::exp(-slope)));
  }
  return {.name = body_layer(layer) + "decays",
          .shape = {a.query_heads, a.key_size},
          .sources = {{.names = {body_names(c.body, layer, "self_attn.slope_rate", "")[0]},
                       .stored = {a.query_heads},
                       .rewrite = &rewrite_each<exponential_of_minus>},
                      {.rewrite = constant_numbers(std::move(constants))}}};
}

/// q, k and v of a head follow each other in one matrix.
void add_lightning(TensorTable& table, const Config& c, std::int64_t layer) {
  const std::int64_t n = c.attention.key_size, width = c.body.width(), all = 3 * c.channels();
  const std::string ours = body_layer(layer) + "self_attn.";
  for (std::int64_t i = 0; const char* name : {"q", "k", "v"}) {
    table.rules.push_back({.name = ours + name + "_proj.weight",
                           .shape = {c.channels(), width},
                           .matrix = true,
                           .sources = {{.names = {body_names(c.body, layer, "self_attn.qkv_proj.weight", "")[0]},
                                        .stored = {all, width},
                                        .rows = {i++ * n, n, 3 * n, c.attention.query_heads}}}});
  }
  add_body_matrix(table, c.body, layer, "self_attn.output_gate.weight", "", c.channels(), width);
  add_body_matrix(table, c.body, layer, "self_attn.out_proj.weight", "", width, c.channels());
  table.rules.push_back(
      named_vector(ours + "norm.weight", {c.channels()}, body_names(c.body, layer, "self_attn.norm.weight", "")));
  table.rules.push_back(decays_rule(c, layer));
  // What transformers keeps of them for its blocks of tokens.
  for (const char* name : {"query_decay", "key_decay", "diagonal_decay"})
    table.ignored.push_back(body_names(c.body, layer, std::string("self_attn.") + name, "")[0]);
}

void add_attention(TensorTable& table, const Config& c, std::int64_t layer) {
  const AttentionShape& a = c.attention;
  add_body_matrix(table, c.body, layer, "self_attn.q_proj.weight", "", a.queries(), c.body.width());
  add_body_matrix(table, c.body, layer, "self_attn.k_proj.weight", "", a.keys(), c.body.width());
  add_body_matrix(table, c.body, layer, "self_attn.v_proj.weight", "", a.values(), c.body.width());
  add_body_matrix(table, c.body, layer, "self_attn.o_proj.weight", "", c.body.width(), a.outputs());
}

void add_experts(TensorTable& table, const Config& c, std::int64_t layer) {
  const std::int64_t width = c.body.width();
  add_body_matrix(table, c.body, layer, "block_sparse_moe.gate.weight", "", c.experts, width);
  for (const auto& [name, out, in] :
       {std::tuple{"w1", c.inner, width}, {"w2", width, c.inner}, {"w3", c.inner, width}}) {
    TensorSource separate;
    for (std::int64_t e = 0; e < c.experts; ++e) {
      separate.names.push_back(
          body_names(c.body, layer, "block_sparse_moe.experts." + std::to_string(e) + "." + name + ".weight", "")[0]);
    }
    table.rules.push_back({.name = body_layer(layer) + "block_sparse_moe.experts." + name,
                           .shape = {c.experts, out, in},
                           .matrix = true,
                           .sources = {separate}});
  }
}

TensorTable tensors(const Config& c) {
  TensorTable table;
  add_body_ends(table, c.body);
  add_rope_rule(table, c.rope);
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer) {
    add_body_norm(table, c.body, layer, "input_layernorm.weight", "", c.body.width());
    add_body_norm(table, c.body, layer, "post_attention_layernorm.weight", "", c.body.width());
    c.attends[static_cast<std::size_t>(layer)] ? add_attention(table, c, layer) : add_lightning(table, c, layer);
    add_experts(table, c, layer);
  }
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateSlot lightning_slot(const Config& c, std::int64_t layer) {
  const AttentionShape& a = c.attention;
  return {.name = block_name(layer) + "state",
          .layer = static_cast<int>(layer),
          .shape = {a.query_heads, a.key_size, a.key_size}};
}

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  add_rope_slots(layout, c.rope);
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer) {
    if (c.attends[static_cast<std::size_t>(layer)])
      add_attention_slots(layout, c.attention, layer);
    else
      layout.slots.push_back(lightning_slot(c, layer));
  }
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

Value scaled(Graph& g, Value x, float factor) {
  return factor == 1 ? x : scale(g, x, factor);
}

/// alpha * x + beta * lightning attention of x
Value lightning(Graph& g, const Config& c, std::int64_t layer, Value x) {
  const auto w = [&](const std::string& name) { return g.weight(body_layer(layer) + "self_attn." + name + ".weight"); };
  const auto projected = [&](const char* name) { return linear(g, w(name), x, {.activation = Activation::Silu}); };
  Value y = linear_attention(g,
                             {.r = projected("q_proj"),
                              .k = projected("k_proj"),
                              .v = projected("v_proj"),
                              .w = g.weight(body_layer(layer) + "decays")},
                             g.state(lightning_slot(c, layer).name));
  y = rms_norm(g, y, w("norm"), kReadoutEpsilon);
  y = gate(g, y, linear(g, w("output_gate"), x), 0, Activation::Sigmoid);
  return linear(g, w("out_proj"), scaled(g, y, c.lightning.beta), {.residual = scaled(g, x, c.lightning.alpha)});
}

/// alpha * x + beta * attention of x
Value attention(Graph& g, const Config& c, std::int64_t layer, Value x, const RotaryTable& rotary) {
  const auto w = [&](const std::string& name) { return g.weight(body_layer(layer) + "self_attn." + name + ".weight"); };
  const auto turned = [&](const char* name) { return rotate(g, linear(g, w(name), x), rotary, c.attention.key_size); };
  const Value y = attend(g, c.attention, layer, turned("q_proj"), turned("k_proj"), linear(g, w("v_proj"), x));
  return linear(g, w("o_proj"), scaled(g, y, c.full.beta), {.residual = scaled(g, x, c.full.alpha)});
}

/// alpha * x + beta * experts of x; beta is in the routes' weights.
Value experts(Graph& g, const Config& c, std::int64_t layer, Value x) {
  const auto w = [&](const char* name) { return g.weight(body_layer(layer) + "block_sparse_moe." + name); };
  return mixture_of_experts(g,
                            {.router = w("gate.weight"),
                             .experts = {.gate = w("experts.w1"), .up = w("experts.w3"), .down = w("experts.w2")}},
                            c.routing, x, scaled(g, x, c.network.alpha));
}

void forward(Graph& g, const Config& c) {
  Value x = network_input(g, c.body.ends);
  const RotaryTable rotary = rope_table(g, c.rope);
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer) {
    x = body_norm(g, c.body, layer, "input_layernorm.weight", x);
    x = c.attends[static_cast<std::size_t>(layer)] ? attention(g, c, layer, x, rotary) : lightning(g, c, layer, x);
    x = body_norm(g, c.body, layer, "post_attention_layernorm.weight", x);
    x = experts(g, c, layer, x);
  }
  network_output(g, c.body.ends, x);
}

// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{kTag, &read_config, &size, &tensors, &state_layout, &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kMinimax;
const Architecture kMinimax{kTag, &recognises, &open};

}  // namespace eddy
