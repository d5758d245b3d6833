// PyTorch's .pth and .bin checkpoints: a zip archive of a pickle and the storages it names, or the older single stream.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "engine/api/result.h"
#include "engine/model_files/parsed_file.h"

namespace eddy {

/// True for the first bytes of either kind.
bool is_pytorch(std::span<const std::byte> file);

/// The tensors of the state dict: the pickle's dict itself, or the one it holds as "state_dict", "model", "module" or
/// "model_state_dict". Contiguous tensors lie in place; transposed ones are copied, never more than the file holds.
/// FileCorrupt, or UnsupportedFormat naming what cannot be read.
Result<ParsedFile> parse_pytorch(std::span<const std::byte> file, const std::string& file_name);

}  // namespace eddy
