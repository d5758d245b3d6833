#include "engine/ops/attention.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace eddy {
namespace {

void append_reference(const OpCall& call) {
  const TensorView& x = call.inputs[0].tensor;
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    const TokenRows& rows = call.inputs[1].rows[static_cast<std::size_t>(b)];
    for (std::int64_t t = 0; t < call.tokens; ++t) {
      std::copy_n(x.row(b * call.tokens + t), rows.width, rows.row(rows.before + t));
    }
  }
}

float score(const AttentionParams& p, const float* q, const float* k, std::int64_t channels) {
  float sum = 0;
  for (std::int64_t i = 0; i < channels; ++i) sum += q[i] * k[i];
  sum *= p.scale;
  return p.cap > 0 ? p.cap * std::tanh(sum / p.cap) : sum;
}

/// One query head at one position over the tokens [first, last]: maximum, sum, and the weighted values.
struct Partial {
  float maximum = -std::numeric_limits<float>::infinity();
  float sum = 0;
  std::vector<float> values;
};

template <class Visible>
Partial attend(const OpCall& call, std::int64_t b, std::int64_t t, std::int64_t head, const Visible& visible) {
  const auto p = call.params.as<AttentionParams>();
  const TokenRows& keys = call.inputs[1].rows[static_cast<std::size_t>(b)];
  const TokenRows& values = call.inputs[2].rows[static_cast<std::size_t>(b)];
  const std::int64_t dk = keys.width / p.key_heads, dv = values.width / p.key_heads;
  const std::int64_t key_head = head / (p.query_heads / p.key_heads), position = keys.before + t;
  const float* q = call.inputs[0].tensor.row(b * call.tokens + t) + head * dk;
  Partial out{.values = std::vector<float>(static_cast<std::size_t>(dv))};
  std::vector<std::pair<std::int64_t, float>> scores;
  for (std::int64_t j = first_visible(p, position); j <= position; ++j) {
    if (!visible(j)) continue;
    scores.push_back({j, score(p, q, keys.row(j) + key_head * dk, dk)});
    out.maximum = std::max(out.maximum, scores.back().second);
  }
  for (const auto& [j, s] : scores) {
    const float weight = std::exp(s - out.maximum);
    out.sum += weight;
    for (std::int64_t i = 0; i < dv; ++i) {
      out.values[static_cast<std::size_t>(i)] += weight * values.row(j)[key_head * dv + i];
    }
  }
  return out;
}

template <class Body>
void for_each_head(const OpCall& call, const Body& body) {
  const auto heads = call.params.as<AttentionParams>().query_heads;
  for (std::int64_t b = 0; b < call.sequences; ++b) {
    for (std::int64_t t = 0; t < call.tokens; ++t) {
      for (std::int64_t head = 0; head < heads; ++head) body(b, t, head);
    }
  }
}

void attention_reference(const OpCall& call) {
  for_each_head(call, [&](std::int64_t b, std::int64_t t, std::int64_t head) {
    const Partial all = attend(call, b, t, head, [](std::int64_t) { return true; });
    float* y = call.outputs[0].tensor.row(b * call.tokens + t) + head * static_cast<std::int64_t>(all.values.size());
    for (float value : all.values) *y++ = value / all.sum;
  });
}

void stripe_reference(const OpCall& call) {
  for_each_head(call, [&](std::int64_t b, std::int64_t t, std::int64_t head) {
    for (std::int64_t stripe = 0; stripe < kAttentionStripes; ++stripe) {
      const Partial part = attend(
          call, b, t, head, [stripe](std::int64_t j) { return j / kAttentionTile % kAttentionStripes == stripe; });
      const auto size = static_cast<std::int64_t>(part.values.size()) + 2;
      float* out = call.outputs[0].tensor.row(b * call.tokens + t) + (head * kAttentionStripes + stripe) * size;
      out[0] = part.maximum;
      out[1] = part.sum;
      std::copy(part.values.begin(), part.values.end(), out + 2);
    }
  });
}

void join_reference(const OpCall& call) {
  const TensorView& parts = call.inputs[0].tensor;
  const TensorView& y = call.outputs[0].tensor;
  for_each_head(call, [&](std::int64_t b, std::int64_t t, std::int64_t head) {
    const std::int64_t row = b * call.tokens + t, heads = call.params.as<AttentionParams>().query_heads;
    const std::int64_t dv = y.shape.last() / heads, size = dv + 2;
    const float* part = parts.row(row) + head * kAttentionStripes * size;
    float maximum = part[0], sum = 0;
    for (std::int64_t s = 1; s < kAttentionStripes; ++s) maximum = std::max(maximum, part[s * size]);
    float* out = y.row(row) + head * dv;
    std::fill_n(out, dv, 0.0f);
    for (std::int64_t s = 0; s < kAttentionStripes; ++s) {
      const float weight = std::exp(part[s * size] - maximum);
      sum += weight * part[s * size + 1];
      for (std::int64_t i = 0; i < dv; ++i) out[i] += weight * part[s * size + 2 + i];
    }
    for (std::int64_t i = 0; i < dv; ++i) out[i] /= sum;
  });
}

// Up to this many rows per key head the stripes are computed side by side.
constexpr std::int64_t kFewRows = 16;

}  // namespace

const OpKind kAppendRows{"append_rows", &append_reference};
const OpKind kAttention{"attention", &attention_reference};
const OpKind kAttentionStripe{"attention_stripe", &stripe_reference};
const OpKind kAttentionJoin{"attention_join", &join_reference};

void append_rows(Graph& graph, Value x, Value slot) {
  EDDY_ASSERT(graph.shape_of(x).last() == graph.shape_of(slot).elements());
  const Value inputs[] = {x, slot};
  graph.append(kAppendRows, inputs, {});
}

Value attention(Graph& graph, Value q, Value keys, Value values, const AttentionParams& p) {
  EDDY_ASSERT(p.key_heads >= 1 && p.query_heads % p.key_heads == 0);
  const Shape shape = graph.shape_of(q);
  const std::int64_t dk = shape.last() / p.query_heads, dv = graph.shape_of(values).elements() / p.key_heads;
  EDDY_ASSERT(dk * p.query_heads == shape.last() && graph.shape_of(keys).elements() == dk * p.key_heads);
  EDDY_ASSERT(dv * p.key_heads == graph.shape_of(values).elements());
  EDDY_ASSERT(dk <= kMostHeadChannels && dv <= kMostHeadChannels);
  const Shape out{shape[0], shape[1], p.query_heads * dv};
  const OpParams params = OpParams::of(p);
  if (shape[1] * (p.query_heads / p.key_heads) > kFewRows) {
    return graph.append(kAttention, {q, keys, values}, out, params);
  }
  const Value parts = graph.append(kAttentionStripe, {q, keys, values},
                                   {shape[0], shape[1], p.query_heads * kAttentionStripes * (dv + 2)}, params);
  return graph.append(kAttentionJoin, {parts}, out, params);
}

}  // namespace eddy
