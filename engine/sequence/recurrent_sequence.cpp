#include "engine/sequence/recurrent_sequence.h"

#include <algorithm>
#include <chrono>
#include <new>
#include <stdexcept>

#include "engine/core/assert.h"

namespace eddy {
namespace {

Error cancelled() {
  return {ErrorCode::Cancelled, "[sequence] reading was stopped"};
}

}  // namespace

RecurrentSequence::RecurrentSequence(std::shared_ptr<const SequenceModel> model, std::unique_ptr<RecurrentState> state)
    : model_(std::move(model)),
      state_(std::move(state)),
      logits_(model_->pass->vocabulary()),
      detokenizer_(model_->tokenizer) {}

Result<std::unique_ptr<Sequence>> RecurrentSequence::create(std::shared_ptr<const SequenceModel> model) {
  EDDY_ASSERT(model->pass && model->tokenizer);
  auto state = model->pass->new_state();
  if (!state) return std::move(state).error();
  return std::unique_ptr<Sequence>(new RecurrentSequence(std::move(model), *std::move(state)));
}

Result<PrefillResult> RecurrentSequence::prefill(std::span<const TokenId> tokens, std::stop_token stop,
                                                 const PrefillProgress& progress) {
  const auto start = std::chrono::steady_clock::now();
  if (auto ok = usable(); !ok) return ok.error();
  if (auto ok = check_tokens(tokens); !ok) return ok.error();
  std::vector<TokenId> list = pending_;
  list.insert(list.end(), tokens.begin(), tokens.end());
  state_->expect(static_cast<std::int64_t>(list.size()));
  const std::size_t chunk = model_->pass->chunk();
  for (std::size_t done = 0; done < list.size();) {
    if (stop.stop_requested()) return cancelled();
    const std::size_t count = std::min(chunk, list.size() - done);
    if (auto ok = read(std::span(list).subspan(done, count)); !ok) return ok.error();
    done += count;
    if (progress) progress(static_cast<std::int64_t>(done), static_cast<std::int64_t>(list.size()));
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  return PrefillResult{static_cast<std::int64_t>(list.size()), seconds.count()};
}

Result<std::vector<float>> RecurrentSequence::logits(std::span<const TokenId> tokens, int chunk, bool last_only,
                                                     std::stop_token stop) {
  if (auto ok = usable(); !ok) return ok.error();
  if (auto ok = check_tokens(tokens); !ok) return ok.error();
  if (tokens.empty()) return Error{ErrorCode::InvalidArgument, "[sequence] logits of no tokens were asked for"};
  if (chunk < 0) return Error{ErrorCode::InvalidArgument, "[sequence] a chunk has at least 1 token"};
  const std::size_t step = chunk == 0 ? model_->pass->chunk() : std::min(chunk, model_->pass->chunk());
  const auto width = static_cast<std::size_t>(model_->pass->vocabulary());
  std::vector<float> rows;
  try {
    rows.resize((last_only ? 1 : tokens.size()) * width);
  } catch (const std::exception&) {  // bad_alloc or length_error
    return Error{ErrorCode::OutOfMemory, "[sequence] no memory for the logits of " + std::to_string(tokens.size()) +
                                             " tokens: ask for fewer, or for the last row only"};
  }
  if (stop.stop_requested()) return cancelled();
  state_->expect(static_cast<std::int64_t>(pending_.size() + tokens.size()));
  if (auto ok = read_pending(); !ok) return ok.error();
  for (std::size_t done = 0; done < tokens.size(); done += step) {
    if (stop.stop_requested()) return cancelled();
    const auto part = tokens.subspan(done, std::min(step, tokens.size() - done));
    const auto out = last_only ? std::span(logits_) : std::span(rows).subspan(done * width, part.size() * width);
    if (auto ok = run(part, last_only ? LogitRows::Last : LogitRows::All, out); !ok) return ok.error();
    if (!last_only) std::copy(out.end() - width, out.end(), logits_.begin());
    append(part);
    break_generation();
  }
  if (last_only) rows = logits_;
  return rows;
}

void RecurrentSequence::reset() {
  forget_everything();
  if (auto cleared = state_->clear(); !cleared) poison_ = cleared.error();
}

Result<void> RecurrentSequence::usable() const {
  if (!poison_) return {};
  return Error{poison_->code,
               "[sequence] an earlier step failed; restore a snapshot or start again: " + poison_->message,
               poison_->detail};
}

Result<void> RecurrentSequence::check_tokens(std::span<const TokenId> tokens) const {
  const std::int64_t vocabulary = model_->pass->vocabulary();
  for (TokenId token : tokens) {
    if (token >= 0 && token < vocabulary) continue;
    return Error{ErrorCode::InvalidArgument, "[sequence] token " + std::to_string(token) +
                                                 " is outside the vocabulary of " + std::to_string(vocabulary) +
                                                 " tokens"};
  }
  return {};
}

// Every failure of the network leaves the state undefined.
Result<void> RecurrentSequence::run(std::span<const TokenId> tokens, LogitRows rows, std::span<float> logits) {
  RecurrentState* const states[] = {state_.get()};
  auto ran = model_->pass->run(tokens, states, rows, logits);
  if (!ran) poison_ = ran.error();
  return ran;
}

Result<void> RecurrentSequence::read_pending() {
  while (!pending_.empty()) {
    const std::vector<TokenId> part(pending_.begin(),
                                    pending_.begin() + std::min<std::size_t>(pending_.size(), model_->pass->chunk()));
    if (auto ok = read(part); !ok) return ok;
  }
  return {};
}

// Reads one chunk of the list "pending tokens, then new ones" and moves the border between them.
Result<void> RecurrentSequence::read(std::span<const TokenId> tokens) {
  if (auto ok = run(tokens, LogitRows::Last, logits_); !ok) return ok;
  const std::size_t old = std::min(pending_.size(), tokens.size());
  pending_.erase(pending_.begin(), pending_.begin() + old);
  if (tokens.size() > old) {
    append(tokens.subspan(old));
    break_generation();
  }
  return {};
}

void RecurrentSequence::append(std::span<const TokenId> tokens) {
  token_hash_ = hash_tokens(token_hash_, tokens);
  tokens_ += static_cast<std::int64_t>(tokens.size());
  for (TokenId token : tokens) tail_.append(model_->tokenizer->piece(token, true));
}

// Text from elsewhere follows: what the generation held back belongs to the past, but half a character at the end of
// the new text is finished by the next token sampled.
void RecurrentSequence::break_generation() {
  held_text_.clear();
  detokenizer_.set_held(std::string(incomplete_character(tail_.view())));
  if (last_) last_->ended.reset();
  if (sampler_) sampler_->restart_constrained_text();
}

void RecurrentSequence::forget_everything() {
  pending_.clear();
  token_hash_ = 0;
  tokens_ = 0;
  tail_.assign({});
  sampler_.reset();
  last_.reset();
  detokenizer_.set_held({});
  held_text_.clear();
  poison_.reset();
}

}  // namespace eddy
