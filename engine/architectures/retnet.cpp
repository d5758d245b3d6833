// RetNet (Sun et al., 2307.08621) in the file layout of flash-linear-attention.
#include <cmath>

#include "engine/architectures/architecture.h"
#include "engine/layers/fla_blocks.h"
#include "engine/ops/linear_attention.h"
#include "engine/ops/rotary.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "retnet";

struct Config {
  FlaSizes sizes;
};

bool recognises(const ModelFile& file) {
  return is_fla_model(file, kTag);
}

Result<Config> read_config(const ModelFile& file) {
  const auto sizes = read_fla_sizes(file, kTag);
  if (!sizes) return sizes.error();
  if (sizes->key_size % 2 == 0) return Config{*sizes};
  return Error{ErrorCode::FileCorrupt, "[retnet] " + file.path().string() + ": heads of " +
                                           std::to_string(sizes->key_size) +
                                           " key channels cannot be rotated in pairs; get the file again"};
}

NetworkSize size(const Config& c) {
  return {c.sizes.layers, c.sizes.width, c.sizes.vocabulary};
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

// Head h forgets by 1 - 2^(-5 - h) a token.
void fill_decays(std::span<const float>, const Shape& shape, std::span<float> numbers) {
  for (std::int64_t i = 0; i < shape.elements(); ++i)
    numbers[i] = 1.0f - std::exp2(-5.0f - static_cast<float>(i / shape[1]));
}

// 10000^(-2i / D)
void fill_frequencies(std::span<const float>, const Shape& shape, std::span<float> numbers) {
  for (std::int64_t i = 0; i < shape[0]; ++i) {
    numbers[i] = static_cast<float>(1.0 / std::pow(10000.0, static_cast<double>(i) / static_cast<double>(shape[0])));
  }
}

TensorTable tensors(const Config& c) {
  TensorTable table;
  add_fla_ends(table, c.sizes);
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) add_fla_layer(table, c.sizes, layer);
  // No file holds these: they follow from the sizes.
  table.rules.push_back(
      {.name = "decays", .shape = {c.sizes.heads, c.sizes.key_size}, .sources = {{.rewrite = &fill_decays}}});
  table.rules.push_back(
      {.name = "frequencies", .shape = {c.sizes.key_size / 2}, .sources = {{.rewrite = &fill_frequencies}}});
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  layout.slots.push_back({.name = "position", .shape = {1}});  // of the next token
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) layout.slots.push_back(fla_state_slot(c.sizes, layer));
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

/// x + retention
Value retention(Graph& g, const Config& c, std::int64_t layer, Value x, const RotaryTable& rotary) {
  const auto [normed, q, k, v] = fla_attention_inputs(g, c.sizes, layer, x);
  const float scale = 1.0f / std::sqrt(static_cast<float>(c.sizes.key_size));
  const Value y = linear_attention(
      g, {.r = rotate(g, q, rotary), .k = rotate(g, k, rotary), .v = v, .w = g.weight("decays"), .scale = scale},
      g.state(fla_state_slot(c.sizes, layer).name));
  return fla_readout(g, c.sizes, layer, x, normed, y);
}

void forward(Graph& g, const Config& c) {
  Value x = fla_input(g);
  const RotaryTable rotary = rotary_table(g, g.weight("frequencies"), g.state("position"));
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) {
    x = retention(g, c, layer, x, rotary);
    x = fla_feed_forward(g, c.sizes, layer, x);
  }
  fla_output(g, c.sizes, x);
}

// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{kTag, &read_config, &size, &tensors, &state_layout, &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kRetnet;
const Architecture kRetnet{kTag, &recognises, &open};

}  // namespace eddy
