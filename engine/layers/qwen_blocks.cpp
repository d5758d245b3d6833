#include "engine/layers/qwen_blocks.h"

#include "engine/layers/qwen_tensors.h"
#include "engine/ops/linear.h"

namespace eddy {
namespace {

std::string tag_of(std::string_view architecture, const ModelFile& file) {
  return "[" + std::string(architecture) + "] " + file.path().string() + ": ";
}

void read_delta(const ModelFile& file, ConfigReader& reader, QwenHybrid& c, HeadSharing gguf_sharing) {
  const std::string prefix = gguf_key_prefix(file) + "ssm.";
  const std::string key_heads = prefix + "group_count", heads = prefix + "time_step_rank", keys = prefix + "state_size",
                    inner = prefix + "inner_size", taps = prefix + "conv_kernel";
  DeltaSizes& s = c.delta;
  s.width = c.body.width();
  s.key_heads = reader.size({"linear_num_key_heads", key_heads});
  s.heads = reader.size({"linear_num_value_heads", heads});
  s.key_size = reader.size({"linear_key_head_dim", keys});
  s.value_size = reader.has({inner}) ? reader.size({inner}) / s.heads : reader.size({"linear_value_head_dim"});
  s.taps = reader.integer({"linear_conv_kernel_dim", taps}, 2, 64);
  s.readout_epsilon = c.body.ends.norm_epsilon;
  if (file.metadata("general.architecture")) s.sharing = gguf_sharing;
  if (s.heads % s.key_heads != 0 || (reader.has({inner}) && s.value_size * s.heads != reader.size({inner}))) {
    reader.fail("its " + std::to_string(s.heads) + " value heads do not divide into its channels or into " +
                std::to_string(s.key_heads) + " key heads");
  }
}

void read_attention(const ModelFile& file, ConfigReader& reader, QwenHybrid& c) {
  const std::string prefix = gguf_key_prefix(file);
  const std::string heads = prefix + "attention.head_count", key_heads = prefix + "attention.head_count_kv",
                    size = prefix + "attention.key_length";
  c.attention.query_heads = reader.size({"num_attention_heads", heads});
  const auto shared = reader.integers({"num_key_value_heads", key_heads});
  for (const std::int64_t n : shared) c.attention.key_heads = std::max(c.attention.key_heads, n);  // 0 in other layers
  if (shared.empty()) c.attention.key_heads = c.attention.query_heads;
  c.attention.key_size =
      reader.size({"head_dim", size}, std::max<std::int64_t>(1, c.body.width() / c.attention.query_heads));
  const bool gguf = file.metadata("general.architecture") != nullptr;
  const std::string architecture = prefix.substr(0, prefix.size() - 1);
  RopeConfig rope = gguf ? gguf_rope(reader, architecture, c.attention.key_size) : reader.rope();
  // Pictures have three positions, text has one: with all of them equal the sections make no difference.
  if (rope.type == "mrope") rope.type = "default";
  const std::string context = prefix + "context_length";
  const auto positions = reader.size({"max_position_embeddings", context}, 262144);
  c.rope = make_rope(reader, rope, c.attention.key_size, positions);
}

void read_experts(const ModelFile& file, ConfigReader& reader, QwenHybrid& c) {
  const std::string prefix = gguf_key_prefix(file);
  const std::string count = prefix + "expert_count", used = prefix + "expert_used_count",
                    inner = prefix + "expert_feed_forward_length",
                    shared = prefix + "expert_shared_feed_forward_length";
  QwenExperts& e = c.experts;
  e.count = reader.integer({"num_experts", count}, 0, ConfigReader::kLargestSize, 0);
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer) {
    const auto router = find_first(file, body_names(c.body, layer, "mlp.gate.weight", "ffn_gate_inp.weight"));
    c.has_experts.push_back(router != nullptr);
    if (!router || e.inner > 0) continue;
    const std::int64_t rows = router->shape.empty() ? 0 : router->shape[0];
    if (e.count != rows) {
      return reader.fail("key 'num_experts' of its config says " + std::to_string(e.count) +
                         " where its router knows " + std::to_string(rows));
    }
    e.inner = reader.size({"moe_intermediate_size", inner});
    const auto size =
        matrix_size(file, body_names(c.body, layer, "mlp.shared_expert.up_proj.weight", "ffn_up_shexp.weight"));
    e.shared_inner = size ? size->first : reader.size({"shared_expert_intermediate_size", shared});
    e.routing.used = static_cast<std::int32_t>(reader.size({"num_experts_per_tok", used}));
    e.routing.normalise = reader.flag({"norm_topk_prob"}, true) ? 1 : 0;
    e.fused = find_first(file, {body_names(c.body, layer, "mlp.experts.gate_up_proj", "")}) != nullptr;
  }
}

/// Which layers attend, from their tensors: configs say it in four ways.
void read_kinds(const ModelFile& file, ConfigReader& reader, QwenHybrid& c) {
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer) {
    c.attends.push_back(find_first(file, body_names(c.body, layer, "self_attn.q_proj.weight", "attn_q.weight")));
  }
  const auto kinds = reader.layer_kinds(c.body.layers);
  for (std::size_t i = 0; i < std::min(kinds.size(), c.attends.size()); ++i) {
    if ((kinds[i] == LayerKind::Attention) == c.attends[i]) continue;
    return reader.fail("the tensors of layer " + std::to_string(i) + " are of another kind than its config says");
  }
}

