// Rules for tensors that several kinds of files hold under different names.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/architectures/tensor_table.h"

namespace eddy {

/// Names of one tensor, one per kind of file; those of GGUF last.
using FileNames = std::vector<std::string>;

inline TensorRule named_rule(std::string ours, Shape shape, const FileNames& names) {
  TensorRule rule{.name = std::move(ours), .shape = shape};
  for (const auto& name : names) rule.sources.push_back({.names = {name}});
  return rule;
}

inline TensorRule named_vector(std::string ours, Shape shape, const FileNames& names, WeightRewrite rewrite = nullptr,
                               Shape stored = {}) {
  TensorRule rule = named_rule(std::move(ours), shape, names);
  for (auto& source : rule.sources) {
    source.rewrite = rewrite;
    source.stored = stored;
  }
  return rule;
}

inline TensorRule named_matrix(std::string ours, std::int64_t out, std::int64_t in, const FileNames& names) {
  TensorRule rule = named_rule(std::move(ours), {out, in}, names);
  rule.matrix = true;
  return rule;
}

/// Where the tensors of a block are: what stands before our names, those of transformers and those of GGUF.
struct MixerPlace {
  std::string ours, file, gguf;
};

/// The first of these tensors that the file holds; null when it holds none.
inline const StoredTensor* find_first(const ModelFile& file, const FileNames& names) {
  for (const auto& name : names) {
    if (const StoredTensor* tensor = file.find(name)) return tensor;
  }
  return nullptr;
}

/// Its rows and columns, where further dimensions are 1; nothing where it is missing, empty or of another rank.
inline std::optional<std::pair<std::int64_t, std::int64_t>> matrix_size(const ModelFile& file, const FileNames& names) {
  const StoredTensor* tensor = find_first(file, names);
  if (!tensor) return std::nullopt;
  std::vector<std::int64_t> dims;  // a convolution is stored [C, 1, K]
  for (std::size_t i = 0; i < tensor->shape.size(); ++i) {
    if (tensor->shape.size() <= 2 || tensor->shape[i] != 1) dims.push_back(tensor->shape[i]);
  }
  if (dims.size() != 2 || dims[0] < 1 || dims[1] < 1) return std::nullopt;
  return std::pair(dims[0], dims[1]);
}

}  // namespace eddy
