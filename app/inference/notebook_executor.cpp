#include "app/inference/notebook_executor.h"

#include <algorithm>

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
  StopReason reason = StopReason::Cancelled;
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
                    .seconds_to_first_token = written.to_first, .seconds = written.seconds});
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
std::size_t NotebookExecutor::go_to_known_place(const std::string& text) {
  if (text_ && text.starts_with(*text_)) return text_->size();
  text_.reset();
  const Place* best = nullptr;
  for (const Place& place : places_) {
    if (text.starts_with(place.text) && (!best || place.text.size() > best->text.size())) best = &place;
  }
  if (best && sequence_->restore(*best->state)) return best->text.size();
  sequence_->reset();
  return 0;
}

Result<void> NotebookExecutor::read(const NotebookRequest& request, LanguageModel& model, Written& written) {
  const auto known = go_to_known_place(request.text);
  auto tokens = sequence_->position() == 0 ? model.text_beginning() : std::vector<TokenId>();
  const auto rest = model.tokenize(std::string_view(request.text).substr(known));
  tokens.insert(tokens.end(), rest.begin(), rest.end());
  if (tokens.empty()) return {};
  text_.reset();
  const auto read = sequence_->prefill(tokens, request.stop.get_token(), [&](std::int64_t done, std::int64_t total) {
    emit_(TurnEvent{request.turn, TurnProgress{done, total, RereadReason::None}});
  });
  if (!read) return read.error();
  written.read = read->tokens;
  text_ = request.text;
  auto state = sequence_->snapshot();
  if (!state) return state.error();
  std::erase_if(places_, [&](const Place& place) { return place.text == request.text; });
  places_.push_front({request.text, *std::move(state)});
  if (places_.size() > kPlaces) places_.pop_back();
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
  if (whole && text_) *text_ += written.text;
  else text_.reset();
  return {};
}

}  // namespace eddy
