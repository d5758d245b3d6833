#include "app/inference/turn_executor.h"

#include <algorithm>
#include <utility>

#include "app/inference/document_format.h"

namespace eddy {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// A message of which only the text is known.
bool is_unknown(const Segment& segment) { return segment.tokens.empty() && !segment.text.empty(); }

/// Models of this format begin an answer with a blank, which a grammar then lets pass.
bool puts_blank_first(const ChatFormat& format) { return format.trim_answer(" x") == "x"; }

constexpr int kLongestSlice = 32;  // tokens sampled between two looks at the clock
constexpr std::int64_t kWorthKeeping = 64;  // tokens read again: their state is handed out to be saved

}  // namespace

/// What one running turn has gathered.
struct TurnExecutor::Turn {
  const TurnRequest& request;
  Clock::time_point started = Clock::now();
  Clock::time_point last_text = Clock::now();
  std::int64_t reread = 0;          // tokens
  double reread_seconds = 0;
  std::int64_t restored = 0;        // tokens of the saved state that was gone on from
  std::int64_t read_done = 0;       // of read_total, for progress
  std::int64_t read_total = 0;
  RereadReason reason = RereadReason::None;
  std::string system = request.system;
  StopReason stop = StopReason::Cancelled;
  std::string raw;                  // as emitted by the sequence
  std::string sent;                 // of the answer's text, in this turn
  std::vector<TokenId> tokens;
  std::vector<TokenLook> looks;     // that were not sent yet
  double to_first = 0;
  double decoding = 0;
  bool answered = false;            // the sequence stands after the answer's last token

  std::stop_token token() const { return request.stop.get_token(); }
  bool stopped() const { return request.stop.stop_requested(); }
  bool continues() const { return request.answer == request.base; }
};

TurnExecutor::TurnExecutor(const InferencePorts& ports, Emit emit, WaitForState wait_for_state)
    : ports_(ports), emit_(std::move(emit)), wait_for_state_(std::move(wait_for_state)), warm_(ports.warm_bytes) {}

template <class What>
void TurnExecutor::send(const Turn& turn, What what) {
  emit_(TurnEvent{turn.request.turn, std::move(what)});
}

static bool another_device_may_do(const Error& error) {
  return error.code == ErrorCode::OutOfMemory || error.code == ErrorCode::DeviceLost || error.code == ErrorCode::UnsupportedFormat ||
         error.code == ErrorCode::UnsupportedArchitecture;
}

void TurnExecutor::load(const LoadRequest& request) {
  if (request.path.empty()) {  // asked to let go of it
    forget_model();
    return emit_(LoadEvent{request.load, LoadFailed{{ErrorCode::Cancelled, "[load] the model was let go", {}}, false}});
  }
  if (!engine_) engine_ = ports_.make_engine();
  auto loaded = load_model(request);
  if (loaded) emit_(LoadEvent{request.load, *std::move(loaded)});
  else emit_(LoadEvent{request.load, LoadFailed{loaded.error(), model_ != nullptr}});
}

Result<LoadDone> TurnExecutor::load_model(const LoadRequest& request) {
  const auto stop = request.stop.get_token();
  if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "[load] stopped before it began", {}};
  // Look before letting the present model go: most refusals show in the file's head, and load() says what is wrong.
  auto info = engine_->inspect(request.path);
  if (!info) return info.error();
  if (info->runnable) forget_model();
  std::string device;
  auto model = open_model(request, device);
  if (!model) return model.error();
  auto sequence = (*model)->new_sequence();
  if (!sequence) return sequence.error();
  forget_model();
  model_ = *std::move(model);
  sequence_ = *std::move(sequence);
  at_ = MessageRef{0};
  return LoadDone{model_->info(), model_->fingerprint(), reading_of(*model_), model_, device};
}

