// Gated DeltaNet (Yang et al., 2412.06464) in the file layout of flash-linear-attention: the gated delta rule with a
// decay per head.
#include "engine/architectures/architecture.h"
#include "engine/layers/delta_blocks.h"
#include "engine/layers/fla_blocks.h"
#include "engine/ops/linear.h"
#include "engine/ops/rms_norm.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "gated_deltanet";

struct Config {
  FlaSizes sizes;
  DeltaSizes delta;
  bool gated = true;  // the readout
};

std::string attn(std::int64_t layer) {
  return fla_layer(layer) + "attn.";
}

bool recognises(const ModelFile& file) {
  return is_fla_model(file, kTag);
}

Result<Config> read_config(const ModelFile& file) {
  const auto sizes = read_fla_frame(file, kTag);
  if (!sizes) return sizes.error();
  Config c{.sizes = *sizes};
  ConfigReader reader(file, kTag);
  const std::int64_t key_heads = reader.size({"num_heads"});
  const std::int64_t heads = reader.size({"num_v_heads"}, key_heads);
  reader.only("hidden_act", std::string("swish"));
  if (reader.has({"attn.layers"})) reader.fail("it has layers of attention", ErrorCode::UnsupportedArchitecture);
  c.delta = read_separate_delta(reader, file, attn(0), key_heads, heads);
  c.delta.doubled_rate = reader.flag({"allow_neg_eigval"}, false);
  c.delta.readout_epsilon = c.sizes.norm_epsilon;
  c.gated = reader.flag({"use_gate"}, true);
  if (!reader.ok()) return reader.error();
  return c;
}

NetworkSize size(const Config& c) {
  return {c.sizes.layers, c.sizes.width, c.sizes.vocabulary};
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

TensorTable tensors(const Config& c) {
  TensorTable table;
  add_fla_ends(table, c.sizes);
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) {
    add_fla_frame(table, c.sizes, layer);
    add_separate_delta(table, c.delta, attn(layer), c.delta.heads);
    table.rules.push_back(fla_matrix(attn(layer) + "a_proj.weight", c.delta.heads, c.sizes.width));
    if (c.gated) table.rules.push_back(fla_matrix(attn(layer) + "g_proj.weight", c.delta.values(), c.sizes.width));
  }
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  for (std::int64_t layer = 0; layer < c.sizes.layers; ++layer) add_separate_delta_slots(layout, c.delta, layer);
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

/// x + attention
Value attention(Graph& g, const Config& c, std::int64_t layer, Value x) {
  const Value normed = rms_norm(g, x, g.weight(fla_layer(layer) + "attn_norm.weight"), c.sizes.norm_epsilon);
  const Value y = separate_delta(g, c.delta, layer, attn(layer), normed, c.gated);
  return linear(g, g.weight(attn(layer) + "o_proj.weight"), y, {.residual = x});
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

extern const Architecture kGatedDeltanet;
const Architecture kGatedDeltanet{kTag, &recognises, &open};

}  // namespace eddy
