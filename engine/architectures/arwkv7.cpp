// ARWKV-7 (2501.15570): the time mixing of RWKV-7 in the place of a Qwen-2 model's attention. Tensor names are those of
// the authors' files for transformers; GGUF names stand beside them.
#include "engine/architectures/architecture.h"
#include "engine/layers/rwkv7_blocks.h"
#include "engine/layers/transformer_body.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "arwkv7";

struct Config {
  TransformerBody body;
  Rwkv7Sizes mix;
  bool gguf = false;
};

Rwkv7Place place_of(const Config& c, std::int64_t layer) {
  const std::string ours = body_layer(layer) + "self_attn.";
  if (c.gguf) return {ours, "blk." + std::to_string(layer) + ".", Rwkv7Naming::Gguf};
  return {ours, c.body.root + ours + "time_mixer.", Rwkv7Naming::Authors};
}

bool is_gguf(const ModelFile& file) {
  return gguf_key_prefix(file) == "arwkv7.";
}

bool recognises(const ModelFile& file) {
  return is_gguf(file) || file.find("model.layers.0.self_attn.time_mixer.r_k");
}

Result<Config> read_config(const ModelFile& file) {
  ConfigReader reader(file, kTag);
  Config c{.body = read_transformer_body(file, reader), .gguf = is_gguf(file)};
  reader.only("wkv_version", std::int64_t{7});
  const auto first = place_of(c, 0), second = place_of(c, 1);
  const auto bonus = matrix_size(file, {first.in_file("r_k")});
  const std::int64_t head_size = c.gguf ? reader.size({"arwkv7.wkv.head_size"}) : bonus ? bonus->second : 1;
  c.mix = {.width = c.body.width(), .heads = c.body.width() / head_size, .head_size = head_size};
  if (c.mix.heads * head_size != c.mix.width) {
    reader.fail("its width " + std::to_string(c.mix.width) + " is no multiple of head size " +
                std::to_string(head_size));
  }
  if (const auto bad = read_rwkv7_ranks(file, first, c.body.layers > 1 ? &second : nullptr, c.mix))
    reader.fail("tensor '" + *bad + "' is missing or not a matrix");
  if (!reader.ok()) return reader.error();
  return c;
}

NetworkSize size(const Config& c) {
  return c.body.size();
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

TensorTable tensors(const Config& c) {
  TensorTable table;
  add_body_ends(table, c.body);
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer) {
    add_body_norm(table, c.body, layer, "input_layernorm.weight", "attn_norm.weight", c.body.width());
    add_rwkv7_time_mix(table, c.mix, place_of(c, layer), layer == 0);
    add_body_norm(table, c.body, layer, "post_attention_layernorm.weight", "ffn_norm.weight", c.body.width());
    add_body_network(table, c.body, layer);
  }
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer) add_rwkv7_slots(layout, c.mix, layer);
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

void forward(Graph& g, const Config& c) {
  Value x = network_input(g, c.body.ends);
  Value v_first;
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer) {
    const Value normed = body_norm(g, c.body, layer, "input_layernorm.weight", x);
    x = rwkv7_time_mix(g, c.mix, body_layer(layer) + "self_attn.", layer, x, normed, v_first);
    x = body_network(g, layer, body_norm(g, c.body, layer, "post_attention_layernorm.weight", x), x);
  }
  network_output(g, c.body.ends, x);
}

// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{kTag, &read_config, &size, &tensors, &state_layout, &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kArwkv7;
const Architecture kArwkv7{kTag, &recognises, &open};

}  // namespace eddy
