// Rotary positions as configs describe them: the frequencies of every scaling kind, and what a network needs for them.
#pragma once

#include <string>
#include <vector>

#include "engine/architectures/tensor_table.h"
#include "engine/graph/graph.h"
#include "engine/model_files/config_reader.h"
#include "engine/ops/rotary.h"
#include "engine/state/state_layout.h"

namespace eddy {

struct Rope {
  std::vector<float> frequencies;  // [R/2]; as many numbers are turned as twice that
  float amplitude = 1;             // of cosines and sines
  bool long_factors = false;       // of longrope, for files that hold both lists as tensors
  // Dynamic NTK alone: the frequencies follow from the length of the text.
  bool dynamic = false;
  DynamicRotaryParams dynamic_params;
};

/// Computes the frequencies for heads of `head_size` channels; `max_positions` is what the model was trained for.
/// Problems go to the reader: odd sizes, lists of another length, a kind that we do not know (UnsupportedArchitecture).
/// Longrope takes its long list if the model is meant for more than the original positions, whatever the text's length:
/// keys of both lists in one text would not fit each other.
Rope make_rope(ConfigReader& reader, const RopeConfig& config, std::int64_t head_size, std::int64_t max_positions);

/// The rotary keys of a GGUF file, "llama.rope.freq_base" and so on, and its max_positions.
RopeConfig gguf_rope(ConfigReader& reader, const std::string& architecture, std::int64_t head_size);

/// Rule "rope.frequencies"; GGUF files may hold divisors of them.
void add_rope_rule(TensorTable& table, const Rope& rope);
/// Slot "position", and "reach" for dynamic NTK.
void add_rope_slots(StateLayout& layout, const Rope& rope);
/// Once per pass.
RotaryTable rope_table(Graph& graph, const Rope& rope);

}  // namespace eddy
