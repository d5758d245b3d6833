// The mixer of Mamba (2312.00752), as itself and as the recurrent layer of hybrids:
//   [x | z] = in_proj u;  x = silu(conv(x));  [dt | B | C] = x_proj x;  dt = dt_proj dt
//   out_proj selective_scan(x, dt, B, C, z)
#pragma once

#include "engine/layers/mamba_skeleton.h"
#include "engine/state/state_layout.h"

namespace eddy {

/// RMS norms of dt, B and C before they are used.
enum class MambaNorms {
  None,
  Weightless,  ///< Falcon-Mamba
  Learned,     ///< Jamba
};

struct MambaSizes {
  std::int64_t width = 0;     // C
  std::int64_t channels = 0;  // E
  std::int64_t states = 0;    // N
  std::int64_t kernel = 0;    // K
  std::int64_t rank = 0;      // R
  bool projection_bias = false;
  bool conv_bias = false;
  MambaNorms norms = MambaNorms::None;
  float norm_epsilon = 1e-6f;
};

/// From the tensors of one layer, for a network of this width. FileCorrupt in the reader, naming the tensor.
MambaSizes read_mamba_sizes(const ModelFile& file, ConfigReader& reader, const MixerPlace& place, std::int64_t width);

void add_mamba_block(TensorTable& table, const MambaSizes& s, const MixerPlace& place);

/// Slots "conv" [K - 1, E] and "ssm" [N, E] of a layer.
void add_mamba_state(StateLayout& layout, const MambaSizes& s, std::int64_t layer, const MixerPlace& place);

/// x + mixer(normed)
Value mamba_block(Graph& g, const MambaSizes& s, const MixerPlace& place, Value x, Value normed);

}  // namespace eddy
