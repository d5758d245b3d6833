// Parameters and results of generating text. Plain values: copy them across threads freely.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace eddy {

using TokenId = std::int32_t;

/// The sampler chain, applied in this order: logit bias, repetition penalty, presence and frequency penalty,
/// temperature, top-k, typical, top-p, min-p, draw. What a grammar forbids is left out before all of it. Defaults leave the distribution as it is.
struct SamplerParams {
  float temperature = 1.0f;         ///< 0 = greedy: the largest logit after bias and penalties
  int top_k = 0;                    ///< 0 = off
  float top_p = 1.0f;               ///< 1 = off; smallest set of tokens whose probabilities sum to at least top_p
  float min_p = 0.0f;               ///< 0 = off; keeps tokens with p >= min_p * max p
  float repetition_penalty = 1.0f;  ///< 1 = off; divides positive, multiplies negative logits of seen tokens (CTRL, 1909.05858)
  float presence_penalty = 0.0f;    ///< subtracted from the logit of every token seen
  float frequency_penalty = 0.0f;   ///< subtracted times the token's (decayed) count
  float penalty_decay = 1.0f;       ///< counts are multiplied by this at every token; RWKV's sets use 0.996
  float typical_p = 1.0f;           ///< 1 = off; the tokens about as surprising as expected, up to this sum (2202.00666)
  /// The text must be one of this grammar's (GBNF, see grammar_of_json_schema() in tools.h); "" = off. A new text begins
  /// wherever tokens were appended from elsewhere. Generation ends with StopToken when no text of it goes on.
  std::string grammar;
  bool grammar_after_space = false; ///< one blank may stand before that text
  std::vector<std::pair<TokenId, float>> logit_bias;
  std::uint64_t seed = 0;           ///< 0 = a fresh random seed, reported in GenerationResult

  friend bool operator==(const SamplerParams&, const SamplerParams&) = default;
};

struct GenerationParams {
  SamplerParams sampler;
  int max_tokens = 512;             ///< at least 1
  /// Generation ends when the answer's text contains one of these; the stop string and what follows it are not emitted.
  std::vector<std::string> stop_strings;
  /// Generation ends when one of these is sampled; its text is not emitted.
  std::vector<TokenId> stop_tokens;
  /// For a text that will be continued: when max_tokens or a stop request ends the call, text that could become a stop
  /// string stays held for the next generate() instead of being emitted.
  bool keep_open = false;
  int alternatives = 0;             ///< 0 = off; so many of the likeliest tokens are told for every token sampled
};

/// What the model thought of one place in its text, before bias, penalties and the like: natural logarithms of probabilities.
struct TokenChances {
  TokenId token = 0;                ///< the one that was sampled
  float log_probability = 0;
  std::vector<std::pair<TokenId, float>> likeliest;  ///< descending
};

enum class StopReason { StopToken, StopString, MaxTokens, Cancelled };

/// What the last generate() of a sequence was asked for, and how it ended.
struct LastGeneration {
  GenerationParams params;
  std::optional<StopReason> ended;  ///< nothing when tokens were appended since
};

struct GenerationResult {
  StopReason reason = StopReason::MaxTokens;
  std::string text;                 ///< exactly what was emitted to the sink
  std::vector<TokenId> tokens;      ///< every token sampled in this call, stop tokens and those of a stop string included
  std::vector<TokenChances> chances;  ///< with GenerationParams::alternatives, one for each token
  std::uint64_t seed = 0;           ///< the seed in force
  double seconds_to_first_token = 0;  ///< from the call to the first sampled token
  double seconds = 0;               ///< the whole call
};

struct PrefillResult {
  std::int64_t tokens = 0;
  double seconds = 0;
};

}  // namespace eddy
