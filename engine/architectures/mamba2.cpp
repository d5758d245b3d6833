// Mamba-2 (Dao & Gu, 2405.21060); Codestral-Mamba is one with eight groups.
#include "engine/architectures/architecture.h"
#include "engine/layers/mamba2_blocks.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "mamba2";

struct Config {
  MambaSkeleton skeleton;
  Mamba2Sizes mixer;
};

bool recognises(const ModelFile& file) {
  const bool mamba3 = is_mamba_file(file, {}, "", "B_bias");
  return is_mamba_file(file, {"mamba2"}, "mamba2", "dt_bias") && !mamba3;
}

/// transformers normalises a readout over all channels, and its files are run as it does. The authors' library and
/// llama.cpp normalise each group; so was Codestral trained, the one published model of several groups, also in files
/// of transformers.
bool normalises_all(const ModelFile& file, const Config& c) {
  const bool codestral = c.mixer.groups == 8 && c.skeleton.layers == 64 && c.skeleton.ends.width == 4096;
  return file.find("backbone.embeddings.weight") && !codestral;
}

Result<Config> read_config(const ModelFile& file) {
  ConfigReader reader(file, kTag);
  Config c{.skeleton = read_mamba_skeleton(file, reader)};
  if (reader.ok()) c.mixer = read_mamba2_sizes(file, reader, mamba_mixer_place(c.skeleton, 0), c.skeleton.ends.width);
  if (reader.ok()) {
    expect_size(reader, {"num_heads"}, c.mixer.heads);
    expect_size(reader, {"head_dim"}, c.mixer.channels);
  }
  c.mixer.norm_epsilon = c.skeleton.ends.norm_epsilon;
  if (normalises_all(file, c)) c.mixer.norm_groups = 1;
  // Configs of transformers have a key "norm_before_gate" that nobody reads.
  if (reader.flag({"ssm_cfg.norm_before_gate"}, false)) c.mixer.norm = GatedNorm::NormFirst;
  if (!reader.integers({"attn_layer_idx"}).empty()) {
    reader.fail("its config names attention layers, which this version runs in hybrids only",
                ErrorCode::UnsupportedArchitecture);
  }
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
  for (std::int64_t layer = 0; layer < c.skeleton.layers; ++layer)
    add_mamba2_block(table, c.mixer, mamba_mixer_place(c.skeleton, layer));
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  for (std::int64_t layer = 0; layer < c.skeleton.layers; ++layer)
    add_mamba2_state(layout, c.mixer, layer, mamba_mixer_place(c.skeleton, layer));
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

void forward(Graph& g, const Config& c) {
  mamba_forward(g, c.skeleton, [&](std::int64_t layer, Value x, Value normed) {
    return mamba2_block(g, c.mixer, mamba_mixer_place(c.skeleton, layer), x, normed);
  });
}

// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{kTag, &read_config, &size, &tensors, &state_layout, &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kMamba2;
const Architecture kMamba2{kTag, &recognises, &open};

}  // namespace eddy
