// Attention in tiles. A vector lane is one row: a query head at one token; 16 rows that share a key head are taken
// together, so every key and value is read once for all of them. All sums run within a lane, over channels and then
// over tokens in rising order, so a row's result depends neither on its neighbours nor on how tokens came in.
#include "engine/ops/attention.h"

#include <hwy/cache_control.h>

#include <cstring>
#include <limits>

#include "engine/backends/cpu/ranges.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/backends/cpu/attention.cpp"
#include <hwy/foreach_target.h>

#include "engine/backends/cpu/simd-inl.h"

HWY_BEFORE_NAMESPACE();
namespace eddy {
namespace HWY_NAMESPACE {
namespace {

constexpr std::int64_t kRows = 16;
constexpr int kRowVectors = static_cast<int>(kRows / kLanes);
constexpr float kMinusInfinity = -std::numeric_limits<float>::infinity();

HWY_INLINE V row_vector(const float* p, int v) {
  return hn::Load(D(), p + v * kLanes);
}

/// exp(s - maximum), where both may be minus infinity: nothing was visible.
HWY_INLINE V weight_of(V s, V maximum) {
  const D d;
  const V seen = hn::IfThenElse(hn::Eq(maximum, hn::Set(d, kMinusInfinity)), hn::Zero(d), maximum);
  // Smaller ones are zero in float32 anyway.
  return hn::IfThenZeroElse(hn::Eq(s, hn::Set(d, kMinusInfinity)),
                            hn::Exp(d, hn::Max(hn::Sub(s, seen), hn::Set(d, -200.0f))));
}

/// Maximum, sum and values [Dv][16] of the tokens seen so far.
struct Running {
  float* maximum;
  float* sum;
  float* values;

  void clear(std::int64_t channels) const {
    std::fill_n(maximum, kRows, kMinusInfinity);
    std::fill_n(sum, kRows, 0.0f);
    std::fill_n(values, channels * kRows, 0.0f);
  }
};

/// Adds what `part` has seen to `all`.
HWY_INLINE void join(const Running& all, const Running& part, std::int64_t channels) {
  const D d;
  for (int v = 0; v < kRowVectors; ++v) {
    const V old = row_vector(all.maximum, v), other = row_vector(part.maximum, v), maximum = hn::Max(old, other);
    const V keep = weight_of(old, maximum), add = weight_of(other, maximum);
    hn::Store(maximum, d, all.maximum + v * kLanes);
    hn::Store(hn::MulAdd(row_vector(part.sum, v), add, hn::Mul(row_vector(all.sum, v), keep)), d, all.sum + v * kLanes);
    for (std::int64_t i = 0; i < channels; ++i) {
      float* values = all.values + i * kRows;
      hn::Store(hn::MulAdd(row_vector(part.values + i * kRows, v), add, hn::Mul(row_vector(values, v), keep)), d,
                values + v * kLanes);
    }
  }
}

/// 16 rows of one key head: row r is token `first_token + r / group` and query head `r % group` of the group.
struct RowTile {
  const OpCall& call;
  AttentionParams params;
  const TokenRows& keys;
  const TokenRows& values;
  std::int64_t sequence, key_head, group, first_row, rows;
  std::int64_t dk, dv;
  float *q, *scores;                // [Dk][16], [tile][16]
  float first[kRows], last[kRows];  // tokens that each row may look at, relative to `base`
  std::int64_t base = 0, begin = 0, end = 0;

  std::int64_t token(std::int64_t r) const { return (first_row + r) / group; }
  std::int64_t query_head(std::int64_t r) const { return key_head * group + (first_row + r) % group; }

