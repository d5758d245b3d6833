// The list of chat formats and how a model's own is found.
#pragma once

#include <memory>
#include <string_view>

#include "engine/api/chat_format.h"
#include "engine/tokenizers/tokenizer.h"

namespace eddy {

class ModelFile;

/// The format a model asks for: metadata "eddy.chat_format" (GGUF or safetensors), else by architecture and template; "none" when unknown.
std::shared_ptr<const ChatFormat> chat_format_of(const ModelFile& model, std::string_view architecture, const Tokenizer& tokenizer);

/// By name ("rwkv", "rwkv-blank-line", "none"); null when unknown.
std::shared_ptr<const ChatFormat> chat_format_by_name(std::string_view name, const Tokenizer& tokenizer);

}  // namespace eddy