Value delta_layer(Graph& g, const QwenHybrid& c, std::int64_t layer, Value normed, Value x) {
  const std::string prefix = body_layer(layer) + "linear_attn.";
  const Value y = separate_delta(g, c.delta, layer, prefix, normed, true);
  return linear(g, g.weight(prefix + "o_proj.weight"), y, {.residual = x});
}

Value attention_of(Graph& g, const QwenHybrid& c, std::int64_t layer, Value normed, Value x, const RotaryTable* table) {
  const auto w = [&](const std::string& name) { return g.weight(body_layer(layer) + "self_attn." + name + ".weight"); };
  const Value gate = linear(g, w("gate"), normed, {.activation = Activation::Sigmoid});
  return attention_layer(g, c.attention, layer,
                         {.q = w("q_proj"),
                          .k = w("k_proj"),
                          .v = w("v_proj"),
                          .out = w("o_proj"),
                          .q_norm = w("q_norm"),
                          .k_norm = w("k_norm")},
                         normed,
                         {.rotary = table, .norm_epsilon = c.body.ends.norm_epsilon, .gate = gate, .residual = x});
}

Value network_of(Graph& g, const QwenHybrid& c, std::int64_t layer, Value normed, Value x) {
  if (!c.has_experts[static_cast<std::size_t>(layer)]) return body_network(g, layer, normed, x);
  const auto w = [&](const std::string& name) { return g.weight(body_layer(layer) + "mlp." + name + ".weight"); };
  const auto network = [&](const std::string& name) {
    return FeedForwardWeights{
        .gate = w(name + ".gate_proj"), .up = w(name + ".up_proj"), .down = w(name + ".down_proj")};
  };
  return mixture_of_experts(g,
                            {.router = w("gate"),
                             .experts = network("experts"),
                             .shared = network("shared_expert"),
                             .shared_gate = w("shared_expert_gate")},
                            c.experts.routing, normed, x);
}

}  // namespace

Result<QwenHybrid> read_qwen_hybrid(const ModelFile& file, std::string_view architecture, DeltaPacking packing,
                                    HeadSharing gguf_sharing) {
  ConfigReader reader(file, architecture);
  QwenHybrid c{.body = read_transformer_body(file, reader), .packing = packing};
  c.body.zero_centred = true;
  const std::string predicted = gguf_key_prefix(file) + "nextn_predict_layers";
  const auto extra = reader.integer({predicted}, 0, 64, 0);
  // Layers that predict further tokens stand behind the others in GGUF, in a part of their own elsewhere.
  for (std::int64_t i = 0; i < extra && c.body.layers > 1; ++i) {
    --c.body.layers;
    ignore_parts(c.body, file, {block_name(c.body.layers)});
  }
  ignore_parts(c.body, file, {"mtp.", "model.mtp.", "model.visual.", "visual."});
  reader.only("hidden_act", std::string("silu"));
  reader.only("attention_bias", false);
  read_delta(file, reader, c, gguf_sharing);
  read_attention(file, reader, c);
  read_kinds(file, reader, c);
  read_experts(file, reader, c);
  if (!reader.ok()) return reader.error();
  const std::string tag = tag_of(architecture, file);
  if (const auto fits = check_attention(c.attention, tag); !fits) return fits.error();
  if (c.experts.inner > 0) {
    if (const auto fits = check_routing(c.experts.routing, c.experts.count, tag); !fits) return fits.error();
  }
  return c;
}

TensorTable qwen_tensors(const QwenHybrid& c) {
  TensorTable table;
  add_body_ends(table, c.body);
  add_rope_rule(table, c.rope);
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer) {
    const auto i = static_cast<std::size_t>(layer);
    add_body_norm(table, c.body, layer, "input_layernorm.weight", "attn_norm.weight", c.body.width());
    add_body_norm(table, c.body, layer, "post_attention_layernorm.weight", "post_attention_norm.weight",
                  c.body.width());
    c.attends[i] ? add_qwen_attention(table, c, layer) : add_qwen_delta(table, c, layer);
    c.has_experts[i] ? add_qwen_experts(table, c, layer) : add_body_network(table, c.body, layer);
  }
  return table;
}

StateLayout qwen_state_layout(const QwenHybrid& c) {
  StateLayout layout;
  add_rope_slots(layout, c.rope);
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer) {
    c.attends[static_cast<std::size_t>(layer)] ? add_attention_slots(layout, c.attention, layer)
                                               : add_separate_delta_slots(layout, c.delta, layer);
  }
  return layout;
}

void qwen_forward(Graph& g, const QwenHybrid& c) {
  Value x = network_input(g, c.body.ends);
  const RotaryTable table = rope_table(g, c.rope);
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer) {
    const Value normed = body_norm(g, c.body, layer, "input_layernorm.weight", x);
    x = c.attends[static_cast<std::size_t>(layer)] ? attention_of(g, c, layer, normed, x, &table)
                                                   : delta_layer(g, c, layer, normed, x);
    x = network_of(g, c, layer, body_norm(g, c.body, layer, "post_attention_layernorm.weight", x), x);
  }
  network_output(g, c.body.ends, x);
}

}  // namespace eddy
