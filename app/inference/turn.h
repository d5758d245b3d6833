// What crosses the border between the application and the inference thread: values only, copied or moved.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

#include "app/inference/answer_journal.h"
#include "app/inference/reading.h"
#include "app/inference/reread_reason.h"
#include "app/inference/thinking.h"
#include "app/inference/token_look.h"
#include "engine/api/engine.h"

namespace eddy {

enum class TurnId : std::uint64_t {};
enum class LoadId : std::uint64_t {};

/// A message's id in the conversation database; 0 stands for the place before the first message. Negative numbers are
/// places before the first message too: there a model has read documents.
using MessageRef = std::int64_t;

enum class Speaker { User, Assistant };

/// "vulkan:0a1b…": of one device through one backend, the same after every start.
inline std::string device_id(const DeviceInfo& device) { return device.backend + ":" + device.id; }

/// One message of a branch as the model reads it.
struct Segment {
  MessageRef message = 0;
  Speaker speaker = Speaker::User;
  std::string text;
  std::vector<TokenId> tokens;  ///< exactly as fed or sampled; empty when not known
  std::string reading;          ///< reading_of() the model that made `tokens`
};

/// How a model turns text into tokens: stored tokens are valid while this is equal. Tokenizer fingerprint and chat
/// format.
std::string reading_of(const LanguageModel& model);
/// Which of the two parts differs; None when they are equal.
RereadReason compare_readings(const std::string& stored, const std::string& current);

// Requests

/// An empty path only lets go of the model that is loaded.
struct LoadRequest {
  LoadId load{};
  std::stop_source stop;
  std::filesystem::path path;
  LoadOptions options;
  /// Device ids as device_id() has them, the best first: the next is tried where one is not there, too small or unable.
  /// Empty: as the options say.
  std::vector<std::string> devices;
};

/// Work of another kind that must not run beside an answer, such as measuring a device.
struct TaskRequest {
  std::stop_source stop;
  std::function<void(std::stop_token)> work;
};

/// Read what is new and answer it. Without `answer` the model is only brought to `base`, so that the next turn starts
/// at once.
struct TurnRequest {
  TurnId turn{};
  std::stop_source stop;
  MessageRef base = 0;             ///< the turn goes on after this message
  std::vector<Segment> segments;   ///< to be read after it: the user's message
  MessageRef answer = 0;           ///< the message to write; equal to `base` when an answer is continued
  std::string written;             ///< the text of an answer that is continued
  AnswerJournal journal;           ///< of an answer whose writing was cut off; may be empty
  std::string system;              ///< rendered at the beginning of a conversation
  GenerationParams params;
  ThinkingWish thinking = {};
  /// Answered from an empty state, whatever went before; the state after it is not kept.
  bool isolated = false;
  /// Without `answer`: the state there is handed out in TurnFinished.
  bool hand_out = false;
};

/// Several answers to one question, written side by side. The requests are equal but for their ids, stop sources, answers
/// and seeds; each is answered with its own events, and the first has those of the reading.
struct TogetherRequest {
  std::vector<TurnRequest> turns;
  std::stop_source stop;           ///< of all
};

/// What is known of these messages' states is of another text from now on: the branch is read again when it is needed.
struct ForgetRequest {
  std::stop_source stop;
  std::vector<MessageRef> messages;
};

/// A stored state of the first bytes of a notebook's text, filed under `place`. Asked for with StateNeeded where it helps.
struct KeptText {
  MessageRef place = 0;
  std::size_t bytes = 0;
  SnapshotKey key;
};

/// A text goes on as it is, without any chat format; answered with the events of a turn.
struct NotebookRequest {
  TurnId turn{};
  std::stop_source stop;
  std::string text;
  GenerationParams params;
  std::vector<KeptText> kept;      ///< each of a beginning of `text`
};

/// The state that state tuning left in a file, as the snapshot of a TurnFinished.
struct InitialStateRequest {
  TurnId turn{};
  std::stop_source stop;
  std::filesystem::path file;
};

/// The reply to StateNeeded.
struct StateAnswer {
  TurnId turn{};
  std::vector<Segment> path;       ///< the whole branch, first message to the one asked for
  /// Stored snapshot of one message on the path, as near to its end as there is one; may be null. It is used if it is the
  /// state of exactly the first tokens of the path.
  std::shared_ptr<const SnapshotPieces> snapshot;
  RereadReason reason = RereadReason::None;  ///< why the last message's own snapshot is not here
  std::string system;              ///< the conversation's own; empty: the request's

