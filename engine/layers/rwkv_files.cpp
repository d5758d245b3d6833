#include "engine/layers/rwkv_files.h"

#include <algorithm>

namespace eddy {
namespace {

constexpr RwkvName kFirstNorm{"ln1.weight", "ln1.weight", "attn_norm.weight", "attn_norm.weight"};
constexpr RwkvName kFfnKey{"ffn.key.weight", "feed_forward.key.weight", "channel_mix_key.weight",
                           "ffn.key.linear.weight"};
constexpr RwkvName kBareFfnKey{kFfnKey.authors, kFfnKey.hugging_face, kFfnKey.gguf, "ffn.key.weight"};

std::string layer_prefix(RwkvFileKind kind, std::int64_t layer) {
  if (layer < 0) return {};
  const std::string number = std::to_string(layer) + ".";
  switch (kind) {
    case RwkvFileKind::HuggingFace:
      return "rwkv.blocks." + number;
    case RwkvFileKind::Gguf:
      return "blk." + number;
    case RwkvFileKind::Fla:
      return "model.layers." + number;
    default:
      return "blocks." + number;
  }
}

/// The keys under which files say what their tensors' shapes say too, and the epsilon of layer norms.
struct ConfigKeys {
  std::string layers, epsilon;
};

ConfigKeys config_keys(RwkvFileKind kind, std::string_view architecture) {
  switch (kind) {
    case RwkvFileKind::RwkvCpp:
      return {"ggmf.n_layer", ""};
    case RwkvFileKind::HuggingFace:
      return {"num_hidden_layers", "layer_norm_epsilon"};
    case RwkvFileKind::Gguf:
      return {std::string(architecture) + ".block_count", std::string(architecture) + ".attention.layer_norm_epsilon"};
    case RwkvFileKind::Fla:
      return {"num_hidden_layers", "norm_eps"};
    default:
      return {};
  }
}

std::int64_t count_layers(const ModelFile& file, RwkvFileKind kind) {
  std::int64_t layers = 0;
  while (file.find(rwkv_name(kind, kFirstNorm, layers))) ++layers;
  return layers;
}

}  // namespace

RwkvFileKind rwkv_file_kind(const ModelFile& file) {
  if (file.file_format() == "ggmf") return RwkvFileKind::RwkvCpp;
  if (file.metadata("general.architecture")) return RwkvFileKind::Gguf;
  for (RwkvFileKind kind : {RwkvFileKind::Gguf, RwkvFileKind::HuggingFace, RwkvFileKind::Fla}) {
    if (file.find(rwkv_name(kind, kRwkvEmbedding, -1))) return kind;
  }
  return RwkvFileKind::Authors;
}

std::string rwkv_name(RwkvFileKind kind, const RwkvName& name, std::int64_t layer) {
  const char* last = name.authors;
  if (kind == RwkvFileKind::HuggingFace) last = name.hugging_face;
  if (kind == RwkvFileKind::Gguf) last = name.gguf;
  if (kind == RwkvFileKind::Fla) last = name.fla;
  return layer_prefix(kind, layer) + last;
}

std::string rwkv_slot(std::int64_t layer) {
  return layer_prefix(RwkvFileKind::Gguf, layer);
}

Error rwkv_damaged(const ModelFile& file, std::string_view architecture, const std::string& what) {
  return {ErrorCode::FileCorrupt,
          "[" + std::string(architecture) + "] " + file.path().string() + ": " + what + "; get the file again"};
}

Error rwkv_variant(const ModelFile& file, std::string_view architecture, const std::string& key) {
  return {ErrorCode::UnsupportedArchitecture, "[" + std::string(architecture) + "] " + file.path().string() +
                                                  ": its config's '" + key +
                                                  "' makes it a variant that this version cannot run"};
}

Result<std::pair<std::int64_t, std::int64_t>> rwkv_matrix_size(const ModelFile& file, std::string_view architecture,
                                                               const std::string& name) {
  const StoredTensor* tensor = file.find(name);
  if (!tensor) return rwkv_damaged(file, architecture, "tensor '" + name + "' is missing");
  auto sizes = tensor->shape;
  sizes.resize(std::max<std::size_t>(sizes.size(), 2), 1);
  if (sizes[0] < 1 || sizes[1] < 1 || std::any_of(sizes.begin() + 2, sizes.end(), [](auto n) { return n != 1; })) {
    return rwkv_damaged(file, architecture, "tensor '" + name + "' is not a matrix");
  }
  return std::pair(sizes[0], sizes[1]);
}

Result<RwkvSizes> read_rwkv_sizes(const ModelFile& file, std::string_view architecture) {
  const RwkvFileKind kind = rwkv_file_kind(file);
  const auto table = rwkv_matrix_size(file, architecture, rwkv_name(kind, kRwkvEmbedding, -1));
  if (!table) return table.error();
  // flash-linear-attention has a wrapper around RWKV-6's matrix and none around RWKV-7's.
  const auto wrapped = rwkv_name(kind, kFfnKey, 0), bare = rwkv_name(kind, kBareFfnKey, 0);
  const auto key = rwkv_matrix_size(file, architecture, file.find(bare) ? bare : wrapped);
  if (!key) return key.error();
  for (const auto& [name, size] : {std::pair{rwkv_name(kind, kRwkvEmbedding, -1), *table}, {wrapped, *key}}) {
    if (size.second == 1) return rwkv_damaged(file, architecture, "tensor '" + name + "' is not a matrix");
  }
  RwkvSizes sizes{.kind = kind,
                  .layers = count_layers(file, kind),
                  .vocabulary = table->first,
                  .width = table->second,
                  .feed_forward = key->first};
  if (sizes.layers == 0)
    return rwkv_damaged(file, architecture, "tensor '" + rwkv_name(kind, kFirstNorm, 0) + "' is missing");
  const ConfigKeys keys = config_keys(kind, architecture);
  if (const auto* count = file.metadata(keys.layers)) {
    const auto* layers = std::get_if<std::int64_t>(count);
    if (!layers || *layers != sizes.layers) {
      return rwkv_damaged(file, architecture,
                          "key '" + keys.layers + "' does not agree with the " + std::to_string(sizes.layers) +
                              " layers whose tensors are there");
    }
  }
  if (const auto* value = file.metadata(keys.epsilon)) {
    const auto* epsilon = std::get_if<double>(value);
    if (!epsilon || !(*epsilon > 0) || *epsilon > 1) {
      return rwkv_damaged(file, architecture, "key '" + keys.epsilon + "' is not a small positive number");
    }
    sizes.norm_epsilon = static_cast<float>(*epsilon);
  }
  return sizes;
}

std::string RwkvTable::ours(const std::string& name) const {
  return layer_prefix(RwkvFileKind::Authors, layer_) + name;
}

void RwkvTable::vector(const RwkvName& name, Shape shape, WeightRewrite rewrite, Shape stored) {
  rule({.name = ours(name.authors),
        .shape = shape,
        .sources = {{.names = {in_file(name)}, .stored = stored, .rewrite = rewrite}}});
}

void RwkvTable::stack(const char* name, std::initializer_list<RwkvName> rows, std::int64_t n, WeightRewrite rewrite) {
  TensorSource source{.rewrite = rewrite};
  for (const auto& row : rows) source.names.push_back(in_file(row));
  // A single name has no new first dimension to be told apart by.
  source.stored = {n};
  rule({.name = ours(name), .shape = {static_cast<std::int64_t>(rows.size()), n}, .sources = {source}});
}

void RwkvTable::matrix(const RwkvName& name, std::int64_t out, std::int64_t in, bool in_out) {
  rule({.name = ours(name.authors),
        .shape = {out, in},
        .matrix = true,
        .sources = {{.names = {in_file(name)}, .in_out = in_out}}});
}

void RwkvTable::norm(const RwkvName& name, std::int64_t n) {
  for (const char* part : {".weight", ".bias"}) {
    rule({.name = ours(name.authors) + part, .shape = {n}, .sources = {{.names = {in_file(name) + part}}}});
  }
}

}  // namespace eddy
