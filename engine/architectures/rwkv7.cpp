// RWKV-7 "Goose" (Peng et al., 2503.14456). Tensor names are those of the authors' files; GGUF names stand beside them.
// rwkv.cpp keeps the authors' names, joins the shares of token shift and transposes the low-rank pairs.
#include <cmath>

#include "engine/architectures/architecture.h"
#include "engine/ops/elementwise.h"
#include "engine/ops/embedding.h"
#include "engine/ops/layer_norm.h"
#include "engine/ops/linear.h"
#include "engine/ops/rwkv7_key.h"
#include "engine/ops/rwkv7_readout.h"
#include "engine/ops/token_shift.h"
#include "engine/ops/wkv7.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

struct Config {
  std::int64_t layers = 0;
  std::int64_t vocabulary = 0;    // V
  std::int64_t width = 0;         // C
  std::int64_t heads = 0;         // H
  std::int64_t head_size = 0;     // N, H * N = C
  std::int64_t feed_forward = 0;  // F
  // Ranks of the low-rank pairs, per layer in the file's shapes but equal in every layer but the first (v).
  std::int64_t decay_rank = 0, iclr_rank = 0, value_rank = 0, gate_rank = 0;
  float norm_epsilon = 1e-5f;
  bool in_out = true;  // outside GGUF, low-rank pairs are stored [in, out]
};

// The GroupNorm of training had epsilon 1e-5 on y / 8, whatever the head size.
constexpr float kReadoutEpsilon = 64e-5f;

std::string block(std::int64_t layer) {
  return "blocks." + std::to_string(layer) + ".";
}
std::string blk(std::int64_t layer) {
  return "blk." + std::to_string(layer) + ".";
}

bool is_gguf(const ModelFile& file) {
  return file.find("token_embd.weight") != nullptr;
}

bool recognises(const ModelFile& file) {
  if (const auto* value = file.metadata("general.architecture")) {
    const auto* name = std::get_if<std::string>(value);
    return name && *name == "rwkv7";
  }
  return file.find("emb.weight") && file.find("blocks.0.att.r_k");
}

Error damaged(const ModelFile& file, const std::string& what) {
  return {ErrorCode::FileCorrupt, "[rwkv7] " + file.path().string() + ": " + what + "; get the file again"};
}

/// The two sizes of a matrix as the file stores it.
Result<std::pair<std::int64_t, std::int64_t>> matrix_size(const ModelFile& file, const std::string& name) {
  const StoredTensor* tensor = file.find(name);
  if (!tensor) return damaged(file, "tensor '" + name + "' is missing");
  if (tensor->shape.size() != 2 || tensor->shape[0] < 1 || tensor->shape[1] < 1) {
    return damaged(file, "tensor '" + name + "' is not a matrix");
  }
  return std::pair(tensor->shape[0], tensor->shape[1]);
}

bool is_rwkv_cpp(const ModelFile& file) {
  return file.file_format() == "ggmf";
}

/// The rank of a low-rank pair from its first matrix: [C, rank] in the authors' files, [rank, C] in GGUF and
/// rwkv.cpp's.
Result<std::int64_t> rank_of(const ModelFile& file, char letter, std::int64_t layer) {
  const bool gguf = is_gguf(file);
  const auto name = gguf ? blk(layer) + "time_mix_" + letter + "1.weight" : block(layer) + "att." + letter + "1";
  const auto size = matrix_size(file, name);
  if (!size) return size.error();
  return gguf || is_rwkv_cpp(file) ? size->first : size->second;
}

std::int64_t count_layers(const ModelFile& file) {
  std::int64_t layers = 0;
  while (file.find(block(layers) + "ln1.weight") || file.find(blk(layers) + "attn_norm.weight")) ++layers;
  return layers;
}

Result<std::int64_t> head_size_of(const ModelFile& file) {
  if (!is_gguf(file)) {
    const auto size = matrix_size(file, "blocks.0.att.r_k");
    if (!size) return size.error();
    return size->second;
  }
  const auto* value = file.metadata("rwkv7.wkv.head_size");
  const auto* size = value ? std::get_if<std::int64_t>(value) : nullptr;
  if (!size || *size < 1) return damaged(file, "key 'rwkv7.wkv.head_size' is missing or not a positive number");
  return *size;
}

