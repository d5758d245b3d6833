// How a turn brings the sequence to a message: by a state at hand, a saved one, or by reading again what came before.
#include <algorithm>
#include <utility>

#include "app/inference/document_format.h"
#include "app/inference/running_turn.h"

namespace eddy {
namespace {

/// A message of which only the text is known.
bool is_unknown(const Segment& segment) { return segment.tokens.empty() && !segment.text.empty(); }

}  // namespace

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
                         .thinking = turn.request.thinking.wanted});
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
    // As rarely as text: a chat of thousands of short messages would flood the window with its progress.
    if (seconds_since(turn.last_progress) < ports_.text_interval) return;
    turn.last_progress = Clock::now();
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

}  // namespace eddy
