#include "engine/layers/mamba_blocks.h"

#include "engine/layers/rewrites.h"
#include "engine/ops/causal_conv.h"
#include "engine/ops/columns.h"
#include "engine/ops/linear.h"
#include "engine/ops/rms_norm.h"
#include "engine/ops/selective_scan.h"

namespace eddy {
namespace {

/// [E, N] logarithms of decay rates as stored -> [N, E] negative rates.
void rewrite_rates(std::span<const float> stored, const Shape& shape, std::span<float> numbers) {
  rewrite_first_to_last(stored, shape, numbers);
  for (float& rate : numbers) rate = minus_exponential(rate);
}

void fill_ones(std::span<const float>, const Shape&, std::span<float> numbers) {
  std::fill(numbers.begin(), numbers.end(), 1.0f);
}

struct SmallNorm {
  const char *ours, *file, *gguf;
  std::int64_t MambaSizes::*size;
};
constexpr SmallNorm kSmallNorms[] = {{"dt_norm", "dt_layernorm.weight", "ssm_dt_norm.weight", &MambaSizes::rank},
                                     {"b_norm", "b_layernorm.weight", "ssm_b_norm.weight", &MambaSizes::states},
                                     {"c_norm", "c_layernorm.weight", "ssm_c_norm.weight", &MambaSizes::states}};

void add_small_norms(TensorTable& table, const MambaSizes& s, const MixerPlace& place) {
  if (s.norms == MambaNorms::None) return;
  for (const auto& norm : kSmallNorms) {
    TensorRule rule =
        named_vector(place.ours + norm.ours, {s.*norm.size}, {place.file + norm.file, place.gguf + norm.gguf});
    if (s.norms == MambaNorms::Weightless) rule.sources = {{.rewrite = &fill_ones}};
    table.rules.push_back(rule);
  }
}

}  // namespace

MambaSizes read_mamba_sizes(const ModelFile& file, ConfigReader& reader, const MixerPlace& place, std::int64_t width) {
  const auto dims = [&](const std::string& name, const std::string& gguf) {
    auto size = matrix_size(file, {place.file + name, place.gguf + gguf});
    if (!size) reader.fail("tensor '" + place.file + name + "' is missing or not a matrix");
    return size.value_or(std::pair<std::int64_t, std::int64_t>(1, 1));
  };
  const auto has = [&](const char* name, const char* gguf) {
    return find_first(file, {place.file + name, place.gguf + gguf}) != nullptr;
  };
  const auto rates = dims("A_log", "ssm_a");
  MambaSizes s{.width = width,
               .channels = rates.first,
               .states = rates.second,
               .kernel = dims("conv1d.weight", "ssm_conv1d.weight").second,
               .rank = dims("dt_proj.weight", "ssm_dt.weight").second,
               .projection_bias = has("in_proj.bias", "ssm_in.bias"),
               .conv_bias = has("conv1d.bias", "ssm_conv1d.bias")};
  if (!reader.ok()) return s;
  if (s.kernel < 2) reader.fail("tensor '" + place.file + "conv1d.weight' convolves nothing");
  const std::string gguf = gguf_key_prefix(file) + "ssm.";
  const std::string states = gguf + "state_size", kernel = gguf + "conv_kernel", channels = gguf + "inner_size",
                    rank = gguf + "time_step_rank";
  expect_size(reader, {"state_size", "mamba_d_state", "ssm_cfg.d_state", states}, s.states);
  expect_size(reader, {"conv_kernel", "mamba_d_conv", "ssm_cfg.d_conv", kernel}, s.kernel);
  expect_size(reader, {channels}, s.channels);
  expect_size(reader, {rank}, s.rank);
  return s;
}

void add_mamba_block(TensorTable& table, const MambaSizes& s, const MixerPlace& place) {
  const auto names = [&](const char* file, const char* gguf) {
    return FileNames{place.file + file, place.gguf + gguf};
  };
  const auto add = [&](TensorRule rule) { table.rules.push_back(std::move(rule)); };
  const std::string& ours = place.ours;
  add(named_matrix(ours + "in_proj", 2 * s.channels, s.width, names("in_proj.weight", "ssm_in.weight")));
  add(named_vector(ours + "conv", {s.kernel, s.channels}, names("conv1d.weight", "ssm_conv1d.weight"),
                   &rewrite_first_to_last, {s.channels, s.kernel}));
  if (s.conv_bias) add(named_vector(ours + "conv_bias", {s.channels}, names("conv1d.bias", "ssm_conv1d.bias")));
  add(named_matrix(ours + "x_proj", s.rank + 2 * s.states, s.channels, names("x_proj.weight", "ssm_x.weight")));
  add(named_matrix(ours + "dt_proj", s.channels, s.rank, names("dt_proj.weight", "ssm_dt.weight")));
  add(named_vector(ours + "dt_bias", {s.channels}, names("dt_proj.bias", "ssm_dt.bias")));
  const Shape stored{s.channels, s.states};
  add({.name = ours + "a",
       .shape = {s.states, s.channels},
       .sources = {{.names = {place.file + "A_log"}, .stored = stored, .rewrite = &rewrite_rates},
                   {.names = {place.gguf + "ssm_a"}, .stored = stored, .rewrite = &rewrite_first_to_last}}});
  add(named_vector(ours + "d", {s.channels}, names("D", "ssm_d")));
  add(named_matrix(ours + "out_proj", s.width, s.channels, names("out_proj.weight", "ssm_out.weight")));
  if (s.projection_bias) {
    add(named_vector(ours + "in_bias", {2 * s.channels}, names("in_proj.bias", "ssm_in.bias")));
    add(named_vector(ours + "out_bias", {s.width}, names("out_proj.bias", "ssm_out.bias")));
  }
  add_small_norms(table, s, place);
}

void add_mamba_state(StateLayout& layout, const MambaSizes& s, std::int64_t layer, const MixerPlace& place) {
  const int number = static_cast<int>(layer);
  layout.slots.push_back({.name = place.ours + "conv", .layer = number, .shape = {s.kernel - 1, s.channels}});
  layout.slots.push_back({.name = place.ours + "ssm", .layer = number, .shape = {s.states, s.channels}});
}

Value mamba_block(Graph& g, const MambaSizes& s, const MixerPlace& place, Value x, Value normed) {
  const auto w = [&](const char* name) { return g.weight(place.ours + name); };
  const auto bias = [&](bool there, const char* name) { return there ? std::optional(w(name)) : std::nullopt; };
  const Value xz = linear(g, w("in_proj"), normed, {.bias = bias(s.projection_bias, "in_bias")});
  const Value u = causal_conv(
      g, {.x = xz, .weight = w("conv"), .bias = bias(s.conv_bias, "conv_bias"), .activation = Activation::Silu},
      g.state(place.ours + "conv"));
  const Value inputs = linear(g, w("x_proj"), u);
  const auto part = [&](std::int64_t first, std::int64_t count, const char* norm) {
    const Value v = columns(g, inputs, first, count);
    return s.norms == MambaNorms::None ? v : rms_norm(g, v, w(norm), s.norm_epsilon);
  };
  const Value dt = linear(g, w("dt_proj"), part(0, s.rank, "dt_norm"), {.bias = w("dt_bias")});
  const Value y = selective_scan(g,
                                 {.x = u,
                                  .dt = dt,
                                  .b = part(s.rank, s.states, "b_norm"),
                                  .c = part(s.rank + s.states, s.states, "c_norm"),
                                  .a = w("a"),
                                  .d = w("d"),
                                  .z = xz,
                                  .z_first = s.channels},
                                 g.state(place.ours + "ssm"));
  return linear(g, w("out_proj"), y, {.bias = bias(s.projection_bias, "out_bias"), .residual = x});
}

}  // namespace eddy
