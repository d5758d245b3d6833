// RWKV-7 "Goose" (Peng et al., 2503.14456). Tensor names are those of the authors' files; beside them stand those of
// GGUF and of flash-linear-attention. rwkv.cpp keeps the authors' names, joins the shares of token shift and transposes
// the low-rank pairs.
#include "engine/architectures/architecture.h"
#include "engine/layers/rwkv7_blocks.h"
#include "engine/layers/rwkv_blocks.h"
#include "engine/ops/linear.h"
#include "engine/ops/token_shift.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "rwkv7";

struct Config {
  RwkvSizes sizes;
  Rwkv7Sizes mix;
  bool tied = false;  // a file without a head uses its embeddings
};

Rwkv7Place place_of(RwkvFileKind kind, std::int64_t layer) {
  const std::string number = std::to_string(layer) + ".";
  const std::string ours = "blocks." + number + "att.";
  switch (kind) {
    case RwkvFileKind::Gguf:
      return {ours, "blk." + number, Rwkv7Naming::Gguf};
    case RwkvFileKind::Fla:
      return {ours, "model.layers." + number + "attn.", Rwkv7Naming::Fla};
    case RwkvFileKind::RwkvCpp:
      return {ours, ours, Rwkv7Naming::RwkvCpp};
    default:
      return {ours, ours, Rwkv7Naming::Authors};
  }
}

bool recognises(const ModelFile& file) {
  const RwkvFileKind kind = rwkv_file_kind(file);
  if (kind == RwkvFileKind::Gguf) {
    const auto* name = file.metadata("general.architecture");
    return name && *name == MetadataValue(std::string(kTag));
  }
  const Rwkv7Place first = place_of(kind, 0);
  return file.find(first.in_file("r_k")) && file.find(first.in_file("w1"));
}

Result<std::int64_t> head_size_of(const ModelFile& file, RwkvFileKind kind) {
  if (kind != RwkvFileKind::Gguf) {
    const auto size = rwkv_matrix_size(file, kTag, place_of(kind, 0).in_file("r_k"));
    if (!size) return size.error();
    return size->second;
  }
  const auto* value = file.metadata("rwkv7.wkv.head_size");
  const auto* size = value ? std::get_if<std::int64_t>(value) : nullptr;
  if (!size || *size < 1)
    return rwkv_damaged(file, kTag, "key 'rwkv7.wkv.head_size' is missing or not a positive number");
  return *size;
}

/// What flash-linear-attention lets a config choose.
Result<void> read_fla(const ModelFile& file, Config& c) {
  const std::vector<std::int64_t> values(static_cast<std::size_t>(c.sizes.layers), c.sizes.width);
  const std::pair<const char*, MetadataValue> options[] = {
      {"hidden_act", std::string("sqrelu")}, {"norm_first", true}, {"norm_bias", true}, {"value_dim", values}};
  for (const auto& [key, wanted] : options) {
    const auto* value = file.metadata(key);
    if (value && *value != wanted) return rwkv_variant(file, kTag, key);
  }
  if (file.metadata("attn.layers")) return rwkv_variant(file, kTag, "attn");
  c.mix.readout_epsilon = static_cast<float>(c.mix.head_size) * c.sizes.norm_epsilon;
  const auto* tied = file.metadata("tie_word_embeddings");
  c.tied = tied && *tied == MetadataValue(true);
  return {};
}

Result<Config> read_config(const ModelFile& file) {
  const auto sizes = read_rwkv_sizes(file, kTag);
  if (!sizes) return sizes.error();
  const auto head_size = head_size_of(file, sizes->kind);
  if (!head_size) return head_size.error();
  Config c{.sizes = *sizes};
  c.mix = {.width = sizes->width, .heads = sizes->width / *head_size, .head_size = *head_size};
  if (c.mix.heads * c.mix.head_size != sizes->width) {
    return rwkv_damaged(
        file, kTag,
        "width " + std::to_string(sizes->width) + " is no multiple of head size " + std::to_string(c.mix.head_size));
  }
  const Rwkv7Place first = place_of(sizes->kind, 0), second = place_of(sizes->kind, 1);
  if (const auto bad = read_rwkv7_ranks(file, first, sizes->layers > 1 ? &second : nullptr, c.mix))
    return rwkv_damaged(file, kTag, "tensor '" + *bad + "' is missing or not a matrix");
  if (c.mix.gate_rank == 0 || !c.mix.readout_norm) {
    return rwkv_damaged(file, kTag,
                        "tensor '" + first.in_file(c.mix.gate_rank == 0 ? "g1" : "ln_x.weight") + "' is missing");
  }
  if (sizes->kind == RwkvFileKind::Fla) {
    if (const auto fits = read_fla(file, c); !fits) return fits.error();
  }
  return c;
}

NetworkSize size(const Config& c) {
  return {c.sizes.layers, c.sizes.width, c.sizes.vocabulary};
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

TensorTable tensors(const Config& c) {
  RwkvTable t(c.sizes);
  TensorTable mixes;
  add_rwkv_ends(t, c.sizes, c.tied);
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) {
    t.enter(layer);
    add_rwkv_first_norm(t, c.sizes);
    add_rwkv7_time_mix(mixes, c.mix, place_of(c.sizes.kind, layer), layer == 0);
    t.norm({"ln2", "", "attn_norm_2", "ffn_norm"}, c.sizes.width);
    t.stack("ffn.x_k", {{"ffn.x_k", "", "channel_mix_lerp_k.weight", "ffn.x_k"}}, c.sizes.width);
    t.matrix({"ffn.key.weight", "", "channel_mix_key.weight", "ffn.key.weight"}, c.sizes.feed_forward, c.sizes.width);
    t.matrix({"ffn.value.weight", "", "channel_mix_value.weight", "ffn.value.weight"}, c.sizes.width,
             c.sizes.feed_forward);
  }
  TensorTable table = t.take();
  table.rules.insert(table.rules.end(), mixes.rules.begin(), mixes.rules.end());
  table.ignored = std::move(mixes.ignored);
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) {
    add_rwkv7_slots(layout, c.mix, layer);
    layout.slots.push_back(rwkv_state_slot(layer, "ffn_shift", {c.sizes.width}));  // ln2 of the last token
  }
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

std::string block(std::int64_t layer) {
  return "blocks." + std::to_string(layer) + ".";
}

/// x + channel mixing of ln2(x)
Value channel_mix(Graph& g, const Config& c, std::int64_t layer, Value x) {
  const std::string ffn = block(layer) + "ffn.";
  const Value normed = rwkv_norm(g, c.sizes, x, block(layer) + "ln2");
  const Value xk = token_shift(g, normed, g.weight(ffn + "x_k"), g.state(rwkv_slot(layer) + "ffn_shift"))[0];
  const Value k = linear(g, g.weight(ffn + "key.weight"), xk, {.activation = Activation::ReluSquared});
  return linear(g, g.weight(ffn + "value.weight"), k, {.residual = x});
}

void forward(Graph& g, const Config& c) {
  Value x = rwkv_input(g, c.sizes);
  Value v_first;
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) {
    const Value normed = rwkv_norm(g, c.sizes, x, block(layer) + "ln1");
    x = rwkv7_time_mix(g, c.mix, block(layer) + "att.", layer, x, normed, v_first);
    x = channel_mix(g, c, layer, x);
  }
  rwkv_output(g, c.sizes, x);
}

// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{kTag, &read_config, &size, &tensors, &state_layout, &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kRwkv7;
const Architecture kRwkv7{kTag, &recognises, &open};

}  // namespace eddy