  /// What was read before the first message: 0, or a negative place with the tokens it stands for. `origin_steps` are
  /// there when no snapshot is: then it must be read again. They are the first of `origin_all_steps` (0: these are all); the
  /// others are asked for one batch after another, so that memory does not grow with the text.
  MessageRef origin = 0;
  std::uint64_t origin_hash = 0;
  std::int64_t origin_tokens = 0;
  std::vector<ReadingStep> origin_steps;
  std::int64_t origin_all_steps = 0;
  /// Of a conversation that begins with a state of the library: that state, and the tokens it was made from where they are
  /// known. One of both must do when there is no snapshot.
  std::shared_ptr<const SnapshotPieces> origin_state;
  std::vector<TokenId> origin_list;
  std::string origin_reading;      ///< of `origin_list`
  std::string origin_name;         ///< for messages
};

// Events

struct TurnStarted {
  std::string reading;             ///< of the model that will answer; empty when there is none
  std::string model_fingerprint;
  std::string model_name;
};

/// The worker waits for a StateAnswer with this turn's id (or a stop request).
struct StateNeeded {
  MessageRef message = 0;
  std::string model_fingerprint;
  std::string reading;
  /// Not 0: no state, only the `origin_steps` from this one on of the documents read before the first message; `message` is
  /// their place.
  std::int64_t origin_step = 0;
};

struct TurnProgress {
  std::int64_t done = 0;
  std::int64_t total = 0;
  RereadReason reason = RereadReason::None;  ///< set while a conversation is read again
};

/// A message whose tokens were not known was rendered and tokenised; keep them with it.
struct TokensKnown {
  MessageRef message = 0;
  std::vector<TokenId> tokens;
  std::string reading;
};

/// Of a notebook: its text has been read, and is gone on with now.
struct NotebookRead {
  std::size_t bytes = 0;
  std::shared_ptr<const StateSnapshot> snapshot;
  SnapshotKey key;
};

struct TurnText {
  std::string text;              ///< what is new, whole characters
  std::vector<TokenId> tokens;   ///< all tokens sampled in this turn so far
  AnswerJournal journal;         ///< what else it takes to go on from here; may be empty
  std::vector<TokenLook> looks;  ///< of the tokens since the last event, where GenerationParams::alternatives asked for them
};

struct TurnFinished {
  StopReason reason = StopReason::MaxTokens;  ///< without an answer to write: Cancelled, or StopToken when all was read
  std::string text;              ///< everything this turn added to the answer
  std::vector<TokenId> tokens;   ///< every token sampled in this turn
  std::int64_t tokens_reread = 0;
  RereadReason reread_reason = RereadReason::None;
  double reread_seconds = 0;          ///< that it took
  std::int64_t restored_tokens = 0;   ///< of the saved state that was gone on from; 0 = from the beginning
  double seconds_to_first_token = 0;  ///< from the request's start on the worker, reading included
  double seconds = 0;                 ///< decoding alone
  /// The state after the answer's last token; null when there is none worth keeping.
  std::shared_ptr<const StateSnapshot> snapshot;
  SnapshotKey key;
};

struct TurnFailed {
  Error error;
  std::string text;              ///< what was emitted before
  std::vector<TokenId> tokens;
};

struct TurnEvent {
  TurnId turn{};
  std::variant<TurnStarted, StateNeeded, TurnProgress, TokensKnown, NotebookRead, TurnText, TurnFinished, TurnFailed> what;
};

struct LoadProgressed {
  double fraction = 0;
};
struct LoadDone {
  ModelInfo info;
  std::string fingerprint;
  std::string reading;
  std::weak_ptr<const LanguageModel> model;  ///< for questions that any thread may ask it
  std::string device;                        ///< of LoadRequest::devices, which it runs on; empty: the engine's choice
};
/// Code Cancelled when it was stopped. `model_kept` when the model loaded before is still there.
struct LoadFailed {
  Error error;
  bool model_kept = false;
};

struct LoadEvent {
  LoadId load{};
  std::variant<LoadProgressed, LoadDone, LoadFailed> what;
};

using WorkerEvent = std::variant<TurnEvent, LoadEvent, ReadEvent>;

}  // namespace eddy
