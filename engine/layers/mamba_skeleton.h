// The network around the mixers of the Mamba family (2312.00752, 2405.21060): embeddings, one norm and one mixer a
// layer (and a gated network where the model has one), a last norm and a head.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "engine/graph/graph.h"
#include "engine/layers/network_ends.h"

namespace eddy {

struct MambaSkeleton {
  std::string root = "backbone.";  ///< before the names of files other than GGUF
  NetworkEnds ends;
  std::int64_t layers = 0;
  std::int64_t feed_forward = 0;  // F of the gated network after each mixer; 0: none
};

/// True for a file of transformers or GGUF that calls itself one of these, and for one without a config that has tensor
/// `mixer_tensor` in its first layer, as files of the authors' library have.
bool is_mamba_file(const ModelFile& file, std::initializer_list<std::string_view> model_types, std::string_view gguf,
                   std::string_view mixer_tensor);

/// Sizes from the tensors, the rest from the config. What is wrong is left in the reader.
MambaSkeleton read_mamba_skeleton(const ModelFile& file, ConfigReader& reader);

MixerPlace mamba_mixer_place(const MambaSkeleton& s, std::int64_t layer);

void add_mamba_skeleton(TensorTable& table, const MambaSkeleton& s);

/// `mixer(layer, x, normed)` gives x + mixer(normed).
void mamba_forward(Graph& g, const MambaSkeleton& s,
                   const std::function<Value(std::int64_t layer, Value x, Value normed)>& mixer);

}  // namespace eddy
