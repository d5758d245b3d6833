// The list of chat formats and how a model's own is found.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/chat_format.h"
#include "engine/tokenizers/tokenizer.h"

namespace eddy {

class ModelFile;

struct ChosenFormat {
  std::shared_ptr<const ChatFormat> format;  ///< never null
  std::string source;               ///< why this one: "tokenizer_config.json", "named by the model", "its architecture"
  std::vector<std::string> notes;   ///< what a user should know, a sentence each
};

/// The format a model asks for: by name in metadata "eddy.chat_format" (GGUF or safetensors), else RWKV's own for its World
/// vocabulary, else its Jinja template, else by architecture; "none" when nothing is known. A template that cannot be used
/// is replaced by the named format whose marks it writes, with a note.
ChosenFormat choose_chat_format(const ModelFile& model, std::string_view architecture, const Tokenizer& tokenizer);
std::shared_ptr<const ChatFormat> chat_format_of(const ModelFile& model, std::string_view architecture, const Tokenizer& tokenizer);

/// By name, one of resources/chat_formats; null when unknown.
std::shared_ptr<const ChatFormat> chat_format_by_name(std::string_view name, const Tokenizer& tokenizer);

}  // namespace eddy
