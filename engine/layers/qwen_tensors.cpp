#include "engine/layers/qwen_tensors.h"

#include <algorithm>
#include <tuple>

#include "engine/layers/rewrites.h"

namespace eddy {
namespace {

TensorSource bands(const std::string& name, Shape stored, RowBands rows) {
  return {.names = {name}, .stored = stored, .rows = rows};
}

TensorRule matrix(const std::string& ours, std::int64_t out, std::int64_t in, std::vector<TensorSource> sources) {
  return {.name = ours, .shape = {out, in}, .matrix = true, .sources = std::move(sources)};
}

/// One of the vectors that the delta rule takes in: its place in each of the two packings.
struct Part {
  const char* ours;
  std::int64_t rows;        // in all
  std::int64_t head_first;  // among the rows of a key head
  std::int64_t head_count;
  std::int64_t flat_first;  // in in_proj_qkv; -1: it has a tensor of its own
  const char *own_hf = "", *own_gguf = "";
};

std::vector<Part> input_parts(const DeltaSizes& s) {
  const std::int64_t k = s.key_size, v = s.values() / s.key_heads;
  return {{"q_proj.weight", s.keys(), 0, k, 0},
          {"k_proj.weight", s.keys(), k, k, s.keys()},
          {"v_proj.weight", s.values(), 2 * k, v, 2 * s.keys()},
          {"g_proj.weight", s.values(), 2 * k + v, v, -1, "linear_attn.in_proj_z.weight", "attn_gate.weight"}};
}

void add_inputs(TensorTable& table, const QwenHybrid& c, std::int64_t layer) {
  const DeltaSizes& s = c.delta;
  const std::string ours = body_layer(layer) + "linear_attn.";
  const std::int64_t width = c.body.width(), joint = 2 * s.keys() + 2 * s.values(), flat = 2 * s.keys() + s.values();
  for (const Part& part : input_parts(s)) {
    std::vector<TensorSource> sources;
    for (const auto& name : body_names(c.body, layer, "linear_attn.in_proj_qkvz.weight", "ssm_in.weight")) {
      sources.push_back(
          bands(name, {joint, width}, {part.head_first, part.head_count, joint / s.key_heads, s.key_heads}));
    }
    if (part.flat_first >= 0) {
      for (const auto& name : body_names(c.body, layer, "linear_attn.in_proj_qkv.weight", "attn_qkv.weight"))
        sources.push_back(bands(name, {flat, width}, {part.flat_first, part.rows}));
    } else {
      for (const auto& name : body_names(c.body, layer, part.own_hf, part.own_gguf))
        sources.push_back({.names = {name}});
    }
    table.rules.push_back(matrix(ours + part.ours, part.rows, width, std::move(sources)));
  }
}

void add_rates(TensorTable& table, const QwenHybrid& c, std::int64_t layer) {
  const DeltaSizes& s = c.delta;
  const std::int64_t each = s.heads / s.key_heads;
  const Part parts[] = {{"b_proj.weight", s.heads, 0, each, -1, "linear_attn.in_proj_b.weight", "ssm_beta.weight"},
                        {"a_proj.weight", s.heads, each, each, -1, "linear_attn.in_proj_a.weight", "ssm_alpha.weight"}};
  for (const Part& part : parts) {
    std::vector<TensorSource> sources;
    for (const auto& name : body_names(c.body, layer, part.own_hf, part.own_gguf)) sources.push_back({.names = {name}});
    for (const auto& name : body_names(c.body, layer, "linear_attn.in_proj_ba.weight", "ssm_ba.weight")) {
      sources.push_back(
          bands(name, {2 * s.heads, c.body.width()}, {part.head_first, part.head_count, 2 * each, s.key_heads}));
    }
    if (c.packing == DeltaPacking::Flat) std::rotate(sources.begin(), sources.begin() + 2, sources.end());
    table.rules.push_back(
        matrix(body_layer(layer) + "linear_attn." + part.ours, s.heads, c.body.width(), std::move(sources)));
  }
}

void add_taps(TensorTable& table, const QwenHybrid& c, std::int64_t layer) {
  const DeltaSizes& s = c.delta;
  const std::int64_t all = 2 * s.keys() + s.values();
  const std::tuple<const char*, std::int64_t, std::int64_t> parts[] = {
      {"q", 0, s.keys()}, {"k", s.keys(), s.keys()}, {"v", 2 * s.keys(), s.values()}};
  for (const auto& [letter, first, count] : parts) {
    table.rules.push_back(named_vector(body_layer(layer) + "linear_attn." + letter + "_conv1d.weight", {s.taps, count},
                                       body_names(c.body, layer, "linear_attn.conv1d.weight", "ssm_conv1d.weight"),
                                       taps_from(first), {all, s.taps}));
  }
}

/// Experts in a tensor each, all in one, or gates and ups joined.
TensorRule experts_rule(const QwenHybrid& c, std::int64_t layer, const std::string& name, const char* gguf, Shape shape,
                        std::int64_t first_row) {
  const auto hf = [&](const std::string& tensor) { return body_names(c.body, layer, "mlp.experts." + tensor, "")[0]; };
  TensorRule rule{.name = body_layer(layer) + "mlp.experts." + name + ".weight", .shape = shape, .matrix = true};
  TensorSource separate;
  for (std::int64_t e = 0; e < c.experts.count && !c.experts.fused; ++e)
    separate.names.push_back(hf(std::to_string(e) + "." + name + ".weight"));
  if (!c.experts.fused) rule.sources.push_back(separate);
  const std::int64_t inner = c.experts.inner, width = c.body.width();
  if (c.experts.fused && first_row >= 0) {
    rule.sources.push_back(
        bands(hf("gate_up_proj"), {c.experts.count, 2 * inner, width}, {first_row, inner, 2 * inner, c.experts.count}));
  } else if (c.experts.fused) {
    rule.sources.push_back({.names = {hf("down_proj")}});
  }
  rule.sources.push_back({.names = {block_name(layer) + gguf}});
  return rule;
}

}  // namespace

void add_qwen_delta(TensorTable& table, const QwenHybrid& c, std::int64_t layer) {
  const DeltaSizes& s = c.delta;
  const std::string ours = body_layer(layer) + "linear_attn.";
  add_inputs(table, c, layer);
  add_rates(table, c, layer);
  add_taps(table, c, layer);
  TensorRule decay = named_vector(ours + "A_log", {s.heads}, body_names(c.body, layer, "linear_attn.A_log", "ssm_a"));
  decay.sources.front().rewrite = &rewrite_each<minus_exponential>;  // GGUF holds what it makes
  table.rules.push_back(decay);
  table.rules.push_back(
      named_vector(ours + "dt_bias", {s.heads}, body_names(c.body, layer, "linear_attn.dt_bias", "ssm_dt.bias")));
  table.rules.push_back(named_vector(ours + "o_norm.weight", {s.value_size},
                                     body_names(c.body, layer, "linear_attn.norm.weight", "ssm_norm.weight")));
  table.rules.push_back(named_matrix(ours + "o_proj.weight", c.body.width(), s.values(),
                                     body_names(c.body, layer, "linear_attn.out_proj.weight", "ssm_out.weight")));
}

void add_qwen_attention(TensorTable& table, const QwenHybrid& c, std::int64_t layer) {
  const AttentionShape& a = c.attention;
  const std::int64_t width = c.body.width(), size = a.key_size;
  for (const auto& [ours, first] : {std::pair{"q_proj", std::int64_t{0}}, {"gate", size}}) {
    std::vector<TensorSource> sources;
    for (const auto& name : body_names(c.body, layer, "self_attn.q_proj.weight", "attn_q.weight"))
      sources.push_back(bands(name, {2 * a.queries(), width}, {first, size, 2 * size, a.query_heads}));
    table.rules.push_back(
        matrix(body_layer(layer) + "self_attn." + ours + ".weight", a.queries(), width, std::move(sources)));
  }
  add_body_matrix(table, c.body, layer, "self_attn.k_proj.weight", "attn_k.weight", a.keys(), width);
  add_body_matrix(table, c.body, layer, "self_attn.v_proj.weight", "attn_v.weight", a.values(), width);
  add_body_matrix(table, c.body, layer, "self_attn.o_proj.weight", "attn_output.weight", width, a.outputs());
  add_body_norm(table, c.body, layer, "self_attn.q_norm.weight", "attn_q_norm.weight", size);
  add_body_norm(table, c.body, layer, "self_attn.k_norm.weight", "attn_k_norm.weight", size);
}

void add_qwen_experts(TensorTable& table, const QwenHybrid& c, std::int64_t layer) {
  const QwenExperts& e = c.experts;
  const std::int64_t width = c.body.width(), shared = e.shared_inner;
  add_body_matrix(table, c.body, layer, "mlp.gate.weight", "ffn_gate_inp.weight", e.count, width);
  table.rules.push_back(experts_rule(c, layer, "gate_proj", "ffn_gate_exps.weight", {e.count, e.inner, width}, 0));
  table.rules.push_back(experts_rule(c, layer, "up_proj", "ffn_up_exps.weight", {e.count, e.inner, width}, e.inner));
  table.rules.push_back(experts_rule(c, layer, "down_proj", "ffn_down_exps.weight", {e.count, width, e.inner}, -1));
  const auto part = [&](const char* name, const char* gguf, std::int64_t out, std::int64_t in) {
    add_body_matrix(table, c.body, layer, std::string("mlp.") + name + ".weight", gguf, out, in);
  };
  part("shared_expert.gate_proj", "ffn_gate_shexp.weight", shared, width);
  part("shared_expert.up_proj", "ffn_up_shexp.weight", shared, width);
  part("shared_expert.down_proj", "ffn_down_shexp.weight", width, shared);
  part("shared_expert_gate", "ffn_gate_inp_shexp.weight", 1, width);
}

}  // namespace eddy
