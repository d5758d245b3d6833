// How the chats of the crash tests are written: with random numbers and penalties, so that going on needs the sampler too.
#pragma once

#include <QVariant>
#include <utility>
#include <vector>

#include "engine/api/generation.h"

namespace eddy {

inline constexpr int kCrashTokens = 1200;

/// Properties of Settings.
inline std::vector<std::pair<const char*, QVariant>> crash_settings() {
  return {{"temperature", 0.9}, {"topK", 60},  {"topP", 0.97}, {"minP", 0.0}, {"presencePenalty", 0.2},
          {"frequencyPenalty", 0.1}, {"penaltyDecay", 0.98}, {"repetitionPenalty", 1.0}, {"seed", QStringLiteral("7")},
          {"maxTokens", kCrashTokens}};
}

/// What they mean to the engine.
inline SamplerParams crash_sampler() {
  return {.temperature = 0.9f, .top_k = 60, .top_p = 0.97f, .presence_penalty = 0.2f, .frequency_penalty = 0.1f,
          .penalty_decay = 0.98f, .seed = 7};
}

}  // namespace eddy
