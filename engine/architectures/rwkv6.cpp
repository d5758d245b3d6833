// RWKV-6 "Finch" (Peng et al., 2404.05892). Tensor names are the authors'; beside them stand those of the transformers
// conversions, of GGUF and of flash-linear-attention, whose models may have heads with fewer key than value channels.
#include "engine/architectures/architecture.h"
#include "engine/layers/rewrites.h"
#include "engine/layers/rwkv_blocks.h"
#include "engine/ops/ddlerp.h"
#include "engine/ops/elementwise.h"
#include "engine/ops/layer_norm.h"
#include "engine/ops/linear.h"
#include "engine/ops/linear_attention.h"
#include "engine/ops/scale.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "rwkv6";
constexpr std::int64_t kMixes = 5;

struct Config {
  RwkvSizes sizes;
  std::int64_t heads = 0;          // H
  std::int64_t key_size = 0;       // per head
  std::int64_t value_size = 0;     // per head
  std::int64_t mix_rank = 0;       // M
  std::int64_t decay_rank = 0;     // D
  std::int64_t rescale_every = 0;  // GGUF: after so many layers the residual stream is halved; 0: never
  float readout_epsilon = 64e-5f;  // of training's GroupNorm with 1e-5 on y / 8
  bool fused_mixes = true;         // GGUF: the five shares in one tensor

  std::int64_t keys() const { return heads * key_size; }
  std::int64_t values() const { return heads * value_size; }
  /// Which share is for which vector, as files order them.
  std::string_view mix_order() const { return sizes.kind == RwkvFileKind::Fla ? "rwkvg" : "wkvrg"; }
  /// The authors use these matrices as x * W.
  bool in_out() const { return sizes.kind == RwkvFileKind::Authors || sizes.kind == RwkvFileKind::HuggingFace; }
};

constexpr RwkvName kMu{"att.time_maa_x", "attention.time_maa_x", "time_mix_lerp_x.weight", "attn.x_proj.0.mu"};
constexpr RwkvName kMixFirst{"att.time_maa_w1", "attention.time_maa_w1", "time_mix_w1.weight",
                             "attn.x_proj.0.linear.weight"};
constexpr RwkvName kMixFused{"", "", "time_mix_lerp_fused.weight", "attn.x_bias"};
constexpr RwkvName kDecayFirst{"att.time_decay_w1", "attention.time_decay_w1", "time_mix_decay_w1.weight",
                               "attn.w_proj.linear.lora.0.weight"};
constexpr RwkvName kBonus{"att.time_faaaa", "attention.time_faaaa", "time_mix_first.weight", "attn.bonus"};
constexpr RwkvName kValue{"att.value.weight", "attention.value.weight", "time_mix_value.weight",
                          "attn.v_proj.linear.weight"};

bool recognises(const ModelFile& file) {
  const RwkvFileKind kind = rwkv_file_kind(file);
  if (kind == RwkvFileKind::Gguf) {
    const auto* name = file.metadata("general.architecture");
    return name && *name == MetadataValue(std::string(kTag));
  }
  return file.find(rwkv_name(kind, kMu, 0)) && file.find(rwkv_name(kind, kBonus, 0));
}

/// The rank of a low-rank pair from its first matrix.
Result<std::int64_t> rank_of(const ModelFile& file, const Config& c, const RwkvName& first) {
  const auto size = rwkv_matrix_size(file, kTag, rwkv_name(c.sizes.kind, first, 0));
  if (!size) return size.error();
  return c.in_out() ? size->second : size->first;
}

Result<void> read_heads(const ModelFile& file, Config& c) {
  const auto bonus = rwkv_matrix_size(file, kTag, rwkv_name(c.sizes.kind, kBonus, 0));
  if (!bonus) return bonus.error();
  const auto value = rwkv_matrix_size(file, kTag, rwkv_name(c.sizes.kind, kValue, 0));
  if (!value) return value.error();
  c.heads = bonus->first;
  c.key_size = bonus->second;
  c.value_size = value->first / c.heads;
  if (c.values() == value->first) return {};
  return rwkv_damaged(
      file, kTag,
      std::to_string(value->first) + " value channels do not divide into " + std::to_string(c.heads) + " heads");
}

Result<void> read_ranks(const ModelFile& file, Config& c) {
  const auto mixes = rank_of(file, c, kMixFirst);
  if (!mixes) return mixes.error();
  const auto decay = rank_of(file, c, kDecayFirst);
  if (!decay) return decay.error();
  c.mix_rank = *mixes / kMixes;
  c.decay_rank = *decay;
  if (c.mix_rank >= 1 && c.mix_rank * kMixes == *mixes) return {};
  return rwkv_damaged(file, kTag,
                      "the " + std::to_string(*mixes) + " rows of '" + rwkv_name(c.sizes.kind, kMixFirst, 0) +
                          "' are not five times a rank");
}

