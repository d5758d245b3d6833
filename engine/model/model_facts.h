// A model file looked at without loading its weights.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "engine/api/engine.h"
#include "engine/sequence/make_forward_pass.h"
#include "engine/tokenizers/tokenizer.h"

namespace eddy {

/// An opened model: what it is, and what is needed to load it.
struct OpenedModel {
  std::shared_ptr<const ModelFile> file;
  std::shared_ptr<const Tokenizer> tokenizer;     ///< never null: a MissingTokenizer where there is none
  Result<void> has_text = {};                     ///< or why there is no tokenizer
  std::shared_ptr<const ChatFormat> chat_format;  ///< never null
  Result<NetworkFacts> network;                   ///< or why it cannot run
  ModelInfo info;
};

/// An error when the file cannot be read.
Result<OpenedModel> look_at_model(const std::filesystem::path& path, const LoadOptions& options);

}  // namespace eddy
