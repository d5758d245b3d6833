// Which files make up the model that a path means.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/api/result.h"

namespace eddy {

/// A file's name for messages, in UTF-8 on every system.
std::string display_name(const std::filesystem::path& path);

/// The model file inside a folder: its only .gguf or .safetensors file, first part or index of a split one; without any
/// of these its only .pth file or pytorch_model.bin or the index of one.
/// FileNotFound when there is none, InvalidArgument when there are several and nothing says which is meant.
Result<std::filesystem::path> find_model_in_folder(const std::filesystem::path& folder);

/// "x-00002-of-00005.gguf" taken apart.
struct SplitName {
  std::string prefix;  ///< "x"
  int number = 0;      ///< from 1
  int count = 0;
};
std::optional<SplitName> parse_split_name(const std::string& file_name);
std::string split_name(const std::string& prefix, int number, int count);

/// True for "….safetensors.index.json" and "….bin.index.json".
bool is_shard_index(const std::string& file_name);

}  // namespace eddy
