// The layers that hybrids put beside their recurrent ones, under the names of transformers and of GGUF: softmax
// attention, dense networks, mixtures of experts. Each reads its sizes from the tensors of a layer.
#pragma once

#include <string>
#include <vector>

#include "engine/layers/attention.h"
#include "engine/layers/experts.h"
#include "engine/layers/network_ends.h"

namespace eddy {

// ---- Attention: q_proj, k_proj, v_proj, o_proj ----------------------------------------------------------------------

struct AttentionBlock {
  AttentionShape shape;
  std::int64_t width = 0;  // C
  bool bias = false;       ///< of q, k, v
  bool out_bias = false;
  float out_scale = 1;    ///< of what is read, before o_proj
  bool adjacent = false;  ///< rotary positions turn neighbouring channels, as in GGUF files of some architectures
};

/// Heads from the config, the rest from the tensors, for inputs of this width. What is wrong is left in the reader.
AttentionBlock read_attention_block(const ModelFile& file, ConfigReader& reader, const MixerPlace& place,
                                    std::int64_t width);
void add_attention_block(TensorTable& table, const AttentionBlock& block, const MixerPlace& place);
/// attention(normed) + residual; `rotary` null: no positions.
Value attention_block(Graph& g, const AttentionBlock& block, std::int64_t layer, const MixerPlace& place, Value normed,
                      const RotaryTable* rotary, std::optional<Value> residual);

// ---- Dense networks: gate_proj, up_proj, down_proj ------------------------------------------------------------------

/// Some files keep the gate and up projections as one matrix, gate first; in GGUF they are two.
struct NetworkNames {
  std::string fused;  ///< "input_linear.weight"; empty: apart
  std::string down = "down_proj.weight";
};

struct NetworkBlock {
  std::int64_t width = 0;  // C
  std::int64_t inner = 0;  // F
  bool gated = true;
  bool bias = false;
  Activation activation = Activation::Silu;
  std::string gguf_suffix;  ///< after "ffn_up": "_shexp" for a shared expert
  NetworkNames names;
};

NetworkBlock read_network_block(const ModelFile& file, ConfigReader& reader, const MixerPlace& place,
                                std::int64_t width, bool gated, const NetworkNames& names = {},
                                const std::string& gguf_suffix = "");
void add_network_block(TensorTable& table, const NetworkBlock& block, const MixerPlace& place);
FeedForwardWeights network_weights(const Graph& g, const NetworkBlock& block, const MixerPlace& place);

// ---- Mixtures of experts: a router, experts.0 ..., and perhaps a shared one -----------------------------------------

struct ExpertsBlock {
  NetworkBlock expert;       ///< of one
  std::int64_t width = 0;    // C, which the router sees
  std::int64_t experts = 0;  // E
  RouteParams route;
  bool correction = false;
  std::string router = "gate.weight";  ///< after the place
};

/// Experts work in the network's width; `route` is the caller's to fill, and to be checked with check_routing().
ExpertsBlock read_experts_block(const ModelFile& file, ConfigReader& reader, const MixerPlace& place,
                                std::int64_t width, bool gated, const std::string& router,
                                const NetworkNames& names = {});
void add_experts_block(TensorTable& table, const ExpertsBlock& block, const MixerPlace& place);
ExpertWeights expert_weights(const Graph& g, const ExpertsBlock& block, const MixerPlace& place);

// ---- Files ----------------------------------------------------------------------------------------------------------

/// "[jamba] model.gguf: ", which begins messages about it.
std::string message_tag(const ModelFile& file, std::string_view architecture);

/// Names of the file's tensors that begin so, for those a network has no use for.
FileNames names_with_prefix(const ModelFile& file, std::string_view prefix);

}  // namespace eddy
