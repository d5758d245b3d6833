// What belongs to a model's text and lies beside its weights: it travels into a GGUF file made from them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/model_files/model_file.h"

namespace eddy {

/// Keys for the new file: a World vocabulary or sentencepiece model as tokenizer.ggml.* (unless another tokenizer
/// replaces it), the chat template, the tokens that end an answer. A tokenizer.json is not among them: it is put in as
/// it is. Nothing for a GGUF file, which has everything inside.
std::vector<std::pair<std::string, MetadataValue>> travelling_text(const ModelFile& model, bool tokenizer_replaced);

}  // namespace eddy
