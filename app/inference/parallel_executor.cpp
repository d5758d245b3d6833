#include "app/inference/parallel_executor.h"

#include <algorithm>

#include "app/inference/clock.h"

namespace eddy {
namespace {

constexpr int kLongestSlice = 32;  // steps between two looks at the clock

std::string megabytes(std::int64_t bytes) { return std::to_string((bytes + (1 << 20) - 1) >> 20) + " MB"; }

}  // namespace

/// One of the answers while it is written.
struct ParallelExecutor::Answer {
  const TurnRequest* request = nullptr;
  GenerationParams params;          // with the chat format's own ends
  std::unique_ptr<Sequence> sequence;
  TurnFinished reading;             // figures of the reading before it: the first answer's
  std::string raw;                  // as emitted by the sequence
  std::string sent;
  std::vector<TokenId> tokens;
  std::optional<StopReason> end;
  Clock::time_point started = Clock::now();
  Clock::time_point writing = Clock::now();
  Clock::time_point last_text = Clock::now();
  double to_first = 0;
  ThinkingLimit thinking{{}, {}};
  std::optional<int> thoughts;      // tokens that may still be thought; nothing where there is no limit
  bool ended = false;               // its last event is sent

  int left() const { return request->params.max_tokens - static_cast<int>(tokens.size()); }
};

ParallelExecutor::ParallelExecutor(const InferencePorts& ports, Emit emit, TurnExecutor& turns)
    : ports_(ports), emit_(std::move(emit)), turns_(turns) {}

template <class What>
void ParallelExecutor::send(TurnId turn, What what) {
  emit_(TurnEvent{turn, std::move(what)});
}

void ParallelExecutor::run(const TogetherRequest& request) {
  const std::stop_callback all(request.stop.get_token(), [&request] {
    for (const auto& turn : request.turns) std::stop_source(turn.stop).request_stop();
  });
  const auto& model = turns_.model();
  std::vector<Answer> answers(request.turns.size());
  for (std::size_t i = 0; i < answers.size(); ++i) {
    answers[i].request = &request.turns[i];
    send(request.turns[i].turn,
         model ? TurnStarted{reading_of(*model), model->fingerprint(), model->info().name} : TurnStarted{});
  }
  if (!model) return fail_all(answers, {ErrorCode::InvalidArgument, "[turn] no model is loaded; load one and try again", {}});
  const auto ready = read_question(answers);
  if (!ready) return;
  if (auto made = make_sequences(answers, *ready->state); !made) return fail_all(answers, made.error());
  write(answers);
}

/// The first answer that is not stopped has the question read; when it is stopped meanwhile, the next one goes on.
std::optional<TurnExecutor::Prepared> ParallelExecutor::read_question(std::vector<Answer>& answers) {
  for (Answer& lead : answers) {
    auto ready = lead.request->stop.stop_requested()
                     ? Result<TurnExecutor::Prepared>(Error{ErrorCode::Cancelled, "[turn] stopped before it began", {}})
                     : turns_.prepare(*lead.request);
    if (ready) {
      lead.reading = ready->reading;
      return *std::move(ready);
    }
    if (ready.error().code != ErrorCode::Cancelled) {
      fail_all(answers, ready.error());
      return std::nullopt;
    }
    lead.end = StopReason::Cancelled;
    finish(lead);
  }
  return std::nullopt;
}

Result<void> ParallelExecutor::check_memory(const std::vector<Answer>& answers, const StateSnapshot& state) const {
  int count = 0, longest = 0;
  for (const Answer& answer : answers) {
    if (answer.ended) continue;
    ++count;
    longest = std::max(longest, answer.request->params.max_tokens);
  }
  const auto memory = turns_.model()->memory_of_batch(count, state.key().tokens, longest);
  if (memory.fits()) return {};
  return Error{ErrorCode::OutOfMemory, "[turn] " + std::to_string(count) + " answers at once take " + megabytes(memory.needed) +
                                           " of memory and " + megabytes(memory.available) +
                                           " are free: ask for fewer, or for shorter ones", {}};
}

Result<void> ParallelExecutor::make_sequences(std::vector<Answer>& answers, const StateSnapshot& state) {
  if (auto enough = check_memory(answers, state); !enough) return enough;
  auto& model = *turns_.model();
  const auto& format = model.chat_format();
  for (Answer& answer : answers) {
    if (answer.ended) continue;
    auto sequence = model.new_sequence();
    if (!sequence) return sequence.error();
    if (auto there = (*sequence)->restore(state); !there) return there;
    answer.sequence = *std::move(sequence);
    answer.params = answer.request->params;
    answer.thinking = ThinkingLimit(answer.request->thinking, format.answer_opening());
    answer.params.sampler.grammar_after_space = format.trim_answer(" x") == "x";
    auto& stops = answer.params.stop_strings;
    auto& tokens = answer.params.stop_tokens;
    stops.insert(stops.end(), format.stop_strings().begin(), format.stop_strings().end());
    tokens.insert(tokens.end(), format.stop_tokens().begin(), format.stop_tokens().end());
    answer.writing = answer.last_text = Clock::now();
  }
  return {};
}

void ParallelExecutor::write(std::vector<Answer>& answers) {
  int slice = 1;
  while (true) {
    std::vector<Answer*> writing;
    for (Answer& answer : answers) {
      if (!answer.ended) limit_thinking(answer);
      if (!answer.ended) writing.push_back(&answer);
    }
    if (writing.empty()) return;
    const auto started = Clock::now();
    write_slice(writing, slice);
    const double per_step = seconds_since(started) / slice;
    slice = std::clamp(static_cast<int>(ports_.text_interval / std::max(per_step, 1e-6)), 1, kLongestSlice);
  }
}

/// The model reads the end of its thinking as if it had written it, once the budget is used up.
void ParallelExecutor::limit_thinking(Answer& answer) {
  const auto look = [&] { answer.thoughts = answer.thinking.left(answer.raw, static_cast<int>(answer.tokens.size())); };
  look();
  if (answer.thoughts != 0) return;
  const auto tokens = turns_.model()->tokenize(ThinkingLimit::kEnd, true);
  if (auto read = answer.sequence->prefill(tokens, answer.request->stop.get_token()); !read) {
    if (read.error().code != ErrorCode::Cancelled) return fail(answer, read.error());
    answer.end = StopReason::Cancelled;
    return finish(answer);
  }
  answer.raw += ThinkingLimit::kEnd;
  answer.tokens.insert(answer.tokens.end(), tokens.begin(), tokens.end());
  send_text(answer, false);
  look();
  if (answer.left() > 0) return;
  answer.end = StopReason::MaxTokens;
  send_text(answer, true);
  finish(answer);
}

void ParallelExecutor::write_slice(std::span<Answer* const> writing, int slice) {
  std::vector<SequenceRun> runs;
  for (Answer* answer : writing) {
    auto params = answer->params;
    params.max_tokens = std::min({slice, answer->left(), answer->thoughts.value_or(slice)});
    params.keep_open = params.max_tokens < answer->left() && params.max_tokens != answer->thoughts;
    runs.push_back({.sequence = answer->sequence.get(), .params = std::move(params), .stop = answer->request->stop.get_token(),
                    .sink = {}});
  }
  auto parts = turns_.model()->generate_together(runs);
  for (std::size_t i = 0; i < writing.size(); ++i) take(*writing[i], std::move(parts[i]));
}

void ParallelExecutor::take(Answer& answer, Result<GenerationResult> part) {
  if (!part) {
    send_text(answer, false);
    return fail(answer, part.error());
  }
  if (answer.tokens.empty()) answer.to_first = seconds_since(answer.started);
  answer.raw += part->text;
  answer.tokens.insert(answer.tokens.end(), part->tokens.begin(), part->tokens.end());
  const bool goes_on = part->reason == StopReason::MaxTokens && answer.left() > 0;
  if (goes_on) {
    if (seconds_since(answer.last_text) >= ports_.text_interval) send_text(answer, false);
    return;
  }
  answer.end = part->reason;
  send_text(answer, part->reason == StopReason::MaxTokens || part->reason == StopReason::Cancelled);
  finish(answer);
}

/// What is new. Blanks at the end wait for what follows, unless the text ends there and may be continued.
void ParallelExecutor::send_text(Answer& answer, bool open_end) {
  std::string_view text = turns_.model()->chat_format().trim_answer(answer.raw);
  if (open_end) text = std::string_view(answer.raw).substr(static_cast<std::size_t>(text.data() - answer.raw.data()));
  answer.last_text = Clock::now();
  if (text.size() <= answer.sent.size()) return;
  const auto shown = static_cast<std::size_t>(text.data() - answer.raw.data()) + text.size();
  TurnText event{std::string(text.substr(answer.sent.size())), answer.tokens, {}, {}};
  if (answer.sequence && !answer.request->isolated)
    event.journal = write_journal(std::string_view(answer.raw).substr(shown), answer.sequence->generation_state());
  answer.sent += event.text;
  send(answer.request->turn, std::move(event));
}

void ParallelExecutor::finish(Answer& answer) {
  TurnFinished finished = std::move(answer.reading);
  finished.reason = *answer.end;
  finished.text = answer.sent;
  finished.tokens = answer.tokens;
  finished.seconds_to_first_token = answer.to_first;
  finished.seconds = answer.tokens.empty() ? 0 : seconds_since(answer.writing);
  if (answer.sequence && !answer.tokens.empty() && !answer.request->isolated) {
    if (auto snapshot = answer.sequence->snapshot()) {
      finished.key = (*snapshot)->key();
      finished.snapshot = *snapshot;
      turns_.keep(answer.request->answer, *std::move(snapshot));
    }
  }
  answer.sequence.reset();
  answer.ended = true;
  send(answer.request->turn, std::move(finished));
}

void ParallelExecutor::fail(Answer& answer, Error error) {
  answer.sequence.reset();
  answer.ended = true;
  send(answer.request->turn, TurnFailed{std::move(error), answer.sent, answer.tokens});
}

void ParallelExecutor::fail_all(std::vector<Answer>& answers, const Error& error) {
  for (Answer& answer : answers) {
    if (!answer.ended) fail(answer, error);
  }
}

void ParallelExecutor::run(const InitialStateRequest& request) {
  const auto& model = turns_.model();
  const auto fail = [&](Error error) { send(request.turn, TurnFailed{std::move(error), {}, {}}); };
  if (!model) return fail({ErrorCode::InvalidArgument, "[turn] no model is loaded; load one and try again", {}});
  send(request.turn, TurnStarted{reading_of(*model), model->fingerprint(), model->info().name});
  auto state = model->read_initial_state(request.file);
  if (!state) return fail(state.error());
  TurnFinished finished{.reason = StopReason::StopToken, .text = {}, .tokens = {}};
  finished.key = (*state)->key();
  finished.snapshot = *std::move(state);
  send(request.turn, std::move(finished));
}

}  // namespace eddy
