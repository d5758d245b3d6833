// RWKV-4 (Peng et al., 2305.13048), the models of the Pile, Raven and the first World. Tensor names are the authors';
// those of transformers stand beside them.
#include "engine/architectures/architecture.h"
#include "engine/layers/rewrites.h"
#include "engine/layers/rwkv_blocks.h"
#include "engine/ops/linear.h"
#include "engine/ops/token_shift.h"
#include "engine/ops/wkv4.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "rwkv4";

struct Config {
  RwkvSizes sizes;
  std::int64_t attention = 0;  // A, channels of time mixing: C in all released models
  bool tied = false;           // the head is the table of embeddings
};

constexpr RwkvName kFirst{"att.time_first", "attention.time_first"};
constexpr RwkvName kGroupNorm{"att.ln_x.weight", "attention.ln_x.weight"};
constexpr RwkvName kKey{"att.key.weight", "attention.key.weight"};

bool recognises(const ModelFile& file) {
  const RwkvFileKind kind = rwkv_file_kind(file);
  if (kind == RwkvFileKind::Gguf || kind == RwkvFileKind::Fla) return false;
  return file.find(rwkv_name(kind, kFirst, 0)) && !file.find(rwkv_name(kind, kGroupNorm, 0));
}

Result<Config> read_config(const ModelFile& file) {
  const auto sizes = read_rwkv_sizes(file, kTag);
  if (!sizes) return sizes.error();
  const auto key = rwkv_matrix_size(file, kTag, rwkv_name(sizes->kind, kKey, 0));
  if (!key) return key.error();
  const auto* tied = file.metadata("tie_word_embeddings");
  return Config{.sizes = *sizes, .attention = key->first, .tied = tied && *tied == MetadataValue(true)};
}

NetworkSize size(const Config& c) {
  return {c.sizes.layers, c.sizes.width, c.sizes.vocabulary};
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

// The authors' "time_mix" is the share of the current token, our token shift takes that of the previous one.
void add_time_mix(RwkvTable& t, const Config& c) {
  const std::int64_t width = c.sizes.width;
  // rwkv.cpp stores what the recurrence uses.
  const WeightRewrite decay = c.sizes.kind == RwkvFileKind::RwkvCpp ? nullptr : &rewrite_each<minus_exponential>;
  t.stack("att.mix",
          {{"att.time_mix_k", "attention.time_mix_key"},
           {"att.time_mix_v", "attention.time_mix_value"},
           {"att.time_mix_r", "attention.time_mix_receptance"}},
          width, &rewrite_each<one_minus>);
  t.vector({"att.time_decay", "attention.time_decay"}, {c.attention}, decay);
  t.vector(kFirst, {c.attention});
  t.matrix({"att.receptance.weight", "attention.receptance.weight"}, c.attention, width);
  t.matrix(kKey, c.attention, width);
  t.matrix({"att.value.weight", "attention.value.weight"}, c.attention, width);
  t.matrix({"att.output.weight", "attention.output.weight"}, width, c.attention);
}

TensorTable tensors(const Config& c) {
  RwkvTable t(c.sizes);
  add_rwkv_ends(t, c.sizes, c.tied);
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) {
    t.enter(layer);
    add_rwkv_first_norm(t, c.sizes);
    add_time_mix(t, c);
    add_rwkv_channel_mix(t, c.sizes);
    t.stack("ffn.mix",
            {{"ffn.time_mix_k", "feed_forward.time_mix_key"}, {"ffn.time_mix_r", "feed_forward.time_mix_receptance"}},
            c.sizes.width, &rewrite_each<one_minus>);
  }
  return t.take();
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) {
    const auto add = [&](const char* name, std::int64_t n, float initial = 0) {
      layout.slots.push_back(rwkv_state_slot(layer, name, {n}));
      layout.slots.back().initial = initial;
    };
    add("att_shift", c.sizes.width);                // ln1 of the last token
    add("wkv_a", c.attention);                      // numerator
    add("wkv_b", c.attention);                      // denominator
    add("wkv_p", c.attention, kWkv4FirstExponent);  // the exponent both stand at
    add("ffn_shift", c.sizes.width);                // ln2 of the last token
  }
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

/// x + time mixing of ln1(x)
Value time_mix(Graph& g, const Config& c, std::int64_t layer, Value x) {
  const std::string block = "blocks." + std::to_string(layer) + ".";
  const auto w = [&](const char* name) { return g.weight(block + "att." + name); };
  const auto state = [&](const char* name) { return g.state(rwkv_slot(layer) + name); };
  const auto shifted = token_shift(g, rwkv_norm(g, c.sizes, x, block + "ln1"), w("mix"), state("att_shift"));
  const Value xk = shifted[0], xv = shifted[1], xr = shifted[2];
  const Value r = linear(g, w("receptance.weight"), xr, {.activation = Activation::Sigmoid});
  const Value k = linear(g, w("key.weight"), xk);
  const Value v = linear(g, w("value.weight"), xv);
  const Value y = wkv4(g, {.r = r, .k = k, .v = v, .w = w("time_decay"), .u = w("time_first")},
                       {.a = state("wkv_a"), .b = state("wkv_b"), .p = state("wkv_p")});
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

extern const Architecture kRwkv4;
const Architecture kRwkv4{kTag, &recognises, &open};

}  // namespace eddy
