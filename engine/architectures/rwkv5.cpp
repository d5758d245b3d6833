// RWKV-5 "Eagle" (Peng et al., 2404.05892) in its three forms: 5.0 decays by head, 5.1 adds an output gate, 5.2 (all
// World models) decays by channel. Tensor names are the authors'; those of the transformers conversions stand beside
// them.
#include "engine/architectures/architecture.h"
#include "engine/layers/rewrites.h"
#include "engine/layers/rwkv_blocks.h"
#include "engine/ops/elementwise.h"
#include "engine/ops/layer_norm.h"
#include "engine/ops/linear.h"
#include "engine/ops/linear_attention.h"
#include "engine/ops/token_shift.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "rwkv5";

struct Config {
  RwkvSizes sizes;
  std::int64_t heads = 0;          // H
  std::int64_t head_size = 0;      // N, H * N = A channels of time mixing
  bool gated = false;              // from 5.1 on
  bool decay_per_channel = false;  // 5.2
  bool raw_bonus = false;          // "time_faaaa" is the bonus itself, "time_first" its logarithm
  float readout_epsilon = 64e-5f;

  std::int64_t attention() const { return heads * head_size; }
};

constexpr RwkvName kMix{"att.time_mix_k", "attention.time_mix_key"};
constexpr RwkvName kDecay{"att.time_decay", "attention.time_decay"};
constexpr RwkvName kFirst{"att.time_first", "attention.time_first"};
constexpr RwkvName kBonus{"att.time_faaaa", "attention.time_faaaa"};
constexpr RwkvName kGate{"att.gate.weight", "attention.gate.weight"};
constexpr RwkvName kKey{"att.key.weight", "attention.key.weight"};
constexpr RwkvName kReadout{"att.ln_x", "attention.ln_x"};

bool recognises(const ModelFile& file) {
  const RwkvFileKind kind = rwkv_file_kind(file);
  if (kind == RwkvFileKind::Gguf || kind == RwkvFileKind::Fla) return false;
  return file.find(rwkv_name(kind, kMix, 0)) && file.find(rwkv_name(kind, kReadout, 0) + ".weight");
}

// The GroupNorm of training had epsilon 1e-5 on y / 8. rwkv.cpp forgets the 8, and a model tested there counts on that.
float readout_epsilon(RwkvFileKind kind) {
  return kind == RwkvFileKind::RwkvCpp ? 1e-5f : 64e-5f;
}

Result<Config> read_config(const ModelFile& file) {
  const auto sizes = read_rwkv_sizes(file, kTag);
  if (!sizes) return sizes.error();
  const RwkvFileKind kind = sizes->kind;
  const auto key = rwkv_matrix_size(file, kTag, rwkv_name(kind, kKey, 0));
  if (!key) return key.error();
  const auto decay = rwkv_matrix_size(file, kTag, rwkv_name(kind, kDecay, 0));
  if (!decay) return decay.error();
  Config config{.sizes = *sizes,
                .heads = decay->first,
                .head_size = key->first / decay->first,
                .gated = file.find(rwkv_name(kind, kGate, 0)) != nullptr,
                .decay_per_channel = decay->second > 1,
                .raw_bonus = file.find(rwkv_name(kind, kBonus, 0)) != nullptr,
                .readout_epsilon = readout_epsilon(kind)};
  if (config.attention() != key->first || (config.decay_per_channel && decay->second != config.head_size)) {
    return rwkv_damaged(file, kTag,
                        "tensor '" + rwkv_name(kind, kDecay, 0) + "' does not divide the " +
                            std::to_string(key->first) + " channels of time mixing into heads");
  }
  return config;
}

