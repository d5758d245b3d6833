// Bamba: Mamba-2 layers with attention now and then, in which half of each head is turned by its position. In GGUF
// files it is a Granite hybrid.
#include "engine/architectures/architecture.h"
#include "engine/layers/hybrid_network.h"

namespace eddy {
namespace {

constexpr const char* kTag = "bamba";

bool recognises(const ModelFile& file) {
  return is_called(file, {kTag}, {});
}

/// The share of a head that is turned; the first configs count channels.
void read_positions(ConfigReader& reader, HybridNetwork& n) {
  const std::int64_t head = n.attention.shape.key_size;
  RopeConfig rope = reader.rope();
  if (reader.has({"attn_rotary_emb"})) {
    rope.partial_rotary_factor =
        static_cast<double>(reader.integer({"attn_rotary_emb"}, 1, head, head)) / static_cast<double>(head);
  } else if (!reader.has({"partial_rotary_factor", "rope_parameters.partial_rotary_factor"})) {
    rope.partial_rotary_factor = 0.5;
  }
  n.rope = make_rope(reader, rope, head, reader.integer({"max_position_embeddings"}, 0, std::int64_t{1} << 40, 0));
}

Result<HybridNetwork> read_config(const ModelFile& file) {
  ConfigReader reader(file, kTag);
  HybridNetwork n{.ends = {.embeddings = {"model.embed_tokens.weight"},
                           .norm = {"model.final_layernorm.weight"},
                           .head = {"lm_head.weight"},
                           .norm_epsilon = reader.epsilon({"rms_norm_eps"}, 1e-5),
                           .tied = read_tied(file, reader, false)},
                  .recurrent = Mamba2Sizes{}};
  read_hybrid_network(file, reader, n);
  auto& mamba = std::get<Mamba2Sizes>(n.recurrent);
  mamba.norm_groups = 1;  // over all channels, whatever the groups
  mamba.norm_epsilon = n.ends.norm_epsilon;
  if (n.attention.width > 0) read_positions(reader, n);
  if (!reader.ok()) return reader.error();
  if (auto fits = check_hybrid_network(file, kTag, n); !fits) return fits.error();
  return n;
}

constexpr ArchitectureParts<HybridNetwork> kParts{
    kTag, &read_config, &hybrid_size, &hybrid_tensors, &hybrid_state_layout, &hybrid_forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kBamba;
const Architecture kBamba{kTag, &recognises, &open};

}  // namespace eddy
