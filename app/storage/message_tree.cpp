// The reading half of ConversationStore: branches, siblings, leaves.
#include <algorithm>
#include <cstring>

#include "app/storage/conversation_store.h"

namespace eddy {
namespace {

// Large columns last, so that nothing is read twice.
constexpr const char* kColumns =
    " m.id, m.conversation_id, m.parent_id, m.author, m.status, m.created_at, m.tokenizer_fingerprint, m.model_fingerprint,"
    " m.model_name, m.stop_reason, m.error_code, m.error_text, m.seconds_to_first_token, m.seconds, m.tokens_generated,"
    " m.tokens_reread, m.reread_reason,"
    " (SELECT count(*) FROM messages s WHERE s.parent_id IS m.parent_id AND s.conversation_id = m.conversation_id),"
    " (SELECT count(*) FROM messages s WHERE s.parent_id IS m.parent_id AND s.conversation_id = m.conversation_id"
    "  AND s.id < m.id),"
    " m.text, m.tokens ";

std::vector<std::int32_t> tokens_from(std::span<const std::byte> blob) {
  std::vector<std::int32_t> tokens(blob.size() / sizeof(std::int32_t));
  if (!tokens.empty()) std::memcpy(tokens.data(), blob.data(), tokens.size() * sizeof(std::int32_t));
  return tokens;
}

Message message_from(const Rows& rows) {
  Message message{.id = MessageId{rows.integer(0)},
                  .conversation = ConversationId{rows.integer(1)},
                  .author = static_cast<Author>(rows.integer(3)),
                  .status = static_cast<MessageStatus>(rows.integer(4)),
                  .text = rows.text(19),
                  .tokens = tokens_from(rows.blob(20)),
                  .tokenizer_fingerprint = rows.text(6),
                  .model_fingerprint = rows.text(7),
                  .model_name = rows.text(8),
                  .stop_reason = rows.text(9),
                  .error_code = rows.text(10),
                  .error_text = rows.text(11),
                  .seconds_to_first_token = rows.real(12),
                  .seconds = rows.real(13),
                  .tokens_generated = rows.integer(14),
                  .tokens_reread = rows.integer(15),
                  .reread_reason = rows.text(16),
                  .created_at = rows.integer(5),
                  .sibling_index = static_cast<int>(rows.integer(18)),
                  .sibling_count = static_cast<int>(rows.integer(17))};
  if (!rows.is_null(2)) message.parent = MessageId{rows.integer(2)};
  return message;
}

Result<std::vector<Message>> messages_from(Rows rows) {
  std::vector<Message> messages;
  while (rows.next()) messages.push_back(message_from(rows));
  if (rows.failed()) return rows.error();
  return messages;
}

Result<std::vector<MessageId>> ids_from(Rows rows) {
  std::vector<MessageId> ids;
  while (rows.next()) ids.push_back(MessageId{rows.integer(0)});
  if (rows.failed()) return rows.error();
  return ids;
}

Error unknown_message(MessageId id) {
  return {ErrorCode::InvalidArgument, "[storage] there is no message " + std::to_string(static_cast<std::int64_t>(id)), {}};
}

}  // namespace

Result<Message> ConversationStore::message(MessageId id) const {
  Result<std::vector<Message>> found =
      messages_from(database_.query("SELECT" + std::string(kColumns) + "FROM messages m WHERE m.id = ?", id));
  if (!found) return found.error();
  if (found->empty()) return unknown_message(id);
  return std::move(found->front());
}

Result<std::vector<Message>> ConversationStore::branch(MessageId leaf) const {
  const std::string sql =
      "WITH RECURSIVE up(id, parent_id, height) AS ("
      "  SELECT id, parent_id, 0 FROM messages WHERE id = ?"
      "  UNION ALL SELECT m.id, m.parent_id, up.height + 1 FROM up JOIN messages m ON m.id = up.parent_id) "
      "SELECT" + std::string(kColumns) + "FROM up JOIN messages m ON m.id = up.id ORDER BY up.height DESC";
  Result<std::vector<Message>> found = messages_from(database_.query(sql, leaf));
  if (found && found->empty()) return unknown_message(leaf);
  return found;
}

Result<std::vector<MessageId>> ConversationStore::siblings(MessageId id) const {
  Result<std::vector<MessageId>> found = ids_from(database_.query(
      "SELECT s.id FROM messages m JOIN messages s ON s.parent_id IS m.parent_id AND s.conversation_id = m.conversation_id "
      "WHERE m.id = ? ORDER BY s.id", id));
  if (found && found->empty()) return unknown_message(id);
  return found;
}

Result<std::vector<MessageId>> ConversationStore::children(MessageId id) const {
  return ids_from(database_.query("SELECT id FROM messages WHERE parent_id = ? ORDER BY id", id));
}

Result<MessageId> ConversationStore::deepest_leaf(MessageId id) const {
  // Among the leaves below, the one shown last is also what following the last shown child at every step would find.
  constexpr const char* kSql =
      "WITH RECURSIVE below(id) AS (VALUES(?) UNION ALL SELECT m.id FROM below JOIN messages m ON m.parent_id = below.id) "
      "SELECT m.id FROM below JOIN messages m ON m.id = below.id "
      "WHERE NOT EXISTS (SELECT 1 FROM messages c WHERE c.parent_id = m.id) ORDER BY m.shown DESC, m.id DESC LIMIT 1";
  Result<std::optional<std::int64_t>> leaf = database_.integer(kSql, id);
  if (!leaf) return leaf.error();
  if (!*leaf) return unknown_message(id);
  return MessageId{**leaf};
}

Result<void> ConversationStore::show(ConversationId conversation, MessageId leaf) {
  Result<void> stamped = database_.run(
      "UPDATE messages SET shown = 1 + (SELECT max(shown) FROM messages WHERE conversation_id = ?) WHERE id = ?", conversation,
      leaf);
  if (!stamped) return stamped;
  return database_.run("UPDATE conversations SET current_leaf = ? WHERE id = ?", leaf, conversation);
}

Result<void> ConversationStore::set_current_leaf(ConversationId conversation, MessageId leaf) {
  return in_transaction(database_, [&]() -> Result<void> {
    Result<std::optional<std::int64_t>> owner = database_.integer("SELECT conversation_id FROM messages WHERE id = ?", leaf);
    if (!owner) return owner.error();
    if (*owner != static_cast<std::int64_t>(conversation)) return unknown_message(leaf);
    return show(conversation, leaf);
  });
}

Result<std::vector<Message>> ConversationStore::all_messages(ConversationId conversation) const {
  return messages_from(database_.query(
      "SELECT" + std::string(kColumns) + "FROM messages m WHERE m.conversation_id = ? ORDER BY m.id", conversation));
}

}  // namespace eddy
