// Bytes as tokens: models with a vocabulary of 256 need no file to read and write text.
#pragma once

#include <memory>

#include "engine/tokenizers/tokenizer.h"

namespace eddy {

/// Ids 0 to 255 are the bytes of UTF-8; there are no special tokens.
std::shared_ptr<const Tokenizer> byte_tokenizer();

}  // namespace eddy
