// The network around the mixers of the Mamba family (2312.00752, 2405.21060): embeddings, one norm and one mixer a
// layer (and a gated network where the model has one), a last norm and a head.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "engine/graph/graph.h"
#include "engine/layers/named_rules.h"
#include "engine/model_files/config_reader.h"

namespace eddy {

struct MambaSkeleton {
  std::string root = "backbone.";  ///< before the names of files other than GGUF
  std::int64_t layers = 0;
  std::int64_t vocabulary = 0;    // V
  std::int64_t width = 0;         // C
  std::int64_t feed_forward = 0;  // F of the gated network after each mixer; 0: none
  float norm_epsilon = 1e-5f;
  bool tied = false;  ///< a file without a head uses its embeddings
};

/// True for a file of transformers or GGUF that calls itself one of these, and for one without a config that has tensor
/// `mixer_tensor` in its first layer, as files of the authors' library have.
bool is_mamba_file(const ModelFile& file, std::initializer_list<std::string_view> model_types, std::string_view gguf,
                   std::string_view mixer_tensor);

/// "mamba2." before the keys of a GGUF file that calls itself so.
std::string gguf_key_prefix(const ModelFile& file);

/// Sizes from the tensors, the rest from the config. What is wrong is left in the reader.
MambaSkeleton read_mamba_skeleton(const ModelFile& file, ConfigReader& reader);

/// A key that is there must say what the tensors say.
void expect_size(ConfigReader& reader, ConfigReader::Keys keys, std::int64_t in_tensors);

/// Where the tensors of a layer's mixer are: before our names, those of transformers and the authors, and GGUF's.
struct MixerPlace {
  std::string ours, file, gguf;
};
MixerPlace mamba_mixer_place(const MambaSkeleton& s, std::int64_t layer);

void add_mamba_skeleton(TensorTable& table, const MambaSkeleton& s);

/// `mixer(layer, x, normed)` gives x + mixer(normed).
void mamba_forward(Graph& g, const MambaSkeleton& s,
                   const std::function<Value(std::int64_t layer, Value x, Value normed)>& mixer);

}  // namespace eddy
