// Feed-forward networks: dense, and mixtures of experts.
#pragma once

#include <optional>
#include <string>

#include "engine/api/result.h"
#include "engine/graph/graph.h"
#include "engine/ops/experts.h"

namespace eddy {

/// One network, or all experts of a layer stacked.
struct FeedForwardWeights {
  std::optional<Value> gate;  ///< [F, C] or [E, F, C]; without one, `activation` is applied to the up projection
  Value up;                   ///< [F, C] or [E, F, C]
  Value down;                 ///< [C, F] or [E, C, F]
  Activation activation = Activation::Silu;
  std::optional<Value> gate_bias, up_bias, down_bias;  ///< of a dense network only
};

/// down(activation(gate x) * up x), or down(activation(up x)) without a gate; + residual. x is normed.
Value feed_forward(Graph& graph, const FeedForwardWeights& weights, Value x, std::optional<Value> residual = {});

struct ExpertWeights {
  Value router;                              ///< matrix [E, C]
  std::optional<Value> correction;           ///< [E], added to the scores for the choice alone
  FeedForwardWeights experts;                ///< stacked
  std::optional<FeedForwardWeights> shared;  ///< a dense network that every token passes
  std::optional<Value> shared_gate;          ///< matrix [1, C]: the shared network is weighted with sigmoid of it
};

/// What a file may get wrong about the routing: FileCorrupt naming it. `tag` begins the message.
Result<void> check_routing(const RouteParams& params, std::int64_t experts, const std::string& tag);

/// The routed experts of x, and the shared one; + residual. Both see the same normed x.
Value mixture_of_experts(Graph& graph, const ExpertWeights& weights, const RouteParams& params, Value x,
                         std::optional<Value> residual = {});

/// The parts of it, for mixtures with something between: the weighted sum of the experts chosen by `logits` [B, T, E].
Value routed_experts(Graph& graph, const FeedForwardWeights& experts, Value logits, std::optional<Value> correction,
                     const RouteParams& params, Value x, std::optional<Value> residual = {});

}  // namespace eddy
