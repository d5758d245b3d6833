// Several answers at once from where a sequence stands.
#pragma once

#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/api/engine.h"

namespace eddy::cli {

/// One of them: what is read first (often nothing) and how it is answered.
struct ParallelAnswer {
  std::string heading;          ///< printed above it
  std::vector<TokenId> prompt;
  GenerationParams params;
};

/// Answers all from the state of `sequence`, in one batch, and prints them one after another. OutOfMemory, before anything
/// starts, when that many do not fit.
Result<void> answer_together(LanguageModel& model, Sequence& sequence, std::span<const ParallelAnswer> answers, bool chat,
                             std::stop_token stop);

}  // namespace eddy::cli
