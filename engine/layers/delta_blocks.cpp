#include "engine/layers/delta_blocks.h"

#include <cmath>

#include "engine/layers/rewrites.h"
#include "engine/ops/causal_conv.h"
#include "engine/ops/gate.h"
#include "engine/ops/l2_norm.h"
#include "engine/ops/linear.h"
#include "engine/ops/rms_norm.h"
#include "engine/ops/scale.h"
#include "engine/ops/softplus_decay.h"

namespace eddy {
namespace {

constexpr std::int64_t kMostTaps = 64;

struct Projection {
  const char* letter;
  std::int64_t channels;
  std::int64_t first;  // of all channels, q's before k's before v's
};

std::array<Projection, 3> projections(const DeltaSizes& s) {
  return {{{"q", s.keys(), 0}, {"k", s.keys(), s.keys()}, {"v", s.values(), 2 * s.keys()}}};
}

TensorRule own_vector(const std::string& name, std::int64_t n) {
  return named_vector(name, {n}, {name});
}

TensorRule own_matrix(const std::string& name, std::int64_t out, std::int64_t in) {
  return named_matrix(name, out, in, {name});
}

std::string slot_name(std::int64_t layer, const std::string& name) {
  return "blk." + std::to_string(layer) + "." + name;
}

/// [K, C] of a convolution from [C, 1, K] in the file.
TensorRule taps_rule(const DeltaSizes& s, const std::string& prefix, const Projection& of) {
  const auto name = [&](const char* letter) { return prefix + letter + "_conv1d.weight"; };
  TensorSource source{.names = {name(of.letter)}, .stored = {of.channels, s.taps}, .rewrite = taps_from(0)};
  if (s.taps_in_thirds) {
    source = {.names = {name("q"), name("k"), name("v")},
              .stored = {(2 * s.keys() + s.values()) / 3, s.taps},
              .rewrite = taps_from(of.first)};
  }
  return {.name = name(of.letter), .shape = {s.taps, of.channels}, .sources = {source}};
}

}  // namespace

WeightRewrite taps_from(std::int64_t first) {
  return [first](std::span<const float> stored, const Shape& shape, std::span<float> numbers) {
    const std::int64_t taps = shape[0], channels = shape[1];
    for (std::int64_t i = 0; i < taps * channels; ++i) {
      const std::int64_t from = (first + i % channels) * taps + i / channels;
      numbers[static_cast<std::size_t>(i)] = stored[static_cast<std::size_t>(from)];
    }
  };
}

std::pair<std::int64_t, std::int64_t> expect_matrix(ConfigReader& reader, const ModelFile& file,
                                                    const FileNames& names) {
  if (const auto size = matrix_size(file, names)) return *size;
  reader.fail("tensor '" + names.front() + "' is missing or not a matrix");
  return {1, 1};
}

DeltaSizes read_separate_delta(ConfigReader& reader, const ModelFile& file, const std::string& prefix,
                               std::int64_t key_heads, std::int64_t heads) {
  const auto keys = expect_matrix(reader, file, {prefix + "k_proj.weight"});
  const auto values = expect_matrix(reader, file, {prefix + "v_proj.weight"}).first;
  DeltaSizes s{.width = keys.second,
               .key_heads = key_heads,
               .heads = heads,
               .key_size = keys.first / key_heads,
               .value_size = values / heads};
  if (reader.ok() && (s.keys() != keys.first || s.values() != values || heads % key_heads != 0)) {
    reader.fail("its " + std::to_string(keys.first) + " key and " + std::to_string(values) +
                " value channels do not divide into " + std::to_string(key_heads) + " and " + std::to_string(heads) +
                " heads");
  }
  const StoredTensor* taps = file.find(prefix + "q_conv1d.weight");
  if (taps) s.taps = taps->shape.empty() ? 0 : taps->shape.back();
  if (taps && (s.taps < 2 || s.taps > kMostTaps))
    reader.fail("tensor '" + prefix + "q_conv1d.weight' is no short convolution");
  s.tap_bias = file.find(prefix + "q_conv1d.bias") != nullptr;
  s.taps_in_thirds = taps && taps->shape[0] != s.keys() && 3 * taps->shape[0] == 2 * s.keys() + s.values();
  return s;
}

void add_separate_delta(TensorTable& table, const DeltaSizes& s, const std::string& prefix, std::int64_t decays) {
  for (const auto& [letter, channels, first] : projections(s)) {
    table.rules.push_back(own_matrix(prefix + letter + "_proj.weight", channels, s.width));
    if (s.taps == 0) continue;
    table.rules.push_back(taps_rule(s, prefix, {letter, channels, first}));
    if (s.tap_bias) table.rules.push_back(own_vector(prefix + letter + "_conv1d.bias", channels));
  }
  table.rules.push_back(own_matrix(prefix + "b_proj.weight", s.heads, s.width));
  table.rules.push_back(
      {.name = prefix + "A_log",
       .shape = {decays},
       .sources = {{.names = {prefix + "A_log"}, .stored = {s.heads}, .rewrite = &rewrite_each<minus_exponential>}}});
  table.rules.push_back(own_vector(prefix + "dt_bias", decays));
  table.rules.push_back(own_vector(prefix + "o_norm.weight", s.value_size));
  table.rules.push_back(own_matrix(prefix + "o_proj.weight", s.width, s.values()));
}

void add_separate_delta_slots(StateLayout& layout, const DeltaSizes& s, std::int64_t layer) {
  for (const auto& [letter, channels, first] : projections(s)) {
    if (s.taps == 0) continue;
    layout.slots.push_back({.name = slot_name(layer, std::string("conv_") + letter),
                            .layer = static_cast<int>(layer),
                            .shape = {s.taps - 1, channels}});
  }
  layout.slots.push_back(delta_state_slot(s, layer));
}

StateSlot delta_state_slot(const DeltaSizes& s, std::int64_t layer) {
  return {.name = slot_name(layer, "state"),
          .layer = static_cast<int>(layer),
          .shape = {s.heads, s.key_size, s.value_size}};
}

DeltaVectors separate_delta_vectors(Graph& g, const DeltaSizes& s, std::int64_t layer, const std::string& prefix,
                                    Value x) {
  const auto vector = [&](const std::string& letter) {
    const Value weight = g.weight(prefix + letter + "_proj.weight");
    if (s.taps == 0) return linear(g, weight, x, {.activation = Activation::Silu});
    CausalConvInputs in{.x = linear(g, weight, x),
                        .weight = g.weight(prefix + letter + "_conv1d.weight"),
                        .activation = Activation::Silu};
    if (s.tap_bias) in.bias = g.weight(prefix + letter + "_conv1d.bias");
    return causal_conv(g, in, g.state(slot_name(layer, "conv_" + letter)));
  };
  return {vector("q"), vector("k"), vector("v")};
}

Value delta_rate(Graph& g, const DeltaSizes& s, Value weight, Value x) {
  const Value rate = linear(g, weight, x, {.activation = Activation::Sigmoid});
  return s.doubled_rate ? scale(g, rate, 2) : rate;
}

Value delta_rule(Graph& g, const DeltaSizes& s, std::int64_t layer, const DeltaVectors& in, Value decay, Value rate,
                 Value norm) {
  const Value q = l2_norm(g, in.q, {.groups = s.key_heads}), k = l2_norm(g, in.k, {.groups = s.key_heads});
  const Value y = gated_delta(g,
                              {.q = q,
                               .k = k,
                               .v = in.v,
                               .w = decay,
                               .b = rate,
                               .scale = 1.0f / std::sqrt(static_cast<float>(s.key_size)),
                               .sharing = s.sharing},
                              g.state(delta_state_slot(s, layer).name));
  return rms_norm(g, y, norm, s.readout_epsilon, s.heads);
}

Value separate_delta(Graph& g, const DeltaSizes& s, std::int64_t layer, const std::string& prefix, Value x,
                     bool gated) {
  const auto w = [&](const char* name) { return g.weight(prefix + name); };
  const DeltaVectors vectors = separate_delta_vectors(g, s, layer, prefix, x);
  const Value decay = softplus_decay(g, linear(g, w("a_proj.weight"), x), w("A_log"), w("dt_bias"));
  const Value rate = delta_rate(g, s, w("b_proj.weight"), x);
  const Value y = delta_rule(g, s, layer, vectors, decay, rate, w("o_norm.weight"));
  return gated ? gate(g, y, linear(g, w("g_proj.weight"), x), 0, Activation::Silu) : y;
}

}  // namespace eddy
