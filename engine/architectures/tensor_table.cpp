#include "engine/architectures/tensor_table.h"

#include <algorithm>
#include <unordered_set>

namespace eddy {
namespace {

using Dims = std::vector<std::int64_t>;

Dims without_ones(const Dims& dims) {
  Dims kept;
  std::copy_if(dims.begin(), dims.end(), std::back_inserter(kept), [](auto d) { return d != 1; });
  return kept;
}

Dims dims_of(const Shape& shape) {
  Dims dims;
  for (int i = 0; i < shape.rank(); ++i) dims.push_back(shape[i]);
  return dims;
}

std::string text_of(const Dims& dims) {
  std::string text = "[";
  for (std::size_t i = 0; i < dims.size(); ++i) text += (i ? ", " : "") + std::to_string(dims[i]);
  return text + "]";
}

/// The shape each tensor of a source must have in the file.
Dims expected_dims(const TensorRule& rule, const TensorSource& source) {
  if (source.stored.rank() > 0) return dims_of(source.stored);
  Dims dims = dims_of(rule.shape);
  if (source.names.size() > 1) dims.erase(dims.begin());
  if (source.in_out) std::reverse(dims.begin(), dims.end());
  return dims;
}

const TensorSource* source_in(const ModelFile& file, const TensorRule& rule) {
  for (const auto& source : rule.sources) {
    const auto held = [&](const std::string& name) { return file.find(name) != nullptr; };
    if (std::all_of(source.names.begin(), source.names.end(), held)) return &source;
  }
  return nullptr;
}

/// The name under which this file would hold the missing tensor: that of the naming its other tensors follow.
std::string missing_name(const ModelFile& file, const TensorRule& rule) {
  for (const auto& source : rule.sources) {
    for (const auto& name : source.names) {
      const bool partly =
          std::any_of(source.names.begin(), source.names.end(), [&](const auto& n) { return file.find(n); });
      if (partly && !file.find(name)) return name;
    }
  }
  const bool gguf = file.file_format() == "gguf";
  return (gguf ? rule.sources.back() : rule.sources.front()).names.front();
}

std::string list_of(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kShown); ++i) text += (i ? ", '" : "'") + names[i] + "'";
  if (names.size() > kShown) text += " and " + std::to_string(names.size() - kShown) + " more";
  return text;
}

/// The bytes of the bands of rows, each a part.
std::vector<WeightSource::Part> parts_of(const StoredTensor& stored, const RowBands& rows, std::int64_t columns) {
  if (rows.count == 0) return {{stored.format, stored.bytes}};
  const auto row_bytes = static_cast<std::size_t>(bytes_of(stored.format, columns));
  std::vector<WeightSource::Part> parts;
  for (std::int64_t i = 0; i < rows.times; ++i) {
    const auto first = static_cast<std::size_t>(rows.first + i * rows.every) * row_bytes;
    parts.push_back({stored.format, stored.bytes.subspan(first, static_cast<std::size_t>(rows.count) * row_bytes)});
  }
  return parts;
}

Result<WeightSource> bind_rule(const std::string& tag, const TensorRule& rule, const TensorSource& source,
                          const ModelFile& file) {
  WeightSource bound{.name = rule.name,
                     .shape = rule.shape,
                     .matrix = rule.matrix,
                     .in_out = source.in_out,
                     .rewrite = source.rewrite};
  const Dims expected = expected_dims(rule, source);
  for (const auto& name : source.names) {
    const StoredTensor& stored = *file.find(name);
    const std::string culprit = tag + "tensor '" + name + "' in " + file.path().string();
    if (without_ones(stored.shape) != without_ones(expected)) {
      return Error{ErrorCode::FileCorrupt, culprit + " has shape " + text_of(stored.shape) + " where " +
                                               text_of(expected) +
                                               " fits the rest; the file is damaged or of another variant"};
    }
    if (source.in_out && traits(stored.format).block_size != 1) {
      return Error{ErrorCode::UnsupportedFormat, culprit + " is stored [in, out] as " +
                                                     std::string(traits(stored.format).name) +
                                                     ", whose blocks cross rows; use F32, F16 or BF16 for it"};
    }
    if (rule.matrix && !bound.parts.empty() && bound.parts[0].format != stored.format) {
      return Error{ErrorCode::UnsupportedFormat,
                   culprit + " is stored as " + std::string(traits(stored.format).name) + " where those beside it are " +
                       std::string(traits(bound.parts[0].format).name) + "; quantise the model with one format for all"};
    }
    for (const auto& part : parts_of(stored, source.rows, rule.shape.last())) bound.parts.push_back(part);
  }
  return bound;
}

std::vector<std::string> strangers(const TensorTable& table, const ModelFile& file) {
  std::unordered_set<std::string_view> known(table.ignored.begin(), table.ignored.end());
  for (const auto& rule : table.rules) {
    for (const auto& source : rule.sources) known.insert(source.names.begin(), source.names.end());
  }
  std::vector<std::string> names;
  for (const auto& stored : file.tensors()) {
    if (!known.contains(stored.name)) names.push_back(stored.name);
  }
  return names;
}

}  // namespace

Result<std::vector<WeightSource>> bind_tensors(std::string_view architecture, const TensorTable& table,
                                               const ModelFile& file) {
  std::string tag = "[";
  tag.append(architecture).append("] ");
  std::vector<WeightSource> bound;
  std::vector<std::string> missing;
  for (const auto& rule : table.rules) {
    const TensorSource* source = source_in(file, rule);
    if (!source) {
      missing.push_back(missing_name(file, rule));
      continue;
    }
    auto weight = bind_rule(tag, rule, *source, file);
    if (!weight) return std::move(weight).error();
    bound.push_back(*std::move(weight));
  }
  if (!missing.empty()) {
    return Error{ErrorCode::FileCorrupt, tag + std::to_string(missing.size()) + " tensors are missing in " +
                                             file.path().string() + ": " + list_of(missing) + "; get the file again"};
  }
  if (const auto names = strangers(table, file); !names.empty()) {
    return Error{
        ErrorCode::UnsupportedArchitecture,
        tag + file.path().string() + " is a variant that this version cannot run: it has tensors " + list_of(names)};
  }
  return bound;
}

}  // namespace eddy
