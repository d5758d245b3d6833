// What layers with the gated delta rule have in common: normalised keys and queries behind short convolutions, the
// recurrence, a gated readout; and the names of those that keep every projection in a tensor of its own
// (flash-linear-attention, Olmo-Hybrid).
#pragma once

#include "engine/architectures/tensor_table.h"
#include "engine/graph/graph.h"
#include "engine/layers/named_rules.h"
#include "engine/model_files/config_reader.h"
#include "engine/ops/gated_delta.h"
#include "engine/state/state_layout.h"

namespace eddy {

struct DeltaSizes {
  std::int64_t width = 0;       // C
  std::int64_t key_heads = 0;   // G
  std::int64_t heads = 0;       // H value heads, a multiple of G
  std::int64_t key_size = 0;    // K, per head
  std::int64_t value_size = 0;  // V, per head
  std::int64_t taps = 0;        // of the convolutions; 0: there are none
  bool tap_bias = false;
  bool taps_in_thirds = false;  // all channels' taps, one after the other, in three tensors of one size
  bool doubled_rate = false;    // the rate of writing is in (0, 2): eigenvalues may be negative
  HeadSharing sharing = HeadSharing::Grouped;
  float readout_epsilon = 1e-5f;

  std::int64_t keys() const { return key_heads * key_size; }
  std::int64_t values() const { return heads * value_size; }
};

/// The sizes that the shapes of the tensors behind `prefix` say. What is wrong goes into the reader, and all sizes are
/// then small.
DeltaSizes read_separate_delta(ConfigReader& reader, const ModelFile& file, const std::string& prefix,
                               std::int64_t key_heads, std::int64_t heads);
/// Rows and columns of a matrix; [1, 1] and a problem in the reader where it is missing or no matrix.
std::pair<std::int64_t, std::int64_t> expect_matrix(ConfigReader& reader, const ModelFile& file,
                                                    const FileNames& names);

/// Channels `first` ... of a convolution over several vectors: [K, n] of [all, K].
WeightRewrite taps_from(std::int64_t first);

/// q_proj, k_proj, v_proj with their convolutions, b_proj, A_log (once per decay), dt_bias, o_norm and o_proj behind
/// `prefix`. `decays`: heads, or heads * K.
void add_separate_delta(TensorTable& table, const DeltaSizes& sizes, const std::string& prefix, std::int64_t decays);
/// The slots of such a layer: "blk.3.conv_q" and so on [taps - 1, channels], "blk.3.state" [H, K, V].
void add_separate_delta_slots(StateLayout& layout, const DeltaSizes& sizes, std::int64_t layer);

/// Slot "blk.3.state" [H, K, V] of a layer.
StateSlot delta_state_slot(const DeltaSizes& sizes, std::int64_t layer);

/// silu(conv(Wq x)) and so on.
struct DeltaVectors {
  Value q, k, v;
};
DeltaVectors separate_delta_vectors(Graph& g, const DeltaSizes& sizes, std::int64_t layer, const std::string& prefix,
                                    Value x);

/// sigmoid(Wb x), doubled where the sizes say so: b [B, T, H].
Value delta_rate(Graph& g, const DeltaSizes& sizes, Value weight, Value x);

/// The recurrence on normalised q and k, and the norm of each head's result with `norm` [V]: [B, T, H * V].
Value delta_rule(Graph& g, const DeltaSizes& sizes, std::int64_t layer, const DeltaVectors& in, Value decay, Value rate,
                 Value norm);

/// Gated DeltaNet up to its output projection, with a_proj (decay) and, if it is `gated`, g_proj behind the same
/// prefix.
Value separate_delta(Graph& g, const DeltaSizes& sizes, std::int64_t layer, const std::string& prefix, Value x,
                     bool gated);

}  // namespace eddy
