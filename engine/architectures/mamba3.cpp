// Mamba-3 (2603.15569) with one input and one output a head, in the layout of its authors' library. Unlike its
// predecessors it has no convolution.
#include "engine/ops/mamba3.h"

#include "engine/architectures/architecture.h"
#include "engine/layers/mamba_skeleton.h"
#include "engine/ops/columns.h"
#include "engine/ops/gate.h"
#include "engine/ops/linear.h"
#include "engine/ops/rms_norm.h"
#include "engine/state/state_layout.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "mamba3";
constexpr float kNormEpsilon = 1e-5f;  // of B, C and the readout

struct Config {
  MambaSkeleton skeleton;
  std::int64_t heads = 0;     // H
  std::int64_t states = 0;    // N
  std::int64_t channels = 0;  // P
  std::int64_t groups = 1;    // G
  std::int64_t angles = 0;    // A
  bool readout_norm = false;
  float floor = 1e-4f;
  bool heavy_tail = false;

  std::int64_t inner() const { return heads * channels; }
  std::int64_t projected() const { return 2 * inner() + 2 * groups * states + 3 * heads + angles; }
};

bool recognises(const ModelFile& file) {
  return is_mamba_file(file, {kTag}, "", "B_bias");
}

void read_sizes(const ModelFile& file, ConfigReader& reader, Config& c) {
  const std::string mixer = mamba_mixer_place(c.skeleton, 0).file;
  const StoredTensor* bias = file.find(mixer + "B_bias");
  const auto in = matrix_size(file, {mixer + "in_proj.weight"}), out = matrix_size(file, {mixer + "out_proj.weight"});
  if (!bias || bias->shape.size() != 3 || bias->shape[0] < 1 || bias->shape[2] < 1 || !in || !out) {
    return reader.fail("tensors '" + mixer + "B_bias', 'in_proj.weight' or 'out_proj.weight' are missing or misshapen");
  }
  if (bias->shape[1] != 1) {
    return reader.fail("its heads have several inputs (MIMO), which this version cannot run",
                       ErrorCode::UnsupportedArchitecture);
  }
  c.heads = bias->shape[0];
  c.states = bias->shape[2];
  c.channels = out->second / c.heads;
  c.angles = in->first - (c.projected() - c.angles);
  c.readout_norm = file.find(mixer + "norm.weight") != nullptr;
  if (c.inner() != out->second || c.angles < 1 || 2 * c.angles > c.states || c.heads % c.groups != 0) {
    return reader.fail("its " + std::to_string(in->first) + " projected and " + std::to_string(out->second) +
                       " inner channels, " + std::to_string(c.heads) + " heads and " + std::to_string(c.states) +
                       " states do not fit together");
  }
  expect_size(reader, {"ssm_cfg.d_state"}, c.states);
  expect_size(reader, {"ssm_cfg.headdim"}, c.channels);
}

Result<Config> read_config(const ModelFile& file) {
  ConfigReader reader(file, kTag);
  Config c{.skeleton = read_mamba_skeleton(file, reader), .groups = reader.size({"ssm_cfg.ngroups"}, 1)};
  c.floor = static_cast<float>(reader.number({"ssm_cfg.A_floor"}, 1e-4));
  // Checkpoints do not say with which of two functions they were trained; the older one is taken unless told.
  c.heavy_tail = reader.flag({"ssm_cfg.heavy_tail_decay"}, false);
  if (!(c.floor >= 0)) reader.fail("key 'ssm_cfg.A_floor' of its config is negative");
  if (reader.ok()) read_sizes(file, reader, c);
  if (!reader.ok()) return reader.error();
  return c;
}

NetworkSize size(const Config& c) {
  return {c.skeleton.layers, c.skeleton.ends.width, c.skeleton.ends.vocabulary};
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

TensorTable tensors(const Config& c) {
  TensorTable table;
  add_mamba_skeleton(table, c.skeleton);
  const auto add = [&](TensorRule rule) { table.rules.push_back(std::move(rule)); };
  for (std::int64_t layer = 0; layer < c.skeleton.layers; ++layer) {
    const MixerPlace place = mamba_mixer_place(c.skeleton, layer);
    add(named_matrix(place.ours + "in_proj", c.projected(), c.skeleton.ends.width, {place.file + "in_proj.weight"}));
    for (const char* name : {"B", "C"}) {
      add(named_vector(place.ours + name + "_norm", {c.states}, {place.file + name + "_norm.weight"}));
      add(named_vector(place.ours + name + "_bias", {c.heads, c.states}, {place.file + name + "_bias"}));
    }
    add(named_vector(place.ours + "dt_bias", {c.heads}, {place.file + "dt_bias"}));
    add(named_vector(place.ours + "D", {c.heads}, {place.file + "D"}));
    if (c.readout_norm) add(named_vector(place.ours + "readout_norm", {c.inner()}, {place.file + "norm.weight"}));
    add(named_matrix(place.ours + "out_proj", c.skeleton.ends.width, c.inner(), {place.file + "out_proj.weight"}));
  }
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  for (std::int64_t i = 0; i < c.skeleton.layers; ++i) {
    const int layer = static_cast<int>(i);
    layout.slots.push_back({.name = block_name(i) + "angles", .layer = layer, .shape = {c.heads, c.angles}});
    layout.slots.push_back({.name = block_name(i) + "ssm", .layer = layer, .shape = {c.heads, c.states, c.channels}});
    layout.slots.push_back({.name = block_name(i) + "last_b", .layer = layer, .shape = {c.heads, c.states}});
    layout.slots.push_back({.name = block_name(i) + "last_x", .layer = layer, .shape = {c.heads, c.channels}});
  }
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

/// x + mixer(normed)
Value mixer(Graph& g, const Config& c, std::int64_t layer, Value x, Value normed) {
  const std::string ours = block_name(layer);
  const auto w = [&](const char* name) { return g.weight(ours + name); };
  const auto slot = [&](const char* name) { return g.state(ours + name); };
  const std::int64_t grouped = c.groups * c.states;
  const Value projected = linear(g, w("in_proj"), normed);
  const auto part = [&](std::int64_t first, const char* norm) {
    return rms_norm(g, columns(g, projected, first, grouped), w(norm), kNormEpsilon, c.groups);
  };
  Value y = mamba3(g,
                   {.projected = projected,
                    .b = part(2 * c.inner(), "B_norm"),
                    .c = part(2 * c.inner() + grouped, "C_norm"),
                    .b_bias = w("B_bias"),
                    .c_bias = w("C_bias"),
                    .dt_bias = w("dt_bias"),
                    .d = w("D"),
                    .floor = c.floor,
                    .heavy_tail = c.heavy_tail},
                   {.angles = slot("angles"), .ssm = slot("ssm"), .b = slot("last_b"), .x = slot("last_x")});
  if (c.readout_norm) y = rms_norm(g, y, w("readout_norm"), kNormEpsilon, c.heads);
  return linear(g, w("out_proj"), gate(g, y, projected, 0, Activation::Silu), {.residual = x});
}

void forward(Graph& g, const Config& c) {
  mamba_forward(g, c.skeleton,
                [&](std::int64_t layer, Value x, Value normed) { return mixer(g, c, layer, x, normed); });
}

// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{kTag, &read_config, &size, &tensors, &state_layout, &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kMamba3;
const Architecture kMamba3{kTag, &recognises, &open};

}  // namespace eddy
