// The decode loop.
#include <algorithm>

#include "engine/sequence/generation.h"
#include "engine/sequence/generation_checks.h"

namespace eddy {

RecurrentSequence::Generation::Generation(RecurrentSequence& sequence, const GenerationParams& params,
                                          const TextSink& sink)
    : sequence_(sequence), params_(params), sink_(sink), stops_(params.stop_strings, std::move(sequence.held_text_)) {
  end_ = watch({});
}

bool RecurrentSequence::Generation::goes_on(const std::stop_token& stop) {
  if (end_) return false;
  if (result_.tokens.size() >= static_cast<std::size_t>(params_.max_tokens)) end_ = StopReason::MaxTokens;
  else if (stop.stop_requested()) end_ = StopReason::Cancelled;
  return !end_;
}

void RecurrentSequence::Generation::take_token() {
  const TokenId token = sequence_.sample();
  if (result_.tokens.empty()) result_.seconds_to_first_token = seconds();
  result_.tokens.push_back(token);
  if (std::ranges::find(params_.stop_tokens, token) != params_.stop_tokens.end()) end_ = StopReason::StopToken;
  else end_ = watch(sequence_.detokenizer_.push(token));
}

std::optional<StopReason> RecurrentSequence::Generation::watch(std::string_view text) {
  auto step = stops_.push(text);
  emit(step.text);
  return step.matched ? std::optional(StopReason::StopString) : std::nullopt;
}

void RecurrentSequence::Generation::emit(std::string_view text) {
  if (text.empty()) return;
  result_.text += text;
  if (sink_) sink_(text);
}

// A stop ends the text: nothing is held any more. Else half a character waits for the rest of it, and the possible
// beginning of a stop string does so when the text is to be kept open.
GenerationResult RecurrentSequence::Generation::finish() {
  const StopReason reason = *end_;
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
  return std::move(result_);
}

double RecurrentSequence::Generation::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

Result<GenerationResult> RecurrentSequence::generate(const GenerationParams& params, std::stop_token stop,
                                                     const TextSink& sink) {
  if (auto ok = begin_generation(params); !ok) return ok.error();
  Generation generation(*this, params, sink);
  while (generation.goes_on(stop)) {
    if (auto ok = read_pending(); !ok) return ok.error();
    generation.take_token();
  }
  return generation.finish();
}

/// What a generation needs is there; the sampler goes on or starts anew.
Result<void> RecurrentSequence::begin_generation(const GenerationParams& params) {
  if (auto ok = usable(); !ok) return ok;
  if (!model_->has_text) return model_->has_text.error();
  if (auto ok = check_generation(params, model_->pass->vocabulary()); !ok) return ok;
  if (tokens_ == 0) {
    return Error{ErrorCode::InvalidArgument, "[sequence] there is no text to continue: the prompt is empty"};
  }
  start_sampler(params.sampler);
  last_ = LastGeneration{params, std::nullopt};
  return {};
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
