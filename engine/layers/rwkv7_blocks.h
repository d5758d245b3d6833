// The time mixing of RWKV-7 (2503.14456), in the network of its own and in the place of another network's attention;
// and the names under which files hold it.
#pragma once

#include <optional>

#include "engine/architectures/tensor_table.h"
#include "engine/graph/graph.h"
#include "engine/model_files/model_file.h"
#include "engine/state/state_layout.h"

namespace eddy {

enum class Rwkv7Naming {
  Authors,  ///< low-rank pairs as x * W, stored [in, out]
  RwkvCpp,  ///< the authors' names, pairs transposed, the shares of token shift joined
  Gguf,     ///< llama.cpp
  Fla,      ///< flash-linear-attention
};

/// Where a layer's tensors are: before our names (the authors'), and before those of the file.
struct Rwkv7Place {
  std::string ours, file;
  Rwkv7Naming naming = Rwkv7Naming::Authors;

  /// What the file calls the authors' "receptance.weight", "r_k", "w1", …
  std::string in_file(const std::string& name) const;
};

struct Rwkv7Sizes {
  std::int64_t width = 0;      // C
  std::int64_t heads = 0;      // H
  std::int64_t head_size = 0;  // N, H * N = C
  // Ranks of the low-rank pairs: equal in every layer, but the first has no v. No gate: 0.
  std::int64_t decay_rank = 0, iclr_rank = 0, value_rank = 0, gate_rank = 0;
  bool joined_mixes = false;       ///< the shares of token shift in one tensor
  bool readout_norm = true;        ///< there may be none in the place of attention
  float readout_epsilon = 64e-5f;  ///< of training's GroupNorm with 1e-5 on y / 8, whatever the head size

  std::int64_t mixes() const { return gate_rank > 0 ? 6 : 5; }
};

/// The ranks, from the tensors of the first two layers, and which optional tensors there are; null, or the name of a
/// tensor that is missing or no matrix.
std::optional<std::string> read_rwkv7_ranks(const ModelFile& file, const Rwkv7Place& first, const Rwkv7Place* second,
                                            Rwkv7Sizes& sizes);

void add_rwkv7_time_mix(TensorTable& table, const Rwkv7Sizes& sizes, const Rwkv7Place& place, bool first_layer);

/// Slots "blk.3.att_shift" [C] and "blk.3.wkv" [H, key, value].
void add_rwkv7_slots(StateLayout& layout, const Rwkv7Sizes& sizes, std::int64_t layer);

/// x + time mixing of `normed`. `v_first` is layer 0's values: set there, mixed in above.
Value rwkv7_time_mix(Graph& g, const Rwkv7Sizes& sizes, const std::string& ours, std::int64_t layer, Value x,
                     Value normed, Value& v_first);

}  // namespace eddy
