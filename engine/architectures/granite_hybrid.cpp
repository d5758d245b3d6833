// Granite 4.0-H: Mamba-2 layers with attention now and then, each followed by a mixture of experts with a shared one,
// or by that one alone; embeddings, residual branches, scores and logits are multiplied with constants of the config.
// Bamba's GGUF files call themselves so too.
#include "engine/architectures/architecture.h"
#include "engine/layers/hybrid_network.h"

namespace eddy {
namespace {

constexpr const char* kTag = "granite_hybrid";
constexpr const char* kGguf = "granitehybrid";

bool recognises(const ModelFile& file) {
  return is_called(file, {"granitemoehybrid"}, {kGguf});
}

/// x + m f(norm(x)) for every branch is x / m + f(norm(x / m)) seen through a glass of strength m, if the norms'
/// epsilon is seen through it too: so the branches cost no multiplication of their own.
void scale_residuals(NetworkEnds& ends, double multiplier) {
  ends.input_scale = static_cast<float>(ends.input_scale / multiplier);
  ends.norm_epsilon = static_cast<float>(ends.norm_epsilon / (multiplier * multiplier));
}

double positive(ConfigReader& reader, ConfigReader::Keys keys) {
  const double value = reader.number(keys, 1.0);
  if (value > 0 && value < 1e6) return value;
  reader.fail("key '" + std::string(*keys.begin()) + "' of its config is no positive number");
  return 1;
}

void read_multipliers(const ModelFile& file, ConfigReader& reader, HybridNetwork& n) {
  const std::string gguf = gguf_key_prefix(file);
  const std::string embedding = gguf + "embedding_scale", residual = gguf + "residual_scale",
                    logits = gguf + "logit_scale", scores = gguf + "attention.scale";
  n.ends.input_scale = static_cast<float>(positive(reader, {"embedding_multiplier", embedding}));
  n.ends.output_scale = static_cast<float>(1 / positive(reader, {"logits_scaling", logits}));
  scale_residuals(n.ends, positive(reader, {"residual_multiplier", residual}));
  if (reader.has({"attention_multiplier", scores}))
    n.attention.shape.scale = static_cast<float>(positive(reader, {"attention_multiplier", scores}));
}

void read_positions(const ModelFile& file, ConfigReader& reader, HybridNetwork& n) {
  const std::int64_t head = n.attention.shape.key_size;
  if (file.file_format() == "gguf") {
    const std::string used = gguf_key_prefix(file) + "rope.scaling.finetuned";
    if (!reader.flag({used}, false)) return;
    n.rope = make_rope(reader, gguf_rope(reader, kGguf, head), head, 0);
    n.attention.adjacent = true;  // the rows of q and k were put in another order
  } else if (reader.text({"position_embedding_type"}, "nope") == "rope") {
    const auto positions = reader.integer({"max_position_embeddings"}, 0, std::int64_t{1} << 40, 0);
    n.rope = make_rope(reader, reader.rope(), head, positions);
  }
}

HybridNames names_of(const ModelFile& file) {
  HybridNames names{.network_norm = "post_attention_layernorm.weight",
                    .network = "shared_mlp.",
                    .experts = "block_sparse_moe.",
                    .router = "router.layer.weight"};
  if (file.file_format() != "gguf") names.projections = {"input_linear.weight", "output_linear.weight"};
  return names;
}

Result<HybridNetwork> read_config(const ModelFile& file) {
  ConfigReader reader(file, kTag);
  const std::string gguf = gguf_key_prefix(file);
  const std::string epsilon = gguf + "attention.layer_norm_rms_epsilon", used = gguf + "expert_used_count";
  HybridNetwork n{.names = names_of(file),
                  .ends = {.embeddings = {"model.embed_tokens.weight", "token_embd.weight"},
                           .norm = {"model.norm.weight", "output_norm.weight"},
                           .head = {"lm_head.weight", "output.weight"},
                           .norm_epsilon = reader.epsilon({"rms_norm_eps", epsilon}, 1e-6),
                           .tied = read_tied(file, reader, false)},
                  .recurrent = Mamba2Sizes{}};
  read_hybrid_network(file, reader, n);
  auto& mamba = std::get<Mamba2Sizes>(n.recurrent);
  if (file.file_format() != "gguf") mamba.norm_groups = 1;  // transformers norms all channels, llama.cpp each group
  mamba.norm_epsilon = n.ends.norm_epsilon;
  if (n.experts.width > 0) {
    // A softmax over the chosen logits alone.
    n.experts.route = {.used = static_cast<std::int32_t>(reader.integer({"num_experts_per_tok", used}, 1, 1 << 16)),
                       .normalise = 1};
  }
  read_multipliers(file, reader, n);
  if (n.attention.width > 0) read_positions(file, reader, n);
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

extern const Architecture kGraniteHybrid;
const Architecture kGraniteHybrid{kTag, &recognises, &open};

}  // namespace eddy
