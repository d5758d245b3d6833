// What the model thought of a token it wrote, as text that can be shown.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/api/engine.h"

namespace eddy {

struct TokenLook {
  std::string text;                                   ///< of the token; half a character as U+FFFD
  float log_probability = 0;
  std::vector<std::pair<std::string, float>> likeliest;  ///< descending
};

std::vector<TokenLook> looks_of(const LanguageModel& model, std::span<const TokenChances> chances);

}  // namespace eddy
