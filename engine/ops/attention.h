// Softmax attention over the rows of two per-token slots, in the manner of FlashAttention-2 (2307.08691): keys and
// values are taken in tiles with a running maximum and sum, and no table of tokens x tokens is ever made.
//
// For each sequence, token at position p and query head h, with K, V the rows of key head h / (Hq / Hkv):
//   s[j] = scale * q . K[j]         j in (p - window, p]; all of [0, p] without a window
//   s[j] = cap * tanh(s[j] / cap)   with a cap
//   y    = sum_j softmax(s)[j] * V[j]
#pragma once

#include "engine/graph/graph.h"

namespace eddy {

/// Writes x [B, T, W] behind the rows of a per-token slot whose row has W numbers. Exact. Comes before every op that
/// reads the rows of these tokens.
void append_rows(Graph& graph, Value x, Value slot);

/// Inputs: x, slot. Outputs: none.
extern const OpKind kAppendRows;

struct AttentionParams {
  std::int32_t query_heads = 1;  ///< Hq
  std::int32_t key_heads = 1;    ///< Hkv, divides Hq
  float scale = 1;
  std::int32_t window = 0;  ///< tokens seen, the newest included; 0: all
  float cap = 0;            ///< 0: none
};

/// The most channels that a key or value head may have.
inline constexpr std::int64_t kMostHeadChannels = 512;

/// q [B, T, Hq * Dk]; `keys` and `values` are per-token slots with rows of Hkv * Dk and Hkv * Dv numbers, to which this
/// call's tokens were appended. -> [B, T, Hq * Dv]
Value attention(Graph& graph, Value q, Value keys, Value values, const AttentionParams& params);

/// Inputs: q, keys, values. Outputs: y. Tolerance against the reference: 1e-5 of the output's norm.
/// A row's sum runs over stripes of tiles that follow from positions alone: any T gives the same bits.
extern const OpKind kAttention;

// At decode there are few rows, so the stripes are the tasks: a first op computes each by itself, a second one joins
// them, in the order in which kAttention does.

/// Tiles of this many tokens, from position 0 on; tile i belongs to stripe i % kAttentionStripes.
inline constexpr std::int64_t kAttentionTile = 64;
inline constexpr std::int64_t kAttentionStripes = 8;

/// Inputs: q, keys, values. Outputs: [B, T, Hq * stripes * (Dv + 2)]: of each stripe the maximum of s, the sum of
/// exp(s - maximum), and the values weighted with these.
extern const OpKind kAttentionStripe;
/// Inputs: those, Outputs: y.
extern const OpKind kAttentionJoin;

/// Tokens that the token at `position` may look at: first .. position.
inline std::int64_t first_visible(const AttentionParams& params, std::int64_t position) {
  return params.window > 0 && position >= params.window ? position - params.window + 1 : 0;
}

}  // namespace eddy
