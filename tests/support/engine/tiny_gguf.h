// Tiny models as GGUF files.
#pragma once

#include "tests/engine/model_files/file_builders.h"
#include "tests/support/engine/tiny_model.h"

namespace eddy::test {

/// Writes the tensors, under the names they have, behind the keys of `gguf`.
inline void write_gguf(const std::filesystem::path& path, GgufParts gguf, const TinyModel& m) {
  const auto pad = [&] { gguf.data.resize((gguf.data.size() + 31) / 32 * 32); };
  for (const auto& [name, tensor] : m.tensors()) {
    pad();
    gguf.tensor(name, {tensor.shape.rbegin(), tensor.shape.rend()}, 0, gguf.data.size());
    for (float value : tensor.values) gguf.data += raw(value);
  }
  pad();
  std::ofstream(path, std::ios::binary) << gguf.bytes();
}

/// [.., a, b] -> [.., b, a]
inline TinyModel::Tensor transposed(const TinyModel::Tensor& t) {
  TinyModel::Tensor out{t.shape, std::vector<float>(t.values.size())};
  const std::size_t rank = t.shape.size(), rows = std::size_t(t.shape[rank - 2]),
                    columns = std::size_t(t.shape[rank - 1]), size = rows * columns;
  std::swap(out.shape[rank - 2], out.shape[rank - 1]);
  for (std::size_t i = 0; i < t.values.size(); ++i)
    out.values[i / size * size + i % columns * rows + i % size / columns] = t.values[i];
  return out;
}

/// Part `index` of `count` equal runs of rows of every matrix of a stack, or of one matrix.
inline TinyModel::Tensor band_of(const TinyModel::Tensor& t, int index, int count) {
  TinyModel::Tensor out{t.shape, {}};
  const std::size_t rank = t.shape.size(), size = std::size_t(t.shape[rank - 2] * t.shape[rank - 1]),
                    part = size / std::size_t(count);
  out.shape[rank - 2] /= count;
  for (std::size_t at = std::size_t(index) * part; at < t.values.size(); at += size)
    out.values.insert(out.values.end(), t.values.begin() + std::ptrdiff_t(at),
                      t.values.begin() + std::ptrdiff_t(at + part));
  return out;
}

/// The tensors of a Mamba or Mamba-2 mixer as llama.cpp's converter leaves them; `name` is that of transformers.
inline TinyModel::Tensor mixer_for_gguf(const std::string& name, TinyModel::Tensor t, int groups) {
  if (name.ends_with("A_log")) {
    for (float& value : t.values) value = -std::exp(value);
    if (t.shape.size() == 1) t.shape.push_back(1);
  }
  if (name.ends_with("conv1d.weight")) t.shape = {t.shape[0], t.shape[2]};
  if (name.ends_with("mamba.norm.weight") || name.ends_with("mixer.norm.weight"))
    t.shape = {groups, t.shape[0] / groups};
  return t;
}

/// Replaces the first of these parts that `name` has, and goes on behind it with the rest.
inline std::string renamed(std::string name, std::initializer_list<std::pair<const char*, const char*>> parts) {
  for (const auto& [from, to] : parts) {
    if (const auto at = name.find(from); at != std::string::npos) name.replace(at, std::string(from).size(), to);
  }
  return name;
}

}  // namespace eddy::test
