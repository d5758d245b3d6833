// Hugging Face tokenizer.json.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/tokenizers/tokenizer.h"

namespace eddy {

/// Reads the text of a tokenizer.json. Errors name `source` and the field.
Result<std::shared_ptr<const Tokenizer>> parse_tokenizer_json(std::string_view text, const std::string& source);

}  // namespace eddy
