// What stands before the first layer of a language model and after its last one, under the names of several files.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>

#include "engine/graph/graph.h"
#include "engine/layers/named_rules.h"
#include "engine/model_files/config_reader.h"

namespace eddy {

struct NetworkEnds {
  FileNames embeddings, norm, head;  ///< those of GGUF last
  std::int64_t vocabulary = 0;       // V
  std::int64_t width = 0;            // C
  float norm_epsilon = 1e-5f;
  bool tied = false;       ///< a file without a head uses its embeddings
  float input_scale = 1;   ///< of embeddings
  float output_scale = 1;  ///< of logits
};

/// "blk.3."
std::string block_name(std::int64_t layer);
/// True for a file of transformers or of GGUF that calls itself one of these.
bool is_called(const ModelFile& file, std::initializer_list<std::string_view> model_types,
               std::initializer_list<std::string_view> gguf);
/// "mamba2." before the keys of a GGUF file that calls itself so.
std::string gguf_key_prefix(const ModelFile& file);

/// Vocabulary and width from the embeddings. What is wrong is left in the reader.
void read_network_ends(const ModelFile& file, ConfigReader& reader, NetworkEnds& ends);

/// How many layers have a tensor of one of these names; 0 leaves a problem in the reader. `names` gives those of a
/// layer.
std::int64_t count_layers(const ModelFile& file, ConfigReader& reader,
                          const std::function<FileNames(std::int64_t)>& names);

/// A key that is there must say what the tensors say.
void expect_size(ConfigReader& reader, ConfigReader::Keys keys, std::int64_t in_tensors);

/// Whether the file's embeddings serve as head where it has none: as the config says, else yes for GGUF and
/// `otherwise`.
bool read_tied(const ModelFile& file, ConfigReader& reader, bool otherwise);

void add_network_ends(TensorTable& table, const NetworkEnds& ends);
Value network_input(Graph& g, const NetworkEnds& ends);
/// The logits that the graph asks for.
void network_output(Graph& g, const NetworkEnds& ends, Value x);

}  // namespace eddy
