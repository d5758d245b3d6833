#include "app/inference/turn_executor.h"

#include <algorithm>
#include <utility>

#include "app/inference/running_turn.h"

namespace eddy {
namespace {

/// Models of this format begin an answer with a blank, which a grammar then lets pass.
bool puts_blank_first(const ChatFormat& format) { return format.trim_answer(" x") == "x"; }

constexpr int kLongestSlice = 32;  // tokens sampled between two looks at the clock
constexpr std::int64_t kWorthKeeping = 64;  // tokens read again: their state is handed out to be saved

}  // namespace

TurnExecutor::TurnExecutor(const InferencePorts& ports, Emit emit, WaitForState wait_for_state)
    : ports_(ports), opener_(ports.make_engine), emit_(std::move(emit)), wait_for_state_(std::move(wait_for_state)), warm_(ports.warm_bytes) {}

void TurnExecutor::load(const LoadRequest& request) {
  if (request.path.empty()) {  // asked to let go of it
    forget_model();
    return emit_(LoadEvent{request.load, LoadFailed{{ErrorCode::Cancelled, "[load] the model was let go", {}}, false}});
  }
  auto opened = opener_.open(request, [this] { forget_model(); },
                             [&](double fraction) { emit_(LoadEvent{request.load, LoadProgressed{fraction}}); });
  if (!opened) return emit_(LoadEvent{request.load, LoadFailed{opened.error(), model_ != nullptr}});
  forget_model();
  model_ = std::move(opened->model);
  sequence_ = std::move(opened->sequence);
  at_ = MessageRef{0};
  emit_(LoadEvent{request.load, LoadDone{model_->info(), model_->fingerprint(), reading_of(*model_), model_, opened->device}});
}

void TurnExecutor::forget_model() {
  if (model_going_) model_going_();
  sequence_.reset();
  model_.reset();
  warm_.clear();
  at_.reset();
}

void TurnExecutor::forget(const ForgetRequest& request) {
  for (const auto message : request.messages) {
    warm_.erase(message);
    if (at_ == message) at_.reset();
  }
}

void TurnExecutor::run(const TurnRequest& request) {
  Turn turn{request};
  send(turn, model_ ? TurnStarted{reading_of(*model_), model_->fingerprint(), model_->info().name} : TurnStarted{});
  if (!sequence_)
    return fail(turn, {ErrorCode::InvalidArgument, "[turn] no model is loaded; load one and try again", {}});
  if (turn.stopped()) return finish(turn);
  if (auto done = run_turn(turn); done) {
    finish(turn);
  } else if (done.error().code == ErrorCode::Cancelled) {
    turn.stop = StopReason::Cancelled;
    go_back(turn);
    finish(turn);
  } else {
    go_back(turn);
    fail(turn, done.error());
  }
}

Result<void> TurnExecutor::run_turn(Turn& turn) {
  if (auto read = read_question(turn); !read) return read;
  if (turn.request.answer == 0) return {};
  return write_answer(turn);
}

Result<TurnExecutor::Prepared> TurnExecutor::prepare(const TurnRequest& request) {
  Turn turn{request};
  auto read = read_question(turn);
  auto state = read ? sequence_->snapshot() : Result<std::shared_ptr<const StateSnapshot>>(read.error());
  if (request.isolated) at_.reset();
  if (!state) {
    go_back(turn);
    return state.error();
  }
  return Prepared{*std::move(state),
                  {.tokens_reread = turn.reread, .reread_reason = turn.reason, .reread_seconds = turn.reread_seconds,
                   .restored_tokens = turn.restored}};
}

Result<void> TurnExecutor::read_question(Turn& turn) {
  const auto& segments = turn.request.segments;
  if (turn.request.isolated) {
    sequence_->reset();
    at_.reset();
    return read_segments(turn, segments, false);
  }
  if (turn.request.answer != 0 && !turn.continues()) warm_.erase(turn.request.answer);  // of an earlier try
  // A question asked again: the state right after it may still be here.
  const bool again = !segments.empty() && warm_.find(segments.back().message) != nullptr;
  if (auto there = position(turn, again ? segments.back().message : turn.request.base); !there) return there;
  if (turn.request.answer == 0) turn.stop = StopReason::StopToken;  // positioned; the rest is reading
  if (turn.request.answer == 0 && segments.empty()) return remember(turn.request.base);
  if (!again) {
    if (auto kept = remember(turn.request.base); !kept) return kept;
    if (auto read = read_segments(turn, segments, false); !read) return read;
    if (!segments.empty()) {
      if (auto kept = remember(segments.back().message); !kept) return kept;
    }
  }
  return {};
}

Result<void> TurnExecutor::write_answer(Turn& turn) {
  auto params = turn.request.params;
  const auto& format = model_->chat_format();
  std::copy(format.stop_strings().begin(), format.stop_strings().end(), std::back_inserter(params.stop_strings));
  std::copy(format.stop_tokens().begin(), format.stop_tokens().end(), std::back_inserter(params.stop_tokens));
  const int limit = params.max_tokens;
  const auto decoding_since = Clock::now();
  int slice = 1;
  at_.reset();
  params.sampler.grammar_after_space = puts_blank_first(format);
  if (turn.continues()) take_up(turn, params.sampler);
  ThinkingLimit thinking(turn.request.thinking, format.answer_opening());
  while (true) {
    const int left = limit - static_cast<int>(turn.tokens.size());
    const auto thoughts = thinking.left(turn.request.written + turn.raw, static_cast<int>(turn.tokens.size()));
    if (thoughts == 0) {
      if (auto ended = end_thinking(turn); !ended) return ended;
      turn.stop = StopReason::MaxTokens;
      if (static_cast<int>(turn.tokens.size()) >= limit) break;
      continue;
    }
    params.max_tokens = std::min({slice, left, thoughts.value_or(left)});
    params.keep_open = params.max_tokens < left && params.max_tokens != thoughts;
    const auto slice_started = Clock::now();
    const auto whole = turn.raw.size();
    auto part = sequence_->generate(params, turn.token(), [&](std::string_view text) { turn.raw += text; });
    if (!part) {
      turn.raw.resize(whole);  // text without its tokens is of no use
      send_text(turn);
      return part.error();
    }
    if (turn.tokens.empty()) turn.to_first = seconds_since(turn.started);
    turn.tokens.insert(turn.tokens.end(), part->tokens.begin(), part->tokens.end());
    for (auto& look : looks_of(*model_, part->chances)) turn.looks.push_back(std::move(look));
    turn.stop = part->reason;
    turn.decoding = seconds_since(decoding_since);
    if (part->reason != StopReason::MaxTokens || static_cast<int>(turn.tokens.size()) >= limit) break;
    if (seconds_since(turn.last_text) >= ports_.text_interval) send_text(turn);
    const double per_token =
        seconds_since(slice_started) / std::max<double>(1, static_cast<double>(part->tokens.size()));
    slice = std::clamp(static_cast<int>(ports_.text_interval / std::max(per_token, 1e-6)), 1, kLongestSlice);
  }
  send_text(turn, turn.stop == StopReason::MaxTokens || turn.stop == StopReason::Cancelled);
  if (turn.tokens.empty() && turn.stop == StopReason::Cancelled) {
    return Error{ErrorCode::Cancelled, "[turn] stopped before the first token", {}};
  }
  turn.answered = true;
  return {};
}

/// The model reads the end of its thinking as if it had written it, and goes on from there.
Result<void> TurnExecutor::end_thinking(Turn& turn) {
  const auto tokens = model_->tokenize(ThinkingLimit::kEnd, true);
  auto read = sequence_->prefill(tokens, turn.token());
  if (!read) return read.error();
  turn.raw += ThinkingLimit::kEnd;
  turn.tokens.insert(turn.tokens.end(), tokens.begin(), tokens.end());
  send_text(turn);
  return {};
}

/// An answer that was cut off while it was written goes on with the same random numbers, and with text that was not shown.
void TurnExecutor::take_up(Turn& turn, SamplerParams& sampler) {
  const auto journal = read_journal(turn.request.journal);
  // One of another text or model is of no use: then the answer goes on as any text would.
  if (journal && sequence_->resume_generation(journal->generation)) turn.raw = journal->unsent;
  const auto* last = sequence_->last_generation();
  if (!last || !last->ended) return;
  auto same = sampler;
  same.seed = last->params.sampler.seed;
  if (same == last->params.sampler) sampler = same;  // a seed drawn for this turn would begin another stream
}

/// Sends what is new of the answer's text. Blanks at its end wait for what follows, unless it ends there and may be
/// continued.
void TurnExecutor::send_text(Turn& turn, bool open_end) {
  const std::string whole = turn.request.written + turn.raw;
  std::string_view text = model_->chat_format().trim_answer(whole);
  if (open_end) text = std::string_view(whole).substr(static_cast<std::size_t>(text.data() - whole.data()));
  turn.last_text = Clock::now();
  const std::size_t sent = turn.request.written.size() + turn.sent.size();
  if (text.size() <= sent) return;
  const auto shown = static_cast<std::size_t>(text.data() - whole.data()) + text.size();
  TurnText event{std::string(text.substr(sent)), turn.tokens, {}, std::exchange(turn.looks, {})};
  if (!turn.request.isolated)
    event.journal = write_journal(std::string_view(whole).substr(shown), sequence_->generation_state());
  send(turn, std::move(event));
  turn.sent += text.substr(sent);
}

Result<void> TurnExecutor::remember(MessageRef message) {
  if (warm_.find(message)) return {};
  auto snapshot = sequence_->snapshot();
  if (!snapshot) return snapshot.error();
  warm_.put(message, *std::move(snapshot));
  return {};
}

/// Where the turn began, so that nothing half-read or half-written stays in the state.
void TurnExecutor::go_back(const Turn& turn) {
  if (turn.request.isolated) return at_.reset();
  if (turn.continues() && !turn.tokens.empty()) {
    // The message has grown by what was sampled; its old state is not its state any more.
    warm_.erase(turn.request.base);
    at_.reset();
    return;
  }
  if (at_ == turn.request.base) return;
  at_.reset();
  const auto warm = warm_.find(turn.request.base);
  if (warm && sequence_->restore(*warm)) at_ = turn.request.base;
}

void TurnExecutor::finish(Turn& turn) {
  TurnFinished finished{.reason = turn.stop, .text = turn.sent, .tokens = turn.tokens,
                        .tokens_reread = turn.reread, .reread_reason = turn.reason,
                        .reread_seconds = turn.reread_seconds, .restored_tokens = turn.restored,
                        .seconds_to_first_token = turn.to_first, .seconds = turn.decoding};
  if (turn.request.isolated) at_.reset();
  if (turn.answered && !turn.request.isolated) {
    at_ = turn.request.answer;
    if (auto snapshot = sequence_->snapshot()) {
      finished.key = (*snapshot)->key();
      finished.snapshot = *snapshot;
      warm_.put(turn.request.answer, *std::move(snapshot));
    }
  }
  // What took long to read is not read a second time after the next start.
  const bool brought = turn.request.answer == 0 && turn.request.segments.empty() && turn.request.base != 0 && at_ == turn.request.base;
  if (brought && (turn.request.hand_out || (turn.request.base > 0 && turn.reread > kWorthKeeping))) {
    finished.snapshot = warm_.find(turn.request.base);
    if (finished.snapshot) finished.key = finished.snapshot->key();
  }
  send(turn, std::move(finished));
}

void TurnExecutor::fail(Turn& turn, Error error) {
  send(turn, TurnFailed{std::move(error), turn.sent, turn.tokens});
}

}  // namespace eddy