Result<float> epsilon_of(const ModelFile& file) {
  const auto* value = file.metadata("rwkv7.attention.layer_norm_epsilon");
  if (!value) return 1e-5f;
  const auto* epsilon = std::get_if<double>(value);
  if (!epsilon || !(*epsilon > 0) || *epsilon > 1) {
    return damaged(file, "key 'rwkv7.attention.layer_norm_epsilon' is not a small positive number");
  }
  return static_cast<float>(*epsilon);
}

/// Reads the sizes in `fields` one after the other; the first that is wrong ends it.
Result<void> read_ranks(const ModelFile& file, Config& config) {
  struct Field {
    char letter;
    std::int64_t layer;
    std::int64_t* rank;
  };
  const Field fields[] = {{'w', 0, &config.decay_rank},
                          {'a', 0, &config.iclr_rank},
                          {'g', 0, &config.gate_rank},
                          {'v', 1, &config.value_rank}};
  for (const auto& field : fields) {
    if (field.layer >= config.layers) continue;
    const auto rank = rank_of(file, field.letter, field.layer);
    if (!rank) return rank.error();
    *field.rank = *rank;
  }
  return {};
}

Result<Config> read_config(const ModelFile& file) {
  const bool gguf = is_gguf(file);
  const auto table = matrix_size(file, gguf ? "token_embd.weight" : "emb.weight");
  if (!table) return table.error();
  const auto key = matrix_size(file, gguf ? "blk.0.channel_mix_key.weight" : "blocks.0.ffn.key.weight");
  if (!key) return key.error();
  const auto head_size = head_size_of(file);
  if (!head_size) return head_size.error();
  const auto epsilon = epsilon_of(file);
  if (!epsilon) return epsilon.error();
  Config config{.layers = count_layers(file),
                .vocabulary = table->first,
                .width = table->second,
                .heads = table->second / *head_size,
                .head_size = *head_size,
                .feed_forward = key->first,
                .norm_epsilon = *epsilon,
                .in_out = !is_rwkv_cpp(file)};
  if (config.heads * config.head_size != config.width) {
    return damaged(file, "width " + std::to_string(config.width) + " is no multiple of head size " +
                             std::to_string(config.head_size));
  }
  for (const std::string key : {"rwkv7.block_count", "ggmf.n_layer"}) {
    const auto* count = file.metadata(key);
    if (count && *count != MetadataValue(config.layers)) {
      return damaged(file, "key '" + key + "' does not agree with the " + std::to_string(config.layers) +
                               " layers whose tensors are there");
    }
  }
  if (const auto ranks = read_ranks(file, config); !ranks) return ranks.error();
  return config;
}

