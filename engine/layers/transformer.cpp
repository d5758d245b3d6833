#include "engine/layers/transformer.h"

#include <algorithm>

#include "engine/layers/named_rules.h"
#include "engine/ops/elementwise.h"
#include "engine/ops/embedding.h"
#include "engine/ops/linear.h"
#include "engine/ops/rms_norm.h"

namespace eddy {
namespace {

constexpr std::int64_t kMostLayers = 4096;

const FileNames kTable{"model.embed_tokens.weight", "token_embd.weight"};
const FileNames kHead{"lm_head.weight", "output.weight"};

bool holds(const ModelFile& file, const std::string& hf, const std::string& gguf) {
  return file.find("model.layers.0." + hf) || file.find("blk.0." + gguf);
}

/// A number that may be given once or for every layer alike.
std::int64_t same_in_all_layers(ConfigReader& reader, const std::string& key, std::int64_t fallback) {
  const auto values = reader.integers({key});
  if (values.empty()) return fallback;
  if (std::ranges::any_of(values, [&](auto value) { return value != values[0]; })) {
    reader.fail("key '" + key + "' differs between layers, which this version cannot run",
                ErrorCode::UnsupportedArchitecture);
  }
  return values[0];
}

struct Positions {
  RopeConfig rope;
  std::int64_t most = 0;
};

Positions read_hf(ConfigReader& reader, TransformerSizes& s) {
  s.layers = reader.integer({"num_hidden_layers"}, 1, kMostLayers);
  s.width = reader.size({"hidden_size"});
  s.feed_forward = reader.size({"intermediate_size"});
  s.norm_epsilon = reader.epsilon({"rms_norm_eps"}, 1e-6);
  s.attention.query_heads = reader.size({"num_attention_heads"});
  s.attention.key_heads = reader.size({"num_key_value_heads"}, s.attention.query_heads);
  s.attention.key_size = reader.size({"head_dim"}, std::max<std::int64_t>(1, s.width / s.attention.query_heads));
  s.tied = reader.flag({"tie_word_embeddings"}, false);
  reader.only("hidden_act", std::string("silu"));
  return {reader.rope(), reader.integer({"max_position_embeddings"}, 1, std::int64_t{1} << 30, 2048)};
}

Positions read_gguf(ConfigReader& reader, const std::string& name, TransformerSizes& s) {
  const auto key = [&](const char* what) { return name + "." + what; };
  const std::string layers = key("block_count"), width = key("embedding_length"), inner = key("feed_forward_length"),
                    epsilon = key("attention.layer_norm_rms_epsilon"), heads = key("attention.head_count"),
                    size = key("attention.key_length"), most = key("context_length");
  s.gguf = true;
  s.adjacent = name == "llama";
  s.layers = reader.integer({layers}, 1, kMostLayers);
  s.width = reader.size({width});
  s.feed_forward = reader.size({inner});
  s.norm_epsilon = reader.epsilon({epsilon}, 1e-6);
  s.attention.query_heads = reader.size({heads});
  s.attention.key_heads = same_in_all_layers(reader, key("attention.head_count_kv"), s.attention.query_heads);
  s.attention.key_size = reader.size({size}, std::max<std::int64_t>(1, s.width / s.attention.query_heads));
  return {gguf_rope(reader, name, s.attention.key_size), reader.integer({most}, 1, std::int64_t{1} << 30, 2048)};
}

/// Mistral: every layer; Qwen: the later ones, if at all; newer configs name each layer.
std::vector<std::int64_t> read_windows(ConfigReader& reader, const std::string& name, const TransformerSizes& s) {
  std::vector<std::int64_t> windows(static_cast<std::size_t>(s.layers), 0);
  constexpr std::int64_t kLongest = std::int64_t{1} << 24;
  const std::string key = name + ".attention.sliding_window";
  const std::int64_t window = reader.integer({"sliding_window", key}, 0, kLongest, 0);
  const auto kinds = s.gguf ? std::vector<LayerKind>() : reader.layer_kinds(s.layers);
  if (window == 0 || !reader.ok() || (name == "llama" && !s.gguf)) return windows;
  const bool qwen = name == "qwen2" || name == "qwen3";
  const bool used = !qwen || reader.flag({"use_sliding_window"}, s.gguf);
  const auto first = qwen ? reader.integer({"max_window_layers"}, 0, kLongest, 0) : 0;
  for (std::size_t i = 0; i < windows.size(); ++i) {
    const bool sliding =
        kinds.empty() ? used && static_cast<std::int64_t>(i) >= first : kinds[i] == LayerKind::SlidingAttention;
    if (sliding) windows[i] = window;
  }
  return windows;
}

}  // namespace

std::string architecture_name(const ModelFile& file) {
  for (const char* key : {"general.architecture", "model_type"}) {
    const auto* value = file.metadata(key);
    if (const auto* text = value ? std::get_if<std::string>(value) : nullptr) return *text;
  }
  return {};
}

TransformerSizes read_transformer(ConfigReader& reader, const ModelFile& file) {
  TransformerSizes s;
  const std::string name = architecture_name(file);
  const Positions positions = file.file_format() == "gguf" ? read_gguf(reader, name, s) : read_hf(reader, s);
  if (const auto table = matrix_size(file, kTable)) {
    s.vocabulary = table->first;
  } else {
    reader.fail("tensor '" + (s.gguf ? kTable.back() : kTable.front()) + "' is missing or not a matrix");
  }
  s.tied = s.tied || !find_first(file, kHead);
  s.qkv_bias = holds(file, "self_attn.q_proj.bias", "attn_q.bias");
  s.out_bias = holds(file, "self_attn.o_proj.bias", "attn_output.bias");
  s.mlp_bias = holds(file, "mlp.down_proj.bias", "ffn_down.bias");
  s.head_norms = holds(file, "self_attn.q_norm.weight", "attn_q_norm.weight");
  s.windows = read_windows(reader, name, s);
  if (!reader.ok()) return s;
  if (auto fits = check_attention(s.attention, ""); !fits) reader.fail(fits.error().message, fits.error().code);
  s.rope = make_rope(reader, positions.rope, s.attention.key_size, positions.most);
  return s;
}

void check_experts(ConfigReader& reader, const ModelFile& file, const RouteParams& routing, std::int64_t experts,
                   std::int64_t layers, bool stacked) {
  if (auto fits = check_routing(routing, experts, ""); !fits)
    return reader.fail(fits.error().message, fits.error().code);
  if (!stacked && experts > static_cast<std::int64_t>(file.tensors().size()) / std::max<std::int64_t>(1, layers)) {
    reader.fail("it claims " + std::to_string(experts) + " experts a layer, for which it has too few tensors");
  }
}

TensorRule expert_rule(const std::string& name, const Shape& shape, const std::string& hf, const std::string& part,
                       const std::string& gguf, bool stacked) {
  TensorRule rule{.name = name, .shape = shape, .matrix = true};
  const FileNames stack{gguf + "_exps.weight"};
  if (stacked) {
    rule.sources = {{.names = stack}};
    return rule;
  }
  rule.sources.resize(3);
  for (std::int64_t e = 0; e < shape[0]; ++e) {
    rule.sources[0].names.push_back(hf + std::to_string(e) + "." + part + ".weight");
    rule.sources[1].names.push_back(gguf + "." + std::to_string(e) + ".weight");
  }
  rule.sources[2].names = stack;
  return rule;
}

std::string transformer_layer(std::int64_t layer) {
  return "model.layers." + std::to_string(layer) + ".";
}

TensorRule layer_matrix(std::int64_t layer, const std::string& hf, const std::string& gguf, std::int64_t out,
                        std::int64_t in) {
  const std::string name = transformer_layer(layer) + hf + ".weight";
  return named_matrix(name, out, in, {name, "blk." + std::to_string(layer) + "." + gguf + ".weight"});
}

TensorRule layer_vector(std::int64_t layer, const std::string& hf, const std::string& gguf, std::int64_t n) {
  const std::string name = transformer_layer(layer) + hf;
  return named_vector(name, {n}, {name, "blk." + std::to_string(layer) + "." + gguf});
}

void add_transformer_ends(TensorTable& table, const TransformerSizes& s) {
  table.rules.push_back(named_matrix(kTable[0], s.vocabulary, s.width, kTable));
  table.rules.push_back(named_vector("model.norm.weight", {s.width}, {"model.norm.weight", "output_norm.weight"}));
  if (s.tied) {
    table.ignored.insert(table.ignored.end(), kHead.begin(), kHead.end());
  } else {
    table.rules.push_back(named_matrix(kHead[0], s.vocabulary, s.width, kHead));
  }
  add_rope_rule(table, s.rope);
}

void add_transformer_attention(TensorTable& table, const TransformerSizes& s, std::int64_t layer) {
  const AttentionShape& a = s.attention;
  auto& rules = table.rules;
  rules.push_back(layer_vector(layer, "input_layernorm.weight", "attn_norm.weight", s.width));
  rules.push_back(layer_vector(layer, "post_attention_layernorm.weight", "ffn_norm.weight", s.width));
  rules.push_back(layer_matrix(layer, "self_attn.q_proj", "attn_q", a.queries(), s.width));
  rules.push_back(layer_matrix(layer, "self_attn.k_proj", "attn_k", a.keys(), s.width));
  rules.push_back(layer_matrix(layer, "self_attn.v_proj", "attn_v", a.values(), s.width));
  rules.push_back(layer_matrix(layer, "self_attn.o_proj", "attn_output", s.width, a.outputs()));
  if (s.qkv_bias) {
    rules.push_back(layer_vector(layer, "self_attn.q_proj.bias", "attn_q.bias", a.queries()));
    rules.push_back(layer_vector(layer, "self_attn.k_proj.bias", "attn_k.bias", a.keys()));
    rules.push_back(layer_vector(layer, "self_attn.v_proj.bias", "attn_v.bias", a.values()));
  }
  if (s.out_bias) rules.push_back(layer_vector(layer, "self_attn.o_proj.bias", "attn_output.bias", s.width));
  if (s.head_norms) {
    rules.push_back(layer_vector(layer, "self_attn.q_norm.weight", "attn_q_norm.weight", a.key_size));
    rules.push_back(layer_vector(layer, "self_attn.k_norm.weight", "attn_k_norm.weight", a.key_size));
  }
  table.ignored.push_back(transformer_layer(layer) + "self_attn.rotary_emb.inv_freq");
}

StateLayout transformer_state(const TransformerSizes& s) {
  StateLayout layout;
  add_rope_slots(layout, s.rope);
  for (std::int64_t layer = 0; layer < s.layers; ++layer) add_attention_slots(layout, s.attention_of(layer), layer);
  return layout;
}

Value transformer_input(Graph& g) {
  return embedding(g, g.weight(kTable[0]));
}

Value transformer_norm(Graph& g, const TransformerSizes& s, std::int64_t layer, const char* name, Value x) {
  return rms_norm(g, x, g.weight(transformer_layer(layer) + name + ".weight"), s.norm_epsilon);
}

Value transformer_attention(Graph& g, const TransformerSizes& s, std::int64_t layer, Value x,
                            const RotaryTable& rotary) {
  const auto w = [&](const char* name) { return g.weight(transformer_layer(layer) + "self_attn." + name); };
  const auto optional = [&](bool there, const char* name) {
    return there ? std::optional<Value>(w(name)) : std::nullopt;
  };
  const AttentionWeights weights{.q = w("q_proj.weight"),
                                 .k = w("k_proj.weight"),
                                 .v = w("v_proj.weight"),
                                 .out = w("o_proj.weight"),
                                 .q_bias = optional(s.qkv_bias, "q_proj.bias"),
                                 .k_bias = optional(s.qkv_bias, "k_proj.bias"),
                                 .v_bias = optional(s.qkv_bias, "v_proj.bias"),
                                 .out_bias = optional(s.out_bias, "o_proj.bias"),
                                 .q_norm = optional(s.head_norms, "q_norm.weight"),
                                 .k_norm = optional(s.head_norms, "k_norm.weight")};
  const Value normed = transformer_norm(g, s, layer, "input_layernorm", x);
  return attention_layer(g, s.attention_of(layer), layer, weights, normed,
                         {.rotary = &rotary, .adjacent = s.adjacent, .norm_epsilon = s.norm_epsilon, .residual = x});
}

void transformer_output(Graph& g, const TransformerSizes& s, Value x) {
  if (g.shape().logits == LogitRows::None) return;
  if (g.shape().logits == LogitRows::Last) x = last_tokens(g, x);
  const Value normed = rms_norm(g, x, g.weight("model.norm.weight"), s.norm_epsilon);
  g.set_logits(linear(g, g.weight(s.tied ? kTable[0] : kHead[0]), normed));
}

}  // namespace eddy
