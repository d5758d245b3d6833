// What eddy.db knows that decides which saved states stay longest: the trees of messages, what is on show, what the user
// asked to keep.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "app/storage/snapshot_store.h"

namespace eddy {

Result<StateWishes> read_state_wishes(const Database& conversations);

/// The user wants a conversation's or a model's saved states kept longest, or not any more.
Result<void> keep_states_of(Database& conversations, ConversationId conversation, bool kept);
Result<void> keep_states_of(Database& conversations, std::string_view model_fingerprint, bool kept);

}  // namespace eddy
