// Hugging Face config.json as flat metadata.
#pragma once

#include <string>
#include <string_view>

#include "engine/model_files/parsed_file.h"

namespace eddy {

/// Nested objects are joined with '.', arrays of one kind of scalar become vectors, other arrays are joined by index
/// ("layers.0.type"); null is left out. Infinity and NaN are read in both spellings in use: bare, and {"__float__":
/// "Infinity"}.
Result<Metadata> parse_hf_config(std::string_view text, const std::string& file_name);

}  // namespace eddy
