#include "app/inference/notebook_executor.h"

#include <algorithm>
#include <functional>

#include "app/inference/clock.h"

namespace eddy {
namespace {

constexpr std::size_t kPlaces = 8;
constexpr int kLongestSlice = 32;  // tokens sampled between two looks at the clock

}  // namespace

struct NotebookExecutor::Written {
  std::string text;
  std::vector<TokenId> tokens;
  std::int64_t read = 0;
  RereadReason why_read = RereadReason::None;
  StopReason reason = StopReason::Cancelled;
  std::shared_ptr<const StateSnapshot> snapshot;
  Clock::time_point started = Clock::now();
  double to_first = 0, seconds = 0;
};

void NotebookExecutor::forget_model() {
  sequence_.reset();
  text_.reset();
  places_.clear();
}

void NotebookExecutor::run(const NotebookRequest& request, const std::shared_ptr<LanguageModel>& model) {
  const auto tell = [&](auto what) { emit_(TurnEvent{request.turn, std::move(what)}); };
  if (!model) return tell(TurnFailed{{ErrorCode::InvalidArgument, "[notebook] no model is loaded; load one and try again", {}}, {}, {}});
  tell(TurnStarted{reading_of(*model), model->fingerprint(), model->info().name});
  Written written;
  const auto done = write(request, *model, written);
  if (!done && done.error().code != ErrorCode::Cancelled) {
    text_.reset();
    return tell(TurnFailed{done.error(), written.text, written.tokens});
  }
  tell(TurnFinished{.reason = written.reason, .text = written.text, .tokens = written.tokens, .tokens_reread = written.read,
                    .reread_reason = written.why_read, .seconds_to_first_token = written.to_first, .seconds = written.seconds,
                    .snapshot = written.snapshot, .key = written.snapshot ? written.snapshot->key() : SnapshotKey()});
}

Result<void> NotebookExecutor::write(const NotebookRequest& request, LanguageModel& model, Written& written) {
  if (!sequence_) {
    auto sequence = model.new_sequence();
    if (!sequence) return std::move(sequence).error();
    sequence_ = *std::move(sequence);
    text_ = std::string();
  }
  if (auto read_all = read(request, model, written); !read_all) return read_all;
  return generate(request, model, written);
}

/// How much of the text has been read there.
Result<std::size_t> NotebookExecutor::go_to_known_place(const NotebookRequest& request, LanguageModel& model, Written& written) {
  if (text_ && !text_->empty() && request.text.starts_with(*text_)) return text_->size();
  text_.reset();
  const Place* nearest = nearest_place(request.text);
  const auto stored = go_to_stored_place(request, model, nearest ? nearest->text.size() : 0, written);
  if (!stored || *stored > 0) return stored;
  if (nearest && sequence_->restore(*nearest->state)) return nearest->text.size();
  sequence_->reset();
  return std::size_t{0};
}

const NotebookExecutor::Place* NotebookExecutor::nearest_place(const std::string& text) const {
  const Place* nearest = nullptr;
  for (const Place& place : places_) {
    if (text.starts_with(place.text) && (!nearest || place.text.size() > nearest->text.size())) nearest = &place;
  }
  return nearest;
}

/// To the longest stored beginning of the text that is longer than what is known here; 0 where none can be used.
Result<std::size_t> NotebookExecutor::go_to_stored_place(const NotebookRequest& request, LanguageModel& model, std::size_t known, Written& written) {
  auto kept = request.kept;
  std::ranges::sort(kept, std::greater(), &KeptText::bytes);
  for (const KeptText& text : kept) {
    if (text.bytes <= known || text.bytes > request.text.size()) continue;
    const auto why_not = restore_stored(request, model, text);
    if (!why_not) return why_not.error();
    if (*why_not == RereadReason::None) {
      written.why_read = RereadReason::None;
      return text.bytes;
    }
    if (written.why_read == RereadReason::None) written.why_read = *why_not;
  }
  return std::size_t{0};
}

/// Why it cannot be gone on from there; None: the sequence stands there. An error only when it was stopped meanwhile.
Result<RereadReason> NotebookExecutor::restore_stored(const NotebookRequest& request, LanguageModel& model, const KeptText& kept) {
  if (kept.key.model_fingerprint != model.fingerprint()) return RereadReason::ModelChanged;
  emit_(TurnEvent{request.turn, StateNeeded{.message = kept.place, .model_fingerprint = model.fingerprint(), .reading = reading_of(model)}});
  const auto answer = wait_(request.turn, request.stop.get_token());
  if (!answer) return Error{ErrorCode::Cancelled, "[notebook] stopped", {}};
  if (!answer->snapshot) return answer->reason == RereadReason::None ? RereadReason::StatesMissing : answer->reason;
  const auto state = ports_.parse(*answer->snapshot);
  if (!state) return state.error().code == ErrorCode::FileTooNew ? RereadReason::FormatNewer : RereadReason::Damaged;
  if ((*state)->key() != kept.key || !sequence_->restore(**state)) return RereadReason::Damaged;
  return RereadReason::None;
}

Result<void> NotebookExecutor::read(const NotebookRequest& request, LanguageModel& model, Written& written) {
  const auto known = go_to_known_place(request, model, written);
  if (!known) return known.error();
  auto tokens = sequence_->position() == 0 ? model.text_beginning() : std::vector<TokenId>();
  const auto rest = model.tokenize(std::string_view(request.text).substr(*known));
  tokens.insert(tokens.end(), rest.begin(), rest.end());
  text_ = request.text;
  if (tokens.empty()) return keep_place(request);
  text_.reset();
  const auto read = sequence_->prefill(tokens, request.stop.get_token(), [&](std::int64_t done, std::int64_t total) {
    emit_(TurnEvent{request.turn, TurnProgress{done, total, written.why_read}});
  });
  if (!read) return read.error();
  written.read = read->tokens;
  text_ = request.text;
  return keep_place(request);
}

/// What stands here is where the model begins to write.
Result<void> NotebookExecutor::keep_place(const NotebookRequest& request) {
  auto state = sequence_->snapshot();
  if (!state) return state.error();
  std::erase_if(places_, [&](const Place& place) { return place.text == request.text; });
  places_.push_front({request.text, *std::move(state)});
  if (places_.size() > kPlaces) places_.pop_back();
  const auto& kept = places_.front().state;
  emit_(TurnEvent{request.turn, NotebookRead{request.text.size(), kept, kept->key()}});
  return {};
}

Result<void> NotebookExecutor::generate(const NotebookRequest& request, LanguageModel& model, Written& written) {
  auto params = request.params;
  const auto& ends = model.chat_format().stop_tokens();
  params.stop_tokens.insert(params.stop_tokens.end(), ends.begin(), ends.end());
  const int limit = params.max_tokens;
  const auto writing_since = Clock::now();
  std::string unsent;
  std::vector<TokenLook> looks;
  auto last_sent = writing_since;
  const auto send = [&] {
    if (!unsent.empty()) emit_(TurnEvent{request.turn, TurnText{std::exchange(unsent, {}), written.tokens, {}, std::exchange(looks, {})}});
    last_sent = Clock::now();
  };
  for (int slice = 1;;) {
    const int left = limit - static_cast<int>(written.tokens.size());
    params.max_tokens = std::min(slice, left);
    params.keep_open = params.max_tokens < left;
    const auto slice_started = Clock::now();
    auto part = sequence_->generate(params, request.stop.get_token(), {});
    if (!part) return part.error();
    if (written.tokens.empty()) written.to_first = seconds_since(written.started);
    written.text += part->text;
    unsent += part->text;
    written.tokens.insert(written.tokens.end(), part->tokens.begin(), part->tokens.end());
    for (auto& look : looks_of(model, part->chances)) looks.push_back(std::move(look));
    written.reason = part->reason;
    written.seconds = seconds_since(writing_since);
    if (part->reason != StopReason::MaxTokens || static_cast<int>(written.tokens.size()) >= limit) break;
    if (seconds_since(last_sent) >= ports_.text_interval) send();
    const double per_token = seconds_since(slice_started) / std::max<double>(1, static_cast<double>(part->tokens.size()));
    slice = std::clamp(static_cast<int>(ports_.text_interval / std::max(per_token, 1e-6)), 1, kLongestSlice);
  }
  send();
  // Where a stop ended it the sequence has read more than the text has: then it goes on from where it began.
  const bool whole = written.reason == StopReason::MaxTokens || written.reason == StopReason::Cancelled;
  if (!whole || !text_) {
    text_.reset();
    return {};
  }
  *text_ += written.text;
  auto state = sequence_->snapshot();
  if (!state) return state.error();
  written.snapshot = *std::move(state);
  return {};
}

}  // namespace eddy
