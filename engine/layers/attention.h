// Softmax attention as a layer: its two slots, and everything between the normed input and the output projection.
#pragma once

#include <optional>
#include <string>

#include "engine/graph/graph.h"
#include "engine/model_files/model_file.h"
#include "engine/ops/attention.h"
#include "engine/ops/rotary.h"
#include "engine/state/state_layout.h"

namespace eddy {

struct AttentionShape {
  std::int64_t query_heads = 0;  // Hq
  std::int64_t key_heads = 0;    // Hkv
  std::int64_t key_size = 0;     // Dk, of a query too
  std::int64_t value_size = 0;   // Dv; 0: Dk
  float scale = 0;               // of q . k; 0: Dk^-1/2
  std::int64_t window = 0;       // tokens seen, the newest included; 0: all
  float cap = 0;                 // of q . k; 0: none

  std::int64_t queries() const { return query_heads * key_size; }
  std::int64_t keys() const { return key_heads * key_size; }
  std::int64_t values() const { return key_heads * values_per_head(); }
  std::int64_t values_per_head() const { return value_size > 0 ? value_size : key_size; }
  std::int64_t outputs() const { return query_heads * values_per_head(); }
};

/// What a file may get wrong: sizes below 1, heads that do not divide, heads too wide. `tag` begins the message
/// ("[jamba] model.gguf: "). FileCorrupt, UnsupportedArchitecture.
Result<void> check_attention(const AttentionShape& shape, const std::string& tag);

/// Adds the per-token slots "blk.3.k" and "blk.3.v".
void add_attention_slots(StateLayout& layout, const AttentionShape& shape, std::int64_t layer);

/// Slot "position" [1], which rotary_table() counts in: once per network that rotates.
StateSlot position_slot();

/// Keeps k [B, T, Hkv * Dk] and v [B, T, Hkv * Dv] of these tokens and attends with q [B, T, Hq * Dk]
/// -> [B, T, Hq * Dv]. Everything is rotated and normed already.
Value attend(Graph& graph, const AttentionShape& shape, std::int64_t layer, Value q, Value k, Value v);

struct AttentionWeights {
  Value q, k, v, out;  ///< matrices [Hq * Dk, C], [Hkv * Dk, C], [Hkv * Dv, C], [C, Hq * Dv]
  std::optional<Value> q_bias, k_bias, v_bias, out_bias;
  std::optional<Value> q_norm,
      k_norm;  ///< [Dk]: RMS norm of each head before it is turned; wider: of all heads at once
};

struct AttentionOptions {
  const RotaryTable* rotary = nullptr;  ///< null: no positions
  bool adjacent = false;                ///< see rotate()
  float norm_epsilon = 1e-6f;
  std::optional<Value> gate;      ///< [B, T, Hq * Dv], multiplied with what the heads read (already activated)
  std::optional<Value> residual;  ///< added to the result
};

/// x [B, T, C] (normed) -> Wo attention(x) + residual. The usual layer; others put it together from attend().
Value attention_layer(Graph& graph, const AttentionShape& shape, std::int64_t layer, const AttentionWeights& weights,
                      Value x, const AttentionOptions& options = {});

}  // namespace eddy
