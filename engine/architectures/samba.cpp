// Samba (2406.07522) in the file layout of flash-linear-attention: Mamba layers in turn with attention that sees a
// window of tokens, each followed by a gated network. Which layers attend is data.
#include "engine/architectures/architecture.h"
#include "engine/layers/hybrid_network.h"

namespace eddy {
namespace {

constexpr const char* kTag = "samba";

bool recognises(const ModelFile& file) {
  return is_called(file, {kTag}, {});
}

Result<HybridNetwork> read_config(const ModelFile& file) {
  ConfigReader reader(file, kTag);
  HybridNetwork n{.names = {.norm = "mixer_norm.weight",
                            .recurrent = "mixer.",
                            .attention = "mixer.",
                            .network_norm = "mlp_norm.weight",
                            .network = "mlp.",
                            .experts = "mlp."},
                  .ends = {.embeddings = {"model.embeddings.weight"},
                           .norm = {"model.norm_f.weight"},
                           .head = {"lm_head.weight"},
                           .norm_epsilon = reader.epsilon({"norm_eps"}, 1e-5),
                           .tied = read_tied(file, reader, false)},
                  .recurrent = MambaSizes{}};
  read_hybrid_network(file, reader, n);
  if (n.attention.width > 0) {
    n.attention.shape.window = reader.integer({"attn.window_size"}, 0, std::int64_t{1} << 30, 2048);
    RopeConfig rope;
    rope.theta = reader.number({"attn.rope_theta"}, 10000.0);
    if (!(rope.theta > 0)) reader.fail("key 'attn.rope_theta' of its config is no positive number");
    if (reader.ok()) n.rope = make_rope(reader, rope, n.attention.shape.key_size, 0);
  }
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

extern const Architecture kSamba;
const Architecture kSamba{kTag, &recognises, &open};

}  // namespace eddy
