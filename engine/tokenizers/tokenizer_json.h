// tokenizer.json of the tokenizers library: BPE over bytes or characters, and unigram.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/tokenizers/tokenizer.h"

namespace eddy {

/// What tokenizer_config.json beside it says.
struct TokenizerConfig {
  std::optional<bool> add_bos;      ///< overrides the file's own post-processor
  std::string bos;
};

/// FileCorrupt or UnsupportedFormat, naming `source` and the component that is not understood.
Result<std::shared_ptr<const Tokenizer>> parse_tokenizer_json(std::string_view text, const std::string& source,
                                                              const TokenizerConfig& config = {});

}  // namespace eddy
