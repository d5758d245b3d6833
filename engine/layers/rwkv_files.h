// The kinds of files that hold RWKV models, and the names they give to the same tensors.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "engine/architectures/tensor_table.h"
#include "engine/model_files/model_file.h"

namespace eddy {

enum class RwkvFileKind {
  Authors,      ///< the authors' checkpoints and their safetensors copies
  RwkvCpp,      ///< rwkv.cpp: the authors' names, some numbers already rewritten
  HuggingFace,  ///< transformers
  Gguf,         ///< llama.cpp
  Fla,          ///< flash-linear-attention
};

/// One tensor in each kind of file, without the part that names the layer. Empty where that kind never holds it.
struct RwkvName {
  const char* authors;
  const char* hugging_face;
  const char* gguf = "";
  const char* fla = "";
};

inline constexpr RwkvName kRwkvEmbedding{"emb.weight", "rwkv.embeddings.weight", "token_embd.weight",
                                         "model.embeddings.weight"};

RwkvFileKind rwkv_file_kind(const ModelFile& file);

/// The full name; `layer` -1 for tensors outside the layers.
std::string rwkv_name(RwkvFileKind kind, const RwkvName& name, std::int64_t layer);

/// "blk.3." before the names of a layer's state slots.
std::string rwkv_slot(std::int64_t layer);

/// What every generation has, as the shapes of its tensors say it.
struct RwkvSizes {
  RwkvFileKind kind = RwkvFileKind::Authors;
  std::int64_t layers = 0;
  std::int64_t vocabulary = 0;    // V
  std::int64_t width = 0;         // C
  std::int64_t feed_forward = 0;  // F
  float norm_epsilon = 1e-5f;
};

/// FileCorrupt, naming the tensor or key; `architecture` tags the message.
Result<RwkvSizes> read_rwkv_sizes(const ModelFile& file, std::string_view architecture);

/// The first two sizes of a tensor, where further ones are 1; [n, 1] for a vector. FileCorrupt.
Result<std::pair<std::int64_t, std::int64_t>> rwkv_matrix_size(const ModelFile& file, std::string_view architecture,
                                                               const std::string& name);

Error rwkv_damaged(const ModelFile& file, std::string_view architecture, const std::string& what);
/// UnsupportedArchitecture: a key of the config asks for another computation.
Error rwkv_variant(const ModelFile& file, std::string_view architecture, const std::string& key);

/// Builds a table under the authors' names, looking tensors up under the file's.
class RwkvTable {
 public:
  explicit RwkvTable(const RwkvSizes& sizes) : sizes_(sizes) {}

  /// Tensors added from now on belong to this layer; -1: to none.
  void enter(std::int64_t layer) { layer_ = layer; }

  void vector(const RwkvName& name, Shape shape, WeightRewrite rewrite = nullptr, Shape stored = {});
  /// Vectors that one op takes together, under a name of ours.
  void stack(const char* ours, std::initializer_list<RwkvName> rows, std::int64_t n, WeightRewrite rewrite = nullptr);
  /// `in_out`: in this kind of file it is stored [in, out].
  void matrix(const RwkvName& name, std::int64_t out, std::int64_t in, bool in_out = false);
  void norm(const RwkvName& name, std::int64_t n);
  /// For what the others cannot say; its sources are given names of the file.
  void rule(TensorRule rule) { table_.rules.push_back(std::move(rule)); }
  void ignore(const RwkvName& name) { table_.ignored.push_back(in_file(name)); }

  std::string ours(const std::string& name) const;
  std::string in_file(const RwkvName& name) const { return rwkv_name(sizes_.kind, name, layer_); }
  TensorTable take() { return std::move(table_); }

 private:
  RwkvSizes sizes_;
  std::int64_t layer_ = -1;
  TensorTable table_;
};

}  // namespace eddy
