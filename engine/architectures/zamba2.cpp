// Zamba2 (2411.15242): Mamba-2 layers; before some of them a transformer block reads the stream beside the embeddings
// and adds to what that layer's mixer sees, not to the stream. One or two such blocks are shared by all those layers,
// each of which has low-rank corrections (adapters) of its own.
#include <algorithm>
#include <cmath>

#include "engine/architectures/architecture.h"
#include "engine/layers/hybrid_blocks.h"
#include "engine/layers/mamba2_blocks.h"
#include "engine/layers/rope.h"
#include "engine/ops/columns.h"
#include "engine/ops/gate.h"
#include "engine/ops/linear.h"
#include "engine/ops/rms_norm.h"

namespace eddy {
namespace {

// ---- 1. Config ------------------------------------------------------------------------------------------------------

constexpr const char* kTag = "zamba2";

struct Config {
  NetworkEnds ends;
  std::int64_t layers = 0;
  Mamba2Sizes mamba;
  std::vector<std::int64_t> hybrids;  ///< layers with a transformer block before them
  std::int64_t blocks = 1;            ///< that they share, in turn
  AttentionBlock attention;           ///< reads 2 C channels
  std::int64_t inner = 0;             ///< F of a block's network
  std::int64_t rank = 0;              ///< of its adapters
  bool attention_adapters = false;
  std::optional<Rope> rope;
};

bool recognises(const ModelFile& file) {
  return is_called(file, {kTag}, {});
}

std::string layer_prefix(std::int64_t layer) {
  return "model.layers." + std::to_string(layer) + ".";
}
std::string block_prefix(std::int64_t layer) {
  return layer_prefix(layer) + "shared_transformer.";
}

/// Before the names of a layer's own norm and mixer.
std::string decoder_prefix(const ModelFile& file, std::int64_t layer) {
  const std::string inside = layer_prefix(layer) + "mamba_decoder.";
  return file.find(inside + "input_layernorm.weight") ? inside : layer_prefix(layer);
}
std::string decoder_prefix(const Config& c, std::int64_t layer) {
  const bool hybrid = std::find(c.hybrids.begin(), c.hybrids.end(), layer) != c.hybrids.end();
  return layer_prefix(layer) + (hybrid ? "mamba_decoder." : "");
}

MixerPlace mamba_place(const std::string& decoder, std::int64_t layer) {
  return {.ours = block_name(layer), .file = decoder + "mamba."};
}

void read_mamba(const ModelFile& file, ConfigReader& reader, Config& c) {
  c.mamba = read_mamba2_sizes(file, reader, mamba_place(decoder_prefix(file, 0), 0), c.ends.width);
  c.mamba.norm_epsilon = 1e-5f;  // whatever that of the other norms is
  c.mamba.dt_least = std::max(c.mamba.dt_least, read_least_step(reader));
}

/// Sizes of the shared block, from the first layer that has one.
void read_block(const ModelFile& file, ConfigReader& reader, Config& c) {
  const std::string block = block_prefix(c.hybrids.front());
  c.attention = read_attention_block(file, reader, {.file = block + "self_attn."}, 2 * c.ends.width);
  // Each head is taken for two of half its size.
  c.attention.shape.scale = 1 / std::sqrt(static_cast<float>(c.attention.shape.key_size) / 2);
  const auto up = matrix_size(file, {block + "feed_forward.gate_up_proj.weight"});
  const auto adapter = matrix_size(file, {block + "feed_forward.gate_up_proj_adapter_list.0.0.weight"});
  if (!up) reader.fail("tensor '" + block + "feed_forward.gate_up_proj.weight' is missing or not a matrix");
  if (!up) return;
  c.inner = up->first / 2;
  c.rank = adapter ? adapter->first : 0;
  c.attention_adapters = file.find(block + "self_attn.linear_q_adapter_list.0.0.weight") != nullptr;
  if (!reader.flag({"use_mem_rope"}, false)) return;
  RopeConfig rope = reader.rope();
  const auto head = static_cast<double>(c.attention.shape.key_size);
  if (reader.flag({"use_long_context"}, false)) rope.theta *= std::pow(8.0, head / (head - 2));
  c.rope = make_rope(reader, rope, c.attention.shape.key_size,
                     reader.integer({"max_position_embeddings"}, 0, std::int64_t{1} << 40, 0));
}

Result<Config> read_config(const ModelFile& file) {
  ConfigReader reader(file, kTag);
  Config c{.ends = {.embeddings = {"model.embed_tokens.weight"},
                    .norm = {"model.final_layernorm.weight"},
                    .head = {"lm_head.weight"},
                    .norm_epsilon = reader.epsilon({"rms_norm_eps"}, 1e-5),
                    .tied = read_tied(file, reader, true)}};
  read_network_ends(file, reader, c.ends);
  c.layers = count_layers(file, reader, [&](std::int64_t layer) {
    return FileNames{layer_prefix(layer) + "input_layernorm.weight",
                     layer_prefix(layer) + "mamba_decoder.input_layernorm.weight"};
  });
  const auto kinds = reader.layer_kinds(c.layers);
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (kinds[i] == LayerKind::Hybrid) c.hybrids.push_back(static_cast<std::int64_t>(i));
  }
  c.blocks = reader.integer({"num_mem_blocks"}, 1, std::max<std::int64_t>(1, c.hybrids.size()), 1);
  reader.only("hidden_act", std::string("gelu"));
  reader.only("add_bias_linear", false);
  if (reader.ok()) read_mamba(file, reader, c);
  if (reader.ok() && !c.hybrids.empty()) read_block(file, reader, c);
  if (!reader.ok()) return reader.error();
  if (!c.hybrids.empty()) {
    if (auto fits = check_attention(c.attention.shape, message_tag(file, kTag)); !fits) return fits.error();
  }
  return c;
}

NetworkSize size(const Config& c) {
  return {c.layers, c.ends.width, c.ends.vocabulary};
}

// ---- 2. Tensors -----------------------------------------------------------------------------------------------------

/// A block's tensors are stored with its first layer, or with each of its layers.
FileNames shared_names(const Config& c, std::int64_t block, const std::string& name) {
  FileNames names;
  for (std::size_t j = static_cast<std::size_t>(block); j < c.hybrids.size(); j += static_cast<std::size_t>(c.blocks))
    names.push_back(block_prefix(c.hybrids[j]) + name);
  return names;
}

std::string shared_name(std::int64_t block, const char* name) {
  return "shared." + std::to_string(block) + "." + name;
}

struct Shared {
  const char *ours, *file;
  std::int64_t out, in;
};

std::vector<Shared> shared_matrices(const Config& c) {
  const AttentionShape& a = c.attention.shape;
  const std::int64_t read = c.attention.width;
  return {{"q", "self_attn.q_proj", a.queries(), read},
          {"k", "self_attn.k_proj", a.keys(), read},
          {"v", "self_attn.v_proj", a.values(), read},
          {"o", "self_attn.o_proj", c.ends.width, a.outputs()},
          {"gate_up", "feed_forward.gate_up_proj", 2 * c.inner, c.ends.width},
          {"down", "feed_forward.down_proj", c.ends.width, c.inner}};
}

/// Adapters of the j-th layer that has a block: two low-rank factors each.
std::vector<Shared> adapters(const Config& c) {
  const AttentionShape& a = c.attention.shape;
  std::vector<Shared> list;
  if (c.rank > 0) list.push_back({"gate_up", "feed_forward.gate_up_proj_adapter_list.", 2 * c.inner, c.ends.width});
  if (!c.attention_adapters) return list;
  list.push_back({"q", "self_attn.linear_q_adapter_list.", a.queries(), c.attention.width});
  list.push_back({"k", "self_attn.linear_k_adapter_list.", a.keys(), c.attention.width});
  list.push_back({"v", "self_attn.linear_v_adapter_list.", a.values(), c.attention.width});
  return list;
}

void add_adapters(TensorTable& table, const Config& c, std::size_t j) {
  const auto block = static_cast<std::int64_t>(j) % c.blocks;
  const std::string ours = block_name(c.hybrids[j]);
  for (const Shared& adapter : adapters(c)) {
    const std::string file = adapter.file + std::to_string(j);
    table.rules.push_back(
        named_matrix(ours + adapter.ours + "_a", c.rank, adapter.in, shared_names(c, block, file + ".0.weight")));
    table.rules.push_back(
        named_matrix(ours + adapter.ours + "_b", adapter.out, c.rank, shared_names(c, block, file + ".1.weight")));
  }
}

TensorTable tensors(const Config& c) {
  TensorTable table;
  add_network_ends(table, c.ends);
  if (c.rope) add_rope_rule(table, *c.rope);
  for (std::int64_t i = 0; i < c.layers; ++i) {
    const std::string decoder = decoder_prefix(c, i);
    table.rules.push_back(named_vector(block_name(i) + "norm", {c.ends.width}, {decoder + "input_layernorm.weight"}));
    add_mamba2_block(table, c.mamba, mamba_place(decoder, i));
  }
  for (std::int64_t block = 0; block < c.blocks && !c.hybrids.empty(); ++block) {
    for (const Shared& m : shared_matrices(c)) {
      table.rules.push_back(named_matrix(shared_name(block, m.ours), m.out, m.in,
                                         shared_names(c, block, std::string(m.file) + ".weight")));
    }
    table.rules.push_back(named_vector(shared_name(block, "norm"), {c.attention.width},
                                       shared_names(c, block, "input_layernorm.weight")));
    table.rules.push_back(named_vector(shared_name(block, "network_norm"), {c.ends.width},
                                       shared_names(c, block, "pre_ff_layernorm.weight")));
  }
  for (std::size_t j = 0; j < c.hybrids.size(); ++j) {
    const std::int64_t layer = c.hybrids[j];
    add_adapters(table, c, j);
    table.rules.push_back(named_matrix(block_name(layer) + "linear", c.ends.width, c.ends.width,
                                       {layer_prefix(layer) + "linear.weight"}));
  }
  return table;
}

// ---- 3. State -------------------------------------------------------------------------------------------------------

StateLayout state_layout(const Config& c) {
  StateLayout layout;
  if (c.rope) add_rope_slots(layout, *c.rope);
  for (std::int64_t i = 0; i < c.layers; ++i)
    add_mamba2_state(layout, c.mamba, i, mamba_place(decoder_prefix(c, i), i));
  for (const std::int64_t layer : c.hybrids) add_attention_slots(layout, c.attention.shape, layer);
  return layout;
}

// ---- 4. Forward -----------------------------------------------------------------------------------------------------

/// W x, with the layer's own correction B A x.
Value adapted(Graph& g, std::int64_t block, const std::string& ours, const char* name, bool adapter, Value x) {
  LinearOptions options;
  if (adapter) {
    const Value low = linear(g, g.weight(ours + name + "_a"), x);
    options.residual = linear(g, g.weight(ours + name + "_b"), low);
  }
  return linear(g, g.weight(shared_name(block, name)), x, options);
}

/// h + the shared block of [h | embeddings], as the j-th layer that has one sees it.
Value with_block(Graph& g, const Config& c, std::size_t j, Value h, Value embeddings, const RotaryTable* rotary) {
  const auto block = static_cast<std::int64_t>(j) % c.blocks;
  const std::int64_t layer = c.hybrids[j];
  const std::string ours = block_name(layer);
  const auto shared = [&](const char* name) { return g.weight(shared_name(block, name)); };
  const Value u = rms_norm(g, join_columns(g, h, embeddings), shared("norm"), c.ends.norm_epsilon);
  const auto project = [&](const char* name) { return adapted(g, block, ours, name, c.attention_adapters, u); };
  const auto turned = [&](Value x) { return rotary ? rotate(g, x, *rotary, c.attention.shape.key_size) : x; };
  const Value q = turned(project("q")), k = turned(project("k"));
  const Value y = linear(g, shared("o"), attend(g, c.attention.shape, layer, q, k, project("v")));
  const Value v = rms_norm(g, y, shared("network_norm"), c.ends.norm_epsilon);
  const Value both = adapted(g, block, ours, "gate_up", c.rank > 0, v);
  const Value hidden = gate(g, columns(g, both, c.inner, c.inner), both, 0, Activation::Gelu);
  return linear(g, g.weight(ours + "linear"), linear(g, shared("down"), hidden), {.residual = h});
}

void forward(Graph& g, const Config& c) {
  const Value embeddings = network_input(g, c.ends);
  std::optional<RotaryTable> rotary;
  if (c.rope) rotary = rope_table(g, *c.rope);
  Value x = embeddings;
  std::size_t j = 0;
  for (std::int64_t i = 0; i < c.layers; ++i) {
    const bool hybrid = j < c.hybrids.size() && c.hybrids[j] == i;
    const Value seen = hybrid ? with_block(g, c, j++, x, embeddings, rotary ? &*rotary : nullptr) : x;
    const Value normed = rms_norm(g, seen, g.weight(block_name(i) + "norm"), c.ends.norm_epsilon);
    x = mamba2_block(g, c.mamba, mamba_place(decoder_prefix(c, i), i), x, normed);
  }
  network_output(g, c.ends, x);
}

// ---- 5. The architecture --------------------------------------------------------------------------------------------

constexpr ArchitectureParts<Config> kParts{kTag, &read_config, &size, &tensors, &state_layout, &forward};

Result<std::unique_ptr<const Network>> open(const ModelFile& file) {
  return open_network(kParts, file);
}

}  // namespace

extern const Architecture kZamba2;
const Architecture kZamba2{kTag, &recognises, &open};

}  // namespace eddy
