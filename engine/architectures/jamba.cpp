// Jamba (2403.19887): Mamba layers with attention without positions now and then, each followed by a gated network or,
// every so many layers, by a mixture of experts.
#include "engine/architectures/architecture.h"
#include "engine/layers/hybrid_network.h"

namespace eddy {
namespace {

constexpr const char* kTag = "jamba";

bool recognises(const ModelFile& file) {
  return is_called(file, {kTag}, {kTag});
}

Result<HybridNetwork> read_config(const ModelFile& file) {
  ConfigReader reader(file, kTag);
  const std::string gguf = gguf_key_prefix(file);
  const std::string epsilon = gguf + "attention.layer_norm_rms_epsilon", used = gguf + "expert_used_count";
  HybridNetwork n{.ends = {.embeddings = {"model.embed_tokens.weight", "token_embd.weight"},
                           .norm = {"model.final_layernorm.weight", "output_norm.weight"},
                           .head = {"lm_head.weight", "output.weight"},
                           .norm_epsilon = reader.epsilon({"rms_norm_eps", epsilon}, 1e-6),
                           .tied = read_tied(file, reader, false)},
                  .recurrent = MambaSizes{}};
  read_hybrid_network(file, reader, n);
  auto& mamba = std::get<MambaSizes>(n.recurrent);
  mamba.norms = MambaNorms::Learned;
  mamba.norm_epsilon = n.ends.norm_epsilon;
  // A softmax over all experts, whose chosen values are used as they are.
  if (n.experts.width > 0)
    n.experts.route.used = static_cast<std::int32_t>(reader.integer({"num_experts_per_tok", used}, 1, 1 << 16));
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

extern const Architecture kJamba;
const Architecture kJamba{kTag, &recognises, &open};

}  // namespace eddy