Result<void> read_rescale(const ModelFile& file, Config& c) {
  const auto* value = file.metadata("rwkv6.rescale_every_n_layers");
  if (!value) return {};
  const auto* every = std::get_if<std::int64_t>(value);
  if (!every || *every < 0)
    return rwkv_damaged(file, kTag, "key 'rwkv6.rescale_every_n_layers' is not a number of layers");
  c.rescale_every = *every;
  return {};
}

/// What flash-linear-attention lets a config choose and we compute in one way only.
Result<void> check_fla(const ModelFile& file) {
  for (const auto& [key, wanted] :
       {std::pair{"hidden_act", MetadataValue(std::string("sqrelu"))}, {"norm_first", MetadataValue(true)}}) {
    const auto* value = file.metadata(key);
    if (value && *value != wanted) return rwkv_variant(file, kTag, key);
  }
  return {};
}

Result<Config> read_config(const ModelFile& file) {
  const auto sizes = read_rwkv_sizes(file, kTag);
  if (!sizes) return sizes.error();
  Config config{.sizes = *sizes};
  if (const auto heads = read_heads(file, config); !heads) return heads.error();
  if (const auto ranks = read_ranks(file, config); !ranks) return ranks.error();
  if (sizes->kind == RwkvFileKind::Gguf) {
    if (const auto rescale = read_rescale(file, config); !rescale) return rescale.error();
    config.fused_mixes = file.find(rwkv_name(sizes->kind, kMixFused, 0)) != nullptr;
  }
  if (sizes->kind == RwkvFileKind::Fla) {
    if (const auto fits = check_fla(file); !fits) return fits.error();
    config.readout_epsilon = sizes->norm_epsilon;  // there it is not scaled to the head's size
  }
  return config;
}

NetworkSize size(const Config& c) {
  return {c.sizes.layers, c.sizes.width, c.sizes.vocabulary};
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

// "maa" is the share of the previous token, as our token shift takes it.
void add_mixes(RwkvTable& t, const Config& c) {
  const std::int64_t width = c.sizes.width;
  const bool fused = c.sizes.kind == RwkvFileKind::Fla || (c.sizes.kind == RwkvFileKind::Gguf && c.fused_mixes);
  t.vector(kMu, {width});
  if (fused) {
    t.rule({.name = t.ours("att.time_maa"), .shape = {kMixes, width}, .sources = {{.names = {t.in_file(kMixFused)}}}});
  } else {
    t.stack("att.time_maa",
            {{"att.time_maa_w", "attention.time_maa_w", "time_mix_lerp_w.weight"},
             {"att.time_maa_k", "attention.time_maa_k", "time_mix_lerp_k.weight"},
             {"att.time_maa_v", "attention.time_maa_v", "time_mix_lerp_v.weight"},
             {"att.time_maa_r", "attention.time_maa_r", "time_mix_lerp_r.weight"},
             {"att.time_maa_g", "attention.time_maa_g", "time_mix_lerp_g.weight"}},
            width);
  }
  t.matrix(kMixFirst, kMixes * c.mix_rank, width, c.in_out());
  const RwkvName second{"att.time_maa_w2", "attention.time_maa_w2", "time_mix_w2.weight", "attn.x_proj.2.weight"};
  const Shape as_used{kMixes, c.mix_rank, width}, transposed{kMixes, width, c.mix_rank},
      joined{width, kMixes * c.mix_rank};
  switch (c.sizes.kind) {
    case RwkvFileKind::Fla:
      t.vector(second, as_used, &rewrite_first_to_last, joined);
      break;
    case RwkvFileKind::Gguf:
    case RwkvFileKind::RwkvCpp:
      t.vector(second, as_used, &rewrite_transposed, transposed);
      break;
    default:
      t.vector(second, as_used);
      break;
  }
  t.stack("ffn.mix",
          {{"ffn.time_maa_k", "feed_forward.time_maa_k", "channel_mix_lerp_k.weight", "ffn.key.mu"},
           {"ffn.time_maa_r", "feed_forward.time_maa_r", "channel_mix_lerp_r.weight", "ffn.receptance.mu"}},
          width);
}

void add_time_mix(RwkvTable& t, const Config& c) {
  const std::int64_t width = c.sizes.width, keys = c.keys(), values = c.values();
  const RwkvName decay{"att.time_decay", "attention.time_decay", "time_mix_decay.weight",
                       "attn.w_proj.linear.lora.2.bias"};
  // rwkv.cpp cuts the decay into heads.
  t.vector(decay, {keys}, nullptr, c.sizes.kind == RwkvFileKind::RwkvCpp ? Shape{c.heads, c.key_size} : Shape{});
  t.matrix(kDecayFirst, c.decay_rank, width, c.in_out());
  t.matrix(
      {"att.time_decay_w2", "attention.time_decay_w2", "time_mix_decay_w2.weight", "attn.w_proj.linear.lora.2.weight"},
      keys, c.decay_rank, c.in_out());
  t.vector(kBonus, {c.heads, c.key_size});
  t.matrix({"att.receptance.weight", "attention.receptance.weight", "time_mix_receptance.weight",
            "attn.r_proj.linear.weight"},
           keys, width);
  t.matrix({"att.key.weight", "attention.key.weight", "time_mix_key.weight", "attn.k_proj.linear.weight"}, keys, width);
  t.matrix(kValue, values, width);
  t.matrix({"att.gate.weight", "attention.gate.weight", "time_mix_gate.weight", "attn.g_proj.linear.weight"}, values,
           width);
  t.matrix({"att.output.weight", "attention.output.weight", "time_mix_output.weight", "attn.o_proj.weight"}, width,
           values);
  t.norm({"att.ln_x", "attention.ln_x", "time_mix_ln", "attn.g_norm"}, values);
}

TensorTable tensors(const Config& c) {
  RwkvTable t(c.sizes);
  add_rwkv_ends(t, c.sizes);
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) {
    t.enter(layer);
    add_rwkv_first_norm(t, c.sizes);
    add_mixes(t, c);
    add_time_mix(t, c);
    add_rwkv_channel_mix(t, c.sizes);
  }
  return t.take();
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) {
    layout.slots.push_back(rwkv_state_slot(layer, "att_shift", {c.sizes.width}));  // ln1 of the last token
    layout.slots.push_back(rwkv_state_slot(layer, "wkv", {c.heads, c.key_size, c.value_size}));  // [H, key, value]
    layout.slots.push_back(rwkv_state_slot(layer, "ffn_shift", {c.sizes.width}));  // ln2 of the last token
  }
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

