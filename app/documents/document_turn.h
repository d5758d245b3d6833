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

/// The complete reading of a conversation's documents by this model.
Result<std::optional<Reading>> readingOf(Stores& stores, ConversationId conversation, const std::string& fingerprint);

/// A stored message as the model reads it: a question with the passages that were shown to it.
Result<Segment> segmentWithSources(Stores& stores, const Message& message);

/// Fills in what was read before the first message of a branch of `conversation`, and its state where `answer` has none.
Result<void> addOrigin(Stores& stores, const Reading& reading, StateAnswer& answer);

}  // namespace eddy
