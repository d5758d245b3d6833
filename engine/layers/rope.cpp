#include "engine/layers/rope.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/layers/attention.h"

namespace eddy {
namespace {

constexpr double kPi = std::numbers::pi;

/// theta^(-2j / R)
std::vector<double> plain_frequencies(double theta, std::int64_t half) {
  std::vector<double> f(static_cast<std::size_t>(half));
  for (std::size_t j = 0; j < f.size(); ++j)
    f[j] = std::pow(theta, -static_cast<double>(j) / static_cast<double>(half));
  return f;
}

/// YaRN (2309.00071): fast channels keep their frequency, slow ones are stretched, those between are mixed.
void scale_yarn(const RopeConfig& c, double positions, std::vector<double>& f) {
  const double d = 2 * static_cast<double>(f.size());
  const auto channel = [&](double turns) {
    return d * std::log(positions / (2 * kPi * turns)) / (2 * std::log(c.theta));
  };
  double low = channel(c.beta_fast), high = channel(c.beta_slow);
  if (c.truncate) {
    low = std::floor(low);
    high = std::ceil(high);
  }
  low = std::max(low, 0.0);
  high = std::min(high, d - 1);
  for (std::size_t j = 0; j < f.size(); ++j) {
    const double ramp = std::clamp((static_cast<double>(j) - low) / std::max(0.001, high - low), 0.0, 1.0);
    f[j] = f[j] * (1 - ramp) + f[j] / c.factor * ramp;
  }
}

double yarn_amplitude(const RopeConfig& c) {
  const auto mscale = [&](double k) { return c.factor <= 1 ? 1.0 : 0.1 * k * std::log(c.factor) + 1; };
  if (c.mscale != 0 && c.mscale_all_dim != 0) return mscale(c.mscale) / mscale(c.mscale_all_dim);
  return mscale(1);
}

/// Llama 3: long waves are stretched, short ones kept, those between mixed.
void scale_llama3(const RopeConfig& c, double positions, std::vector<double>& f) {
  for (double& frequency : f) {
    const double wave = 2 * kPi / frequency;
    if (wave < positions / c.high_freq_factor) continue;
    const double t = wave > positions / c.low_freq_factor
                         ? 0.0
                         : (positions / wave - c.low_freq_factor) / (c.high_freq_factor - c.low_freq_factor);
    frequency = (1 - t) * frequency / c.factor + t * frequency;
  }
}

double long_amplitude(const RopeConfig& c, double original, double positions) {
  const double stretch = c.factor > 1 ? c.factor : positions / original;
  return stretch <= 1 ? 1.0 : std::sqrt(1 + std::log(stretch) / std::log(original));
}

void scale_by_list(ConfigReader& reader, const std::vector<double>& list, std::vector<double>& f) {
  if (list.size() != f.size()) {
    return reader.fail("its rotary factors are " + std::to_string(list.size()) + " where " + std::to_string(f.size()) +
                       " are needed");
  }
  for (std::size_t j = 0; j < f.size(); ++j) {
    if (!(list[j] > 0)) return reader.fail("its rotary factors are not all positive");
    f[j] /= list[j];
  }
}

}  // namespace

Rope make_rope(ConfigReader& reader, const RopeConfig& c, std::int64_t head_size, std::int64_t max_positions) {
  const auto turned = static_cast<std::int64_t>(std::llround(c.partial_rotary_factor * static_cast<double>(head_size)));
  if (turned < 2 || turned % 2 != 0 || turned > head_size) {
    reader.fail("heads of which " + std::to_string(turned) + " of " + std::to_string(head_size) +
                " channels are turned cannot be");
    return {};
  }
  const auto longest = static_cast<double>(max_positions);
  const double original = c.original_positions > 0 ? static_cast<double>(c.original_positions) : longest;
  Rope rope;
  auto f = plain_frequencies(c.theta, turned / 2);
  double amplitude = 1;
  if (c.type == "linear") {
    for (double& frequency : f) frequency /= c.factor;
  } else if (c.type == "dynamic") {
    rope.dynamic = true;
    rope.dynamic_params = {static_cast<float>(c.theta), static_cast<float>(c.factor),
                           static_cast<std::int32_t>(max_positions), static_cast<std::int32_t>(turned)};
  } else if (c.type == "yarn") {
    scale_yarn(c, original, f);
    amplitude = yarn_amplitude(c);
  } else if (c.type == "llama3") {
    scale_llama3(c, original, f);
  } else if (c.type == "longrope") {
    rope.long_factors = longest > original;
    const auto& list = rope.long_factors ? c.long_factor : c.short_factor;
    // GGUF holds the lists as tensors.
    if (!c.short_factor.empty() || !c.long_factor.empty()) scale_by_list(reader, list, f);
    amplitude = long_amplitude(c, original, longest);
  } else if (c.type != "default" && c.type != "none" && c.type != "mrope") {
    reader.fail("rotary positions of kind '" + c.type + "' cannot be computed by this version",
                ErrorCode::UnsupportedArchitecture);
  }
  rope.amplitude = static_cast<float>(c.attention_factor.value_or(amplitude));
  rope.frequencies.assign(f.begin(), f.end());
  return rope;
}

RopeConfig gguf_rope(ConfigReader& reader, const std::string& architecture, std::int64_t head_size) {
  const std::string prefix = architecture + ".rope.", scaling = prefix + "scaling.";
  const std::string base = prefix + "freq_base", dims = prefix + "dimension_count", type = scaling + "type",
                    factor = scaling + "factor", old_factor = prefix + "scale_linear",
                    original = scaling + "original_context_length", amplitude = scaling + "attn_factor";
  RopeConfig c;
  c.theta = reader.number({base}, 10000.0);
  if (!(c.theta > 0)) reader.fail("key '" + base + "' is not a positive number");
  const auto turned = reader.integer({dims}, 1, head_size, head_size);
  c.partial_rotary_factor = static_cast<double>(turned) / static_cast<double>(head_size);
  c.factor = reader.number({factor, old_factor}, 1.0);
  if (!(c.factor > 0)) reader.fail("key '" + factor + "' is not a positive number");
  c.type = reader.text({type}, c.factor > 1 ? "linear" : "default");
  c.original_positions = reader.integer({original}, 0, std::int64_t{1} << 40, 0);
  if (reader.has({amplitude})) {
    // llama.cpp multiplies this with what YaRN gives by itself.
    const double own = c.type == "yarn" ? yarn_amplitude(c) : 1;
    c.attention_factor = reader.number({amplitude}, 1.0) * own;
  }
  return c;
}

void add_rope_rule(TensorTable& table, const Rope& rope) {
  const auto divide = [f = rope.frequencies](std::span<const float> divisors, const Shape&, std::span<float> out) {
    for (std::size_t j = 0; j < out.size(); ++j) out[j] = divisors.empty() ? f[j] : f[j] / divisors[j];
  };
  const char *used = rope.long_factors ? "rope_factors_long.weight" : "rope_factors_short.weight",
             *other = rope.long_factors ? "rope_factors_short.weight" : "rope_factors_long.weight";
  table.rules.push_back({.name = "rope.frequencies",
                         .shape = {static_cast<std::int64_t>(rope.frequencies.size())},
                         .sources = {{.names = {"rope_freqs.weight"}, .rewrite = divide},
                                     {.names = {used}, .rewrite = divide},
                                     {.rewrite = divide}}});
  table.ignored.push_back(other);
}

void add_rope_slots(StateLayout& layout, const Rope& rope) {
  layout.slots.push_back(position_slot());
  if (rope.dynamic) layout.slots.push_back({.name = std::string(kReachSlot), .shape = {1}});
}

RotaryTable rope_table(Graph& g, const Rope& rope) {
  if (rope.dynamic)
    return dynamic_rotary_table(g, g.state("position"), g.state(std::string(kReachSlot)), rope.dynamic_params);
  return rotary_table(g, g.weight("rope.frequencies"), g.state("position"), rope.amplitude);
}

}  // namespace eddy
