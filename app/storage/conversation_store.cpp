// Conversations and turns. The tree of messages is read in message_tree.cpp.
#include "app/storage/conversation_store.h"

#include <bit>
#include <chrono>

#include "app/storage/conversation_search.h"
#include "app/storage/conversation_title.h"

namespace eddy {
namespace {

constexpr std::size_t kPreviewCharacters = 120;
static_assert(std::endian::native == std::endian::little, "tokens are stored as they lie in memory: int32 little-endian");

Error unknown_conversation(ConversationId id) {
  return {ErrorCode::InvalidArgument, "[storage] there is no conversation " + std::to_string(static_cast<std::int64_t>(id)), {}};
}

Error unknown_message(MessageId id) {
  return {ErrorCode::InvalidArgument, "[storage] there is no message " + std::to_string(static_cast<std::int64_t>(id)), {}};
}

Error misfit(MessageId id, std::string_view why) {
  return {ErrorCode::InvalidArgument,
          "[storage] message " + std::to_string(static_cast<std::int64_t>(id)) + " " + std::string(why), {}};
}

/// For an UPDATE that must have met its row.
template <class Id>
Result<void> changed_or(const Database& database, const Result<void>& update, Error (*unknown)(Id), Id id) {
  if (update && database.changes() == 0) return unknown(id);
  return update;
}

}  // namespace

ConversationStore::ConversationStore(Database& database, Clock clock) : database_(database), clock_(std::move(clock)) {}

ConversationStore::Clock ConversationStore::system_clock() {
  return [] {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return static_cast<std::int64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
  };
}

// Conversations

Result<ConversationId> ConversationStore::create_conversation(std::string_view title, std::string_view model_path,
                                                              std::string_view system_prompt) {
  constexpr const char* kSql =
      "INSERT INTO conversations(title, title_is_automatic, created_at, updated_at, model_path, system_prompt, draft) "
      "VALUES (?1, ?2, ?3, ?3, ?4, ?5, '')";
  Result<void> made = database_.run(kSql, title, title.empty(), clock_(), model_path, system_prompt);
  if (!made) return made.error();
  return ConversationId{database_.last_insert_id()};
}

Result<Conversation> ConversationStore::conversation(ConversationId id) const {
  Rows rows = database_.query(
      "SELECT title, title_is_automatic, created_at, updated_at, deleted_at, current_leaf, model_path, system_prompt, draft "
      "FROM conversations WHERE id = ?", id);
  if (!rows.next()) return rows.failed() ? rows.error() : unknown_conversation(id);
  Conversation found{.id = id,
                     .title = rows.text(0),
                     .title_is_automatic = rows.integer(1) != 0,
                     .created_at = rows.integer(2),
                     .updated_at = rows.integer(3),
                     .model_path = rows.text(6),
                     .system_prompt = rows.text(7),
                     .draft = rows.text(8)};
  if (!rows.is_null(4)) found.deleted_at = rows.integer(4);
  if (!rows.is_null(5)) found.current_leaf = MessageId{rows.integer(5)};
  return found;
}

Result<std::vector<ConversationSummary>> ConversationStore::list_conversations() const {
  // The answer's beginning, or the question's while the answer is empty.
  constexpr const char* kSql =
      "SELECT c.id, c.title, c.created_at, c.updated_at, "
      "  (SELECT count(*) FROM messages WHERE conversation_id = c.id), "
      "  substr(CASE WHEN leaf.text != '' THEN leaf.text ELSE question.text END, 1, 500), "
      "  c.pinned, c.archived, c.folder "
      "FROM conversations c LEFT JOIN messages leaf ON leaf.id = c.current_leaf "
      "LEFT JOIN messages question ON question.id = leaf.parent_id "
      "WHERE c.deleted_at IS NULL ORDER BY c.updated_at DESC, c.id DESC";
  std::vector<ConversationSummary> list;
  Rows rows = database_.query(kSql);
  while (rows.next()) {
    list.push_back({.id = ConversationId{rows.integer(0)},
                    .title = rows.text(1),
                    .preview = first_line(rows.text(5), kPreviewCharacters),
                    .created_at = rows.integer(2),
                    .updated_at = rows.integer(3),
                    .message_count = rows.integer(4),
                    .pinned = rows.integer(6) != 0,
                    .archived = rows.integer(7) != 0,
                    .folder = rows.text(8)});
  }
  if (rows.failed()) return rows.error();
  return list;
}

Result<void> ConversationStore::rename(ConversationId id, std::string_view title) {
  const auto update = database_.run("UPDATE conversations SET title = ?, title_is_automatic = 0 WHERE id = ?", title, id);
  return changed_or(database_, update, unknown_conversation, id);
}

Result<void> ConversationStore::set_draft(ConversationId id, std::string_view draft) {
  const auto update = database_.run("UPDATE conversations SET draft = ? WHERE id = ?", draft, id);
  return changed_or(database_, update, unknown_conversation, id);
}

Result<void> ConversationStore::set_model_path(ConversationId id, std::string_view model_path) {
  const auto update = database_.run("UPDATE conversations SET model_path = ? WHERE id = ?", model_path, id);
  return changed_or(database_, update, unknown_conversation, id);
}

Result<void> ConversationStore::set_system_prompt(ConversationId id, std::string_view system_prompt) {
  const auto update = database_.run("UPDATE conversations SET system_prompt = ? WHERE id = ?", system_prompt, id);
  return changed_or(database_, update, unknown_conversation, id);
}

Result<void> ConversationStore::remove(ConversationId id) {
  const auto update = database_.run("UPDATE conversations SET deleted_at = ? WHERE id = ?", clock_(), id);
  return changed_or(database_, update, unknown_conversation, id);
}

Result<void> ConversationStore::undo_remove(ConversationId id) {
  const auto update = database_.run("UPDATE conversations SET deleted_at = NULL WHERE id = ?", id);
  return changed_or(database_, update, unknown_conversation, id);
}

Result<std::vector<ConversationId>> ConversationStore::purge_removed() {
  std::vector<ConversationId> purged;
  Rows rows = database_.query("SELECT id FROM conversations WHERE deleted_at IS NOT NULL");
  while (rows.next()) purged.push_back(ConversationId{rows.integer(0)});
  if (rows.failed()) return rows.error();
  if (purged.empty()) return purged;
  // The words of these texts must go from the index too: the sweep that does it can be done in steps, and goes on after a crash.
  Result<void> deleted = in_transaction(database_, [&]() -> Result<void> {
    if (auto asked = ConversationSearch::ask_for_sweep(database_); !asked) return asked;
    return database_.run("DELETE FROM conversations WHERE deleted_at IS NOT NULL");
  });
  if (!deleted) return deleted.error();
  return purged;
}

// Turns

Result<void> ConversationStore::check_parent(ConversationId conversation, std::optional<MessageId> parent) const {
  Rows owner = database_.query("SELECT deleted_at FROM conversations WHERE id = ?", conversation);
  const bool found = owner.next() && owner.is_null(0);
  if (owner.failed()) return owner.error();
  if (!found) return unknown_conversation(conversation);
  if (!parent) return {};
  Rows rows = database_.query("SELECT conversation_id, author FROM messages WHERE id = ?", *parent);
  if (!rows.next()) return rows.failed() ? rows.error() : unknown_message(*parent);
  if (rows.integer(0) != static_cast<std::int64_t>(conversation)) return misfit(*parent, "is of another conversation");
  if (rows.integer(1) != static_cast<std::int64_t>(Author::Assistant)) return misfit(*parent, "is not an answer");
  return {};
}

Result<MessageId> ConversationStore::insert_user(ConversationId conversation, std::optional<MessageId> parent,
                                                 std::string_view text) {
  Result<void> inserted = database_.run(
      "INSERT INTO messages(conversation_id, parent_id, author, status, created_at, text) VALUES (?, ?, ?, ?, ?, ?)",
      conversation, parent, Author::User, MessageStatus::Done, clock_(), text);
  if (!inserted) return inserted.error();
  const MessageId id{database_.last_insert_id()};
  Result<void> titled = database_.run(
      "UPDATE conversations SET title = ? WHERE id = ? AND title_is_automatic AND title = ''", title_from(text), conversation);
  if (!titled) return titled.error();
  return id;
}

Result<MessageId> ConversationStore::insert_answer(ConversationId conversation, MessageId user_message) {
  Result<void> inserted = database_.run(
      "INSERT INTO messages(conversation_id, parent_id, author, status, created_at, text) VALUES (?, ?, ?, ?, ?, '')",
      conversation, user_message, Author::Assistant, MessageStatus::Pending, clock_());
  if (!inserted) return inserted.error();
  const MessageId id{database_.last_insert_id()};
  if (Result<void> shown = show(conversation, id); !shown) return shown.error();
  Result<void> touched = database_.run("UPDATE conversations SET updated_at = ? WHERE id = ?", clock_(), conversation);
  if (!touched) return touched.error();
  return id;
}

Result<Turn> ConversationStore::append_turn(ConversationId conversation, std::optional<MessageId> parent,
                                            std::string_view user_text) {
  return insert_turn(conversation, parent, user_text, std::nullopt);
}

Result<Turn> ConversationStore::insert_turn(ConversationId conversation, std::optional<MessageId> parent, std::string_view text,
                                            std::optional<MessageId> original) {
  return in_transaction(database_, [&]() -> Result<Turn> {
    if (Result<void> fits = check_parent(conversation, parent); !fits) return fits.error();
    Result<MessageId> question = insert_user(conversation, parent, text);
    if (!question) return question.error();
    PictureStore pictures(database_);
    auto shown = original ? pictures.copy(*original, conversation, *question) : pictures.give_to(conversation, *question);
    if (!shown) return shown.error();
    Result<MessageId> answer = insert_answer(conversation, *question);
    if (!answer) return answer.error();
    return Turn{*question, *answer};
  });
}

Result<MessageId> ConversationStore::append_answer(MessageId user_message) {
  return in_transaction(database_, [&]() -> Result<MessageId> {
    Rows rows = database_.query("SELECT conversation_id, author FROM messages WHERE id = ?", user_message);
    if (!rows.next()) return rows.failed() ? rows.error() : unknown_message(user_message);
    const ConversationId conversation{rows.integer(0)};
    if (rows.integer(1) != static_cast<std::int64_t>(Author::User)) return misfit(user_message, "is not a question");
    if (Result<void> fits = check_parent(conversation, std::nullopt); !fits) return fits.error();
    return insert_answer(conversation, user_message);
  });
}

Result<Turn> ConversationStore::append_edited_turn(MessageId user_message, std::string_view user_text) {
  Rows rows = database_.query("SELECT conversation_id, author, parent_id FROM messages WHERE id = ?", user_message);
  if (!rows.next()) return rows.failed() ? rows.error() : unknown_message(user_message);
  const ConversationId conversation{rows.integer(0)};
  if (rows.integer(1) != static_cast<std::int64_t>(Author::User)) return misfit(user_message, "is not a question");
  std::optional<MessageId> parent;
  if (!rows.is_null(2)) parent = MessageId{rows.integer(2)};
  return insert_turn(conversation, parent, user_text, user_message);
}

// Answers

Result<void> ConversationStore::reopen_answer(MessageId id) {
  const auto update = database_.run("UPDATE messages SET status = ?, error_code = '', error_text = '', stop_reason = '' "
                                    "WHERE id = ? AND author = ?", MessageStatus::Streaming, id, Author::Assistant);
  return changed_or(database_, update, unknown_message, id);
}

Result<void> ConversationStore::save_partial_answer(MessageId id, std::string_view text,
                                                    std::span<const std::int32_t> tokens,
                                                    std::span<const std::byte> journal, std::string_view reading) {
  constexpr const char* kSql =
      "UPDATE messages SET status = ?1, text = ?2, tokens = ?3, "
      "tokenizer_fingerprint = CASE WHEN ?4 = '' THEN tokenizer_fingerprint ELSE ?4 END WHERE id = ?5 AND author = ?6";
  return in_transaction(database_, [&]() -> Result<void> {
    const auto update = database_.run(kSql, MessageStatus::Streaming, text, std::as_bytes(tokens), reading, id,
                                      Author::Assistant);
    if (auto changed = changed_or(database_, update, unknown_message, id); !changed) return changed;
    return keep_journal(id, journal);
  });
}

Result<void> ConversationStore::keep_journal(MessageId id, std::span<const std::byte> journal) {
  if (journal.empty()) return database_.run("DELETE FROM answer_journal WHERE message_id = ?", id);
  return database_.run("INSERT OR REPLACE INTO answer_journal(message_id, journal) VALUES (?, ?)", id, journal);
}

Result<std::vector<std::byte>> ConversationStore::answer_journal(MessageId id) const {
  Rows rows = database_.query("SELECT journal FROM answer_journal WHERE message_id = ?", id);
  std::vector<std::byte> journal;
  if (rows.next()) {
    const auto stored = rows.blob(0);
    journal.assign(stored.begin(), stored.end());
  }
  if (rows.failed()) return rows.error();
  return journal;
}

Result<void> ConversationStore::finish_answer(MessageId id, const AnswerRecord& record) {
  constexpr const char* kSql =
      "UPDATE messages SET status = ?, tokenizer_fingerprint = ?, model_fingerprint = ?, model_name = ?, stop_reason = ?, "
      "error_code = ?, error_text = ?, seconds_to_first_token = ?, seconds = ?, tokens_generated = ?, tokens_reread = ?, "
      "reread_reason = ?, text = ?, tokens = ? WHERE id = ? AND author = ?";
  return in_transaction(database_, [&]() -> Result<void> {
    const AnswerRecord& r = record;
    const auto update = database_.run(kSql, r.status, r.tokenizer_fingerprint, r.model_fingerprint, r.model_name,
                                      r.stop_reason, r.error_code, r.error_text, r.seconds_to_first_token, r.seconds,
                                      r.tokens_generated, r.tokens_reread, r.reread_reason, r.text,
                                      std::as_bytes(std::span(r.tokens)), id, Author::Assistant);
    if (auto changed = changed_or(database_, update, unknown_message, id); !changed) return changed;
    if (auto kept = keep_journal(id, r.journal); !kept) return kept;
    if (r.user_tokens) {
      Result<void> stored = database_.run(
          "UPDATE messages SET tokens = ?, tokenizer_fingerprint = ? WHERE id = (SELECT parent_id FROM messages WHERE id = ?)",
          std::as_bytes(std::span(*r.user_tokens)), r.tokenizer_fingerprint, id);
      if (!stored) return stored;
    }
    return database_.run("UPDATE conversations SET updated_at = ? "
                         "WHERE id = (SELECT conversation_id FROM messages WHERE id = ?)", clock_(), id);
  });
}

Result<void> ConversationStore::set_tokens(MessageId id, std::span<const std::int32_t> tokens,
                                           std::string_view tokenizer_fingerprint) {
  const auto update = database_.run("UPDATE messages SET tokens = ?, tokenizer_fingerprint = ? WHERE id = ?",
                                    std::as_bytes(tokens), tokenizer_fingerprint, id);
  return changed_or(database_, update, unknown_message, id);
}

Result<std::int64_t> ConversationStore::recover_interrupted() {
  Result<void> update = database_.run("UPDATE messages SET status = ? WHERE status IN (0, 1)", MessageStatus::Interrupted);
  if (!update) return update.error();
  return database_.changes();
}

}  // namespace eddy
