// Mamba (Gu & Dao, 2312.00752); MambaByte is the same network over bytes, Falcon-Mamba (2410.05355) one with norms of
// the step size and of B and C.
#include "engine/architectures/architecture.h"
#include "engine/layers/mamba_blocks.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "mamba";
constexpr const char* kFalconTag = "falcon_mamba";

struct Config {
  MambaSkeleton skeleton;
  MambaSizes mixer;
};

/// llama.cpp calls both "mamba".
bool has_small_norms(const ModelFile& file) {
  const auto* value = file.metadata("mamba.ssm.dt_b_c_rms");
  return value && *value == MetadataValue(true);
}

bool recognises(const ModelFile& file) {
  return is_mamba_file(file, {"mamba"}, "mamba", "x_proj.weight") && !has_small_norms(file);
}

bool recognises_falcon(const ModelFile& file) {
  return is_mamba_file(file, {kFalconTag}, "mamba", "") && (file.file_format() != "gguf" || has_small_norms(file));
}

Result<Config> read(ConfigReader reader, const ModelFile& file, MambaNorms norms) {
  Config c{.skeleton = read_mamba_skeleton(file, reader)};
  if (reader.ok()) c.mixer = read_mamba_sizes(file, reader, mamba_mixer_place(c.skeleton, 0), c.skeleton.ends.width);
  c.mixer.norms = norms;
  // llama.cpp has one epsilon for all norms.
  c.mixer.norm_epsilon = reader.epsilon({"mixer_rms_eps", "mamba.attention.layer_norm_rms_epsilon"}, 1e-6);
  if (!reader.ok()) return reader.error();
  return c;
}

Result<Config> read_config(const ModelFile& file) {
  return read(ConfigReader(file, kTag), file, MambaNorms::None);
}

Result<Config> read_falcon_config(const ModelFile& file) {
  return read(ConfigReader(file, kFalconTag), file, MambaNorms::Weightless);
}

NetworkSize size(const Config& c) {
  return {c.skeleton.layers, c.skeleton.ends.width, c.skeleton.ends.vocabulary};
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

TensorTable tensors(const Config& c) {
  TensorTable table;
  add_mamba_skeleton(table, c.skeleton);
  for (std::int64_t layer = 0; layer < c.skeleton.layers; ++layer)
    add_mamba_block(table, c.mixer, mamba_mixer_place(c.skeleton, layer));
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  for (std::int64_t layer = 0; layer < c.skeleton.layers; ++layer)
    add_mamba_state(layout, c.mixer, layer, mamba_mixer_place(c.skeleton, layer));
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

void forward(Graph& g, const Config& c) {
  mamba_forward(g, c.skeleton, [&](std::int64_t layer, Value x, Value normed) {
    return mamba_block(g, c.mixer, mamba_mixer_place(c.skeleton, layer), x, normed);
  });
}

// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{kTag, &read_config, &size, &tensors, &state_layout, &forward};
constexpr ArchitectureParts<Config> kFalconParts{kFalconTag, &read_falcon_config, &size,
                                                 &tensors,   &state_layout,       &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

Result<std::unique_ptr<const Network>> open_falcon(const ModelFile& file) {
  return open_network(kFalconParts, file);
}

}  // namespace

extern const Architecture kMamba;
const Architecture kMamba{kTag, &recognises, &open};
extern const Architecture kFalconMamba;
const Architecture kFalconMamba{kFalconTag, &recognises_falcon, &open_falcon};

}  // namespace eddy
