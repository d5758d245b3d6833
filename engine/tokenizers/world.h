// The RWKV World tokenizer: a list of byte strings, greedy longest match.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/api/result.h"
#include "engine/tokenizers/tokenizer.h"

namespace eddy {

/// Reads the text of a rwkv_vocab_v*.txt file. Errors name `source` and the line.
Result<std::shared_ptr<const Tokenizer>> parse_world_vocabulary(std::string_view text, const std::string& source);

/// From GGUF's tokenizer.ggml.tokens of a "rwkv" model: index = id, bytes in Python's escapes; `types` may be empty.
Result<std::shared_ptr<const Tokenizer>> world_from_gguf(std::span<const std::string> tokens,
                                                         std::span<const std::int64_t> types, const std::string& source);

}  // namespace eddy
