// The chat template that a model brings along, and what else its files say about ends of answers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/chat/template_renderer.h"
#include "engine/tokenizers/tokenizer.h"

namespace eddy {

class ModelFile;

struct ModelTemplate {
  ChatTemplate chat_template;
  std::string source;               ///< "chat_template.jinja", "tokenizer_config.json", "tokenizer.chat_template"
  std::vector<std::string> notes;   ///< what was passed over
};

/// From the GGUF header, or from the files of a model's folder. nullopt when there is none; files that cannot be read count
/// as absent and are named in `notes`.
std::optional<ModelTemplate> template_of(const ModelFile& model, const Tokenizer& tokenizer, std::vector<std::string>& notes);

/// Tokens that end an answer by the model's own files: GGUF keys, config.json, generation_config.json, tokenizer_config.json.
std::vector<TokenId> end_tokens_of(const ModelFile& model, const Tokenizer& tokenizer);

}  // namespace eddy
