// QRWKV-6: the time mixing of RWKV-6 in the place of a Qwen-2 model's attention (RADLADS, 2505.03005), with its heads
// of keys and values shared. No bonus and no norm behind the recurrence; what is written is weighed with what decays.
// Tensor names are those of the authors' files for transformers; GGUF names stand beside them.
#include <cmath>

#include "engine/architectures/architecture.h"
#include "engine/layers/rewrites.h"
#include "engine/layers/transformer_body.h"
#include "engine/ops/ddlerp.h"
#include "engine/ops/gate.h"
#include "engine/ops/linear.h"
#include "engine/ops/linear_attention.h"
#include "engine/ops/multiply_add.h"
#include "engine/ops/repeat_heads.h"
#include "engine/ops/scale.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "rwkv6qwen2";
constexpr std::int64_t kMixes = 5;

struct Config {
  TransformerBody body;
  bool gguf = false;
  bool biases = false;          // of receptance, key and value
  std::int64_t heads = 0;       // H
  std::int64_t key_heads = 0;   // of keys and values; divides H
  std::int64_t head_size = 0;   // N
  std::int64_t mix_rank = 0;    // M
  std::int64_t decay_rank = 0;  // D

  std::int64_t channels() const { return heads * head_size; }
  std::int64_t keys() const { return key_heads * head_size; }
  /// Which share is for which vector, as files order them.
  std::string_view mix_order() const { return gguf ? "wkvrg" : "rkvwg"; }
};

/// Their names behind "self_attn." and "time_mix_", and whether the authors use them as x * W and so store them [in,
/// out].
const FileNames kMixFirst{"time_maa_w1", "w1.weight"};
const FileNames kDecayFirst{"time_decay_w1", "decay_w1.weight"};
const FileNames kReceptance{"q_proj.weight", "receptance.weight"};
const FileNames kKey{"k_proj.weight", "key.weight"};

FileNames in_file(const Config& c, std::int64_t layer, const FileNames& names) {
  return body_names(c.body, layer, "self_attn." + names[0], "time_mix_" + names[1]);
}

bool is_gguf(const ModelFile& file) {
  return gguf_key_prefix(file) == "rwkv6qwen2.";
}

bool recognises(const ModelFile& file) {
  return is_gguf(file) || file.find("model.layers.0.self_attn.time_maa_x");
}

/// The rank of a low-rank pair from its first matrix.
std::int64_t rank_of(const ModelFile& file, const Config& c, const FileNames& first, ConfigReader& reader) {
  const auto size = matrix_size(file, in_file(c, 0, first));
  if (!size) reader.fail("tensor '" + in_file(c, 0, first)[c.gguf] + "' is missing or not a matrix");
  return !size ? 1 : c.gguf ? size->first : size->second;
}

void read_heads(const ModelFile& file, ConfigReader& reader, Config& c) {
  const auto receptance = matrix_size(file, in_file(c, 0, kReceptance)), key = matrix_size(file, in_file(c, 0, kKey));
  if (!receptance || !key) {
    const auto names = in_file(c, 0, receptance ? kKey : kReceptance);
    return reader.fail("tensor '" + names[c.gguf] + "' is missing or not a matrix");
  }
  c.head_size = c.gguf ? reader.size({"rwkv6qwen2.wkv.head_size"})
                       : std::max<std::int64_t>(1, receptance->first / reader.size({"num_attention_heads"}));
  c.heads = receptance->first / c.head_size;
  // In GGUF the key says 0 where heads are not shared.
  c.key_heads = key->first / c.head_size;
  if (c.channels() == receptance->first && c.keys() == key->first && c.key_heads > 0 && c.heads % c.key_heads == 0)
    return;
  reader.fail("its " + std::to_string(receptance->first) + " channels and " + std::to_string(key->first) +
              " of keys do not divide into heads of " + std::to_string(c.head_size));
}

Result<Config> read_config(const ModelFile& file) {
  ConfigReader reader(file, kTag);
  Config c{.body = read_transformer_body(file, reader), .gguf = is_gguf(file)};
  read_heads(file, reader, c);
  const std::int64_t ranks = rank_of(file, c, kMixFirst, reader);
  c.mix_rank = ranks / kMixes;
  c.decay_rank = rank_of(file, c, kDecayFirst, reader);
  if (c.mix_rank * kMixes != ranks)
    reader.fail("the " + std::to_string(ranks) + " ranks of its token shift are not five times one");
  c.biases = find_first(file, in_file(c, 0, {"q_proj.bias", "receptance.bias"})) != nullptr;
  if (!reader.ok()) return reader.error();
  return c;
}