  void load() {
    begin = std::numeric_limits<std::int64_t>::max();
    for (std::int64_t r = 0; r < rows; ++r) {
      const std::int64_t position = keys.before + token(r);
      begin = std::min(begin, first_visible(params, position));
      end = std::max(end, position + 1);
    }
    base = begin / kAttentionTile * kAttentionTile;
    for (std::int64_t r = 0; r < kRows; ++r) {
      const bool used = r < rows;
      const std::int64_t position = keys.before + token(used ? r : 0);
      // Relative to the base these are exact floats up to 2^24 tokens.
      first[r] = used ? static_cast<float>(first_visible(params, position) - base) : 1.0f;
      last[r] = used ? static_cast<float>(position - base) : 0.0f;
      const float* from =
          call.inputs[0].tensor.row(sequence * call.tokens + token(used ? r : 0)) + query_head(used ? r : 0) * dk;
      for (std::int64_t i = 0; i < dk; ++i) q[i * kRows + r] = used ? from[i] * params.scale : 0.0f;
    }
  }
};

/// Scores of `Count` tokens from `key` on, rows of keys `stride` apart.
template <int Count, int kVectors>
HWY_INLINE void score_tokens(const RowTile& tile, const float* key, std::int64_t stride, float* scores) {
  const D d;
  V sums[Count][kVectors];
  for (int c = 0; c < Count; ++c) {
    for (int v = 0; v < kVectors; ++v) sums[c][v] = hn::Zero(d);
  }
  for (std::int64_t i = 0; i < tile.dk; ++i) {
    V q[kVectors];
    for (int v = 0; v < kVectors; ++v) q[v] = row_vector(tile.q + i * kRows, v);
    for (int c = 0; c < Count; ++c) {
      const V k = hn::Set(d, key[c * stride + i]);
      for (int v = 0; v < kVectors; ++v) sums[c][v] = hn::MulAdd(k, q[v], sums[c][v]);
    }
  }
  for (int c = 0; c < Count; ++c) {
    for (int v = 0; v < kVectors; ++v) hn::Store(sums[c][v], d, scores + c * kRows + v * kLanes);
  }
}

/// Caps and masks the scores of tokens [from, from + count), and takes them into maximum, sum and weights.
template <int kVectors>
HWY_INLINE void weigh(const RowTile& tile, const Running& running, std::int64_t from, std::int64_t count) {
  const D d;
  const float cap = tile.params.cap;
  for (int v = 0; v < kVectors; ++v) {
    const V first = hn::LoadU(d, tile.first + v * kLanes), last = hn::LoadU(d, tile.last + v * kLanes);
    const V old = row_vector(running.maximum, v);
    V maximum = old;
    for (std::int64_t j = 0; j < count; ++j) {
      float* at = tile.scores + j * kRows + v * kLanes;
      const V position = hn::Set(d, static_cast<float>(from + j - tile.base));
      V s = hn::Load(d, at);
      if (cap > 0) s = hn::Mul(hn::Tanh(d, hn::Div(s, hn::Set(d, cap))), hn::Set(d, cap));
      const auto visible = hn::And(hn::Ge(position, first), hn::Le(position, last));
      s = hn::IfThenElse(visible, s, hn::Set(d, kMinusInfinity));
      maximum = hn::Max(maximum, s);
      hn::Store(s, d, at);
    }
    const V keep = weight_of(old, maximum);
    V sum = hn::Mul(row_vector(running.sum, v), keep);
    for (std::int64_t j = 0; j < count; ++j) {
      float* at = tile.scores + j * kRows + v * kLanes;
      const V weight = weight_of(hn::Load(d, at), maximum);
      sum = hn::Add(sum, weight);
      hn::Store(weight, d, at);
    }
    hn::Store(maximum, d, running.maximum + v * kLanes);
    hn::Store(sum, d, running.sum + v * kLanes);
    for (std::int64_t i = 0; i < tile.dv; ++i) {
      float* at = running.values + i * kRows + v * kLanes;
      hn::Store(hn::Mul(hn::Load(d, at), keep), d, at);
    }
  }
}

/// `Count` value channels from `channel` on.
template <int Count, int kVectors>
HWY_INLINE void add_values(const RowTile& tile, const Running& running, const float* value, std::int64_t stride,
                           std::int64_t count, std::int64_t channel) {
  const D d;
  V sums[Count][kVectors];
  float* at = running.values + channel * kRows;
  for (int c = 0; c < Count; ++c) {
    for (int v = 0; v < kVectors; ++v) sums[c][v] = row_vector(at + c * kRows, v);
  }
  for (std::int64_t j = 0; j < count; ++j) {
    V weights[kVectors];
    for (int v = 0; v < kVectors; ++v) weights[v] = row_vector(tile.scores + j * kRows, v);
    for (int c = 0; c < Count; ++c) {
      const V number = hn::Set(d, value[j * stride + channel + c]);
      for (int v = 0; v < kVectors; ++v) sums[c][v] = hn::MulAdd(number, weights[v], sums[c][v]);
    }
  }
  for (int c = 0; c < Count; ++c) {
    for (int v = 0; v < kVectors; ++v) hn::Store(sums[c][v], d, at + c * kRows + v * kLanes);
  }
}

/// Rows of one head lie a whole row apart, where processors do not see the next one coming.
HWY_INLINE void fetch(const float* rows, std::int64_t stride, std::int64_t count, std::int64_t channels) {
  for (std::int64_t j = 0; j < count; ++j) {
    for (std::int64_t i = 0; i < channels; i += 16) hwy::Prefetch(rows + j * stride + i);
  }
}

/// The visible part of one tile, for the rows in the first `kVectors` vectors. Several sums are kept at once, so that
/// none waits for itself.
template <int kVectors>
HWY_NOINLINE void attend_tile(const RowTile& tile, const Running& running, std::int64_t index) {
  constexpr int kAtOnce = kVectors == 1 ? 8 : 4;
  const std::int64_t from = std::max(tile.begin, index * kAttentionTile);
  const std::int64_t count = std::min(tile.end, (index + 1) * kAttentionTile) - from;
  const std::int64_t stride = tile.keys.width;
  const float* key = tile.keys.row(from) + tile.key_head * tile.dk;
  const float* value = tile.values.row(from) + tile.key_head * tile.dv;
  std::int64_t j = 0;
  for (; j + kAtOnce <= count; j += kAtOnce) {
    fetch(value + j * tile.values.width, tile.values.width, kAtOnce, tile.dv);
    fetch(key + (j + kAtOnce) * stride, stride, std::min<std::int64_t>(kAtOnce, count - j - kAtOnce), tile.dk);
    score_tokens<kAtOnce, kVectors>(tile, key + j * stride, stride, tile.scores + j * kRows);
  }
  for (; j < count; ++j) score_tokens<1, kVectors>(tile, key + j * stride, stride, tile.scores + j * kRows);
  weigh<kVectors>(tile, running, from, count);
  std::int64_t i = 0;
  for (; i + kAtOnce <= tile.dv; i += kAtOnce) {
    add_values<kAtOnce, kVectors>(tile, running, value, tile.values.width, count, i);
  }
  for (; i < tile.dv; ++i) add_values<1, kVectors>(tile, running, value, tile.values.width, count, i);
}

/// All tiles of one stripe. False when it has none.
bool attend_stripe(const RowTile& tile, const Running& running, std::int64_t stripe) {
  const std::int64_t first = tile.begin / kAttentionTile, last = (tile.end - 1) / kAttentionTile;
  std::int64_t index = first + (stripe - first % kAttentionStripes + kAttentionStripes) % kAttentionStripes;
  running.clear(tile.dv);
  if (index > last) return false;
  const auto attend = tile.rows <= kLanes ? &attend_tile<1> : &attend_tile<kRowVectors>;
  for (; index <= last; index += kAttentionStripes) attend(tile, running, index);
  return true;
}

/// Memory for one row tile, on the stack of the thread.
struct Scratch {
  HWY_ALIGN float q[kMostHeadChannels * kRows];
  HWY_ALIGN float scores[kAttentionTile * kRows];
  HWY_ALIGN float values[kMostHeadChannels * kRows];
  HWY_ALIGN float all_values[kMostHeadChannels * kRows];
  HWY_ALIGN float numbers[4 * kRows];

