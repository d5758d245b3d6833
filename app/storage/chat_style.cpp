#include "app/storage/chat_style.h"

namespace eddy {
namespace {

Error no_such_chat() { return {ErrorCode::InvalidArgument, "[storage] there is no such conversation", {}}; }

}  // namespace

Result<ChatStyleRow> ChatStyles::read(ConversationId id) const {
  ChatStyleRow row;
  Rows rows = database_->query(
      "SELECT answer_values, persona, system_prompt, "
      "  (WITH RECURSIVE up(id) AS (SELECT c.current_leaf UNION ALL "
      "     SELECT m.parent_id FROM up JOIN messages m ON m.id = up.id WHERE m.parent_id IS NOT NULL) "
      "   SELECT coalesce(sum(length(m.tokens)), 0) / 4 FROM up JOIN messages m ON m.id = up.id), "
      "  (SELECT count(*) FROM messages WHERE conversation_id = c.id) "
      "FROM conversations c WHERE id = ?", id);
  if (!rows.next()) return rows.failed() ? rows.error() : no_such_chat();
  row = {rows.text(0), rows.text(1), rows.text(2), rows.integer(3), rows.integer(4)};
  return row;
}

Result<void> ChatStyles::set_values(ConversationId id, std::string_view json) {
  if (auto set = database_->run("UPDATE conversations SET answer_values = ? WHERE id = ?", json, id); !set) return set;
  return database_->changes() == 1 ? Result<void>() : no_such_chat();
}

Result<std::vector<MessageId>> ChatStyles::set_instructions(ConversationId id, std::string_view persona, std::string_view text) {
  return in_transaction(*database_, [&]() -> Result<std::vector<MessageId>> {
    const auto before = read(id);
    if (!before) return before.error();
    std::vector<MessageId> messages;
    if (auto set = database_->run("UPDATE conversations SET persona = ?, system_prompt = ? WHERE id = ?", persona, text, id); !set) return set.error();
    if (before->instructions == text) return messages;
    if (auto forgotten = database_->run("UPDATE messages SET tokens = x'', tokenizer_fingerprint = '' WHERE conversation_id = ? AND parent_id IS NULL", id);
        !forgotten) return forgotten.error();
    Rows rows = database_->query("SELECT id FROM messages WHERE conversation_id = ?", id);
    while (rows.next()) messages.push_back(MessageId{rows.integer(0)});
    if (rows.failed()) return rows.error();
    return messages;
  });
}

}  // namespace eddy
