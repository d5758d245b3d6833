// A model file that has metadata and a folder but no tensors.
#pragma once

#include <map>
#include <utility>

#include "engine/model_files/model_file.h"

namespace eddy {

class MetadataModelFile final : public ModelFile {
 public:
  using Values = std::map<std::string, MetadataValue, std::less<>>;
  explicit MetadataModelFile(Values values, std::filesystem::path folder = {}, std::string container = "gguf")
      : values_(std::move(values)), folder_(std::move(folder)), container_(std::move(container)) {}

  const std::filesystem::path& path() const override { return path_; }
  std::string_view file_format() const override { return container_; }
  std::int64_t file_bytes() const override { return 0; }
  std::vector<std::filesystem::path> parts() const override { return {}; }
  std::span<const StoredTensor> tensors() const override { return {}; }
  const StoredTensor* find(std::string_view) const override { return nullptr; }
  std::span<const ForeignTensor> foreign_tensors() const override { return {}; }
  const MetadataValue* metadata(std::string_view key) const override {
    auto found = values_.find(key);
    return found == values_.end() ? nullptr : &found->second;
  }
  std::vector<std::string_view> metadata_keys() const override {
    std::vector<std::string_view> keys;
    for (const auto& [key, value] : values_) keys.push_back(key);
    return keys;
  }
  std::filesystem::path folder() const override { return folder_; }

 private:
  Values values_;
  std::filesystem::path path_ = "model.gguf", folder_;
  std::string container_;
};

}  // namespace eddy