  Running part() { return {numbers, numbers + kRows, values}; }
  Running all() { return {numbers + 2 * kRows, numbers + 3 * kRows, all_values}; }
};

RowTile make_tile(const OpCall& call, std::int64_t sequence, std::int64_t key_head, std::int64_t first_row,
                  Scratch& scratch) {
  const auto params = call.params.as<AttentionParams>();
  const TokenRows& keys = call.inputs[1].rows[static_cast<std::size_t>(sequence)];
  const TokenRows& values = call.inputs[2].rows[static_cast<std::size_t>(sequence)];
  const std::int64_t group = params.query_heads / params.key_heads;
  RowTile tile{.call = call,
               .params = params,
               .keys = keys,
               .values = values,
               .sequence = sequence,
               .key_head = key_head,
               .group = group,
               .first_row = first_row,
               .rows = std::min(kRows, call.tokens * group - first_row),
               .dk = keys.width / params.key_heads,
               .dv = values.width / params.key_heads,
               .q = scratch.q,
               .scores = scratch.scores};
  tile.load();
  return tile;
}

std::int64_t row_tiles(const OpCall& call) {
  const auto params = call.params.as<AttentionParams>();
  return (call.tokens * (params.query_heads / params.key_heads) + kRows - 1) / kRows;
}

void divide(const Running& all, std::int64_t r, std::int64_t channels, float* y) {
  for (std::int64_t i = 0; i < channels; ++i) y[i] = all.values[i * kRows + r] / all.sum[r];
}

void attention_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const std::int64_t heads = call.params.as<AttentionParams>().key_heads, tiles = row_tiles(call);
  const TaskRange range(call.sequences * heads * tiles, task, tasks);
  Scratch scratch;
  for (std::int64_t i = range.begin; i < range.end; ++i) {
    const RowTile tile = make_tile(call, i / (heads * tiles), i / tiles % heads, i % tiles * kRows, scratch);
    scratch.all().clear(tile.dv);
    for (std::int64_t stripe = 0; stripe < kAttentionStripes; ++stripe) {
      if (attend_stripe(tile, scratch.part(), stripe)) join(scratch.all(), scratch.part(), tile.dv);
    }
    for (std::int64_t r = 0; r < tile.rows; ++r) {
      const std::int64_t row = tile.sequence * call.tokens + tile.token(r);
      divide(scratch.all(), r, tile.dv, call.outputs[0].tensor.row(row) + tile.query_head(r) * tile.dv);
    }
  }
}

void attention_stripe_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const std::int64_t heads = call.params.as<AttentionParams>().key_heads, tiles = row_tiles(call);
  const TaskRange range(call.sequences * heads * tiles * kAttentionStripes, task, tasks);
  Scratch scratch;
  for (std::int64_t i = range.begin; i < range.end; ++i) {
    const std::int64_t stripe = i % kAttentionStripes, unit = i / kAttentionStripes;
    const RowTile tile = make_tile(call, unit / (heads * tiles), unit / tiles % heads, unit % tiles * kRows, scratch);
    const Running part = scratch.part();
    attend_stripe(tile, part, stripe);
    for (std::int64_t r = 0; r < tile.rows; ++r) {
      float* out = call.outputs[0].tensor.row(tile.sequence * call.tokens + tile.token(r)) +
                   (tile.query_head(r) * kAttentionStripes + stripe) * (tile.dv + 2);
      out[0] = part.maximum[r];
      out[1] = part.sum[r];
      for (std::int64_t c = 0; c < tile.dv; ++c) out[2 + c] = part.values[c * kRows + r];
    }
  }
}

/// Up to 16 heads of one token at a time, in the lanes.
void attention_join_part(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const TensorView &parts = call.inputs[0].tensor, &y = call.outputs[0].tensor;
  const std::int64_t heads = call.params.as<AttentionParams>().query_heads, dv = y.shape.last() / heads, size = dv + 2;
  const TaskRange range(y.shape.rows() * heads, task, tasks);
  Scratch scratch;
  const Running part = scratch.part(), all = scratch.all();
  for (std::int64_t first = range.begin; first < range.end; first += kRows) {
    const std::int64_t count = std::min(kRows, range.end - first);
    all.clear(dv);
    for (std::int64_t stripe = 0; stripe < kAttentionStripes; ++stripe) {
      part.clear(dv);
      for (std::int64_t r = 0; r < count; ++r) {
        const float* in = parts.data + ((first + r) * kAttentionStripes + stripe) * size;
        part.maximum[r] = in[0];
        part.sum[r] = in[1];
        for (std::int64_t c = 0; c < dv; ++c) part.values[c * kRows + r] = in[2 + c];
      }
      join(all, part, dv);
    }
    for (std::int64_t r = 0; r < count; ++r) divide(all, r, dv, y.data + (first + r) * dv);
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace eddy
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace eddy {

HWY_EXPORT(attention_part);
HWY_EXPORT(attention_stripe_part);
HWY_EXPORT(attention_join_part);

// How many tokens are there is not known when tasks are cut: some thousand are assumed.
std::int64_t cpu_attention_tasks(const OpCall& call, int threads) {
  const auto p = call.params.as<AttentionParams>();
  const std::int64_t rows = call.tokens * (p.query_heads / p.key_heads);
  return tasks_for(call.sequences * p.key_heads * ((rows + 15) / 16), 1 << 16, threads);
}

void cpu_attention(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(attention_part)(call, task, tasks);
}

std::int64_t cpu_attention_stripe_tasks(const OpCall& call, int threads) {
  return tasks_for(call.sequences * call.params.as<AttentionParams>().key_heads * kAttentionStripes, 1 << 15, threads);
}

void cpu_attention_stripe(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(attention_stripe_part)(call, task, tasks);
}

std::int64_t cpu_attention_join_tasks(const OpCall& call, int threads) {
  const Shape& parts = call.inputs[0].tensor.shape;
  return tasks_for(parts.rows() * call.params.as<AttentionParams>().query_heads,
                   parts.last() / call.params.as<AttentionParams>().query_heads, threads);
}

void cpu_attention_join(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  HWY_DYNAMIC_DISPATCH(attention_join_part)(call, task, tasks);
}

std::int64_t cpu_append_rows_tasks(const OpCall& call, int threads) {
  return tasks_for(call.sequences * call.tokens, call.inputs[0].tensor.shape.last(), threads);
}

void cpu_append_rows(const OpCall& call, std::int64_t task, std::int64_t tasks) {
  const TaskRange range(call.sequences * call.tokens, task, tasks);
  for (std::int64_t i = range.begin; i < range.end; ++i) {
    const TokenRows& rows = call.inputs[1].rows[static_cast<std::size_t>(i / call.tokens)];
    std::memcpy(rows.row(rows.before + i % call.tokens), call.inputs[0].tensor.row(i),
                static_cast<std::size_t>(rows.width) * sizeof(float));
  }
}

}  // namespace eddy
#endif
