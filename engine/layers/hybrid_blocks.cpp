#include "engine/layers/hybrid_blocks.h"

#include <algorithm>

#include "engine/ops/linear.h"
#include "engine/ops/scale.h"

namespace eddy {
namespace {

FileNames both(const MixerPlace& place, const std::string& file, const std::string& gguf) {
  return {place.file + file, place.gguf + gguf};
}

/// Rows and columns of a matrix that must be there.
std::pair<std::int64_t, std::int64_t> matrix_or_fail(const ModelFile& file, ConfigReader& reader,
                                                     const FileNames& names) {
  const auto size = matrix_size(file, names);
  if (size) return *size;
  reader.fail("tensor '" + (file.file_format() == "gguf" ? names.back() : names.front()) +
              "' is missing or not a matrix");
  return {1, 1};
}

struct Projection {
  const char *ours, *file, *gguf;
};
constexpr Projection kProjections[] = {
    {"q", "q_proj", "attn_q"}, {"k", "k_proj", "attn_k"}, {"v", "v_proj", "attn_v"}, {"o", "o_proj", "attn_output"}};

}  // namespace

// ---- Attention ------------------------------------------------------------------------------------------------------

AttentionBlock read_attention_block(const ModelFile& file, ConfigReader& reader, const MixerPlace& place,
                                    std::int64_t width) {
  const auto q = matrix_or_fail(file, reader, both(place, "q_proj.weight", "attn_q.weight"));
  const auto k = matrix_or_fail(file, reader, both(place, "k_proj.weight", "attn_k.weight"));
  const std::string gguf = gguf_key_prefix(file) + "attention.";
  const std::string heads_key = gguf + "head_count", size_key = gguf + "key_length";
  AttentionBlock block{.width = width,
                       .bias = find_first(file, both(place, "q_proj.bias", "attn_q.bias")) != nullptr,
                       .out_bias = find_first(file, both(place, "o_proj.bias", "attn_output.bias")) != nullptr};
  // GGUF files may have one number for each layer.
  const auto heads = reader.integers({"num_attention_heads", "attn.num_heads", heads_key});
  const std::int64_t most = heads.empty() ? 0 : *std::max_element(heads.begin(), heads.end());
  if (reader.ok() && (most < 1 || most > q.first)) {
    reader.fail("key 'num_attention_heads' of its config is missing or not possible");
  }
  if (!reader.ok()) return block;
  const std::int64_t size = reader.size({"head_dim", "attention_head_dim", size_key}, q.first / most);
  block.shape = {.query_heads = most, .key_heads = k.first / size, .key_size = size};
  if (block.shape.queries() != q.first || block.shape.keys() != k.first) {
    reader.fail("its " + std::to_string(q.first) + " query and " + std::to_string(k.first) +
                " key channels do not divide into " + std::to_string(most) + " heads of " + std::to_string(size));
  }
  return block;
}

void add_attention_block(TensorTable& table, const AttentionBlock& block, const MixerPlace& place) {
  const std::int64_t rows[] = {block.shape.queries(), block.shape.keys(), block.shape.values(), block.width};
  for (int i = 0; i < 4; ++i) {
    const Projection& p = kProjections[i];
    const std::int64_t columns = i == 3 ? block.shape.outputs() : block.width;
    table.rules.push_back(named_matrix(place.ours + p.ours, rows[i], columns,
                                       both(place, std::string(p.file) + ".weight", std::string(p.gguf) + ".weight")));
    if (!(i == 3 ? block.out_bias : block.bias)) continue;
    table.rules.push_back(named_vector(place.ours + p.ours + "_bias", {rows[i]},
                                       both(place, std::string(p.file) + ".bias", std::string(p.gguf) + ".bias")));
  }
}

Value attention_block(Graph& g, const AttentionBlock& block, std::int64_t layer, const MixerPlace& place, Value normed,
                      const RotaryTable* rotary, std::optional<Value> residual) {
  const auto project = [&](const char* name, Value x, bool bias, std::optional<Value> added = {}) {
    LinearOptions options{.residual = added};
    if (bias) options.bias = g.weight(place.ours + name + "_bias");
    return linear(g, g.weight(place.ours + name), x, options);
  };
  const auto turned = [&](Value x) { return rotary ? rotate(g, x, *rotary, block.shape.key_size, block.adjacent) : x; };
  const Value q = turned(project("q", normed, block.bias)), k = turned(project("k", normed, block.bias));
  Value y = attend(g, block.shape, layer, q, k, project("v", normed, block.bias));
  if (block.out_scale != 1) y = scale(g, y, block.out_scale);
  return project("o", y, block.out_bias, residual);
}

// ---- Dense networks -------------------------------------------------------------------------------------------------

NetworkBlock read_network_block(const ModelFile& file, ConfigReader& reader, const MixerPlace& place,
                                std::int64_t width, bool gated, const NetworkNames& names,
                                const std::string& gguf_suffix) {
  const std::string weight = gguf_suffix + ".weight";
  NetworkBlock block{.width = width, .gated = gated, .gguf_suffix = gguf_suffix, .names = names};
  const bool fused = !names.fused.empty() && file.file_format() != "gguf";
  const auto up = matrix_or_fail(file, reader, both(place, fused ? names.fused : "up_proj.weight", "ffn_up" + weight));
  block.inner = fused ? up.first / 2 : up.first;
  block.bias = find_first(file, both(place, "up_proj.bias", "ffn_up" + gguf_suffix + ".bias")) != nullptr;
  return block;
}

void add_network_block(TensorTable& table, const NetworkBlock& block, const MixerPlace& place) {
  const std::int64_t width = block.width, inner = block.inner;
  const auto add = [&](const std::string& name, std::int64_t out, std::int64_t in, const std::string& file,
                       std::int64_t first_row) {
    TensorRule rule =
        named_matrix(place.ours + name, out, in, both(place, file, "ffn_" + name + block.gguf_suffix + ".weight"));
    if (file == block.names.fused) {
      rule.sources.front().stored = {2 * inner, width};
      rule.sources.front().rows = {.first = first_row, .count = inner};
    }
    table.rules.push_back(rule);
    if (!block.bias) return;
    table.rules.push_back(named_vector(place.ours + name + "_bias", {out},
                                       both(place, name + "_proj.bias", "ffn_" + name + block.gguf_suffix + ".bias")));
  };
  const bool fused = !block.names.fused.empty();
  if (block.gated) add("gate", inner, width, fused ? block.names.fused : "gate_proj.weight", 0);
  add("up", inner, width, fused ? block.names.fused : "up_proj.weight", inner);
  add("down", width, inner, block.names.down, 0);
}

FeedForwardWeights network_weights(const Graph& g, const NetworkBlock& block, const MixerPlace& place) {
  const auto w = [&](bool there, const char* name) {
    return there ? std::optional(g.weight(place.ours + name)) : std::nullopt;
  };
  return {.gate = w(block.gated, "gate"),
          .up = *w(true, "up"),
          .down = *w(true, "down"),
          .activation = block.activation,
          .gate_bias = w(block.gated && block.bias, "gate_bias"),
          .up_bias = w(block.bias, "up_bias"),
          .down_bias = w(block.bias, "down_bias")};
}

// ---- Mixtures of experts --------------------------------------------------------------------------------------------

ExpertsBlock read_experts_block(const ModelFile& file, ConfigReader& reader, const MixerPlace& place,
                                std::int64_t width, bool gated, const std::string& router, const NetworkNames& names) {
  const auto scores = matrix_or_fail(file, reader, both(place, router, "ffn_gate_inp.weight"));
  ExpertsBlock block{.width = width, .experts = scores.first, .router = router};
  block.correction = find_first(file, both(place, "gate.e_score_correction_bias", "exp_probs_b.bias")) != nullptr;
  const FileNames stacks = both(place, names.fused, "ffn_up_exps.weight");
  const StoredTensor* stack = find_first(file, stacks);
  if (!stack) {
    block.expert =
        read_network_block(file, reader, {.file = place.file + "experts.0.", .gguf = place.gguf}, width, gated);
    return block;
  }
  if (stack->shape.size() != 3) reader.fail("tensor '" + stack->name + "' is no stack of matrices");
  if (!reader.ok()) return block;
  const bool fused = stack->name == stacks.front();
  block.expert = {
      .width = width, .inner = fused ? stack->shape[1] / 2 : stack->shape[1], .gated = gated, .names = names};
  return block;
}

void add_experts_block(TensorTable& table, const ExpertsBlock& block, const MixerPlace& place) {
  table.rules.push_back(named_matrix(place.ours + "router", block.experts, block.width,
                                     both(place, block.router, "ffn_gate_inp.weight")));
  if (block.correction) {
    table.rules.push_back(named_vector(place.ours + "correction", {block.experts},
                                       both(place, "gate.e_score_correction_bias", "exp_probs_b.bias")));
  }
  const std::int64_t width = block.expert.width, inner = block.expert.inner, experts = block.experts;
  const NetworkNames& names = block.expert.names;
  const auto add = [&](const std::string& name, std::int64_t out, std::int64_t in, std::int64_t first_row) {
    TensorSource source;
    if (names.fused.empty()) {
      for (std::int64_t e = 0; e < experts; ++e)
        source.names.push_back(place.file + "experts." + std::to_string(e) + "." + name + "_proj.weight");
    } else if (name == "down") {
      source.names = {place.file + names.down};
    } else {
      source = {.names = {place.file + names.fused},
                .stored = {experts, 2 * inner, width},
                .rows = {.first = first_row, .count = inner, .every = 2 * inner, .times = experts}};
    }
    table.rules.push_back({.name = place.ours + "experts_" + name,
                           .shape = {experts, out, in},
                           .matrix = true,
                           .sources = {source, {.names = {place.gguf + "ffn_" + name + "_exps.weight"}}}});
  };
  if (block.expert.gated) add("gate", inner, width, 0);
  add("up", inner, width, inner);
  add("down", width, inner, 0);
}

ExpertWeights expert_weights(const Graph& g, const ExpertsBlock& block, const MixerPlace& place) {
  const auto w = [&](const char* name) { return g.weight(place.ours + name); };
  ExpertWeights weights{
      .router = w("router"),
      .experts = {.up = w("experts_up"), .down = w("experts_down"), .activation = block.expert.activation}};
  if (block.correction) weights.correction = w("correction");
  if (block.expert.gated) weights.experts.gate = w("experts_gate");
  return weights;
}

// ---- Files ----------------------------------------------------------------------------------------------------------

std::string message_tag(const ModelFile& file, std::string_view architecture) {
  return "[" + std::string(architecture) + "] " + file.path().string() + ": ";
}

FileNames names_with_prefix(const ModelFile& file, std::string_view prefix) {
  FileNames names;
  for (const auto& tensor : file.tensors()) {
    if (tensor.name.starts_with(prefix)) names.push_back(tensor.name);
  }
  return names;
}

}  // namespace eddy
