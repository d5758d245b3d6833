#include "engine/layers/rwkv_blocks.h"

#include "engine/ops/elementwise.h"
#include "engine/ops/embedding.h"
#include "engine/ops/layer_norm.h"
#include "engine/ops/linear.h"
#include "engine/ops/multiply_add.h"
#include "engine/ops/token_shift.h"

namespace eddy {
namespace {

std::string block(std::int64_t layer) {
  return "blocks." + std::to_string(layer) + ".";
}

}  // namespace

void add_rwkv_ends(RwkvTable& table, const RwkvSizes& s, bool tied) {
  table.matrix(kRwkvEmbedding, s.vocabulary, s.width);
  if (s.kind == RwkvFileKind::Gguf) {
    // GGUF counts the norm after the embedding among the tensors outside the layers.
    for (const char* part : {".weight", ".bias"}) {
      table.rule({.name = std::string("blocks.0.ln0") + part,
                  .shape = {s.width},
                  .sources = {{.names = {std::string("token_embd_norm") + part}}}});
    }
  } else {
    table.enter(0);
    table.norm({"ln0", "pre_ln", "", "pre_norm"}, s.width);
    table.enter(-1);
  }
  table.norm({"ln_out", "rwkv.ln_out", "output_norm", "model.norm"}, s.width);
  const RwkvName head{"head.weight", "head.weight", "output.weight", "lm_head.weight"};
  TensorRule rule{.name = head.authors,
                  .shape = {s.vocabulary, s.width},
                  .matrix = true,
                  .sources = {{.names = {table.in_file(head)}}}};
  if (tied) rule.sources.push_back({.names = {table.in_file(kRwkvEmbedding)}});
  table.rule(std::move(rule));
}

void add_rwkv_first_norm(RwkvTable& table, const RwkvSizes& s) {
  table.norm({"ln1", "ln1", "attn_norm", "attn_norm"}, s.width);
}

void add_rwkv_channel_mix(RwkvTable& table, const RwkvSizes& s) {
  table.norm({"ln2", "ln2", "attn_norm_2", "ffn_norm"}, s.width);
  table.matrix({"ffn.key.weight", "feed_forward.key.weight", "channel_mix_key.weight", "ffn.key.linear.weight"},
               s.feed_forward, s.width);
  table.matrix({"ffn.receptance.weight", "feed_forward.receptance.weight", "channel_mix_receptance.weight",
                "ffn.receptance.linear.weight"},
               s.width, s.width);
  table.matrix({"ffn.value.weight", "feed_forward.value.weight", "channel_mix_value.weight", "ffn.value.weight"},
               s.width, s.feed_forward);
}

StateSlot rwkv_state_slot(std::int64_t layer, const char* name, std::vector<std::int64_t> shape) {
  return {.name = rwkv_slot(layer) + name, .layer = static_cast<int>(layer), .shape = std::move(shape)};
}

Value rwkv_norm(Graph& g, const RwkvSizes& s, Value x, const std::string& name) {
  return layer_norm(g, x, g.weight(name + ".weight"), g.weight(name + ".bias"), s.norm_epsilon);
}

Value rwkv_input(Graph& g, const RwkvSizes& s) {
  return rwkv_norm(g, s, embedding(g, g.weight("emb.weight")), "blocks.0.ln0");
}

Value rwkv_channel_mix(Graph& g, const RwkvSizes& s, std::int64_t layer, Value x) {
  const std::string ffn = block(layer) + "ffn.";
  const auto w = [&](const char* name) { return g.weight(ffn + name); };
  const Value normed = rwkv_norm(g, s, x, block(layer) + "ln2");
  const auto shifted = token_shift(g, normed, w("mix"), g.state(rwkv_slot(layer) + "ffn_shift"));
  const Value xk = shifted[0], xr = shifted[1];
  const Value k = linear(g, w("key.weight"), xk, {.activation = Activation::ReluSquared});
  const Value r = linear(g, w("receptance.weight"), xr, {.activation = Activation::Sigmoid});
  return multiply_add(g, r, linear(g, w("value.weight"), k), x);
}

void rwkv_output(Graph& g, const RwkvSizes& s, Value x) {
  if (g.shape().logits == LogitRows::None) return;
  if (g.shape().logits == LogitRows::Last) x = last_tokens(g, x);
  g.set_logits(linear(g, g.weight("head.weight"), rwkv_norm(g, s, x, "ln_out")));
}

}  // namespace eddy
