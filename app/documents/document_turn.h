// What a question in a chat about documents is answered from. The storage thread only.
#pragma once

#include <optional>
#include <string>

#include "app/inference/turn.h"
#include "app/storage/storage_service.h"

namespace eddy {

/// The model that will answer.
struct AskingModel {
  std::string fingerprint;
  std::int64_t parameters = 0;
};

/// Finds the passages for a new question and keeps them with it. Nothing happens in a chat without documents. While the
/// model has not read the documents, the answer comes from the passages alone.
Result<void> chooseSources(Stores& stores, ConversationId conversation, MessageId question, const std::string& text,
                           const AskingModel& model);

struct DocumentTurn {
  MessageRef origin = 0;   ///< the place before the first message: the state after reading; 0 when there is none
  bool isolated = false;   ///< answered from its passages alone
};
/// Nothing for a question that was not about documents.
Result<std::optional<DocumentTurn>> documentTurn(Stores& stores, const Message& question, const AskingModel& model);

/// What a conversation about documents goes on from: the state after reading, or the one kept at the end of a page.
struct ReadingOrigin {
  Reading reading;
  std::optional<ReadingPlace> place;
  MessageId state() const { return place ? state_of(place->id) : state_of(reading.id); }
};
/// Nothing while this model has not read so far. A conversation as of page 40 goes on from the last place up to there.
Result<std::optional<ReadingOrigin>> originOf(Stores& stores, ConversationId conversation, const std::string& fingerprint);
/// The one whose state() this is.
Result<ReadingOrigin> originAt(Stores& stores, MessageRef state);

/// A stored message as the model reads it: a question with the passages that were shown to it.
Result<Segment> segmentWithSources(Stores& stores, const Message& message);

/// Fills in what was read before the first message of a branch, and its state where `answer` has none. If that is gone, the
/// first steps to read it again.
Result<void> addOrigin(Stores& stores, const ReadingOrigin& origin, StateAnswer& answer);
/// The steps from `first` on of the origin whose state() this is: about 32 KB of text.
Result<StateAnswer> moreOfOrigin(Stores& stores, MessageRef state, std::int64_t first);

}  // namespace eddy
