// The decode loop.
#include <algorithm>
#include <chrono>

#include "engine/sequence/generation_checks.h"
#include "engine/sequence/recurrent_sequence.h"

namespace eddy {

/// One call of generate(): what has been produced, and how it goes on.
class RecurrentSequence::Generation {
 public:
  Generation(RecurrentSequence& sequence, const GenerationParams& params, const TextSink& sink)
      : sequence_(sequence),
        params_(params),
        sink_(sink),
        stops_(params.stop_strings, std::move(sequence.held_text_)) {}

  Result<GenerationResult> go(std::stop_token stop) {
    // With other stop strings than before, held text may be free now, or be one already.
    std::optional<StopReason> end = watch({});
    while (!end) {
      end = limit(stop);
      if (end) break;
      if (auto ok = sequence_.read_pending(); !ok) return ok.error();
      end = take(sequence_.sample());
    }
    finish(*end);
    return std::move(result_);
  }

 private:
  std::optional<StopReason> limit(const std::stop_token& stop) const {
    if (result_.tokens.size() >= static_cast<std::size_t>(params_.max_tokens)) return StopReason::MaxTokens;
    if (stop.stop_requested()) return StopReason::Cancelled;
    return std::nullopt;
  }

  std::optional<StopReason> take(TokenId token) {
    if (result_.tokens.empty()) result_.seconds_to_first_token = seconds();
    result_.tokens.push_back(token);
    if (std::ranges::find(params_.stop_tokens, token) != params_.stop_tokens.end()) return StopReason::StopToken;
    return watch(sequence_.detokenizer_.push(token));
  }

  std::optional<StopReason> watch(std::string_view text) {
    auto step = stops_.push(text);
    emit(step.text);
    return step.matched ? std::optional(StopReason::StopString) : std::nullopt;
  }

  void emit(std::string_view text) {
    if (text.empty()) return;
    result_.text += text;
    if (sink_) sink_(text);
  }

  // A stop ends the text: nothing is held any more. Else half a character waits for the rest of it, and the possible
  // beginning of a stop string does so when the text is to be kept open.
  void finish(StopReason reason) {
    if (reason == StopReason::StopToken) {
      emit(stops_.take_held());
      emit(sequence_.detokenizer_.flush());
    }
    if (reason == StopReason::StopString) sequence_.detokenizer_.set_held({});
    const bool goes_on = reason == StopReason::MaxTokens || reason == StopReason::Cancelled;
    if (goes_on && params_.keep_open) sequence_.held_text_ = stops_.take_held();
    if (goes_on && !params_.keep_open) emit(stops_.take_held());
    sequence_.last_->ended = reason;
    result_.reason = reason;
    result_.seed = sequence_.sampler_->seed();
    result_.seconds = seconds();
  }

  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

  RecurrentSequence& sequence_;
  const GenerationParams& params_;
  const TextSink& sink_;
  StopStrings stops_;
  GenerationResult result_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

Result<GenerationResult> RecurrentSequence::generate(const GenerationParams& params, std::stop_token stop,
                                                     const TextSink& sink) {
  if (auto ok = usable(); !ok) return ok.error();
  if (!model_->has_text) return model_->has_text.error();
  if (auto ok = check_generation(params, model_->pass->vocabulary()); !ok) return ok.error();
  if (tokens_ == 0) {
    return Error{ErrorCode::InvalidArgument, "[sequence] there is no text to continue: the prompt is empty"};
  }
  start_sampler(params.sampler);
  last_ = LastGeneration{params, std::nullopt};
  return Generation(*this, params, sink).go(stop);
}

void RecurrentSequence::start_sampler(const SamplerParams& params) {
  if (!sampler_ || !(sampler_->params() == params)) sampler_.emplace(params);
}

// The drawn token is part of the text at once, and read when the next one is wanted.
TokenId RecurrentSequence::sample() {
  const TokenId token = sampler_->sample(logits_);
  append(std::span(&token, 1));
  pending_.push_back(token);
  return token;
}

}  // namespace eddy