/// On the first of the wished devices that is there and takes the model; `device` says which, "" when none was wished for
/// or none is there.
Result<std::shared_ptr<LanguageModel>> TurnExecutor::open_model(const LoadRequest& request, std::string& device) {
  const auto progress = [&](double fraction) { emit_(LoadEvent{request.load, LoadProgressed{fraction}}); };
  const auto there = request.devices.empty() ? std::vector<DeviceInfo>() : engine_->devices();
  std::optional<Error> refused;
  for (const auto& wished : request.devices) {
    auto options = request.options;
    options.device = 0;
    const auto found = std::ranges::find(there, wished, device_id);
    if (found == there.end() || !found->usable) continue;
    options.backend = found->backend;
    for (auto other = there.begin(); other != found; ++other) options.device += other->backend == found->backend;
    auto model = engine_->load(request.path, options, request.stop.get_token(), progress);
    if (model) device = wished;
    if (model || !another_device_may_do(model.error())) return model;
    refused = model.error();
  }
  if (refused) return *refused;
  return engine_->load(request.path, request.options, request.stop.get_token(), progress);
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

Result<void> TurnExecutor::position(Turn& turn, MessageRef message) {
  if (at_ == message) return {};
  if (const auto warm = warm_.find(message)) {
    at_.reset();
    if (sequence_->restore(*warm)) {
      at_ = message;
      return {};
    }
  }
  if (message == 0) {
    sequence_->reset();
    at_ = message;
    return {};
  }
  send(turn, StateNeeded{message, model_->fingerprint(), reading_of(*model_)});
  const auto answer = wait_for_state_(turn.request.turn, turn.token());
  if (!answer) return Error{ErrorCode::Cancelled, "[turn] stopped while the state was fetched", {}};
  return restore_or_replay(turn, *answer);
}

Result<void> TurnExecutor::restore_or_replay(Turn& turn, const StateAnswer& answer) {
  auto path = answer.path;
  turn.reason = answer.reason;
  if (!answer.system.empty()) turn.system = answer.system;
  const auto reading = reading_of(*model_);
  for (auto& segment : path) {
    if (segment.reading == reading || segment.tokens.empty()) continue;
    turn.reason = compare_readings(segment.reading, reading);
    segment.tokens.clear();
  }
  at_.reset();
  const auto last = path.empty() ? answer.origin : path.back().message;
  if (!restore_on_path(turn, answer, path)) {
    sequence_->reset();
    if (auto read = read_origin(turn, answer); !read) return read;
  }
  if (path.empty() && turn.reread == 0) turn.reason = RereadReason::None;
  if (auto read = read_segments(turn, path, true); !read) return read;
  at_ = last;
  return {};
}

/// The documents that a conversation is about, when their state is gone.
Result<void> TurnExecutor::read_origin(Turn& turn, const StateAnswer& answer) {
  if (answer.origin == 0) return {};
  if (answer.origin_state || !answer.origin_list.empty() || !answer.origin_name.empty()) return begin_with_library_state(turn, answer);
  if (answer.origin_steps.empty()) {
    return Error{ErrorCode::StateMismatch, "[turn] the document of this conversation must be read again", {}};
  }
  turn.read_total = answer.origin_tokens;
  if (auto read = read_steps(turn, answer.origin_steps); !read) return read;
  for (auto done = std::ssize(answer.origin_steps); done < answer.origin_all_steps;) {
    send(turn, StateNeeded{answer.origin, model_->fingerprint(), reading_of(*model_), done});
    const auto more = wait_for_state_(turn.request.turn, turn.token());
    if (!more) return Error{ErrorCode::Cancelled, "[turn] stopped while reading", {}};
    if (more->origin_steps.empty()) {
      return Error{ErrorCode::StateMismatch, "[turn] the text of this conversation's document ends too early; drop the file again", {}};
    }
    if (auto read = read_steps(turn, more->origin_steps); !read) return read;
    done += std::ssize(more->origin_steps);
  }
  return {};
}

Result<void> TurnExecutor::read_steps(Turn& turn, std::span<const ReadingStep> steps) {
  const DocumentFormat format(*model_);
  for (const auto& step : steps) {
    if (turn.stopped()) return Error{ErrorCode::Cancelled, "[turn] stopped while reading", {}};
    if (auto read = read_tokens(turn, format.tokens(sequence_->tail(), step), true); !read) return read;
  }
  return {};
}

/// The state itself; without it the tokens it was made from, by any model that reads them alike.
Result<void> TurnExecutor::begin_with_library_state(Turn& turn, const StateAnswer& answer) {
  const auto refuse = [&](const std::string& why) {
    return Error{ErrorCode::StateMismatch, "[turn] this conversation begins with the saved state \"" + answer.origin_name + "\", " + why, {}};
  };
  auto why = RereadReason::BeginningLost;
  if (answer.origin_state) {
    const auto state = ports_.parse(*answer.origin_state);
    const bool same = state && (*state)->key() == SnapshotKey{model_->fingerprint(), answer.origin_hash, answer.origin_tokens};
    if (same && sequence_->restore(**state)) {
      turn.restored = answer.origin_tokens;
      return {};
    }
    if (state && (*state)->key().model_fingerprint != model_->fingerprint()) why = RereadReason::ModelChanged;
  }
  if (answer.origin_list.empty()) return refuse("which is of another model or damaged and cannot be read again: load its model");
  if (answer.origin_reading != reading_of(*model_)) return refuse("which another tokenizer made: load its model");
  if (turn.reason == RereadReason::None || turn.reason == RereadReason::NoSnapshot) turn.reason = why;
  turn.read_total = static_cast<std::int64_t>(answer.origin_list.size());
  return read_tokens(turn, answer.origin_list, true);
}

/// Restores the answer's snapshot if it is the state of exactly the first tokens stored for the path, and takes those
/// off the path. (An answer that grew after its snapshot was taken leaves its other tokens.) False when it was refused.
bool TurnExecutor::restore_on_path(Turn& turn, const StateAnswer& answer, std::vector<Segment>& path) {
  if (!answer.snapshot) return false;
  const auto refuse = [&turn](RereadReason reason) {
    if (turn.reason == RereadReason::None || turn.reason == RereadReason::NoSnapshot) turn.reason = reason;
    return false;
  };
  const auto snapshot = ports_.parse(*answer.snapshot);
  if (!snapshot) {
    return refuse(snapshot.error().code == ErrorCode::FileTooNew ? RereadReason::FormatNewer : RereadReason::Damaged);
  }
  const auto& key = (*snapshot)->key();
  if (key.model_fingerprint != model_->fingerprint()) return refuse(RereadReason::ModelChanged);
  std::uint64_t hash = answer.origin_hash;
  if (key.tokens < answer.origin_tokens) return refuse(RereadReason::HistoryRewritten);
  auto left = static_cast<std::size_t>(std::max<std::int64_t>(key.tokens - answer.origin_tokens, 0));
  std::size_t whole = 0;  // segments read to their end
  std::size_t part = 0;   // tokens of the one after them
  while (whole < path.size() && !is_unknown(path[whole])) {
    const auto& tokens = path[whole].tokens;
    const auto taken = std::min(left, tokens.size());
    hash = hash_tokens(hash, std::span(tokens).first(taken));
    left -= taken;
    if (taken < tokens.size()) {
      part = taken;
      break;
    }
    ++whole;
  }
  if (left != 0 || hash != key.token_hash) return refuse(RereadReason::HistoryRewritten);
  if (!sequence_->restore(**snapshot)) return refuse(RereadReason::Damaged);
  turn.restored = key.tokens;
  path.erase(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(whole));
  if (part > 0)
    path.front().tokens.erase(path.front().tokens.begin(),
                              path.front().tokens.begin() + static_cast<std::ptrdiff_t>(part));
  return true;
}

Result<void> TurnExecutor::read_segments(Turn& turn, std::span<const Segment> segments, bool again) {
  turn.read_done = 0;
  turn.read_total = 0;
  for (const auto& segment : segments) {
    // Rendering continues from the text read so far, so the total of unknown segments is only estimated.
    turn.read_total +=
        static_cast<std::int64_t>(segment.tokens.empty() ? segment.text.size() / 4 : segment.tokens.size());
  }
  for (const auto& segment : segments) {
    const bool known = !segment.tokens.empty() && segment.reading == reading_of(*model_);
    const auto tokens = known ? segment.tokens : tokens_of(turn, segment);
    if (turn.stopped()) return Error{ErrorCode::Cancelled, "[turn] stopped while reading", {}};
    at_.reset();
    if (auto read = read_tokens(turn, tokens, again || known); !read) return read;
    at_ = segment.message;
  }
  return {};
}

std::vector<TokenId> TurnExecutor::tokens_of(Turn& turn, const Segment& segment) {
  const auto& format = model_->chat_format();
  if (segment.speaker == Speaker::Assistant && segment.text.empty()) return {};
  const auto text =
      segment.speaker == Speaker::Assistant
          ? format.answer(segment.text)
          : format.turn({.tail = sequence_->tail(),
                         .user = segment.text,
                         .system = sequence_->position() == 0 ? std::string_view(turn.system) : std::string_view(),
                         .thinking = {}});
  auto tokens = model_->tokenize_chat(text);
  if (!turn.request.isolated) send(turn, TokensKnown{segment.message, tokens, reading_of(*model_)});
  return tokens;
}

Result<void> TurnExecutor::read_tokens(Turn& turn, std::span<const TokenId> tokens, bool again) {
  if (tokens.empty()) return {};
  const auto before = turn.read_done;
  turn.read_total = std::max(turn.read_total, before + static_cast<std::int64_t>(tokens.size()));
  const auto reading_since = Clock::now();
  const auto read = sequence_->prefill(tokens, turn.token(), [&](std::int64_t done, std::int64_t) {
    turn.read_done = std::min(before + done, turn.read_total);
    send(turn, TurnProgress{turn.read_done, turn.read_total, again ? turn.reason : RereadReason::None});
  });
  if (!read) return read.error();
  turn.read_done = before + static_cast<std::int64_t>(tokens.size());
  if (again) {
    turn.reread += static_cast<std::int64_t>(tokens.size());
    turn.reread_seconds += seconds_since(reading_since);
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
  while (true) {
    const int left = limit - static_cast<int>(turn.tokens.size());
    params.max_tokens = std::min(slice, left);
    params.keep_open = params.max_tokens < left;
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
