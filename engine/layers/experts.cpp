#include "engine/layers/experts.h"

#include "engine/ops/elementwise.h"
#include "engine/ops/linear.h"

namespace eddy {

Value feed_forward(Graph& g, const FeedForwardWeights& w, Value x, std::optional<Value> residual) {
  const auto activation = w.gate ? Activation::None : w.activation;
  Value hidden = linear(g, w.up, x, {.bias = w.up_bias, .activation = activation});
  if (w.gate) {
    hidden = multiply(g, linear(g, *w.gate, x, {.bias = w.gate_bias, .activation = w.activation}), hidden);
  }
  return linear(g, w.down, hidden, {.bias = w.down_bias, .residual = residual});
}

Result<void> check_routing(const RouteParams& p, std::int64_t experts, const std::string& tag) {
  constexpr std::int64_t kMost = 1 << 16;
  const auto refuse = [&](const std::string& what) {
    return Error{ErrorCode::FileCorrupt, tag + what + "; get the file again"};
  };
  if (experts < 1 || experts > kMost) return refuse(std::to_string(experts) + " experts are not possible");
  if (p.used < 1 || p.used > experts) {
    return refuse("it wants " + std::to_string(p.used) + " of " + std::to_string(experts) + " experts for a token");
  }
  if (p.groups < 1 || experts % p.groups != 0 || p.kept_groups < 1 || p.kept_groups > p.groups ||
      experts / p.groups * p.kept_groups < p.used) {
    return refuse("its " + std::to_string(experts) + " experts cannot be chosen from " + std::to_string(p.kept_groups) +
                  " of " + std::to_string(p.groups) + " groups");
  }
  return {};
}

Value routed_experts(Graph& g, const FeedForwardWeights& w, Value logits, std::optional<Value> correction,
                     const RouteParams& params, Value x, std::optional<Value> residual) {
  EDDY_ASSERT(!w.gate_bias && !w.up_bias && !w.down_bias);
  const Routes routes = route(g, logits, correction, params);
  const Value sorted = dispatch(g, routes.choices, g.shape_of(logits).last());
  const Value rows = expert_rows(g, x, sorted, params.used);
  Value hidden = grouped_linear(g, w.up, rows, sorted, w.gate ? Activation::None : w.activation);
  if (w.gate) hidden = multiply(g, grouped_linear(g, *w.gate, rows, sorted, w.activation), hidden);
  return combine_experts(g, grouped_linear(g, w.down, hidden, sorted), routes.weights, sorted, residual);
}

Value mixture_of_experts(Graph& g, const ExpertWeights& w, const RouteParams& params, Value x,
                         std::optional<Value> residual) {
  if (w.shared && !w.shared_gate) residual = feed_forward(g, *w.shared, x, residual);
  Value y = routed_experts(g, w.experts, linear(g, w.router, x), w.correction, params, x, residual);
  if (!w.shared_gate) return y;
  const Value gate = linear(g, *w.shared_gate, x, {.activation = Activation::Sigmoid});
  return add_weighted(g, y, feed_forward(g, *w.shared, x), gate);
}

}  // namespace eddy
