// rwkv.cpp's own model files ("ggmf"), versions 100 and 101.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "engine/model_files/parsed_file.h"

namespace eddy {

inline constexpr std::string_view kGgmfMagic{"fmgg"};  // 0x67676d66, little-endian

/// Reads the header and the list of tensors; data is not touched. Metadata: ggmf.version, ggmf.n_vocab, ggmf.n_embed,
/// ggmf.n_layer and ggmf.data_type. FileCorrupt, or UnsupportedFormat for other versions and number types.
Result<ParsedFile> parse_ggmf(std::span<const std::byte> file, const std::string& file_name);

}  // namespace eddy
