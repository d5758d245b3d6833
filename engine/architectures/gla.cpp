// Gated linear attention (Yang et al., 2312.06635) in the file layout of flash-linear-attention.
#include <cmath>

#include "engine/architectures/architecture.h"
#include "engine/layers/fla_blocks.h"
#include "engine/ops/linear.h"
#include "engine/ops/linear_attention.h"
#include "engine/ops/sigmoid_decay.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "gla";

struct Config {
  FlaSizes sizes;
  std::int64_t gate_rank = 0;
  SigmoidDecayParams decay;
};

bool recognises(const ModelFile& file) {
  return is_fla_model(file, kTag);
}

Result<Config> read_config(const ModelFile& file) {
  const auto sizes = read_fla_sizes(file, kTag);
  if (!sizes) return sizes.error();
  Config config{.sizes = *sizes};
  const std::string name = fla_layer(0) + "attn.gk_proj.0.weight";
  const StoredTensor* first = file.find(name);
  if (!first || first->shape.size() != 2 || first->shape[0] < 1) {
    return Error{ErrorCode::FileCorrupt, "[gla] " + file.path().string() + ": tensor '" + name +
                                             "' is missing or not a matrix; get the file again"};
  }
  config.gate_rank = first->shape[0];
  if (const auto* smallest = file.metadata("clamp_min")) {
    const auto* number = std::get_if<double>(smallest);
    const auto* whole = std::get_if<std::int64_t>(smallest);
    if (!number && !whole)
      return Error{ErrorCode::FileCorrupt,
                   "[gla] " + file.path().string() + ": key 'clamp_min' is not a number; get the file again"};
    config.decay.smallest_log = number ? static_cast<float>(*number) : static_cast<float>(*whole);
  }
  return config;
}

NetworkSize size(const Config& c) {
  return {c.sizes.layers, c.sizes.width, c.sizes.vocabulary};
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

TensorTable tensors(const Config& c) {
  TensorTable table;
  add_fla_ends(table, c.sizes);
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) {
    add_fla_layer(table, c.sizes, layer);
    const std::string gate = fla_layer(layer) + "attn.gk_proj.";
    table.rules.push_back(fla_matrix(gate + "0.weight", c.gate_rank, c.sizes.width));
    table.rules.push_back(fla_matrix(gate + "1.weight", c.sizes.keys(), c.gate_rank));
    table.rules.push_back(fla_vector(gate + "1.bias", c.sizes.keys()));
  }
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) layout.slots.push_back(fla_state_slot(c.sizes, layer));
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

/// x + attention
Value attention(Graph& g, const Config& c, std::int64_t layer, Value x) {
  const std::string gate = fla_layer(layer) + "attn.gk_proj.";
  const auto [normed, q, k, v] = fla_attention_inputs(g, c.sizes, layer, x);
  const Value low = linear(g, g.weight(gate + "0.weight"), normed);
  const Value decay =
      sigmoid_decay(g, linear(g, g.weight(gate + "1.weight"), low, {.bias = g.weight(gate + "1.bias")}), c.decay);
  const float scale = 1.0f / std::sqrt(static_cast<float>(c.sizes.key_size));
  const Value y = linear_attention(g, {.r = q, .k = k, .v = v, .w = decay, .scale = scale},
                                   g.state(fla_state_slot(c.sizes, layer).name));
  return fla_readout(g, c.sizes, layer, x, normed, y);
}

void forward(Graph& g, const Config& c) {
  Value x = fla_input(g);
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) {
    x = attention(g, c, layer, x);
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

extern const Architecture kGla;
const Architecture kGla{kTag, &recognises, &open};

}  // namespace eddy
