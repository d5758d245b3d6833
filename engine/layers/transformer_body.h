// The network around the mixers of Qwen's family and its relatives: embeddings, RMS norms, a gated network in every
// layer, a last norm and a head; under the names of transformers and of GGUF.
#pragma once

#include <string>

#include "engine/architectures/architecture.h"
#include "engine/layers/network_ends.h"

namespace eddy {

struct TransformerBody {
  std::string root = "model.";  ///< before the names of files other than GGUF
  NetworkEnds ends;
  std::int64_t layers = 0;
  std::int64_t feed_forward = 0;     // F of the dense network; 0: the first layer has none
  bool zero_centred = false;         ///< transformers' files hold the norms' weights minus 1
  std::vector<std::string> ignored;  ///< tensors of other parts: vision, prediction of several tokens

  std::int64_t width() const { return ends.width; }
  NetworkSize size() const { return {layers, ends.width, ends.vocabulary}; }
};

/// "layers.3."
std::string body_layer(std::int64_t layer);
/// The names of one tensor of a layer: that of transformers ("self_attn.q_proj.weight") and that of GGUF, if it has
/// one.
FileNames body_names(const TransformerBody& body, std::int64_t layer, const std::string& hf, const std::string& gguf);

/// Sizes from the tensors, the rest from the config; `every_layer` are names of a tensor that every layer has. What is
/// wrong is left in the reader.
TransformerBody read_transformer_body(const ModelFile& file, ConfigReader& reader,
                                      const std::string& hf = "input_layernorm.weight",
                                      const std::string& gguf = "attn_norm.weight");
/// Counts the tensors with these beginnings as other parts.
void ignore_parts(TransformerBody& body, const ModelFile& file, std::initializer_list<std::string> beginnings);

/// Embeddings, last norm and head.
void add_body_ends(TensorTable& table, const TransformerBody& body);
/// A norm's weight [n] of a layer, one of those that may be kept minus 1.
void add_body_norm(TensorTable& table, const TransformerBody& body, std::int64_t layer, const std::string& hf,
                   const std::string& gguf, std::int64_t n);
void add_body_matrix(TensorTable& table, const TransformerBody& body, std::int64_t layer, const std::string& hf,
                     const std::string& gguf, std::int64_t out, std::int64_t in);
/// mlp.gate_proj, up_proj, down_proj.
void add_body_network(TensorTable& table, const TransformerBody& body, std::int64_t layer);

/// The norm `hf` of a layer.
Value body_norm(Graph& g, const TransformerBody& body, std::int64_t layer, const char* hf, Value x);
/// The gated network on a normed x, + residual.
Value body_network(Graph& g, std::int64_t layer, Value normed, std::optional<Value> residual = {});

}  // namespace eddy
