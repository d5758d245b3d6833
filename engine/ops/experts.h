// A mixture of experts in which no token is ever dropped (as in MegaBlocks, 2211.15841): the router chooses k experts
// for each token, tokens are sorted by expert, each expert multiplies its own rows, and the results go back weighted.
#pragma once

#include <optional>

#include "engine/graph/graph.h"
#include "engine/ops/activation.h"

namespace eddy {

enum class RouterScore : std::int32_t {
  Softmax,  ///< p = softmax over all experts
  Sigmoid,  ///< p = sigmoid of each logit
};

/// Choice and weights of a token's experts, from p as above:
///   c = p + bias                                   what the choice goes by; the bias is no part of the weights
///   with groups > 1, only the `kept_groups` groups of experts with the largest sum of their two best c remain
///   the k experts with the largest c are chosen    (the first of equals)
///   weight = p, over (sum of the chosen p + epsilon) if `normalise`, times `scale`
/// A softmax over the chosen logits alone is Softmax with `normalise`.
struct RouteParams {
  RouterScore score = RouterScore::Softmax;
  std::int32_t used = 1;       ///< k
  std::int32_t normalise = 0;  ///< 0 or 1
  float epsilon = 0;
  float scale = 1;
  std::int32_t groups = 1;
  std::int32_t kept_groups = 1;
};

struct Routes {
  Value choices;  ///< [B, T, k] numbers of experts, rising
  Value weights;  ///< [B, T, k]
};

/// logits [B, T, E], bias [E].
Routes route(Graph& graph, Value logits, std::optional<Value> bias, const RouteParams& params);
/// Inputs: logits, [bias]. Outputs: choices, weights. Tolerance against the reference: 1e-6.
extern const OpKind kRoute;

/// The B * T * k pairs of token and expert, sorted by expert. Reads as float32 numbers: E + 1 places where the experts'
/// rows begin, then the token of each row, then the row of each pair.
Value dispatch(Graph& graph, Value choices, std::int64_t experts);
/// Inputs: choices. Outputs: [1, 1, E + 1 + 2 * B * T * k]. Exact.
extern const OpKind kDispatch;

/// x [B, T, C] -> [B, T * k, C]: each token's row where its experts read it. Exact.
Value expert_rows(Graph& graph, Value x, Value dispatched, std::int64_t used);
/// Inputs: x, dispatched. Outputs: rows.
extern const OpKind kExpertRows;

/// y = activation(W[expert of the row] x), over sorted rows: W [E, N, K] in any weight format, x [B, R, K] -> [B, R,
/// N]. Each row as linear() would compute it.
Value grouped_linear(Graph& graph, Value weight, Value x, Value dispatched, Activation activation = Activation::None);
/// Inputs: W, x, dispatched. Outputs: y. Parameters: Activation. Tolerance against the reference: as linear.
extern const OpKind kGroupedLinear;

/// y[t] = sum over the token's experts, in rising order, of weight * row, + residual. rows [B, T * k, C] -> [B, T, C].
Value combine_experts(Graph& graph, Value rows, Value weights, Value dispatched, std::optional<Value> residual = {});
/// Inputs: rows, weights, dispatched, [residual]. Outputs: y. Parameters: 1 with a residual, else 0 (int32). Tolerance
/// against the reference: 1e-6.
extern const OpKind kCombineExperts;

/// y = a + s * b, with one s a token: a, b [B, T, C], s [B, T, 1].
Value add_weighted(Graph& graph, Value a, Value b, Value s);
/// Inputs: a, b, s. Outputs: y. Tolerance against the reference: 1e-6.
extern const OpKind kAddWeighted;

/// What lies in a dispatched value.
struct DispatchView {
  const float* begins;  ///< [E + 1]
  const float* tokens;  ///< [B * T * k]
  const float* rows;    ///< [B * T, k]

  DispatchView(const TensorView& value, std::int64_t experts, std::int64_t pairs)
      : begins(value.data), tokens(begins + experts + 1), rows(tokens + pairs) {}
  std::int64_t begin(std::int64_t expert) const { return static_cast<std::int64_t>(begins[expert]); }
};

/// How many experts a dispatched value is for, given its pairs of token and expert.
inline std::int64_t experts_of(const Shape& dispatched, std::int64_t pairs) {
  return dispatched.last() - 1 - 2 * pairs;
}

}  // namespace eddy
