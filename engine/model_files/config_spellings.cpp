// What configs say in several ways: the kinds of a hybrid's layers, and rotary positions.
#include <algorithm>

#include "engine/model_files/config_reader.h"

namespace eddy {
namespace {

constexpr std::int64_t kMostLayers = 4096;

struct KindName {
  std::string_view name;
  LayerKind kind;
};

constexpr KindName kKindNames[] = {
    {"linear_attention", LayerKind::Recurrent},
    {"mamba", LayerKind::Recurrent},
    {"mamba2", LayerKind::Recurrent},
    {"recurrent", LayerKind::Recurrent},
    {"M", LayerKind::Recurrent},
    {"full_attention", LayerKind::Attention},
    {"attention", LayerKind::Attention},
    {"*", LayerKind::Attention},
    {"sliding_attention", LayerKind::SlidingAttention},
    {"conv", LayerKind::Convolution},
    {"hybrid", LayerKind::Hybrid},
    {"g", LayerKind::Hybrid},  // Zamba2's first configs
    {"m", LayerKind::Recurrent},
    {"mlp", LayerKind::FeedForward},
    {"-", LayerKind::FeedForward},
    {"moe", LayerKind::Experts},
    {"E", LayerKind::Experts},
};

const LayerKind* kind_named(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(kKindNames), std::end(kKindNames), [&](const KindName& k) { return k.name == name; });
  return found == std::end(kKindNames) ? nullptr : &found->kind;
}

/// Layers at the given places are of one kind, the rest of another.
std::vector<LayerKind> marked(std::int64_t layers, const std::vector<std::int64_t>& places, LayerKind there,
                              LayerKind elsewhere) {
  std::vector<LayerKind> kinds(std::size_t(layers), elsewhere);
  for (const std::int64_t i : places) {
    if (i >= 0 && i < layers) kinds[std::size_t(i)] = there;
  }
  return kinds;
}

std::vector<std::int64_t> every(std::int64_t layers, std::int64_t period, std::int64_t offset) {
  std::vector<std::int64_t> places;
  for (std::int64_t i = offset; i < layers; i += period) places.push_back(i);
  return places;
}

std::vector<std::string> letters_of(const std::string& pattern) {
  std::vector<std::string> letters;
  for (const char c : pattern) letters.emplace_back(1, c);
  return letters;
}

}  // namespace

std::vector<LayerKind> ConfigReader::layer_kinds(std::int64_t layers) {
  if (layers < 0 || layers > kMostLayers) {
    fail("it claims " + std::to_string(layers) + " layers");
    return {};
  }
  const Keys lists = {"layer_types", "layers_block_type", "block_types", "_block_types"};
  std::vector<std::string> names = texts(lists);
  if (names.empty() && has({"hybrid_override_pattern"})) names = letters_of(text({"hybrid_override_pattern"}));
  if (!names.empty()) {
    std::vector<LayerKind> kinds;
    for (const std::string& name : names) {
      const LayerKind* kind = kind_named(name);
      if (!kind) {
        fail("its config names a layer '" + name + "', which this version does not know",
             ErrorCode::UnsupportedArchitecture);
        return {};
      }
      kinds.push_back(*kind);
    }
    const bool repeats = find(lists).key == "block_types" || find(lists).key == "_block_types";
    const std::size_t given = kinds.size();
    for (std::size_t i = given; repeats && i < std::size_t(layers); ++i) kinds.push_back(kinds[i % given]);
    if (repeats && layers > 0) kinds.resize(std::size_t(layers));
    if (layers > 0 && kinds.size() != std::size_t(layers)) {
      fail("its config lists " + std::to_string(given) + " layers where it has " + std::to_string(layers));
      return {};
    }
    return kinds;
  }
  using enum LayerKind;
  if (has({"attn_type_list"})) {  // MiniMax: 1 is attention
    const std::vector<std::int64_t> flags = integers({"attn_type_list"});
    std::vector<LayerKind> kinds;
    for (const std::int64_t f : flags) kinds.push_back(f == 1 ? Attention : Recurrent);
    if (layers > 0 && kinds.size() != std::size_t(layers)) fail("key 'attn_type_list' does not have one entry a layer");
    return kinds;
  }
  if (has({"hybrid_layer_ids"})) return marked(layers, integers({"hybrid_layer_ids"}), Hybrid, Recurrent);
  if (has({"full_attn_idxs"})) return marked(layers, integers({"full_attn_idxs"}), Attention, Convolution);
  if (has({"attn_layer_indices"})) return marked(layers, integers({"attn_layer_indices"}), Attention, Recurrent);
  if (has({"full_attention_interval"})) {
    const std::int64_t step = integer({"full_attention_interval"}, 1, kMostLayers);
    return marked(layers, every(layers, step, step - 1), Attention, Recurrent);
  }
  if (has({"attn_layer_period"})) {
    const std::int64_t period = integer({"attn_layer_period"}, 1, kMostLayers);
    const std::int64_t offset = integer({"attn_layer_offset"}, 0, kMostLayers, 0);
    return marked(layers, every(layers, period, offset), Attention, Recurrent);
  }
  return {};
}

void ConfigReader::read_rope(const std::string& prefix, RopeConfig& rope) {
  const auto key = [&](const char* name) { return prefix + name; };
  const auto number_at = [&](const char* name, double& into) {
    const std::string full = key(name);
    into = number({full}, into);
  };
  const std::string type = key("rope_type"), old_type = key("type");
  rope.type = text({type, old_type}, rope.type);
  number_at("rope_theta", rope.theta);
  number_at("partial_rotary_factor", rope.partial_rotary_factor);
  number_at("factor", rope.factor);
  number_at("low_freq_factor", rope.low_freq_factor);
  number_at("high_freq_factor", rope.high_freq_factor);
  number_at("beta_fast", rope.beta_fast);
  number_at("beta_slow", rope.beta_slow);
  number_at("mscale", rope.mscale);
  number_at("mscale_all_dim", rope.mscale_all_dim);
  const std::string attention = key("attention_factor"), original = key("original_max_position_embeddings");
  if (has({attention})) rope.attention_factor = number({attention});
  rope.original_positions = integer({original}, 0, std::int64_t(1) << 40, rope.original_positions);
  const std::string truncate = key("truncate"), shorts = key("short_factor"), longs = key("long_factor"),
                    sections = key("mrope_section");
  rope.truncate = flag({truncate}, rope.truncate);
  if (has({shorts})) rope.short_factor = numbers({shorts});
  if (has({longs})) rope.long_factor = numbers({longs});
  if (has({sections})) rope.mrope_section = integers({sections});
}

RopeConfig ConfigReader::rope(std::string_view kind) {
  RopeConfig rope;
  rope.theta = number({"rope_theta", "rotary_emb_base"}, rope.theta);
  rope.partial_rotary_factor = number({"partial_rotary_factor", "rotary_pct"}, rope.partial_rotary_factor);
  rope.original_positions = integer({"original_max_position_embeddings"}, 0, std::int64_t(1) << 40, 0);
  read_rope("rope_scaling.", rope);
  read_rope("rope_parameters.", rope);
  read_rope("rope_parameters." + std::string(kind) + ".", rope);
  if (rope.type == "su") rope.type = "longrope";  // Phi-3's first name for it
  if (!(rope.theta > 0) || !(rope.factor > 0) || !(rope.partial_rotary_factor > 0) || rope.partial_rotary_factor > 1)
    fail("its config has impossible rotary positions");
  return rope;
}

}  // namespace eddy
