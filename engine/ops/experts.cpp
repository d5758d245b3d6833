#include "engine/ops/experts.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace eddy {
namespace {

// ---- Routing --------------------------------------------------------------------------------------------------------

/// p of one token.
void score(const RouteParams& params, const float* logits, std::vector<float>& p) {
  const auto experts = static_cast<std::int64_t>(p.size());
  if (params.score == RouterScore::Sigmoid) {
    for (std::int64_t e = 0; e < experts; ++e) p[e] = activate(Activation::Sigmoid, logits[e]);
    return;
  }
  const float largest = *std::max_element(logits, logits + experts);
  float sum = 0;
  for (std::int64_t e = 0; e < experts; ++e) sum += p[e] = std::exp(logits[e] - largest);
  for (float& value : p) value /= sum;
}

/// The indices of the `count` largest among those not `barred`, in the order found; bars them.
std::vector<std::int64_t> take_largest(const std::vector<float>& values, std::vector<char>& barred,
                                       std::int64_t count) {
  std::vector<std::int64_t> taken;
  while (static_cast<std::int64_t>(taken.size()) < count) {
    std::int64_t best = -1;
    for (std::int64_t i = 0; i < static_cast<std::int64_t>(values.size()); ++i) {
      if (!barred[i] && (best < 0 || values[i] > values[best])) best = i;
    }
    if (best < 0) break;
    barred[best] = 1;
    taken.push_back(best);
  }
  return taken;
}

/// Bars the experts of all groups but the best.
void bar_groups(const RouteParams& params, const std::vector<float>& c, std::vector<char>& barred) {
  const std::size_t size = c.size() / static_cast<std::size_t>(params.groups);
  std::vector<float> sums;
  for (std::int32_t g = 0; g < params.groups; ++g) {
    std::vector<float> group(c.begin() + g * size, c.begin() + (g + 1) * size);
    std::partial_sort(group.begin(), group.begin() + std::min<std::size_t>(2, size), group.end(), std::greater<>());
    sums.push_back(size > 1 ? group[0] + group[1] : group[0]);
  }
  std::vector<char> kept(sums.size(), 0);
  take_largest(sums, kept, params.kept_groups);
  for (std::size_t e = 0; e < c.size(); ++e) barred[e] = !kept[e / size];
}

void route_reference(const OpCall& call) {
  const auto params = call.params.as<RouteParams>();
  const TensorView& logits = call.inputs[0].tensor;
  const float* bias = call.inputs.size() > 1 ? call.inputs[1].tensor.data : nullptr;
  std::vector<float> p(static_cast<std::size_t>(logits.shape.last())), c(p.size());
  std::vector<char> barred(p.size());
  for (std::int64_t row = 0; row < logits.shape.rows(); ++row) {
    score(params, logits.row(row), p);
    for (std::size_t e = 0; e < p.size(); ++e) c[e] = p[e] + (bias ? bias[e] : 0.0f);
    std::ranges::fill(barred, 0);
    if (params.groups > 1) bar_groups(params, c, barred);
    auto chosen = take_largest(c, barred, params.used);
    std::ranges::sort(chosen);
    float sum = 0;
    for (std::int64_t e : chosen) sum += p[e];
    const float factor = params.scale / (params.normalise ? sum + params.epsilon : 1.0f);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      call.outputs[0].tensor.row(row)[i] = static_cast<float>(chosen[i]);
      call.outputs[1].tensor.row(row)[i] = p[chosen[i]] * factor;
    }
  }
}

// ---- Sorting by expert ----------------------------------------------------------------------------------------------

void dispatch_reference(const OpCall& call) {
  const TensorView& choices = call.inputs[0].tensor;
  const std::int64_t used = choices.shape.last(), pairs = choices.shape.elements();
  const std::int64_t experts = experts_of(call.outputs[0].tensor.shape, pairs);
  float* begins = call.outputs[0].tensor.data;
  float *tokens = begins + experts + 1, *rows = tokens + pairs;
  std::vector<std::int64_t> next(static_cast<std::size_t>(experts) + 1, 0);
  for (std::int64_t i = 0; i < pairs; ++i) ++next[static_cast<std::size_t>(choices.data[i]) + 1];
  for (std::int64_t e = 0; e < experts; ++e) next[e + 1] += next[e];
  for (std::int64_t e = 0; e <= experts; ++e) begins[e] = static_cast<float>(next[e]);
  for (std::int64_t i = 0; i < pairs; ++i) {
    const std::int64_t row = next[static_cast<std::size_t>(choices.data[i])]++;
    tokens[row] = static_cast<float>(i / used);
    rows[i] = static_cast<float>(row);
  }
}

void expert_rows_reference(const OpCall& call) {
  const TensorView &x = call.inputs[0].tensor, &out = call.outputs[0].tensor;
  const std::int64_t pairs = out.shape.rows();
  const DispatchView view(call.inputs[1].tensor, experts_of(call.inputs[1].tensor.shape, pairs), pairs);
  for (std::int64_t row = 0; row < pairs; ++row) {
    std::copy_n(x.row(static_cast<std::int64_t>(view.tokens[row])), x.shape.last(), out.row(row));
  }
}

// ---- The experts ----------------------------------------------------------------------------------------------------

