// What it takes to draw a token from logits, for whoever holds them: a device draws where they lie.
#pragma once

#include <span>

#include "engine/api/generation.h"

namespace eddy {

/// A logit becomes (logit > 0 ? logit / divide : logit * divide) + add, in float32 and each step rounded.
struct LogitChange {
  TokenId token = 0;
  float divide = 1.0f;
  float add = 0.0f;
};

/// One draw of a Sampler (Sampler::begin_draw()). Whoever draws does the arithmetic of sampler.cpp: NaN counts as -inf,
/// +inf as the largest float, before and after the changes; then top-k, top-p, min-p and the draw, with weights in
/// double. Sums may be formed in another order than there, as long as it is always the same one: the token is the
/// Sampler's unless `unit` or top_p falls within 1e-12 (relative) of a border between two tokens.
struct TokenDraw {
  float temperature = 1.0f;               ///< 0 = the largest logit, lowest id first
  std::int32_t top_k = 0;                 ///< 0 = off, as in SamplerParams
  float top_p = 1.0f;
  float min_p = 0.0f;
  double unit = 0;                        ///< uniform in [0, 1); unused with a temperature of 0
  std::span<const LogitChange> changes;   ///< by ascending token >= 0, those of one token in the order in which they are made
};

}  // namespace eddy
