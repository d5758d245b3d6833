// The mixer of Mamba-2 (2405.21060), as itself and as the recurrent layer of most hybrids:
//   [z | x | B | C | dt] = in_proj u;  [x | B | C] = silu(conv([x | B | C]))
//   out_proj norm(ssd(x, B, C, dt), z)
// B and C come in groups that heads share; the norm goes over the channels of a group.
#pragma once

#include <limits>
#include <vector>

#include "engine/layers/mamba_skeleton.h"
#include "engine/state/state_layout.h"

namespace eddy {

/// What happens to the readout before out_proj.
enum class GatedNorm {
  None,       ///< y * silu(z)
  GateFirst,  ///< norm(y * silu(z))
  NormFirst,  ///< norm(y) * silu(z)
};

struct Mamba2Sizes {
  std::int64_t width = 0;     // C
  std::int64_t heads = 0;     // H
  std::int64_t channels = 0;  // P, of a head
  std::int64_t groups = 0;    // G
  std::int64_t states = 0;    // N
  std::int64_t kernel = 0;    // K
  bool projection_bias = false;
  bool conv_bias = false;
  bool skip_per_channel = false;  ///< D has a number per channel, not per head
  GatedNorm norm = GatedNorm::GateFirst;
  std::int64_t norm_groups = 1;
  float norm_epsilon = 1e-5f;
  std::vector<float> scales;  ///< of z, x, B, C and dt as projected; empty: none
  float out_scale = 1;        ///< of the readout, before out_proj
  float dt_least = 0, dt_most = std::numeric_limits<float>::infinity();

  std::int64_t inner() const { return heads * channels; }  // E
  std::int64_t convolved() const { return inner() + 2 * groups * states; }
};

/// From the tensors of one layer, for a network of this width; the number of groups follows from that of the states,
/// which the config says. The norm goes over groups; `norm_groups` and `norm_epsilon` are the caller's to change.
/// FileCorrupt in the reader.
Mamba2Sizes read_mamba2_sizes(const ModelFile& file, ConfigReader& reader, const MixerPlace& place, std::int64_t width);

/// The least step of architectures that take time_step_min for one; of all others it is for training.
float read_least_step(ConfigReader& reader);

void add_mamba2_block(TensorTable& table, const Mamba2Sizes& s, const MixerPlace& place);

/// Slots "conv" [K - 1, E + 2 G N] and "ssm" [H, N, P] of a layer.
void add_mamba2_state(StateLayout& layout, const Mamba2Sizes& s, std::int64_t layer, const MixerPlace& place);

/// The mixer's readout, before out_proj.
Value mamba2_readout(Graph& g, const Mamba2Sizes& s, const MixerPlace& place, Value normed);
/// x + mixer(normed)
Value mamba2_block(Graph& g, const Mamba2Sizes& s, const MixerPlace& place, Value x, Value normed);

}  // namespace eddy