NetworkSize size(const Config& config) {
  return {config.layers, config.width, config.vocabulary};
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

TensorRule vector(std::string name, std::string gguf, std::int64_t n) {
  return {.name = name, .shape = {n}, .sources = {{.names = {name}}, {.names = {gguf}}}};
}

TensorRule matrix(std::string name, std::string gguf, std::int64_t out, std::int64_t in) {
  return {.name = name, .shape = {out, in}, .matrix = true, .sources = {{.names = {name}}, {.names = {gguf}}}};
}

/// A matrix that the authors use as x * W and so store [in, out]; GGUF has it transposed.
TensorRule right_matrix(std::string name, std::string gguf, std::int64_t out, std::int64_t in, bool in_out) {
  return {.name = name,
          .shape = {out, in},
          .matrix = true,
          .sources = {{.names = {name}, .in_out = in_out}, {.names = {gguf}}}};
}

void add_norm(TensorTable& table, const std::string& name, const std::string& gguf, std::int64_t n) {
  for (const char* part : {".weight", ".bias"}) table.rules.push_back(vector(name + part, gguf + part, n));
}

/// out = [bias +] activation(x * first) * second, `letter` of w, a, v, g.
void add_low_rank(TensorTable& table, const Config& c, std::int64_t layer, char letter, std::int64_t rank, bool bias) {
  const std::string name = block(layer) + "att." + letter;
  const std::string gguf = blk(layer) + "time_mix_" + letter;
  table.rules.push_back(right_matrix(name + "1", gguf + "1.weight", rank, c.width, c.in_out));
  table.rules.push_back(right_matrix(name + "2", gguf + "2.weight", c.width, rank, c.in_out));
  if (bias) table.rules.push_back(vector(name + "0", gguf + "0.weight", c.width));
}

void add_time_mix(TensorTable& table, const Config& c, std::int64_t layer) {
  const std::string att = block(layer) + "att.";
  const std::string mix = blk(layer) + "time_mix_";
  TensorSource mixes;
  for (char letter : std::string("rwkvag")) mixes.names.push_back(att + "x_" + letter);
  table.rules.push_back({.name = att + "x",
                         .shape = {6, c.width},
                         .sources = {mixes, {.names = {att + "x_rwkvag"}}, {.names = {mix + "lerp_fused.weight"}}}});
  for (const char* name : {"receptance", "key", "value", "output"}) {
    table.rules.push_back(matrix(att + name + ".weight", mix + name + ".weight", c.width, c.width));
  }
  add_low_rank(table, c, layer, 'w', c.decay_rank, true);
  add_low_rank(table, c, layer, 'a', c.iclr_rank, true);
  add_low_rank(table, c, layer, 'g', c.gate_rank, false);
  if (layer > 0) add_low_rank(table, c, layer, 'v', c.value_rank, true);
  table.rules.push_back(vector(att + "k_k", mix + "k_k.weight", c.width));
  table.rules.push_back(vector(att + "k_a", mix + "k_a.weight", c.width));
  table.rules.push_back(
      {.name = att + "r_k",
       .shape = {c.width},
       .sources = {{.names = {att + "r_k"}, .stored = {c.heads, c.head_size}}, {.names = {mix + "r_k.weight"}}}});
  add_norm(table, att + "ln_x", mix + "ln", c.width);
}

TensorTable tensors(const Config& c) {
  TensorTable table;
  table.rules.push_back(matrix("emb.weight", "token_embd.weight", c.vocabulary, c.width));
  add_norm(table, "blocks.0.ln0", "token_embd_norm", c.width);
  for (std::int64_t layer = 0; layer < c.layers; ++layer) {
    const std::string ours = block(layer);
    const std::string gguf = blk(layer);
    add_norm(table, ours + "ln1", gguf + "attn_norm", c.width);
    add_time_mix(table, c, layer);
    add_norm(table, ours + "ln2", gguf + "attn_norm_2", c.width);
    table.rules.push_back(
        {.name = ours + "ffn.x_k",
         .shape = {1, c.width},
         .sources = {{.names = {ours + "ffn.x_k"}}, {.names = {gguf + "channel_mix_lerp_k.weight"}}}});
    table.rules.push_back(matrix(ours + "ffn.key.weight", gguf + "channel_mix_key.weight", c.feed_forward, c.width));
    table.rules.push_back(
        matrix(ours + "ffn.value.weight", gguf + "channel_mix_value.weight", c.width, c.feed_forward));
  }
  add_norm(table, "ln_out", "output_norm", c.width);
  table.rules.push_back(matrix("head.weight", "output.weight", c.vocabulary, c.width));
  // The first layer has no earlier values to mix in; files keep the tensors all the same, or copies of a0, a1, a2.
  for (const char* number : {"0", "1", "2"}) {
    table.ignored.push_back(std::string("blocks.0.att.v") + number);
    table.ignored.push_back(std::string("blk.0.time_mix_v") + number + ".weight");
  }
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  for (int layer = 0; layer < c.layers; ++layer) {
    const auto add = [&](const char* name, std::vector<std::int64_t> shape) {
      layout.slots.push_back({.name = blk(layer) + name, .layer = layer, .shape = std::move(shape)});
    };
    add("att_shift", {c.width});                      // ln1 of the last token
    add("wkv", {c.heads, c.head_size, c.head_size});  // [H, key channel, value channel]
    add("ffn_shift", {c.width});                      // ln2 of the last token
  }
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

Value norm(Graph& g, const Config& c, Value x, const std::string& name) {
  return layer_norm(g, x, g.weight(name + ".weight"), g.weight(name + ".bias"), c.norm_epsilon);
}

/// last(bias + inner(x * first) * second)
Value low_rank(Graph& g, const std::string& name, Value x, Activation inner, Activation last) {
  const Value hidden = linear(g, g.weight(name + "1"), x, {.activation = inner});
  return linear(g, g.weight(name + "2"), hidden, {.bias = g.weight(name + "0"), .activation = last});
}

/// x + time mixing of ln1(x). `v_first` is layer 0's values: set there, mixed in above.
Value time_mix(Graph& g, const Config& c, std::int64_t layer, Value x, Value& v_first) {
  const std::string att = block(layer) + "att.";
  const auto w = [&](const char* name) { return g.weight(att + name); };
  const Value normed = norm(g, c, x, block(layer) + "ln1");
  const auto shifted = token_shift(g, normed, w("x"), g.state(blk(layer) + "att_shift"));
  const Value xr = shifted[0], xw = shifted[1], xk = shifted[2], xv = shifted[3], xa = shifted[4], xg = shifted[5];

  const Value r = linear(g, w("receptance.weight"), xr);
  const Value k = linear(g, w("key.weight"), xk);
  Value v = linear(g, w("value.weight"), xv);
  const Value decay = low_rank(g, att + "w", xw, Activation::Tanh, Activation::Rwkv7Decay);
  const Value a = low_rank(g, att + "a", xa, Activation::None, Activation::Sigmoid);  // in-context learning rate
  const Value gate = linear(g, w("g2"), linear(g, w("g1"), xg, {.activation = Activation::Sigmoid}));
  if (layer == 0) {
    v_first = v;
  } else {
    v = lerp(g, v, v_first, low_rank(g, att + "v", xv, Activation::None, Activation::Sigmoid));
  }

  const auto [kk, key] = rwkv7_key(g, k, a, w("k_k"), w("k_a"), c.heads);
  const Value y = wkv7(g, {.r = r, .w = decay, .k = key, .v = v, .kk = kk, .a = a}, g.state(blk(layer) + "wkv"));
  const Value out = rwkv7_readout(g,
                                  {.y = y,
                                   .r = r,
                                   .k = key,
                                   .v = v,
                                   .g = gate,
                                   .r_k = w("r_k"),
                                   .norm_weight = w("ln_x.weight"),
                                   .norm_bias = w("ln_x.bias")},
                                  c.heads, kReadoutEpsilon);
  return linear(g, w("output.weight"), out, {.residual = x});
}

/// x + channel mixing of ln2(x)
Value channel_mix(Graph& g, const Config& c, std::int64_t layer, Value x) {
  const std::string ffn = block(layer) + "ffn.";
  const Value normed = norm(g, c, x, block(layer) + "ln2");
  const Value xk = token_shift(g, normed, g.weight(ffn + "x_k"), g.state(blk(layer) + "ffn_shift"))[0];
  const Value k = linear(g, g.weight(ffn + "key.weight"), xk, {.activation = Activation::ReluSquared});
  return linear(g, g.weight(ffn + "value.weight"), k, {.residual = x});
}

void forward(Graph& g, const Config& c) {
  Value x = norm(g, c, embedding(g, g.weight("emb.weight")), "blocks.0.ln0");
  Value v_first;
  for (std::int64_t layer = 0; layer < c.layers; ++layer) {
    x = time_mix(g, c, layer, x, v_first);
    x = channel_mix(g, c, layer, x);
  }
  if (g.shape().logits == LogitRows::None) return;
  if (g.shape().logits == LogitRows::Last) x = last_tokens(g, x);
  g.set_logits(linear(g, g.weight("head.weight"), norm(g, c, x, "ln_out")));
}

// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{"rwkv7", &read_config, &size, &tensors, &state_layout, &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kRwkv7;
const Architecture kRwkv7{"rwkv7", &recognises, &open};

}  // namespace eddy
