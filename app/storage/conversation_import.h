// Conversations from elsewhere into eddy.db. One thread at a time.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "app/storage/messages.h"
#include "app/storage/picture_store.h"
#include "app/storage/state_library.h"
#include "app/storage/sqlite.h"
#include "engine/api/result.h"

namespace eddy {

/// A conversation as a file holds it. Ids count from 1 in the order of `messages`, parents before children; questions
/// and answers take turns (a question comes first) and every question has an answer. Other numbers of the structs that only
/// mean something within a database (ids, places among siblings) are not looked at.
struct ConversationContent {
  Conversation conversation;
  std::vector<Message> messages;
  std::vector<Picture> pictures;         ///< of its messages, by their numbers here
  std::optional<LibraryStateId> origin;  ///< of this database: what it begins with
};

struct ImportedConversation {
  ConversationId id{};
  std::vector<MessageId> messages;  ///< new ids, in the order of the content's messages
};

/// All of them or, after an error, none. Titles, times, texts, tokens and the branch on show are kept; answers that were
/// being written are Interrupted.
Result<std::vector<ImportedConversation>> import_conversations(Database& database,
                                                               std::span<const ConversationContent> contents);

}  // namespace eddy
