#include "app/storage/turn_removal.h"

#include <algorithm>

namespace eddy {
namespace {

Error misfit(const char* why) { return {ErrorCode::InvalidArgument, std::string("[storage] ") + why, {}}; }

/// The question, its answer and what follows.
Result<std::vector<Message>> turns_from(const ConversationStore& store, MessageId question, MessageId leaf) {
  auto branch = store.branch(leaf);
  if (!branch) return branch;
  const auto first = std::find_if(branch->begin(), branch->end(), [question](const Message& m) { return m.id == question; });
  if (first == branch->end() || first->author != Author::User) return misfit("this is no question of the branch on show");
  const bool writing = std::any_of(first, branch->end(), [](const Message& m) {
    return m.status == MessageStatus::Pending || m.status == MessageStatus::Streaming;
  });
  if (writing) return misfit("an answer of this branch is still being written: stop it first");
  branch->erase(branch->begin(), first);
  return branch;
}

Result<MessageId> copy(Database& database, const Message& message, std::optional<MessageId> parent) {
  // What it cost to come there is not this branch's story.
  constexpr const char* kSql =
      "INSERT INTO messages(conversation_id, parent_id, author, status, created_at, tokenizer_fingerprint, model_name, "
      "stop_reason, error_code, error_text, seconds_to_first_token, seconds, tokens_generated, text, tokens) "
      "SELECT conversation_id, ?2, author, status, created_at, iif(author = 1, tokenizer_fingerprint, ''), model_name, "
      "stop_reason, error_code, error_text, seconds_to_first_token, seconds, tokens_generated, text, "
      "iif(author = 1, tokens, x'') FROM messages WHERE id = ?1";
  if (auto copied = database.run(kSql, message.id, parent); !copied) return copied.error();
  return MessageId{database.last_insert_id()};
}

Result<void> show(Database& database, ConversationId conversation, std::optional<MessageId> leaf) {
  const auto stamped = database.run(
      "UPDATE messages SET shown = 1 + (SELECT max(shown) FROM messages WHERE conversation_id = ?) WHERE id = ?", conversation,
      leaf);
  if (!stamped) return stamped;
  return database.run("UPDATE conversations SET current_leaf = ? WHERE id = ?", leaf, conversation);
}

}  // namespace

Result<TurnRemoval> leave_out_turn(Database& database, MessageId question, MessageId leaf) {
  return in_transaction(database, [&]() -> Result<TurnRemoval> {
    const auto turns = turns_from(ConversationStore(database), question, leaf);
    if (!turns) return turns.error();
    TurnRemoval done{.leaf = turns->front().parent, .copies = {}};
    for (std::size_t i = 2; i < turns->size(); ++i) {
      const auto made = copy(database, (*turns)[i], done.leaf);
      if (!made) return made.error();
      done.copies.emplace_back((*turns)[i].id, *made);
      done.leaf = *made;
    }
    if (auto shown = show(database, turns->front().conversation, done.leaf); !shown) return shown.error();
    return done;
  });
}

}  // namespace eddy
