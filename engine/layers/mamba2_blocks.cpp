#include "engine/layers/mamba2_blocks.h"

#include <algorithm>

#include "engine/layers/rewrites.h"
#include "engine/ops/causal_conv.h"
#include "engine/ops/gate.h"
#include "engine/ops/linear.h"
#include "engine/ops/rms_norm.h"
#include "engine/ops/scale.h"
#include "engine/ops/ssd.h"

namespace eddy {
namespace {

/// The limits of a step as the config gives them.
void read_step_limits(ConfigReader& reader, Mamba2Sizes& s) {
  const auto limits = reader.numbers({"time_step_limit", "dt_limit", "ssm_cfg.dt_limit"});
  if (limits.empty()) return;
  if (limits.size() != 2 || !(limits[0] >= 0) || !(limits[1] >= limits[0])) {
    return reader.fail("key 'time_step_limit' of its config is no range of step sizes");
  }
  s.dt_least = static_cast<float>(limits[0]);
  s.dt_most = static_cast<float>(limits[1]);
}

void check_config(const ModelFile& file, ConfigReader& reader, const Mamba2Sizes& s) {
  const std::string gguf = gguf_key_prefix(file) + "ssm.";
  const std::string kernel = gguf + "conv_kernel", inner = gguf + "inner_size", heads = gguf + "time_step_rank",
                    groups = gguf + "group_count";
  // "num_heads" and "head_dim" alone are those of attention in hybrids.
  expect_size(reader, {"mamba_num_heads", "mamba_n_heads", "n_mamba_heads", heads}, s.heads);
  expect_size(reader, {"mamba_head_dim", "mamba_d_head", "mamba_headdim", "ssm_cfg.headdim"}, s.channels);
  expect_size(reader, {"n_groups", "mamba_n_groups", "mamba_ngroups", "ssm_cfg.ngroups", groups}, s.groups);
  expect_size(reader, {"conv_kernel", "mamba_d_conv", "ssm_cfg.d_conv", kernel}, s.kernel);
  expect_size(reader, {"mamba_d_ssm", inner}, s.inner());
}

/// The five scales, each for as many rows of in_proj as it counts for.
WeightRewrite fill_scales(const Mamba2Sizes& s) {
  EDDY_ASSERT(s.scales.size() == 5);
  const std::int64_t shared = s.groups * s.states, rows[] = {s.inner(), s.inner(), shared, shared, s.heads};
  std::vector<float> all;
  for (int i = 0; i < 5; ++i) all.insert(all.end(), static_cast<std::size_t>(rows[i]), s.scales[i]);
  return [all](std::span<const float>, const Shape&, std::span<float> numbers) {
    std::copy(all.begin(), all.end(), numbers.begin());
  };
}

}  // namespace

Mamba2Sizes read_mamba2_sizes(const ModelFile& file, ConfigReader& reader, const MixerPlace& place,
                              std::int64_t width) {
  const auto has = [&](const char* name, const char* gguf) {
    return find_first(file, {place.file + name, place.gguf + gguf}) != nullptr;
  };
  const auto dims = [&](const std::string& name, const std::string& gguf) {
    const auto size = matrix_size(file, {place.file + name, place.gguf + gguf});
    if (!size) reader.fail("tensor '" + place.file + name + "' is missing or not a matrix");
    return size.value_or(std::pair<std::int64_t, std::int64_t>(1, 1));
  };
  const auto count = [&](const std::string& name, const std::string& gguf) {
    const StoredTensor* tensor = find_first(file, {place.file + name, place.gguf + gguf});
    std::int64_t n = tensor && !tensor->shape.empty() ? 1 : 0;
    for (std::size_t i = 0; n > 0 && i < tensor->shape.size(); ++i) n *= tensor->shape[i];
    if (n < 1) reader.fail("tensor '" + place.file + name + "' is missing or empty");
    return std::max<std::int64_t>(n, 1);
  };
  const std::string gguf_states = gguf_key_prefix(file) + "ssm.state_size";
  const std::int64_t inner = dims("out_proj.weight", "ssm_out.weight").second;
  const auto [convolved, kernel] = dims("conv1d.weight", "ssm_conv1d.weight");
  Mamba2Sizes s{
      .width = width,
      .heads = count("A_log", "ssm_a"),
      .states = reader.size({"state_size", "ssm_state_size", "mamba_d_state", "ssm_cfg.d_state", gguf_states}, 128),
      .kernel = kernel,
      .projection_bias = has("in_proj.bias", "ssm_in.bias"),
      .conv_bias = has("conv1d.bias", "ssm_conv1d.bias"),
      .norm = has("norm.weight", "ssm_norm.weight") ? GatedNorm::GateFirst : GatedNorm::None};
  s.channels = inner / s.heads;
  s.groups = std::max<std::int64_t>(1, (convolved - inner) / (2 * s.states));
  s.norm_groups = s.groups;
  s.skip_per_channel = count("D", "ssm_d") != s.heads;
  read_step_limits(reader, s);
  if (!reader.ok()) return s;
  if (s.kernel < 2) reader.fail("tensor '" + place.file + "conv1d.weight' convolves nothing");
  if (s.inner() != inner || s.convolved() != convolved || s.heads % s.groups != 0) {
    reader.fail("its " + std::to_string(inner) + " channels, " + std::to_string(s.heads) + " heads, " +
                std::to_string(s.states) + " states and " + std::to_string(convolved) +
                " convolved channels do not fit together");
  }
  check_config(file, reader, s);
  return s;
}

float read_least_step(ConfigReader& reader) {
  const double least = reader.number({"time_step_min"}, 0.001);
  if (!(least >= 0)) reader.fail("key 'time_step_min' of its config is no step size");
  return static_cast<float>(std::max(least, 0.0));
}

void add_mamba2_block(TensorTable& table, const Mamba2Sizes& s, const MixerPlace& place) {
  const auto names = [&](const char* file, const char* gguf) {
    return FileNames{place.file + file, place.gguf + gguf};
  };
  const auto add = [&](TensorRule rule) { table.rules.push_back(std::move(rule)); };
  const std::string& ours = place.ours;
  const std::int64_t projected = s.inner() + s.convolved() + s.heads;
  add(named_matrix(ours + "in_proj", projected, s.width, names("in_proj.weight", "ssm_in.weight")));
  add(named_vector(ours + "conv", {s.kernel, s.convolved()}, names("conv1d.weight", "ssm_conv1d.weight"),
                   &rewrite_first_to_last, {s.convolved(), s.kernel}));
  if (s.conv_bias) add(named_vector(ours + "conv_bias", {s.convolved()}, names("conv1d.bias", "ssm_conv1d.bias")));
  add(named_vector(ours + "dt_bias", {s.heads}, names("dt_bias", "ssm_dt.bias")));
  add({.name = ours + "a",
       .shape = {s.heads},
       .sources = {{.names = {place.file + "A_log"}, .rewrite = &rewrite_each<minus_exponential>},
                   {.names = {place.gguf + "ssm_a"}}}});
  add(named_vector(ours + "d", {s.inner()}, names("D", "ssm_d"), &rewrite_each<same>,
                   {s.skip_per_channel ? s.inner() : s.heads}));
  if (s.norm != GatedNorm::None) {
    TensorRule norm = named_vector(ours + "gated_norm", {s.inner()}, names("norm.weight", "ssm_norm.weight"));
    norm.sources.back().stored = {s.groups, s.inner() / s.groups};
    add(norm);
  }
  add(named_matrix(ours + "out_proj", s.width, s.inner(), names("out_proj.weight", "ssm_out.weight")));
  if (!s.scales.empty()) add({.name = ours + "scales", .shape = {projected}, .sources = {{.rewrite = fill_scales(s)}}});
  if (s.projection_bias) {
    add(named_vector(ours + "in_bias", {projected}, names("in_proj.bias", "ssm_in.bias")));
    add(named_vector(ours + "out_bias", {s.width}, names("out_proj.bias", "ssm_out.bias")));
  }
}

void add_mamba2_state(StateLayout& layout, const Mamba2Sizes& s, std::int64_t layer, const MixerPlace& place) {
  const int number = static_cast<int>(layer);
  layout.slots.push_back({.name = place.ours + "conv", .layer = number, .shape = {s.kernel - 1, s.convolved()}});
  layout.slots.push_back({.name = place.ours + "ssm", .layer = number, .shape = {s.heads, s.states, s.channels}});
}

Value mamba2_readout(Graph& g, const Mamba2Sizes& s, const MixerPlace& place, Value normed) {
  const auto w = [&](const char* name) { return g.weight(place.ours + name); };
  const auto bias = [&](bool there, const char* name) { return there ? std::optional(w(name)) : std::nullopt; };
  Value projected = linear(g, w("in_proj"), normed, {.bias = bias(s.projection_bias, "in_bias")});
  if (!s.scales.empty()) projected = scale_channels(g, projected, w("scales"));
  const Value xbc = causal_conv(g,
                                {.x = projected,
                                 .weight = w("conv"),
                                 .bias = bias(s.conv_bias, "conv_bias"),
                                 .activation = Activation::Silu,
                                 .first = s.inner()},
                                g.state(place.ours + "conv"));
  SsdInputs in{.xbc = xbc,
               .dt = projected,
               .dt_bias = w("dt_bias"),
               .a = w("a"),
               .d = w("d"),
               .dt_first = s.inner() + s.convolved(),
               .dt_least = s.dt_least,
               .dt_most = s.dt_most};
  if (s.norm != GatedNorm::NormFirst) in.z = projected;
  const Value y = ssd(g, in, g.state(place.ours + "ssm"));
  if (s.norm == GatedNorm::None) return y;
  const Value readout = rms_norm(g, y, w("gated_norm"), s.norm_epsilon, s.norm_groups);
  return s.norm == GatedNorm::GateFirst ? readout : gate(g, readout, projected, 0, Activation::Silu);
}

Value mamba2_block(Graph& g, const Mamba2Sizes& s, const MixerPlace& place, Value x, Value normed) {
  const std::optional<Value> bias = s.projection_bias ? std::optional(g.weight(place.ours + "out_bias")) : std::nullopt;
  Value y = mamba2_readout(g, s, place, normed);
  if (s.out_scale != 1) y = scale(g, y, s.out_scale);
  return linear(g, g.weight(place.ours + "out_proj"), y, {.bias = bias, .residual = x});
}

}  // namespace eddy
