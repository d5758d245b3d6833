// GGUF files of ours that hold a model under its original tensor names, for networks that llama.cpp has no names for.
#pragma once

#include <string>
#include <string_view>

#include "engine/model_files/model_file.h"
#include "engine/model_files/parsed_file.h"

namespace eddy {

// Keys of such a file. Everything else is as in any GGUF file; keys of the original's own header keep their names.
inline constexpr std::string_view kOriginalArchitecture = "eddy";  ///< general.architecture
inline constexpr const char* kSourceFormatKey = "eddy.source_format";  ///< "safetensors", "pytorch" or "ggmf"
inline constexpr const char* kConfigKey = "eddy.config";  ///< the text of config.json; absent where there was none

/// Makes the metadata of such a file read like the original's: the config's keys appear, general.architecture goes.
/// The source format, or "" for any other file. FileCorrupt or UnsupportedFormat.
Result<std::string_view> restore_original_names(Metadata& metadata, const std::string& file_name);

/// The keys of such a file for `model`, config.json beside it included.
Result<Metadata> original_names_metadata(const ModelFile& model);

}  // namespace eddy
