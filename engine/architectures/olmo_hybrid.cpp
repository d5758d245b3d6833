// Olmo-Hybrid: three layers of Gated DeltaNet (2412.06464) to one of attention. The recurrent layers norm what goes
// into their parts, those of attention what comes out of them.
#include "engine/architectures/architecture.h"
#include "engine/layers/attention.h"
#include "engine/layers/delta_blocks.h"
#include "engine/layers/rope.h"
#include "engine/layers/transformer_body.h"
#include "engine/ops/elementwise.h"
#include "engine/ops/linear.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "olmo_hybrid";

struct Config {
  TransformerBody body;
  DeltaSizes delta;
  AttentionShape attention;
  std::optional<Rope> rope;   // none: attention without positions
  std::vector<bool> attends;  // by layer
};

bool recognises(const ModelFile& file) {
  const auto* type = file.metadata("model_type");
  return type && *type == MetadataValue(std::string(kTag));
}

void read_attention(ConfigReader& reader, Config& c) {
  c.attention.query_heads = reader.size({"num_attention_heads"});
  c.attention.key_heads = reader.size({"num_key_value_heads"}, c.attention.query_heads);
  c.attention.key_size = reader.size({"head_dim"}, std::max<std::int64_t>(1, c.body.width() / c.attention.query_heads));
  if (!reader.has({"rope_parameters.rope_theta", "rope_theta"})) return;
  c.rope = make_rope(reader, reader.rope(), c.attention.key_size, reader.size({"max_position_embeddings"}, 65536));
}

Result<Config> read_config(const ModelFile& file) {
  ConfigReader reader(file, kTag);
  Config c{.body = read_transformer_body(file, reader, "mlp.up_proj.weight", "")};
  ignore_parts(c.body, file, {"mtp."});
  reader.only("hidden_act", std::string("silu"));
  reader.only("attention_bias", false);
  read_attention(reader, c);
  std::int64_t recurrent = -1;
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer) {
    c.attends.push_back(file.find(body_names(c.body, layer, "self_attn.q_proj.weight", "")[0]));
    if (!c.attends.back() && recurrent < 0) recurrent = layer;
  }
  if (recurrent >= 0) {
    const std::string prefix = c.body.root + body_layer(recurrent) + "linear_attn.";
    c.delta = read_separate_delta(reader, file, prefix, reader.size({"linear_num_key_heads"}),
                                  reader.size({"linear_num_value_heads"}));
    c.delta.doubled_rate = reader.flag({"linear_allow_neg_eigval"}, false);
    c.delta.readout_epsilon = 1e-5f;  // whatever the config says of the other norms
  }
  if (!reader.ok()) return reader.error();
  const auto fits = check_attention(c.attention, std::string("[olmo_hybrid] ") + file.path().string() + ": ");
  if (!fits) return fits.error();
  return c;
}

