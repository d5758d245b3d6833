// The safetensors container: u64 header length N, N bytes of JSON, tensor data (all little-endian, row-major).
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "engine/model_files/parsed_file.h"

namespace eddy {

/// Parses one whole file. Metadata keys are "__metadata__." + key. `file_name` is used in messages.
Result<ParsedFile> parse_safetensors(std::span<const std::byte> file, const std::string& file_name);

/// Tensor name -> shard file name, from model.safetensors.index.json or pytorch_model.bin.index.json (`format` tags
/// messages). Shard names are plain file names without folders.
Result<std::map<std::string, std::string>> parse_shard_index(std::string_view text, const std::string& file_name,
                                                             std::string_view format = "safetensors");

}  // namespace eddy
