// Reading documents on the inference thread: requests and events, values only. Chat turns go first: between any two
// pieces of a text the worker serves those that wait.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

#include "app/documents/passage.h"
#include "engine/api/generation.h"
#include "engine/api/result.h"
#include "engine/api/state_snapshot.h"

namespace eddy {

enum class ReadId : std::uint64_t {};

/// Feed steps of a document to a sequence of its own, which stays where it is for the next request.
struct ReadRequest {
  ReadId read{};
  std::stop_source stop;
  SnapshotKey at;                  ///< where the steps go on; no tokens = at the beginning
  /// The state there; may be null when the sequence is thought to stand there still.
  std::shared_ptr<const SnapshotPieces> snapshot;
  std::vector<ReadingStep> steps;
  bool keep = false;               ///< hand out the state at the end
  bool place = false;              ///< and one that questions may follow, as if the document ended there
};

/// Answer a prompt from an empty state: nothing of it stays.
struct CompleteRequest {
  ReadId read{};
  std::stop_source stop;
  std::string prompt;
  GenerationParams params;
};

// Events. Each request ends with exactly one ReadDone, ReadStateNeeded, Completed or ReadFailed.

struct ReadAdvanced {
  std::int64_t tokens = 0;         ///< of this request so far
  double seconds = 0;              ///< of this request, turns in between left out
};
struct KeptState {
  SnapshotKey key;
  std::shared_ptr<const std::vector<std::byte>> snapshot;
};
struct ReadDone {
  SnapshotKey key;                 ///< where the sequence stands now
  std::int64_t tokens = 0;         ///< of this request
  double seconds = 0;
  std::shared_ptr<const StateSnapshot> snapshot;  ///< when it was to be kept
  std::optional<KeptState> place;
};
/// The sequence stands elsewhere: send the request again with the state.
struct ReadStateNeeded {};
struct Completed {
  std::string text;
};
/// Code Cancelled after a stop request, StateMismatch when the state is not the one of `at`. The place in the text is lost:
/// go on from a saved state.
struct ReadFailed {
  Error error;
};

struct ReadEvent {
  ReadId read{};
  std::variant<ReadAdvanced, ReadDone, ReadStateNeeded, Completed, ReadFailed> what;
};

}  // namespace eddy