NetworkSize size(const Config& c) {
  return c.body.size();
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

/// A norm under transformers' name, and under that of the published files.
void add_norm(TensorTable& table, const Config& c, std::int64_t layer, const char* name, const char* published) {
  table.rules.push_back(
      named_vector(body_layer(layer) + name, {c.body.width()},
                   {body_names(c.body, layer, name, "")[0], body_names(c.body, layer, published, "")[0]}));
}

void add_attention(TensorTable& table, const Config& c, std::int64_t layer) {
  const AttentionShape& a = c.attention;
  const std::int64_t width = c.body.width();
  add_body_matrix(table, c.body, layer, "self_attn.q_proj.weight", "", a.queries(), width);
  add_body_matrix(table, c.body, layer, "self_attn.k_proj.weight", "", a.keys(), width);
  add_body_matrix(table, c.body, layer, "self_attn.v_proj.weight", "", a.values(), width);
  add_body_matrix(table, c.body, layer, "self_attn.o_proj.weight", "", width, a.outputs());
  add_body_norm(table, c.body, layer, "self_attn.q_norm.weight", "", a.queries());
  add_body_norm(table, c.body, layer, "self_attn.k_norm.weight", "", a.keys());
  add_norm(table, c, layer, "post_attention_layernorm.weight", "feedforward_layer_norm.weight");
  add_norm(table, c, layer, "post_feedforward_layernorm.weight", "post_feedforward_layernorm.weight");
}

void add_recurrent(TensorTable& table, const Config& c, std::int64_t layer) {
  const std::string ours = body_layer(layer) + "linear_attn.";
  TensorTable delta;
  add_separate_delta(delta, c.delta, ours, c.delta.heads);
  delta.rules.push_back(named_matrix(ours + "a_proj.weight", c.delta.heads, c.delta.width, {ours + "a_proj.weight"}));
  delta.rules.push_back(
      named_matrix(ours + "g_proj.weight", c.delta.values(), c.delta.width, {ours + "g_proj.weight"}));
  for (TensorRule& rule : delta.rules) {
    for (auto& name : rule.sources[0].names) name = c.body.root + name;
    table.rules.push_back(std::move(rule));
  }
  add_norm(table, c, layer, "input_layernorm.weight", "attention_layer_norm.weight");
  add_norm(table, c, layer, "post_attention_layernorm.weight", "feedforward_layer_norm.weight");
}

TensorTable tensors(const Config& c) {
  TensorTable table;
  add_body_ends(table, c.body);
  if (c.rope) add_rope_rule(table, *c.rope);
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer) {
    c.attends[static_cast<std::size_t>(layer)] ? add_attention(table, c, layer) : add_recurrent(table, c, layer);
    add_body_network(table, c.body, layer);
  }
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  if (c.rope) add_rope_slots(layout, *c.rope);
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer) {
    c.attends[static_cast<std::size_t>(layer)] ? add_attention_slots(layout, c.attention, layer)
                                               : add_separate_delta_slots(layout, c.delta, layer);
  }
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

/// x + norm(attention(x)), then + norm(network)
Value attention_block(Graph& g, const Config& c, std::int64_t layer, Value x, const RotaryTable* rotary) {
  const auto w = [&](const std::string& name) { return g.weight(body_layer(layer) + "self_attn." + name + ".weight"); };
  const Value read = attention_layer(g, c.attention, layer,
                                     {.q = w("q_proj"),
                                      .k = w("k_proj"),
                                      .v = w("v_proj"),
                                      .out = w("o_proj"),
                                      .q_norm = w("q_norm"),
                                      .k_norm = w("k_norm")},
                                     x, {.rotary = rotary, .norm_epsilon = c.body.ends.norm_epsilon});
  x = add(g, x, body_norm(g, c.body, layer, "post_attention_layernorm.weight", read));
  const Value fed = body_network(g, layer, x);
  return add(g, x, body_norm(g, c.body, layer, "post_feedforward_layernorm.weight", fed));
}

/// x + delta(norm(x)), then + network(norm)
Value recurrent_block(Graph& g, const Config& c, std::int64_t layer, Value x) {
  const std::string prefix = body_layer(layer) + "linear_attn.";
  const Value normed = body_norm(g, c.body, layer, "input_layernorm.weight", x);
  const Value y = separate_delta(g, c.delta, layer, prefix, normed, true);
  x = linear(g, g.weight(prefix + "o_proj.weight"), y, {.residual = x});
  return body_network(g, layer, body_norm(g, c.body, layer, "post_attention_layernorm.weight", x), x);
}

void forward(Graph& g, const Config& c) {
  Value x = network_input(g, c.body.ends);
  std::optional<RotaryTable> rotary;
  if (c.rope) rotary = rope_table(g, *c.rope);
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer) {
    x = c.attends[static_cast<std::size_t>(layer)] ? attention_block(g, c, layer, x, rotary ? &*rotary : nullptr)
                                                   : recurrent_block(g, c, layer, x);
  }
  network_output(g, c.body.ends, x);
}

// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{kTag, &read_config, &size, &tensors, &state_layout, &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kOlmoHybrid;
const Architecture kOlmoHybrid{kTag, &recognises, &open};

}  // namespace eddy
