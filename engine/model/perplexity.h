// How well a model predicts a text.
#pragma once

#include <memory>
#include <span>
#include <stop_token>

#include "engine/api/engine.h"
#include "engine/model_files/model_file.h"

namespace eddy {

/// exp of the mean of -log p(token | tokens before it), over all tokens but the first, from an empty state.
/// InvalidArgument for fewer than two tokens or one beyond the vocabulary; else the errors of loading and running.
Result<double> perplexity(std::shared_ptr<const ModelFile> file, std::span<const TokenId> tokens,
                          const LoadOptions& options, std::stop_token stop = {});

}  // namespace eddy
