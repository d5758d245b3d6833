// What RWKV-4, 5 and 6 have in common around their time mixing: the skeleton of the network and channel mixing with a
// gate.
#pragma once

#include "engine/graph/graph.h"
#include "engine/layers/rwkv_files.h"

namespace eddy {

/// emb and ln0; ln_out and head. With `tied`, a file without a head uses its embeddings.
void add_rwkv_ends(RwkvTable& table, const RwkvSizes& sizes, bool tied = false);
/// ln1 of the layer that was entered.
void add_rwkv_first_norm(RwkvTable& table, const RwkvSizes& sizes);
/// ln2 and the three matrices of channel mixing. Its token shift's "ffn.mix" [2, C] (key, receptance) is the caller's
/// to add.
void add_rwkv_channel_mix(RwkvTable& table, const RwkvSizes& sizes);

/// A fixed slot of a layer.
StateSlot rwkv_state_slot(std::int64_t layer, const char* name, std::vector<std::int64_t> shape);

/// ln0(emb[token])
Value rwkv_input(Graph& g, const RwkvSizes& sizes);
/// Layer norm `name` of x.
Value rwkv_norm(Graph& g, const RwkvSizes& sizes, Value x, const std::string& name);
/// x + sigmoid(Wr xr) * Wv relu(Wk xk)^2 with the token-shifted ln2(x). State: slot "ffn_shift" [C].
Value rwkv_channel_mix(Graph& g, const RwkvSizes& sizes, std::int64_t layer, Value x);
/// The logits that the graph asks for.
void rwkv_output(Graph& g, const RwkvSizes& sizes, Value x);

}  // namespace eddy
