// What the model thought of one place in its text.
#pragma once

#include <span>

#include "engine/api/generation.h"

namespace eddy {

/// Of raw logits, of which one at least is a number; of equally likely tokens the lowest id goes first.
TokenChances chances_of(TokenId token, std::span<const float> logits, int count);

}  // namespace eddy
