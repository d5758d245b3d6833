// What storage can say about the state of a message. The storage thread only.
#pragma once

#include "app/inference/turn.h"
#include "app/storage/storage_service.h"

namespace eddy {

/// The branch up to `message` with the nearest snapshot that this model may use, and why the last one's own is not
/// there.
Result<StateAnswer> storedState(Stores& stores, const StateNeeded& needed);

/// The state that is filed under a place which is no message of a conversation, or why it is not there.
StateAnswer filedState(Stores& stores, MessageId place, const std::string& model_fingerprint);

/// A stored message as the model reads it.
Segment segmentOf(const Message& message);

}  // namespace eddy
