// What the linear attention models of flash-linear-attention have in common: RMS norms, a gated readout, a SwiGLU
// network, and the names and config keys of that library's files.
#pragma once

#include "engine/architectures/tensor_table.h"
#include "engine/graph/graph.h"
#include "engine/state/state_layout.h"

namespace eddy {

struct FlaSizes {
  std::int64_t layers = 0;
  std::int64_t vocabulary = 0;    // V
  std::int64_t width = 0;         // C
  std::int64_t feed_forward = 0;  // F
  std::int64_t heads = 0;         // H
  std::int64_t key_size = 0;      // per head
  std::int64_t value_size = 0;    // per head
  float norm_epsilon = 1e-6f;
  bool tied = false;       // the head is the table of embeddings
  bool fused_norm = true;  // the readout's norm goes by another name

  std::int64_t keys() const { return heads * key_size; }
  std::int64_t values() const { return heads * value_size; }
};

/// True for a file of this library that calls itself so.
bool is_fla_model(const ModelFile& file, std::string_view model_type);

/// All but the heads. FileCorrupt.
Result<FlaSizes> read_fla_frame(const ModelFile& file, std::string_view architecture);

/// FileCorrupt, or UnsupportedArchitecture for options of the config that change the computation: short convolutions,
/// feature maps, shared keys, other activations.
Result<FlaSizes> read_fla_sizes(const ModelFile& file, std::string_view architecture);

/// "model.layers.3."
std::string fla_layer(std::int64_t layer);

/// The rules that every layer and the network's ends need; names are those of the files.
TensorRule fla_vector(const std::string& name, std::int64_t n);
TensorRule fla_matrix(const std::string& name, std::int64_t out, std::int64_t in);
void add_fla_ends(TensorTable& table, const FlaSizes& sizes);
void add_fla_layer(TensorTable& table, const FlaSizes& sizes, std::int64_t layer);
/// A layer without its attention: both norms and the SwiGLU network.
void add_fla_frame(TensorTable& table, const FlaSizes& sizes, std::int64_t layer);

/// Slot "blk.3.state" [H, K, V] of a layer.
StateSlot fla_state_slot(const FlaSizes& sizes, std::int64_t layer);

/// The vectors of attention, from the normed x.
struct FlaAttention {
  Value x, q, k, v;
};
FlaAttention fla_attention_inputs(Graph& g, const FlaSizes& sizes, std::int64_t layer, Value x);
/// x + Wo (rms_norm_per_head(y) * silu(Wg x_normed))
Value fla_readout(Graph& g, const FlaSizes& sizes, std::int64_t layer, Value x, Value normed, Value y);
/// x + Wdown (silu(Wgate n) * Wup n) with n = rms_norm(x)
Value fla_feed_forward(Graph& g, const FlaSizes& sizes, std::int64_t layer, Value x);
Value fla_input(Graph& g);
void fla_output(Graph& g, const FlaSizes& sizes, Value x);

}  // namespace eddy