NetworkSize size(const Config& c) {
  return c.body.size();
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

/// A matrix that the authors store [in, out] and GGUF transposed.
TensorRule right_matrix(const Config& c, std::int64_t layer, const FileNames& names, std::int64_t out,
                        std::int64_t in) {
  TensorRule rule = named_matrix(body_layer(layer) + names[0], out, in, in_file(c, layer, names));
  rule.sources[0].in_out = true;
  return rule;
}

// "maa" is the share of the previous token, as our token shift takes it.
void add_mixes(TensorTable& table, const Config& c, std::int64_t layer) {
  const std::int64_t width = c.body.width();
  const std::string ours = body_layer(layer);
  table.rules.push_back(named_vector(ours + "time_maa_x", {width}, in_file(c, layer, {"time_maa_x", "lerp_x.weight"})));
  TensorSource separate;
  for (char vector : std::string("rkvwg"))
    separate.names.push_back(c.body.root + ours + "self_attn.time_maa_" + vector);
  table.rules.push_back({.name = ours + "time_maa",
                         .shape = {kMixes, width},
                         .sources = {separate, {.names = {in_file(c, layer, {"", "lerp_fused.weight"})[1]}}}});
  table.rules.push_back(right_matrix(c, layer, kMixFirst, kMixes * c.mix_rank, width));
  TensorRule second =
      named_vector(ours + "time_maa_w2", {kMixes, c.mix_rank, width}, in_file(c, layer, {"time_maa_w2", "w2.weight"}));
  second.sources[1].stored = {kMixes, width, c.mix_rank};
  second.sources[1].rewrite = &rewrite_transposed;
  table.rules.push_back(second);
}

void add_time_mix(TensorTable& table, const Config& c, std::int64_t layer) {
  const std::int64_t width = c.body.width();
  const auto matrix = [&](const FileNames& names, std::int64_t out, std::int64_t in) {
    table.rules.push_back(named_matrix(body_layer(layer) + names[0], out, in, in_file(c, layer, names)));
  };
  const auto vector = [&](const FileNames& names, std::int64_t n) {
    table.rules.push_back(named_vector(body_layer(layer) + names[0], {n}, in_file(c, layer, names)));
  };
  matrix(kReceptance, c.channels(), width);
  matrix(kKey, c.keys(), width);
  matrix({"v_proj.weight", "value.weight"}, c.keys(), width);
  matrix({"gate.weight", "gate.weight"}, c.channels(), width);
  matrix({"o_proj.weight", "output.weight"}, width, c.channels());
  if (c.biases) {
    vector({"q_proj.bias", "receptance.bias"}, c.channels());
    vector({"k_proj.bias", "key.bias"}, c.keys());
    vector({"v_proj.bias", "value.bias"}, c.keys());
  }
  vector({"time_decay", "decay.weight"}, c.channels());
  table.rules.push_back(right_matrix(c, layer, kDecayFirst, c.decay_rank, width));
  table.rules.push_back(right_matrix(c, layer, {"time_decay_w2", "decay_w2.weight"}, c.channels(), c.decay_rank));
}

TensorTable tensors(const Config& c) {
  TensorTable table;
  add_body_ends(table, c.body);
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer) {
    add_body_norm(table, c.body, layer, "input_layernorm.weight", "attn_norm.weight", c.body.width());
    add_mixes(table, c, layer);
    add_time_mix(table, c, layer);
    add_body_norm(table, c.body, layer, "post_attention_layernorm.weight", "ffn_norm.weight", c.body.width());
    add_body_network(table, c.body, layer);
  }
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

std::string slot(std::int64_t layer, const char* name) {
  return "blk." + std::to_string(layer) + "." + name;
}

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  for (std::int64_t i = 0; i < c.body.layers; ++i) {
    const int layer = static_cast<int>(i);
    layout.slots.push_back({.name = slot(i, "att_shift"), .layer = layer, .shape = {c.body.width()}});
    layout.slots.push_back(
        {.name = slot(i, "wkv"), .layer = layer, .shape = {c.heads, c.head_size, c.head_size}});  // [H, key, value]
  }
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

/// x + time mixing of the normed x
Value time_mix(Graph& g, const Config& c, std::int64_t layer, Value x) {
  const auto w = [&](const std::string& name) { return g.weight(body_layer(layer) + name); };
  const Value normed = body_norm(g, c.body, layer, "input_layernorm.weight", x);
  const auto [difference, base] = ddlerp_base(g, normed, w("time_maa_x"), g.state(slot(layer, "att_shift")));
  const Value h = linear(g, w("time_maa_w1"), base, {.activation = Activation::Tanh});
  const auto mixed = ddlerp_mix(g, normed, difference, h, w("time_maa_w2"), w("time_maa"));
  const auto x_of = [&](char vector) { return mixed[c.mix_order().find(vector)]; };
  const auto projected = [&](const char* name, char vector) {
    LinearOptions options;
    if (c.biases) options.bias = w(std::string(name) + ".bias");
    return linear(g, w(std::string(name) + ".weight"), x_of(vector), options);
  };

  const Value r = projected("q_proj", 'r');
  const Value shared_key = repeat_heads(g, projected("k_proj", 'k'), c.key_heads, c.heads);
  const Value v = repeat_heads(g, projected("v_proj", 'v'), c.key_heads, c.heads);
  const Value decay =
      linear(g, w("time_decay_w2"), linear(g, w("time_decay_w1"), x_of('w'), {.activation = Activation::Tanh}),
             {.bias = w("time_decay"), .activation = Activation::Rwkv6Decay});
  const Value k = multiply_add(g, scale(g, shared_key, -1), decay, shared_key);  // k * (1 - decay)
  const float size = 1.0f / std::sqrt(static_cast<float>(c.head_size));
  const Value y = linear_attention(g, {.r = r, .k = k, .v = v, .w = decay, .scale = size}, g.state(slot(layer, "wkv")));
  const Value z = linear(g, w("gate.weight"), x_of('g'));
  return linear(g, w("o_proj.weight"), gate(g, y, z, 0, Activation::Sigmoid), {.residual = x});
}

void forward(Graph& g, const Config& c) {
  Value x = network_input(g, c.body.ends);
  for (std::int64_t layer = 0; layer < c.body.layers; ++layer) {
    x = time_mix(g, c, layer, x);
    x = body_network(g, layer, body_norm(g, c.body, layer, "post_attention_layernorm.weight", x), x);
  }
  network_output(g, c.body.ends, x);
}

// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{kTag, &read_config, &size, &tensors, &state_layout, &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kRwkv6qwen2;
const Architecture kRwkv6qwen2{kTag, &recognises, &open};

}  // namespace eddy
