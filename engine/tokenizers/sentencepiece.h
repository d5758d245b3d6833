// SentencePiece models (tokenizer.model): byte-pair and unigram, through libsentencepiece.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/tokenizers/tokenizer.h"

namespace eddy {

/// Reads the bytes of a tokenizer.model. FileCorrupt naming `source`, or UnsupportedFormat when Eddy was built without
/// libsentencepiece.
Result<std::shared_ptr<const Tokenizer>> parse_sentencepiece(std::string_view bytes, const std::string& source);

}  // namespace eddy
