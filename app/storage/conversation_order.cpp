// The ordering half of ConversationStore: pins, the archive, folders, copies.
#include <algorithm>
#include <map>

#include "app/storage/conversation_store.h"

namespace eddy {
namespace {

/// The columns of a table, but for `but`: a copy takes along what later migrations add.
Result<std::string> columns_of(const Database& database, std::string_view table, std::initializer_list<std::string_view> but) {
  std::string list;
  Rows rows = database.query("SELECT name FROM pragma_table_info(?)", table);
  while (rows.next()) {
    const std::string name = rows.text(0);
    if (std::find(but.begin(), but.end(), name) != but.end()) continue;
    list.append(list.empty() ? "" : ", ").append(name);
  }
  if (rows.failed()) return rows.error();
  return list;
}

template <class Value>
Result<void> set_for_all(Database& database, const char* sql, std::span<const ConversationId> ids, const Value& value) {
  return in_transaction(database, [&]() -> Result<void> {
    for (const ConversationId id : ids) {
      if (auto set = database.run(sql, value, id); !set) return set;
      if (database.changes() == 0) {
        return Error{ErrorCode::InvalidArgument,
                     "[storage] there is no conversation " + std::to_string(static_cast<std::int64_t>(id)), {}};
      }
    }
    return {};
  });
}

}  // namespace

Result<void> ConversationStore::set_pinned(std::span<const ConversationId> ids, bool pinned) {
  return set_for_all(database_, "UPDATE conversations SET pinned = ? WHERE id = ?", ids, pinned);
}

Result<void> ConversationStore::set_archived(std::span<const ConversationId> ids, bool archived) {
  return set_for_all(database_, "UPDATE conversations SET archived = ? WHERE id = ?", ids, archived);
}

Result<void> ConversationStore::set_folder(std::span<const ConversationId> ids, std::string_view folder) {
  return set_for_all(database_, "UPDATE conversations SET folder = ? WHERE id = ?", ids, folder);
}

Result<void> ConversationStore::rename_folder(std::string_view from, std::string_view to) {
  return database_.run("UPDATE conversations SET folder = ? WHERE folder = ?", to, from);
}

Result<void> ConversationStore::remove_all(std::span<const ConversationId> ids) {
  return set_for_all(database_, "UPDATE conversations SET deleted_at = ? WHERE id = ?", ids, clock_());
}

Result<void> ConversationStore::undo_remove_all(std::span<const ConversationId> ids) {
  return set_for_all(database_, "UPDATE conversations SET deleted_at = ? WHERE id = ?", ids, std::optional<std::int64_t>());
}

Result<ConversationCopy> ConversationStore::duplicate(ConversationId id, std::string_view title) {
  const auto columns = columns_of(database_, "conversations",
                                  {"id", "title", "title_is_automatic", "current_leaf", "created_at", "updated_at", "deleted_at"});
  if (!columns) return columns.error();
  const auto message_columns = columns_of(database_, "messages", {"id", "conversation_id", "parent_id"});
  if (!message_columns) return message_columns.error();
  return in_transaction(database_, [&]() -> Result<ConversationCopy> {
    const auto original = conversation(id);
    if (!original) return original.error();
    if (auto made = database_.run("INSERT INTO conversations(title, title_is_automatic, created_at, updated_at, " + *columns +
                                  ") SELECT ?1, 0, ?2, ?2, " + *columns + " FROM conversations WHERE id = ?3", title, clock_(), id);
        !made) return made.error();
    ConversationCopy copy{.id = ConversationId{database_.last_insert_id()}, .messages = {}};
    // What it begins with instead of nothing: a state of the library.
    if (auto origin = database_.run("INSERT INTO conversation_origins(conversation_id, state_id) "
                                    "SELECT ?, state_id FROM conversation_origins WHERE conversation_id = ?", copy.id, id);
        !origin) return origin.error();
    if (auto copied = copy_messages(id, copy, *message_columns); !copied) return copied.error();
    if (!original->current_leaf) return copy;
    const auto leaf = database_.run("UPDATE conversations SET current_leaf = ? WHERE id = ?",
                                    copy.messages.at(*original->current_leaf), copy.id);
    if (!leaf) return leaf.error();
    return copy;
  });
}

Result<void> ConversationStore::copy_messages(ConversationId from, ConversationCopy& copy, const std::string& columns) {
  std::vector<std::pair<MessageId, std::optional<MessageId>>> tree;
  Rows rows = database_.query("SELECT id, parent_id FROM messages WHERE conversation_id = ? ORDER BY id", from);
  while (rows.next()) {
    tree.push_back({MessageId{rows.integer(0)}, std::nullopt});
    if (!rows.is_null(1)) tree.back().second = MessageId{rows.integer(1)};
  }
  if (rows.failed()) return rows.error();
  const std::string sql = "INSERT INTO messages(conversation_id, parent_id, " + columns + ") SELECT ?1, ?2, " + columns +
                          " FROM messages WHERE id = ?3";
  for (const auto& [id, parent] : tree) {
    std::optional<MessageId> new_parent;
    if (parent) new_parent = copy.messages.at(*parent);
    if (auto copied = database_.run(sql, copy.id, new_parent, id); !copied) return copied;
    const MessageId made{database_.last_insert_id()};
    copy.messages.emplace(id, made);
    if (auto copied = PictureStore(database_).copy(id, copy.id, made); !copied) return copied;
  }
  // What is being written goes on in the original alone.
  return database_.run("UPDATE messages SET status = ? WHERE conversation_id = ? AND status IN (0, 1)",
                       MessageStatus::Interrupted, copy.id);
}

Result<void> ConversationStore::show_message(ConversationId conversation, MessageId id) {
  const auto shown = database_.integer(
      "WITH RECURSIVE up(id) AS (SELECT current_leaf FROM conversations WHERE id = ?1 "
      "  UNION ALL SELECT m.parent_id FROM up JOIN messages m ON m.id = up.id WHERE m.parent_id IS NOT NULL) "
      "SELECT 1 FROM up WHERE id = ?2", conversation, id);
  if (!shown) return shown.error();
  if (*shown) return {};
  const auto leaf = deepest_leaf(id);
  if (!leaf) return leaf.error();
  return set_current_leaf(conversation, *leaf);
}

}  // namespace eddy
