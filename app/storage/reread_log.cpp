#include "app/storage/reread_log.h"

namespace eddy {
namespace {
constexpr int kKept = 1000;
}

Result<void> RereadLog::add(const Reread& reread) {
  return in_transaction(*database_, [&]() -> Result<void> {
    Result<void> added = database_->run(
        "INSERT INTO reread_log(conversation_id, message_id, at, reason, tokens, restored_tokens, seconds, model_fingerprint, model_name) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        reread.conversation, reread.message, now_(), std::string_view(reread.reason), reread.tokens, reread.restored_tokens,
        reread.seconds, std::string_view(reread.model_fingerprint), std::string_view(reread.model_name));
    if (!added) return added;
    return database_->run("DELETE FROM reread_log WHERE id <= ?", database_->last_insert_id() - kKept);
  });
}

template <class... Args>
Result<std::vector<Reread>> RereadLog::read(std::string_view where, const Args&... args) const {
  std::vector<Reread> list;
  Rows rows = database_->query(
      "SELECT l.id, l.conversation_id, c.title, l.message_id, l.at, l.reason, l.tokens, l.restored_tokens, l.seconds, "
      "l.model_fingerprint, l.model_name FROM reread_log l JOIN conversations c ON c.id = l.conversation_id "
      "WHERE c.deleted_at IS NULL AND " + std::string(where),
      args...);
  while (rows.next()) {
    list.push_back({.id = rows.integer(0), .conversation = ConversationId{rows.integer(1)}, .title = rows.text(2),
                    .message = MessageId{rows.integer(3)}, .at = rows.integer(4), .reason = rows.text(5), .tokens = rows.integer(6),
                    .restored_tokens = rows.integer(7), .seconds = rows.real(8), .model_fingerprint = rows.text(9),
                    .model_name = rows.text(10)});
  }
  if (rows.failed()) return rows.error();
  return list;
}

Result<std::vector<Reread>> RereadLog::recent(int limit) const { return read("1 ORDER BY l.id DESC LIMIT ?", limit); }

Result<std::vector<Reread>> RereadLog::of_message(MessageId message) const {
  return read("l.message_id = ? ORDER BY l.id DESC", message);
}

Result<void> RereadLog::clear() { return database_->run("DELETE FROM reread_log"); }

}  // namespace eddy