void grouped_linear_reference(const OpCall& call) {
  const TensorView &weight = call.inputs[0].tensor, &x = call.inputs[1].tensor, &y = call.outputs[0].tensor;
  const std::int64_t experts = weight.shape[0], n = weight.shape[1], k = weight.shape[2];
  const DispatchView view(call.inputs[2].tensor, experts, x.shape.rows());
  const auto activation = call.params.as<Activation>();
  for (std::int64_t e = 0; e < experts; ++e) {
    for (std::int64_t row = view.begin(e); row < view.begin(e + 1); ++row) {
      for (std::int64_t i = 0; i < n; ++i) {
        float sum = 0;
        for (std::int64_t j = 0; j < k; ++j) sum += weight.data[(e * n + i) * k + j] * x.row(row)[j];
        y.row(row)[i] = activate(activation, sum);
      }
    }
  }
}

void combine_reference(const OpCall& call) {
  const TensorView &rows = call.inputs[0].tensor, &weights = call.inputs[1].tensor, &y = call.outputs[0].tensor;
  const std::int64_t used = weights.shape.last(), pairs = rows.shape.rows();
  const DispatchView view(call.inputs[2].tensor, experts_of(call.inputs[2].tensor.shape, pairs), pairs);
  const TensorView* residual = call.params.as<std::int32_t>() ? &call.inputs[3].tensor : nullptr;
  for (std::int64_t t = 0; t < y.shape.rows(); ++t) {
    for (std::int64_t i = 0; i < y.shape.last(); ++i) {
      float sum = 0;
      for (std::int64_t s = 0; s < used; ++s) {
        sum += weights.row(t)[s] * rows.row(static_cast<std::int64_t>(view.rows[t * used + s]))[i];
      }
      y.row(t)[i] = sum + (residual ? residual->row(t)[i] : 0.0f);
    }
  }
}

void add_weighted_reference(const OpCall& call) {
  const TensorView &a = call.inputs[0].tensor, &b = call.inputs[1].tensor, &y = call.outputs[0].tensor;
  for (std::int64_t t = 0; t < y.shape.rows(); ++t) {
    const float s = call.inputs[2].tensor.data[t];
    for (std::int64_t i = 0; i < y.shape.last(); ++i) y.row(t)[i] = a.row(t)[i] + s * b.row(t)[i];
  }
}

}  // namespace

const OpKind kRoute{"route", &route_reference};
const OpKind kDispatch{"dispatch", &dispatch_reference};
const OpKind kExpertRows{"expert_rows", &expert_rows_reference};
const OpKind kGroupedLinear{"grouped_linear", &grouped_linear_reference};
const OpKind kCombineExperts{"combine_experts", &combine_reference};

const OpKind kAddWeighted{"add_weighted", &add_weighted_reference};

Value add_weighted(Graph& graph, Value a, Value b, Value s) {
  const Shape shape = graph.shape_of(a);
  EDDY_ASSERT(graph.shape_of(b) == shape && graph.shape_of(s) == Shape({shape[0], shape[1], 1}));
  return graph.append(kAddWeighted, {a, b, s}, shape);
}

Routes route(Graph& graph, Value logits, std::optional<Value> bias, const RouteParams& params) {
  const Shape shape = graph.shape_of(logits);
  EDDY_ASSERT(params.used >= 1 && params.used <= shape.last());
  EDDY_ASSERT(params.groups == 1 || (shape.last() % params.groups == 0 && params.kept_groups >= 1 &&
                                     shape.last() / params.groups * params.kept_groups >= params.used));
  std::vector<Value> inputs{logits};
  if (bias) inputs.push_back(*bias);
  EDDY_ASSERT(!bias || graph.shape_of(*bias).elements() == shape.last());
  const Shape chosen{shape[0], shape[1], params.used};
  const Shape outputs[] = {chosen, chosen};
  const auto results = graph.append(kRoute, inputs, outputs, OpParams::of(params));
  return {results[0], results[1]};
}

Value dispatch(Graph& graph, Value choices, std::int64_t experts) {
  return graph.append(kDispatch, {choices}, {1, 1, experts + 1 + 2 * graph.shape_of(choices).elements()});
}

Value expert_rows(Graph& graph, Value x, Value dispatched, std::int64_t used) {
  const Shape shape = graph.shape_of(x);
  return graph.append(kExpertRows, {x, dispatched}, {shape[0], shape[1] * used, shape[2]});
}

Value grouped_linear(Graph& graph, Value weight, Value x, Value dispatched, Activation activation) {
  const Shape w = graph.shape_of(weight), shape = graph.shape_of(x);
  EDDY_ASSERT(w.rank() == 3 && w[2] == shape.last());
  EDDY_ASSERT(experts_of(graph.shape_of(dispatched), shape.rows()) == w[0]);
  return graph.append(kGroupedLinear, {weight, x, dispatched}, {shape[0], shape[1], w[1]}, OpParams::of(activation));
}

Value combine_experts(Graph& graph, Value rows, Value weights, Value dispatched, std::optional<Value> residual) {
  const Shape shape = graph.shape_of(rows), chosen = graph.shape_of(weights);
  EDDY_ASSERT(shape.rows() == chosen.elements());
  const Shape out{chosen[0], chosen[1], shape.last()};
  std::vector<Value> inputs{rows, weights, dispatched};
  if (residual) inputs.push_back(*residual);
  EDDY_ASSERT(!residual || graph.shape_of(*residual) == out);
  const OpParams params = OpParams::of(std::int32_t{residual ? 1 : 0});
  return graph.append(kCombineExperts, inputs, std::span(&out, 1), params)[0];
}

}  // namespace eddy
