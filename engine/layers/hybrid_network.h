// Hybrids whose layers are a mixer (Mamba, Mamba-2 or attention) and a network (dense, or experts and perhaps a shared
// one), each behind a norm of its own. Which layer mixes how is data.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/architectures/architecture.h"
#include "engine/layers/hybrid_blocks.h"
#include "engine/layers/mamba2_blocks.h"
#include "engine/layers/mamba_blocks.h"
#include "engine/layers/rope.h"

namespace eddy {

/// Names in files other than GGUF: of the layers, and of their parts after "model.layers.3.".
struct HybridNames {
  std::string layers = "model.layers.";
  std::string norm = "input_layernorm.weight";
  std::string recurrent = "mamba.", attention = "self_attn.";
  std::string network_norm = "pre_ff_layernorm.weight";
  std::string network = "feed_forward.", experts = "feed_forward.";
  std::string router = "router.weight";
  NetworkNames projections = {};  ///< of networks and experts
};

struct HybridLayer {
  bool attends = false;
  bool routes = false;   ///< has experts
  NetworkBlock network;  ///< the dense or shared one; inner size 0: none
};

struct HybridNetwork {
  HybridNames names;
  NetworkEnds ends;
  std::variant<MambaSizes, Mamba2Sizes> recurrent;
  AttentionBlock attention;  ///< width 0: no layer attends
  ExpertsBlock experts;      ///< width 0: no layer routes
  std::optional<Rope> rope;
  std::vector<HybridLayer> layers;
};

/// Fills in the layers and the sizes of their parts; names and ends are there already, and `recurrent` holds the kind
/// of mixer. What is wrong is left in the reader.
void read_hybrid_network(const ModelFile& file, ConfigReader& reader, HybridNetwork& n);

/// What read_hybrid_network() cannot know: heads that do not divide, impossible routing.
Result<void> check_hybrid_network(const ModelFile& file, std::string_view architecture, const HybridNetwork& n);

NetworkSize hybrid_size(const HybridNetwork& n);
TensorTable hybrid_tensors(const HybridNetwork& n);
StateLayout hybrid_state_layout(const HybridNetwork& n);
void hybrid_forward(Graph& g, const HybridNetwork& n);

}  // namespace eddy