NetworkSize size(const Config& c) {
  return {c.sizes.layers, c.sizes.width, c.sizes.vocabulary};
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

// A number per head is repeated for its channels. rwkv.cpp stores the decay, and the bonus of 5.0, as the recurrence
// uses them.
void add_decay_and_bonus(RwkvTable& t, const Config& c) {
  const bool ready = c.sizes.kind == RwkvFileKind::RwkvCpp;
  const Shape per_channel{c.heads, c.head_size}, per_head{c.heads};
  const Shape stored = c.decay_per_channel ? per_channel : per_head;
  t.vector(kDecay, per_channel, ready ? &rewrite_each<same> : &rewrite_each<double_exponential_decay>, stored);
  t.rule({.name = t.ours("att.bonus"),
          .shape = per_channel,
          .sources = {{.names = {t.in_file(c.raw_bonus ? kBonus : kFirst)},
                       .stored = stored,
                       .rewrite = ready || c.raw_bonus ? &rewrite_each<same> : &rewrite_each<exponential>}}});
}

// The authors' "time_mix" is the share of the current token, our token shift takes that of the previous one.
void add_mixes(RwkvTable& t, const Config& c) {
  const RwkvName k = kMix, v{"att.time_mix_v", "attention.time_mix_value"},
                 r{"att.time_mix_r", "attention.time_mix_receptance"};
  if (c.gated) {
    t.stack("att.mix", {k, v, r, {"att.time_mix_g", "attention.time_mix_gate"}}, c.sizes.width,
            &rewrite_each<one_minus>);
  } else {
    t.stack("att.mix", {k, v, r}, c.sizes.width, &rewrite_each<one_minus>);
  }
  t.stack("ffn.mix",
          {{"ffn.time_mix_k", "feed_forward.time_mix_key"}, {"ffn.time_mix_r", "feed_forward.time_mix_receptance"}},
          c.sizes.width, &rewrite_each<one_minus>);
}

TensorTable tensors(const Config& c) {
  RwkvTable t(c.sizes);
  const std::int64_t width = c.sizes.width, attention = c.attention();
  add_rwkv_ends(t, c.sizes);
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) {
    t.enter(layer);
    add_rwkv_first_norm(t, c.sizes);
    add_mixes(t, c);
    add_decay_and_bonus(t, c);
    t.matrix({"att.receptance.weight", "attention.receptance.weight"}, attention, width);
    t.matrix(kKey, attention, width);
    t.matrix({"att.value.weight", "attention.value.weight"}, attention, width);
    if (c.gated) t.matrix(kGate, attention, width);
    t.matrix({"att.output.weight", "attention.output.weight"}, width, attention);
    t.norm(kReadout, attention);
    add_rwkv_channel_mix(t, c.sizes);
  }
  return t.take();
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) {
    layout.slots.push_back(rwkv_state_slot(layer, "att_shift", {c.sizes.width}));  // ln1 of the last token
    layout.slots.push_back(rwkv_state_slot(layer, "wkv", {c.heads, c.head_size, c.head_size}));  // [H, key, value]
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
  const auto shifted = token_shift(g, normed, w("mix"), g.state(rwkv_slot(layer) + "att_shift"));
  const Value xk = shifted[0], xv = shifted[1], xr = shifted[2];
  const Value r = linear(g, w("receptance.weight"), xr);
  const Value k = linear(g, w("key.weight"), xk);
  const Value v = linear(g, w("value.weight"), xv);
  Value y = linear_attention(g, {.r = r, .k = k, .v = v, .w = w("time_decay"), .u = w("bonus")},
                             g.state(rwkv_slot(layer) + "wkv"));
  y = group_norm(g, y, w("ln_x.weight"), w("ln_x.bias"), c.heads, c.readout_epsilon);
  if (c.gated) y = multiply(g, y, linear(g, w("gate.weight"), shifted[3], {.activation = Activation::Silu}));
  return linear(g, w("output.weight"), y, {.residual = x});
}

void forward(Graph& g, const Config& c) {
  Value x = rwkv_input(g, c.sizes);
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) {
    x = time_mix(g, c, layer, x);
    x = rwkv_channel_mix(g, c.sizes, layer, x);
  }
  rwkv_output(g, c.sizes, x);
}

// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{kTag, &read_config, &size, &tensors, &state_layout, &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kRwkv5;
const Architecture kRwkv5{kTag, &recognises, &open};

}  // namespace eddy
