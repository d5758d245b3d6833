// The decode loop.
#include <algorithm>

#include "engine/sequence/generation.h"
#include "engine/sampling/token_chances.h"
#include "engine/sequence/generation_checks.h"

namespace eddy {

RecurrentSequence::Generation::Generation(RecurrentSequence& sequence, const GenerationParams& params,
                                          const TextSink& sink)
    : sequence_(sequence), params_(params), sink_(sink), stops_(params.stop_strings, std::move(sequence.held_text_)) {
  end_ = watch({});
}

bool RecurrentSequence::Generation::goes_on(const std::stop_token& stop) {
  if (end_) return false;
  if (sequence_.constraint_ && sequence_.constraint_->complete()) end_ = StopReason::StopToken;
  else if (result_.tokens.size() >= static_cast<std::size_t>(params_.max_tokens)) end_ = StopReason::MaxTokens;
  else if (stop.stop_requested()) end_ = StopReason::Cancelled;
  return !end_;
}

Result<void> RecurrentSequence::Generation::step() {
  if (can_draw()) {
    auto drawn = sequence_.read_and_draw();
    if (drawn) take_drawn(*drawn);
    return drawn ? Result<void>() : std::move(drawn).error();
  }
  if (auto ok = sequence_.read_pending(); !ok) return ok;
  return take_token();
}

Result<void> RecurrentSequence::Generation::take_token() {
  auto sampled = sequence_.sample(params_, result_.chances);
  if (!sampled) return std::move(sampled).error();
  accept(*sampled);
  return {};
}

void RecurrentSequence::Generation::take_drawn(TokenId token) {
  sequence_.pending_.clear();
  sequence_.sampler_->end_draw(token);
  sequence_.write(token);
  accept(token);
}

void RecurrentSequence::Generation::accept(TokenId token) {
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
    if (auto ok = generation.step(); !ok) return ok.error();
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
  if (auto ok = begin_constraint(params); !ok) return ok;
  last_ = LastGeneration{params, std::nullopt};
  return {};
}

void RecurrentSequence::start_sampler(const SamplerParams& params) {
  if (!sampler_ || !(sampler_->params() == params)) sampler_.emplace(params);
}

/// What was written under the grammar so far is walked again: a sampler is restored with its text alone.
Result<void> RecurrentSequence::begin_constraint(const GenerationParams& params) {
  const auto& sampler = params.sampler;
  if (sampler.grammar.empty()) {
    constraint_.reset();
    return {};
  }
  Constraint::Options options{sampler.grammar, sampler.grammar_after_space, params.stop_strings};
  if (!constraint_ || !(constraint_->options() == options)) {
    auto made = Constraint::create(std::move(options), model_->trie->of(*model_->tokenizer));
    if (!made) return std::move(made).error();
    constraint_ = *std::move(made);
  }
  constraint_->restart();
  if (constraint_->push(sampler_->constrained_text())) return {};
  return Error{ErrorCode::InvalidArgument, "[grammar] what was written before is none of the grammar's texts: begin a new answer"};
}

bool RecurrentSequence::can_draw(const GenerationParams& params) const {
  return pending_.size() == 1 && model_->pass->can_draw() && sampler_->can_hand_over() && !constraint_ &&
         params.alternatives == 0;
}

/// What is next after the one pending token. logits_ stay those of an earlier token: there is always one pending afterwards.
Result<TokenId> RecurrentSequence::read_and_draw() {
  RecurrentState* const states[] = {state_.get()};
  const TokenDraw draw = sampler_->begin_draw();
  TokenId token = 0;
  auto ran = model_->pass->run_and_draw(pending_, states, std::span(&draw, 1), std::span(&token, 1));
  if (ran) return token;
  poison_ = ran.error();
  return std::move(ran).error();
}

// A token is part of the text at once, and read when the next one is wanted.
void RecurrentSequence::write(TokenId token) {
  append(std::span(&token, 1));
  pending_.push_back(token);
}

Result<TokenId> RecurrentSequence::sample(const GenerationParams& params, std::vector<TokenChances>& chances) {
  scores_ = logits_;
  const TokenId token = constraint_ ? sample_constrained(params) : sampler_->sample(scores_);
  if (token < 0) {
    return Error{ErrorCode::InvalidArgument, "[grammar] no token of this model goes on as the grammar wants: its vocabulary cannot write the text"};
  }
  if (params.alternatives > 0) chances.push_back(chances_of(token, logits_, params.alternatives));
  write(token);
  return token;
}

/// A stop token is free where the text may end, and nowhere else.
TokenId RecurrentSequence::sample_constrained(const GenerationParams& params) {
  TokenMask allowed = constraint_->allowed();
  for (const TokenId stop : params.stop_tokens) {
    const auto at = static_cast<std::size_t>(stop);
    if (stop < 0 || at / 64 >= allowed.size()) continue;
    const auto bit = std::uint64_t{1} << at % 64;
    if (constraint_->accepts()) allowed[at / 64] |= bit;
    else allowed[at / 64] &= ~bit;
  }
  const TokenId token = sampler_->sample_among(scores_, allowed);
  if (token < 0 || std::ranges::find(params.stop_tokens, token) != params.stop_tokens.end()) return token;
  const auto piece = model_->tokenizer->piece(token);
  constraint_->push(piece);
  sampler_->add_constrained_text(piece);
  return token;
}

}  // namespace eddy
