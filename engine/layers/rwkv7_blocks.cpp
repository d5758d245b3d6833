#include "engine/layers/rwkv7_blocks.h"

#include <array>

#include "engine/layers/named_rules.h"
#include "engine/ops/elementwise.h"
#include "engine/ops/head_bonus.h"
#include "engine/ops/layer_norm.h"
#include "engine/ops/linear.h"
#include "engine/ops/rwkv7_key.h"
#include "engine/ops/rwkv7_readout.h"
#include "engine/ops/token_shift.h"
#include "engine/ops/wkv7.h"

namespace eddy {
namespace {

struct Name {
  const char *authors, *gguf, *fla;
};

constexpr Name kNames[] = {{"receptance.weight", "time_mix_receptance.weight", "r_proj.weight"},
                           {"key.weight", "time_mix_key.weight", "k_proj.weight"},
                           {"value.weight", "time_mix_value.weight", "v_proj.weight"},
                           {"output.weight", "time_mix_output.weight", "o_proj.weight"},
                           {"x", "time_mix_lerp_fused.weight", "x_x"},
                           {"k_k", "time_mix_k_k.weight", "k_k"},
                           {"k_a", "time_mix_k_a.weight", "k_a"},
                           {"r_k", "time_mix_r_k.weight", "r_k"},
                           {"ln_x.weight", "time_mix_ln.weight", "g_norm.weight"},
                           {"ln_x.bias", "time_mix_ln.bias", "g_norm.bias"}};

constexpr const char* kMatrices[] = {"receptance.weight", "key.weight", "value.weight", "output.weight"};

std::string slot_name(std::int64_t layer, const char* name) {
  return "blk." + std::to_string(layer) + "." + name;
}

bool in_out(const Rwkv7Place& place) {
  return place.naming == Rwkv7Naming::Authors;
}

/// out = [bias +] activation(x * first) * second, `letter` of w, a, v, g.
void add_low_rank(TensorTable& table, const Rwkv7Place& place, char letter, std::int64_t width, std::int64_t rank) {
  const auto rule = [&](char part, Shape shape) {
    const std::string name{letter, part};
    const bool matrix = part != '0';
    table.rules.push_back({.name = place.ours + name,
                           .shape = shape,
                           .matrix = matrix,
                           .sources = {{.names = {place.in_file(name)}, .in_out = matrix && in_out(place)}}});
  };
  rule('1', {rank, width});
  rule('2', {width, rank});
  if (letter != 'g') rule('0', {width});
}

TensorRule mixes_rule(const Rwkv7Sizes& s, const Rwkv7Place& place) {
  TensorSource source;
  if (s.joined_mixes) {
    source.names = {place.in_file("x")};
  } else {
    for (char letter : std::string("rwkvag").substr(0, static_cast<std::size_t>(s.mixes())))
      source.names.push_back(place.in_file(std::string("x_") + letter));
  }
  return {.name = place.ours + "x", .shape = {s.mixes(), s.width}, .sources = {source}};
}

/// last(bias + inner(x * first) * second)
Value low_rank(Graph& g, const std::string& name, Value x, Activation inner, Activation last) {
  const Value hidden = linear(g, g.weight(name + "1"), x, {.activation = inner});
  return linear(g, g.weight(name + "2"), hidden, {.bias = g.weight(name + "0"), .activation = last});
}

}  // namespace

std::string Rwkv7Place::in_file(const std::string& name) const {
  if (naming == Rwkv7Naming::RwkvCpp && name == "x") return file + "x_rwkvag";
  if (naming == Rwkv7Naming::Authors || naming == Rwkv7Naming::RwkvCpp) return file + name;
  for (const auto& known : kNames) {
    if (known.authors == name) return file + (naming == Rwkv7Naming::Gguf ? known.gguf : known.fla);
  }
  if (naming == Rwkv7Naming::Gguf) return file + "time_mix_" + name + ".weight";
  if (name.starts_with("x_")) return file + name;
  constexpr const char* kParts[] = {"2.bias", "0.weight", "2.weight"};  // of w0, w1, w2
  return file + name[0] + "_lora.lora." + kParts[name[1] - '0'];
}

std::optional<std::string> read_rwkv7_ranks(const ModelFile& file, const Rwkv7Place& first, const Rwkv7Place* second,
                                            Rwkv7Sizes& s) {
  struct Field {
    const char* name;
    const Rwkv7Place* place;
    std::int64_t* rank;
    bool optional;
  };
  const Field fields[] = {{"w1", &first, &s.decay_rank, false},
                          {"a1", &first, &s.iclr_rank, false},
                          {"g1", &first, &s.gate_rank, true},
                          {"v1", second, &s.value_rank, false}};
  for (const auto& field : fields) {
    if (!field.place) continue;
    const std::string name = field.place->in_file(field.name);
    const auto size = matrix_size(file, {name});
    if (!size && field.optional && !file.find(name)) continue;
    if (!size) return name;
    *field.rank = in_out(first) ? size->second : size->first;
  }
  s.joined_mixes = first.naming == Rwkv7Naming::Gguf || file.find(first.in_file("x"));
  s.readout_norm = file.find(first.in_file("ln_x.weight")) != nullptr;
  return std::nullopt;
}

void add_rwkv7_time_mix(TensorTable& table, const Rwkv7Sizes& s, const Rwkv7Place& place, bool first_layer) {
  const auto vector = [&](const std::string& name, Shape stored = {}) {
    table.rules.push_back(named_vector(place.ours + name, {s.width}, {place.in_file(name)}, nullptr, stored));
  };
  table.rules.push_back(mixes_rule(s, place));
  for (const char* name : kMatrices)
    table.rules.push_back(named_matrix(place.ours + name, s.width, s.width, {place.in_file(name)}));
  add_low_rank(table, place, 'w', s.width, s.decay_rank);
  add_low_rank(table, place, 'a', s.width, s.iclr_rank);
  if (s.gate_rank > 0) add_low_rank(table, place, 'g', s.width, s.gate_rank);
  if (!first_layer) add_low_rank(table, place, 'v', s.width, s.value_rank);
  vector("k_k");
  vector("k_a");
  vector("r_k", place.naming == Rwkv7Naming::Gguf ? Shape{} : Shape{s.heads, s.head_size});
  if (s.readout_norm) {
    vector("ln_x.weight");
    vector("ln_x.bias");
  }
  // The first layer has no earlier values to mix in; files keep the tensors all the same, or copies of a0, a1, a2.
  for (const char* name : {"v0", "v1", "v2"}) {
    if (first_layer) table.ignored.push_back(place.in_file(name));
  }
}

void add_rwkv7_slots(StateLayout& layout, const Rwkv7Sizes& s, std::int64_t layer) {
  const auto add = [&](const char* name, std::vector<std::int64_t> shape) {
    layout.slots.push_back(
        {.name = slot_name(layer, name), .layer = static_cast<int>(layer), .shape = std::move(shape)});
  };
  add("att_shift", {s.width});                      // the norm's result for the last token
  add("wkv", {s.heads, s.head_size, s.head_size});  // [H, key, value]
}

Value rwkv7_time_mix(Graph& g, const Rwkv7Sizes& s, const std::string& ours, std::int64_t layer, Value x, Value normed,
                     Value& v_first) {
  const auto w = [&](const char* name) { return g.weight(ours + name); };
  const auto shifted = token_shift(g, normed, w("x"), g.state(slot_name(layer, "att_shift")));
  const Value xr = shifted[0], xw = shifted[1], xk = shifted[2], xv = shifted[3], xa = shifted[4];

  const Value r = linear(g, w("receptance.weight"), xr);
  const Value k = linear(g, w("key.weight"), xk);
  Value v = linear(g, w("value.weight"), xv);
  const Value decay = low_rank(g, ours + "w", xw, Activation::Tanh, Activation::Rwkv7Decay);
  const Value a = low_rank(g, ours + "a", xa, Activation::None, Activation::Sigmoid);  // in-context learning rate
  std::optional<Value> gate;
  if (s.gate_rank > 0) gate = linear(g, w("g2"), linear(g, w("g1"), shifted[5], {.activation = Activation::Sigmoid}));
  if (layer == 0) {
    v_first = v;
  } else {
    v = lerp(g, v, v_first, low_rank(g, ours + "v", xv, Activation::None, Activation::Sigmoid));
  }

  const auto [kk, key] = rwkv7_key(g, k, a, w("k_k"), w("k_a"), s.heads);
  Value y = wkv7(g, {.r = r, .w = decay, .k = key, .v = v, .kk = kk, .a = a}, g.state(slot_name(layer, "wkv")));
  if (gate && s.readout_norm) {
    y = rwkv7_readout(g,
                      {.y = y,
                       .r = r,
                       .k = key,
                       .v = v,
                       .g = *gate,
                       .r_k = w("r_k"),
                       .norm_weight = w("ln_x.weight"),
                       .norm_bias = w("ln_x.bias")},
                      s.heads, s.readout_epsilon);
  } else {
    if (s.readout_norm) y = group_norm(g, y, w("ln_x.weight"), w("ln_x.bias"), s.heads, s.readout_epsilon);
    y = head_bonus(g, {.y = y, .r = r, .k = key, .v = v, .r_k = w("r_k")}, s.heads);
    if (gate) y = multiply(g, y, *gate);
  }
  return linear(g, w("output.weight"), y, {.residual = x});
}

}  // namespace eddy
