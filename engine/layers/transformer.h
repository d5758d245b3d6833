// What Llama and its relatives have in common: RMS norms, rotary attention with shared key heads, and the names and
// config keys of their files.
#pragma once

#include <string>
#include <vector>

#include "engine/architectures/architecture.h"
#include "engine/layers/attention.h"
#include "engine/layers/experts.h"
#include "engine/layers/rope.h"
#include "engine/model_files/config_reader.h"

namespace eddy {

struct TransformerSizes {
  std::int64_t layers = 0;
  std::int64_t vocabulary = 0;        // V
  std::int64_t width = 0;             // C
  std::int64_t feed_forward = 0;      // F
  AttentionShape attention;           // without a window
  std::vector<std::int64_t> windows;  // a layer; 0: all tokens
  Rope rope;
  float norm_epsilon = 1e-6f;
  bool gguf = false;
  bool adjacent = false;  // neighbours are turned: GGUF files of "llama" have their rows in that order
  bool tied = false;      // the head is the table of embeddings
  bool qkv_bias = false, out_bias = false, mlp_bias = false;
  bool head_norms = false;  // of queries and keys

  AttentionShape attention_of(std::int64_t layer) const {
    AttentionShape shape = attention;
    shape.window = windows[static_cast<std::size_t>(layer)];
    return shape;
  }
};

/// What a file calls itself: "model_type" or "general.architecture"; empty where it says nothing.
std::string architecture_name(const ModelFile& file);

/// Reads a config in either kind of file. Problems are in the reader afterwards.
TransformerSizes read_transformer(ConfigReader& reader, const ModelFile& file);

/// "model.layers.3."
std::string transformer_layer(std::int64_t layer);

/// Rules of the ends and of a layer but its feed-forward network.
void add_transformer_ends(TensorTable& table, const TransformerSizes& sizes);
void add_transformer_attention(TensorTable& table, const TransformerSizes& sizes, std::int64_t layer);
/// A matrix of a layer by its name in both kinds of files, and a vector.
TensorRule layer_matrix(std::int64_t layer, const std::string& hf, const std::string& gguf, std::int64_t out,
                        std::int64_t in);
TensorRule layer_vector(std::int64_t layer, const std::string& hf, const std::string& gguf, std::int64_t n);

/// Problems of a routing, and experts of `layers` layers for which the file has too few tensors, go to the reader.
void check_experts(ConfigReader& reader, const ModelFile& file, const RouteParams& routing, std::int64_t experts,
                   std::int64_t layers, bool stacked);
/// The experts' matrices [E, out, in]: "<hf>3.<part>.weight" each, or "<gguf>_exps.weight" stacked, or, in GGUF files
/// from before experts were stacked, "<gguf>.3.weight". A file that is known to stack them needs no names of single
/// ones.
TensorRule expert_rule(const std::string& name, const Shape& shape, const std::string& hf, const std::string& part,
                       const std::string& gguf, bool stacked);

StateLayout transformer_state(const TransformerSizes& sizes);

/// The table's rows; then, layer by layer, x + attention(norm(x)); at last the logits.
Value transformer_input(Graph& graph);
Value transformer_attention(Graph& graph, const TransformerSizes& sizes, std::int64_t layer, Value x,
                            const RotaryTable& rotary);
Value transformer_norm(Graph& graph, const TransformerSizes& sizes, std::int64_t layer, const char* name, Value x);
void transformer_output(Graph& graph, const TransformerSizes& sizes, Value x);

}  // namespace eddy
