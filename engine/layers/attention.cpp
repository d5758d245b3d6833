#include "engine/layers/attention.h"

#include <cmath>

#include "engine/ops/elementwise.h"
#include "engine/ops/linear.h"
#include "engine/ops/rms_norm.h"

namespace eddy {
namespace {

std::string slot_name(std::int64_t layer, const char* what) {
  return "blk." + std::to_string(layer) + "." + what;
}

StateSlot rows_of(const AttentionShape& shape, std::int64_t layer, const char* what, std::int64_t width) {
  return {.name = slot_name(layer, what),
          .layer = static_cast<int>(layer),
          .kind = SlotKind::PerToken,
          .shape = {width},
          .window = shape.window};
}

/// A norm of every head by itself, or of all together, as the weight's size says.
Value norm(Graph& g, const std::optional<Value>& weight, Value x, std::int64_t head_size, float epsilon) {
  if (!weight) return x;
  const std::int64_t width = g.shape_of(x).last();
  return rms_norm(g, x, *weight, epsilon, g.shape_of(*weight).elements() == head_size ? width / head_size : 1);
}

}  // namespace

Result<void> check_attention(const AttentionShape& s, const std::string& tag) {
  constexpr std::int64_t kMost = 1 << 20;
  for (std::int64_t size : {s.query_heads, s.key_heads, s.key_size, s.values_per_head()}) {
    if (size >= 1 && size <= kMost) continue;
    return Error{ErrorCode::FileCorrupt, tag + "its attention has " + std::to_string(s.query_heads) + " query heads, " +
                                             std::to_string(s.key_heads) + " key heads of " +
                                             std::to_string(s.key_size) + " and values of " +
                                             std::to_string(s.values_per_head()) + " channels; get the file again"};
  }
  if (s.query_heads % s.key_heads != 0) {
    return Error{ErrorCode::FileCorrupt, tag + "its " + std::to_string(s.query_heads) + " query heads cannot share " +
                                             std::to_string(s.key_heads) + " key heads; get the file again"};
  }
  if (s.key_size > kMostHeadChannels || s.values_per_head() > kMostHeadChannels) {
    return Error{ErrorCode::UnsupportedArchitecture, tag + "its attention heads have more than " +
                                                         std::to_string(kMostHeadChannels) +
                                                         " channels, which this version cannot run"};
  }
  if (s.window < 0 || s.window > kMost * 16) {
    return Error{ErrorCode::FileCorrupt,
                 tag + "a window of " + std::to_string(s.window) + " tokens is not possible; get the file again"};
  }
  return {};
}

void add_attention_slots(StateLayout& layout, const AttentionShape& shape, std::int64_t layer) {
  layout.slots.push_back(rows_of(shape, layer, "k", shape.keys()));
  layout.slots.push_back(rows_of(shape, layer, "v", shape.values()));
}

StateSlot position_slot() {
  return {.name = "position", .shape = {1}};
}

Value attend(Graph& g, const AttentionShape& shape, std::int64_t layer, Value q, Value k, Value v) {
  const Value keys = g.state(slot_name(layer, "k")), values = g.state(slot_name(layer, "v"));
  append_rows(g, k, keys);
  append_rows(g, v, values);
  const float scale = shape.scale != 0 ? shape.scale : 1.0f / std::sqrt(static_cast<float>(shape.key_size));
  return attention(g, q, keys, values,
                   {.query_heads = static_cast<std::int32_t>(shape.query_heads),
                    .key_heads = static_cast<std::int32_t>(shape.key_heads),
                    .scale = scale,
                    .window = static_cast<std::int32_t>(shape.window),
                    .cap = shape.cap});
}

Value attention_layer(Graph& g, const AttentionShape& shape, std::int64_t layer, const AttentionWeights& w, Value x,
                      const AttentionOptions& options) {
  Value q = norm(g, w.q_norm, linear(g, w.q, x, {.bias = w.q_bias}), shape.key_size, options.norm_epsilon);
  Value k = norm(g, w.k_norm, linear(g, w.k, x, {.bias = w.k_bias}), shape.key_size, options.norm_epsilon);
  const Value v = linear(g, w.v, x, {.bias = w.v_bias});
  if (options.rotary) {
    q = rotate(g, q, *options.rotary, shape.key_size, options.adjacent);
    k = rotate(g, k, *options.rotary, shape.key_size, options.adjacent);
  }
  Value y = attend(g, shape, layer, q, k, v);
  if (options.gate) y = multiply(g, y, *options.gate);
  return linear(g, w.out, y, {.bias = w.out_bias, .residual = options.residual});
}

}  // namespace eddy