/// x + time mixing of ln1(x)
Value time_mix(Graph& g, const Config& c, std::int64_t layer, Value x) {
  const std::string block = "blocks." + std::to_string(layer) + ".";
  const auto w = [&](const char* name) { return g.weight(block + "att." + name); };
  const Value normed = rwkv_norm(g, c.sizes, x, block + "ln1");
  const auto [difference, base] = ddlerp_base(g, normed, w("time_maa_x"), g.state(rwkv_slot(layer) + "att_shift"));
  const Value h = linear(g, w("time_maa_w1"), base, {.activation = Activation::Tanh});
  const auto mixed = ddlerp_mix(g, normed, difference, h, w("time_maa_w2"), w("time_maa"));
  const auto x_of = [&](char vector) { return mixed[c.mix_order().find(vector)]; };

  const Value r = linear(g, w("receptance.weight"), x_of('r'));
  const Value k = linear(g, w("key.weight"), x_of('k'));
  const Value v = linear(g, w("value.weight"), x_of('v'));
  const Value gate = linear(g, w("gate.weight"), x_of('g'), {.activation = Activation::Silu});
  const Value decay =
      linear(g, w("time_decay_w2"), linear(g, w("time_decay_w1"), x_of('w'), {.activation = Activation::Tanh}),
             {.bias = w("time_decay"), .activation = Activation::Rwkv6Decay});

  const Value y = linear_attention(g, {.r = r, .k = k, .v = v, .w = decay, .u = w("time_faaaa")},
                                   g.state(rwkv_slot(layer) + "wkv"));
  const Value readout = group_norm(g, y, w("ln_x.weight"), w("ln_x.bias"), c.heads, c.readout_epsilon);
  return linear(g, w("output.weight"), multiply(g, readout, gate), {.residual = x});
}

void forward(Graph& g, const Config& c) {
  Value x = rwkv_input(g, c.sizes);
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) {
    x = time_mix(g, c, layer, x);
    x = rwkv_channel_mix(g, c.sizes, layer, x);
    // The converter has divided the layers' outputs by the same powers of two; the logits do not depend on it.
    if (c.rescale_every > 0 && (layer + 1) % c.rescale_every == 0) x = scale(g, x, 0.5f);
  }
  rwkv_output(g, c.sizes, x);
}

// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{kTag, &read_config, &size, &tensors, &state_layout, &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kRwkv6;
const Architecture kRwkv6{kTag, &recognises, &open};

}  // namespace eddy
