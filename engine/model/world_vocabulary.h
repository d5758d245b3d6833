// The World vocabulary of RWKV as GGUF files hold it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/model_files/model_file.h"
#include "engine/tokenizers/tokenizer.h"

namespace eddy {

/// The keys tokenizer.ggml.*: the bytes of each token in Python's escapes, and which ids stand for no text. Padded to
/// `rows` ids, since other readers expect one for each row of the embedding.
std::vector<std::pair<std::string, MetadataValue>> world_vocabulary_for_gguf(const Tokenizer& world, std::int64_t rows);

}  // namespace eddy
