// Kimi Delta Attention (Kimi Linear, 2510.26692) in the file layout of flash-linear-attention: the gated delta rule
// with a decay per key channel.
#include "engine/architectures/architecture.h"
#include "engine/layers/delta_blocks.h"
#include "engine/layers/fla_blocks.h"
#include "engine/ops/gate.h"
#include "engine/ops/linear.h"
#include "engine/ops/rms_norm.h"
#include "engine/ops/softplus_decay.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "kda";

struct Config {
  FlaSizes sizes;
  DeltaSizes delta;
  std::int64_t decay_rank = 0, gate_rank = 0;
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
  const std::int64_t heads = reader.size({"num_heads"});
  reader.only("num_v_heads", heads);
  reader.only("hidden_act", std::string("swish"));
  reader.only("safe_gate", false);
  if (reader.has({"attn.layers"})) reader.fail("it has layers of attention", ErrorCode::UnsupportedArchitecture);
  if (reader.has({"lower_bound"})) reader.fail("its decay has a floor", ErrorCode::UnsupportedArchitecture);
  c.delta = read_separate_delta(reader, file, attn(0), heads, heads);
  c.delta.doubled_rate = reader.flag({"allow_neg_eigval"}, false);
  c.delta.readout_epsilon = c.sizes.norm_epsilon;
  c.decay_rank = expect_matrix(reader, file, {attn(0) + "f_proj.0.weight"}).first;
  c.gate_rank = expect_matrix(reader, file, {attn(0) + "g_proj.0.weight"}).first;
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
    add_separate_delta(table, c.delta, attn(layer), c.delta.keys());
    table.rules.push_back(fla_matrix(attn(layer) + "f_proj.0.weight", c.decay_rank, c.sizes.width));
    table.rules.push_back(fla_matrix(attn(layer) + "f_proj.1.weight", c.delta.keys(), c.decay_rank));
    table.rules.push_back(fla_matrix(attn(layer) + "g_proj.0.weight", c.gate_rank, c.sizes.width));
    table.rules.push_back(fla_matrix(attn(layer) + "g_proj.1.weight", c.delta.values(), c.gate_rank));
    table.rules.push_back(fla_vector(attn(layer) + "g_proj.1.bias", c.delta.values()));
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
  const auto w = [&](const char* name) { return g.weight(attn(layer) + name); };
  const Value normed = rms_norm(g, x, g.weight(fla_layer(layer) + "attn_norm.weight"), c.sizes.norm_epsilon);
  const DeltaVectors vectors = separate_delta_vectors(g, c.delta, layer, attn(layer), normed);
  const Value low = linear(g, w("f_proj.0.weight"), normed);
  const Value decay = softplus_decay(g, linear(g, w("f_proj.1.weight"), low), w("A_log"), w("dt_bias"));
  const Value rate = delta_rate(g, c.delta, w("b_proj.weight"), normed);
  const Value y = delta_rule(g, c.delta, layer, vectors, decay, rate, w("o_norm.weight"));
  const Value z =
      linear(g, w("g_proj.1.weight"), linear(g, w("g_proj.0.weight"), normed), {.bias = w("g_proj.1.bias")});
  return linear(g, w("o_proj.weight"), gate(g, y, z, 0, Activation::Sigmoid), {.residual = x});
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

extern const Architecture kKda;
const Architecture kKda{kTag, &recognises, &open};

}  // namespace eddy
