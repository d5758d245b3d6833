#include "app/storage/document_store.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "app/storage/document_search.h"
#include "app/storage/files.h"
#include "app/storage/migrations.h"
#include "app/storage/set_aside.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

constexpr const char* kFile = "documents.db";
constexpr int kMarksKept = 4;

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

Error missing(const char* what, std::int64_t id) {
  return {ErrorCode::InvalidArgument, std::string("[documents] there is no ") + what + " " + std::to_string(id), {}};
}

Result<void> check_owner(Database& database, std::string_view uuid) {
  Rows rows = database.query("SELECT database_uuid FROM owner");
  const bool owned = rows.next();
  const std::string owner = owned ? rows.text(0) : std::string();
  if (rows.failed()) return rows.error();
  while (rows.next()) {}
  if (owner == uuid) return {};
  // Message and conversation numbers of another eddy.db mean nothing here; the documents stay.
  return in_transaction(database, [&]() -> Result<void> {
    for (const char* sql : {"DELETE FROM conversations", "DELETE FROM question_passages", "DELETE FROM questions", "DELETE FROM owner"}) {
      if (auto done = database.run(sql); !done) return done;
    }
    return database.run("INSERT INTO owner(database_uuid) VALUES (?)", uuid);
  });
}

constexpr const char* kDocumentColumns =
    "id, content_hash, added_at, file_bytes, text_bytes, passages, name, path, format, title, pages, notice";

Document document_from(const Rows& rows) {
  return {.id = DocumentId{rows.integer(0)},
          .content_hash = rows.text(1),
          .added_at = rows.integer(2),
          .file_bytes = rows.integer(3),
          .text_bytes = rows.integer(4),
          .passages = rows.integer(5),
          .name = rows.text(6),
          .path = rows.text(7),
          .facts = {.format = rows.text(8), .title = rows.text(9), .pages = static_cast<std::int32_t>(rows.integer(10)), .notice = rows.text(11)}};
}

constexpr const char* kPassageColumns = "p.id, p.document_id, p.ordinal, p.page, p.kind, p.heading, p.text";

StoredPassage passage_from(const Rows& rows) {
  return {.id = PassageId{rows.integer(0)},
          .document = DocumentId{rows.integer(1)},
          .ordinal = rows.integer(2),
          .passage = {.page = static_cast<std::int32_t>(rows.integer(3)),
                      .heading = rows.text(5),
                      .kind = static_cast<PassageKind>(rows.integer(4)),
                      .text = rows.text(6)}};
}

constexpr const char* kReadingColumns = "id, model_fingerprint, model_name, document_list, status, steps, seconds";

Reading reading_from(const Rows& rows) {
  return {.id = ReadingId{rows.integer(0)},
          .model_fingerprint = rows.text(1),
          .model_name = rows.text(2),
          .documents = documents_in(rows.text(3)),
          .status = static_cast<ReadingStatus>(rows.integer(4)),
          .steps = rows.integer(5),
          .seconds = rows.real(6)};
}

ReadingMark mark_from(const Rows& rows) {
  return {rows.integer(0), rows.integer(1), static_cast<std::uint64_t>(rows.integer(2))};
}

/// The one row of a query, or nothing.
template <class From>
auto one_row(Rows rows, From from) -> Result<std::optional<decltype(from(rows))>> {
  using Row = decltype(from(rows));
  std::optional<Row> row;
  if (rows.next()) row = from(rows);
  while (rows.next()) {}
  if (rows.failed()) return rows.error();
  return row;
}

template <class From>
auto all_rows(Rows rows, From from) -> Result<std::vector<decltype(from(rows))>> {
  std::vector<decltype(from(rows))> all;
  while (rows.next()) all.push_back(from(rows));
  if (rows.failed()) return rows.error();
  return all;
}

std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  std::ranges::replace(text, '\t', ' ');
  return text;
}

}  // namespace

std::string list_text(std::span<const DocumentId> documents) {
  std::string text;
  for (const auto id : documents) text += (text.empty() ? "" : ",") + std::to_string(static_cast<std::int64_t>(id));
  return text;
}

std::vector<DocumentId> documents_in(std::string_view list) {
  std::vector<DocumentId> documents;
  while (!list.empty()) {
    const auto end = std::min(list.find(','), list.size());
    std::int64_t id = 0;
    std::from_chars(list.data(), list.data() + end, id);
    documents.push_back(DocumentId{id});
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return documents;
}

// Opening

Result<std::unique_ptr<Database>> DocumentStore::open_file(const fs::path& file, std::string_view uuid, int busy_timeout_ms) {
  auto database = Database::open(file, OpenMode::ReadWrite, busy_timeout_ms);
  if (!database) return database;
  if (auto ours = check_schema(**database, document_schema()); !ours) return ours.error();
  if (auto configured = (*database)->configure(Durability::Normal); !configured) return configured.error();
  if (auto migrated = migrate(**database, document_schema()); !migrated) return migrated.error();
  if (auto owned = check_owner(**database, uuid); !owned) return owned.error();
  return database;
}

DocumentStore::Opened DocumentStore::open(const fs::path& folder, std::string_view database_uuid, int busy_timeout_ms) {
  Opened opened{DocumentStore(), std::nullopt};
  auto database = open_file(folder / kFile, database_uuid, busy_timeout_ms);
  if (!database && cured_by_new_file(database.error().code)) {
    opened.notice = database.error();
    const auto aside = move_aside(folder / kFile);
    database = aside ? open_file(folder / kFile, database_uuid, busy_timeout_ms) : Result<std::unique_ptr<Database>>(aside.error());
    if (database) {
      opened.notice->message = "[documents] the library of documents could not be used and was begun anew; drop the files again. "
                               "The old one is " + path_text(*aside);
    }
  }
  if (!database) {
    opened.notice = database.error();
    return opened;
  }
  opened.store.database_ = std::move(*database);
  return opened;
}

Result<DocumentStore> DocumentStore::in_memory() {
  auto database = open_file({}, "memory", 0);
  if (!database) return database.error();
  DocumentStore store;
  store.database_ = std::move(*database);
  return store;
}

Error DocumentStore::closed() {
  return {ErrorCode::FileUnreadable, "[documents] the library of documents cannot be opened. See the log for why", {}};
}

// Documents

Result<DocumentId> DocumentStore::begin_document(std::string_view content_hash, std::string_view name, std::string_view path,
                                                 std::int64_t file_bytes) {
  if (!database_) return closed();
  return in_transaction(*database_, [&]() -> Result<DocumentId> {
    auto old = database_->integer("SELECT id FROM documents WHERE content_hash = ?", content_hash);
    if (!old) return old.error();
    std::vector<ReadingId> gone;
    if (*old) {
      if (auto erased = erase_document(DocumentId{**old}, gone); !erased) return erased.error();
    }
    auto added = database_->run("INSERT INTO documents(content_hash, added_at, file_bytes, name, path) VALUES (?, ?, ?, ?, ?)",
                                content_hash, now(), file_bytes, name, path);
    if (!added) return added.error();
    return DocumentId{database_->last_insert_id()};
  });
}

Result<void> DocumentStore::append_passages(DocumentId id, std::span<const Passage> passages) {
  if (!database_) return closed();
  return in_transaction(*database_, [&]() -> Result<void> {
    auto next = database_->integer("SELECT passages FROM documents WHERE id = ?", id);
    if (!next) return next.error();
    if (!*next) return missing("document", static_cast<std::int64_t>(id));
    std::int64_t ordinal = **next;
    std::int64_t bytes = 0;
    for (const auto& passage : passages) {
      auto added = database_->run("INSERT INTO passages(document_id, ordinal, page, kind, heading, text) VALUES (?, ?, ?, ?, ?, ?)",
                                  id, ordinal++, passage.page, passage.kind, passage.heading, passage.text);
      if (!added) return added;
      const auto row = database_->last_insert_id();
      if (auto indexed = database_->run("INSERT INTO passage_words(rowid, words) VALUES (?, ?)", row, index_words(passage.text)); !indexed)
        return indexed;
      bytes += static_cast<std::int64_t>(passage.text.size());
    }
    return database_->run("UPDATE documents SET passages = ?, text_bytes = text_bytes + ? WHERE id = ?", ordinal, bytes, id);
  });
}

Result<void> DocumentStore::finish_document(DocumentId id, const DocumentFacts& facts) {
  if (!database_) return closed();
  return database_->run("UPDATE documents SET complete = 1, format = ?, title = ?, pages = ?, notice = ? WHERE id = ?",
                        facts.format, facts.title, facts.pages, facts.notice, id);
}

/// Inside a transaction. The index has no copy of the text, so it wants the old words back to forget them.
Result<void> DocumentStore::erase_document(DocumentId id, std::vector<ReadingId>& gone) {
  Rows rows = database_->query("SELECT id, text FROM passages WHERE document_id = ?", id);
  while (rows.next()) {
    auto forgotten = database_->run("INSERT INTO passage_words(passage_words, rowid, words) VALUES ('delete', ?, ?)",
                                    rows.integer(0), index_words(rows.text(1)));
    if (!forgotten) return forgotten;
  }
  if (rows.failed()) return rows.error();
  auto all = readings();
  if (!all) return all.error();
  for (const auto& reading : *all) {
    if (std::ranges::find(reading.documents, id) == reading.documents.end()) continue;
    gone.push_back(reading.id);
    if (auto deleted = database_->run("DELETE FROM readings WHERE id = ?", reading.id); !deleted) return deleted;
  }
  return database_->run("DELETE FROM documents WHERE id = ?", id);
}

Result<void> DocumentStore::discard(DocumentId id) {
  if (!database_) return closed();
  std::vector<ReadingId> gone;
  return in_transaction(*database_, [&] { return erase_document(id, gone); });
}

Result<void> DocumentStore::discard_unfinished() {
  if (!database_) return closed();
  std::vector<ReadingId> gone;
  return in_transaction(*database_, [&]() -> Result<void> {
    auto doomed = all_rows(database_->query("SELECT id FROM documents WHERE complete = 0"),
                           [](const Rows& rows) { return DocumentId{rows.integer(0)}; });
    if (!doomed) return doomed.error();
    for (const auto id : *doomed) {
      if (auto erased = erase_document(id, gone); !erased) return erased;
    }
    return {};
  });
}

Result<std::optional<DocumentId>> DocumentStore::find(std::string_view content_hash) {
  if (!database_) return closed();
  auto id = database_->integer("SELECT id FROM documents WHERE content_hash = ? AND complete = 1", content_hash);
  if (!id) return id.error();
  if (!*id) return std::optional<DocumentId>();
  if (auto back = undo_remove(DocumentId{**id}); !back) return back.error();
  return std::optional(DocumentId{**id});
}

Result<Document> DocumentStore::document(DocumentId id) const {
  if (!database_) return closed();
  auto row = one_row(database_->query(std::string("SELECT ") + kDocumentColumns + " FROM documents WHERE id = ?", id), document_from);
  if (!row) return row.error();
  if (!*row) return missing("document", static_cast<std::int64_t>(id));
  return **std::move(row);
}

Result<std::vector<Document>> DocumentStore::list() const {
  if (!database_) return std::vector<Document>();
  return all_rows(database_->query(std::string("SELECT ") + kDocumentColumns +
                                   " FROM documents WHERE complete = 1 AND deleted_at IS NULL ORDER BY added_at DESC, id DESC"),
                  document_from);
}

Result<void> DocumentStore::remove(DocumentId id) {
  if (!database_) return closed();
  return database_->run("UPDATE documents SET deleted_at = ? WHERE id = ?", now(), id);
}

Result<void> DocumentStore::undo_remove(DocumentId id) {
  if (!database_) return closed();
  return database_->run("UPDATE documents SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL", id);
}

Result<std::vector<ReadingId>> DocumentStore::purge_removed() {
  if (!database_) return std::vector<ReadingId>();
  std::vector<ReadingId> gone;
  auto purged = in_transaction(*database_, [&]() -> Result<void> {
    auto doomed = all_rows(database_->query("SELECT id FROM documents WHERE complete = 0 OR deleted_at IS NOT NULL"),
                           [](const Rows& rows) { return DocumentId{rows.integer(0)}; });
    if (!doomed) return doomed.error();
    for (const auto id : *doomed) {
      if (auto erased = erase_document(id, gone); !erased) return erased;
    }
    return {};
  });
  if (!purged) return purged.error();
  return gone;
}

// Passages

Result<std::vector<StoredPassage>> DocumentStore::gather(Rows rows) const { return all_rows(std::move(rows), passage_from); }

Result<std::vector<StoredPassage>> DocumentStore::passages(DocumentId id, std::int64_t first, std::int64_t count) const {
  if (!database_) return closed();
  return gather(database_->query(std::string("SELECT ") + kPassageColumns +
                                 " FROM passages p WHERE p.document_id = ? AND p.ordinal >= ? ORDER BY p.ordinal LIMIT ?",
                                 id, first, count));
}

Result<StoredPassage> DocumentStore::passage(PassageId id) const {
  if (!database_) return closed();
  auto row = one_row(database_->query(std::string("SELECT ") + kPassageColumns + " FROM passages p WHERE p.id = ?", id), passage_from);
  if (!row) return row.error();
  if (!*row) return missing("passage", static_cast<std::int64_t>(id));
  return **std::move(row);
}

Result<std::vector<PassageOutline>> DocumentStore::outline(DocumentId id) const {
  if (!database_) return closed();
  return all_rows(database_->query("SELECT page, length(CAST(text AS BLOB)), heading FROM passages WHERE document_id = ? ORDER BY ordinal", id),
                  [](const Rows& rows) {
                    return PassageOutline{static_cast<std::int32_t>(rows.integer(0)), rows.integer(1), rows.text(2)};
                  });
}

Result<std::vector<StoredPassage>> DocumentStore::search(std::span<const DocumentId> documents, std::string_view question,
                                                         int most) const {
  if (!database_) return closed();
  const std::string expression = match_expression(question);
  if (expression.empty() || documents.empty()) return std::vector<StoredPassage>();
  // Numbers of our own, so they may stand in the text of the query.
  return gather(database_->query(std::string("SELECT ") + kPassageColumns +
                                 " FROM passage_words w JOIN passages p ON p.id = w.rowid JOIN documents d ON d.id = p.document_id "
                                 "WHERE passage_words MATCH ? AND d.deleted_at IS NULL AND p.document_id IN (" +
                                 list_text(documents) + ") ORDER BY bm25(passage_words), p.id LIMIT ?",
                                 expression, most));
}

// Readings

Result<std::optional<Reading>> DocumentStore::find_reading(std::span<const DocumentId> documents,
                                                           std::string_view model_fingerprint) const {
  if (!database_) return std::optional<Reading>();
  return one_row(database_->query(std::string("SELECT ") + kReadingColumns +
                                  " FROM readings WHERE model_fingerprint = ? AND document_list = ?",
                                  model_fingerprint, list_text(documents)),
                 reading_from);
}

Result<Reading> DocumentStore::open_reading(std::span<const DocumentId> documents, std::string_view model_fingerprint,
                                            std::string_view model_name) {
  if (!database_) return closed();
  auto present = find_reading(documents, model_fingerprint);
  if (!present) return present.error();
  if (*present) return **std::move(present);
  std::int64_t steps = 0;
  for (const auto id : documents) {
    auto one = document(id);
    if (!one) return one.error();
    steps += one->passages + 2;
  }
  auto added = database_->run("INSERT INTO readings(model_fingerprint, model_name, document_list, status, steps, created_at) "
                              "VALUES (?, ?, ?, ?, ?, ?)",
                              model_fingerprint, model_name, list_text(documents), ReadingStatus::UnderWay, steps, now());
  if (!added) return added.error();
  return reading(ReadingId{database_->last_insert_id()});
}

Result<Reading> DocumentStore::reading(ReadingId id) const {
  if (!database_) return closed();
  auto row = one_row(database_->query(std::string("SELECT ") + kReadingColumns + " FROM readings WHERE id = ?", id), reading_from);
  if (!row) return row.error();
  if (!*row) return missing("reading", static_cast<std::int64_t>(id));
  return **std::move(row);
}

Result<std::vector<Reading>> DocumentStore::readings() const {
  if (!database_) return std::vector<Reading>();
  return all_rows(database_->query(std::string("SELECT ") + kReadingColumns + " FROM readings ORDER BY id"), reading_from);
}

Result<void> DocumentStore::set_status(ReadingId id, ReadingStatus status) {
  if (!database_) return closed();
  return database_->run("UPDATE readings SET status = ? WHERE id = ?", status, id);
}

Result<std::vector<ReadingStep>> DocumentStore::steps(ReadingId id, std::int64_t first, std::int64_t most_bytes) const {
  auto whole = reading(id);
  if (!whole) return whole.error();
  std::vector<ReadingStep> steps;
  std::int64_t bytes = 0;
  std::int64_t begin = 0;  // of the document looked at
  for (const auto one : whole->documents) {
    auto facts = document(one);
    if (!facts) return facts.error();
    const std::int64_t end = begin + facts->passages + 2;
    if (first == begin && bytes < most_bytes) {
      steps.push_back({ReadingStep::Kind::Open, whole->documents.size() > 1 ? facts->name : std::string(), 0});
      ++first;
    }
    while (first < end - 1 && first > begin && bytes < most_bytes) {
      auto part = passages(one, first - begin - 1, 32);
      if (!part) return part.error();
      if (part->empty()) return missing("passage", first - begin - 1);
      for (const auto& stored : *part) {
        if (bytes >= most_bytes) break;
        bytes += static_cast<std::int64_t>(stored.passage.text.size());
        steps.push_back({ReadingStep::Kind::Passage, stored.passage.text, stored.passage.page});
        ++first;
      }
    }
    if (first == end - 1 && bytes < most_bytes) {
      steps.push_back({ReadingStep::Kind::Close, {}, 0});
      ++first;
    }
    begin = end;
  }
  return steps;
}

Result<void> DocumentStore::add_mark(ReadingId id, const ReadingMark& mark, double seconds_more) {
  if (!database_) return closed();
  return in_transaction(*database_, [&]() -> Result<void> {
    auto added = database_->run("INSERT OR REPLACE INTO reading_marks(reading_id, steps, tokens, token_hash) VALUES (?, ?, ?, ?)",
                                id, mark.steps, mark.tokens, mark.token_hash);
    if (!added) return added;
    auto timed = database_->run("UPDATE readings SET seconds = seconds + ? WHERE id = ?", seconds_more, id);
    if (!timed) return timed;
    return database_->run("DELETE FROM reading_marks WHERE reading_id = ?1 AND steps NOT IN (SELECT steps FROM reading_marks "
                          "WHERE reading_id = ?1 ORDER BY steps DESC LIMIT ?2)",
                          id, kMarksKept);
  });
}

Result<std::optional<ReadingMark>> DocumentStore::find_mark(ReadingId id, std::int64_t tokens, std::uint64_t token_hash) const {
  if (!database_) return std::optional<ReadingMark>();
  return one_row(database_->query("SELECT steps, tokens, token_hash FROM reading_marks WHERE reading_id = ? AND tokens = ? AND token_hash = ?",
                                  id, tokens, token_hash),
                 mark_from);
}

Result<std::optional<ReadingMark>> DocumentStore::last_mark(ReadingId id) const {
  if (!database_) return std::optional<ReadingMark>();
  return one_row(database_->query("SELECT steps, tokens, token_hash FROM reading_marks WHERE reading_id = ? ORDER BY steps DESC LIMIT 1", id),
                 mark_from);
}

Result<void> DocumentStore::delete_reading(ReadingId id) {
  if (!database_) return closed();
  return database_->run("DELETE FROM readings WHERE id = ?", id);
}

// Conversations and questions

Result<void> DocumentStore::link(ConversationId conversation, std::span<const DocumentId> documents, AskMode mode) {
  if (!database_) return closed();
  return database_->run("INSERT OR REPLACE INTO conversations(conversation_id, document_list, mode) VALUES (?, ?, ?)",
                        conversation, list_text(documents), mode);
}

Result<std::optional<ConversationDocuments>> DocumentStore::documents_of(ConversationId conversation) const {
  if (!database_) return std::optional<ConversationDocuments>();
  return one_row(database_->query("SELECT document_list, mode FROM conversations WHERE conversation_id = ?", conversation),
                 [](const Rows& rows) {
                   return ConversationDocuments{documents_in(rows.text(0)), static_cast<AskMode>(rows.integer(1))};
                 });
}

Result<void> DocumentStore::set_mode(ConversationId conversation, AskMode mode) {
  if (!database_) return closed();
  return database_->run("UPDATE conversations SET mode = ? WHERE conversation_id = ?", mode, conversation);
}

Result<void> DocumentStore::set_sources(MessageId question, ConversationId conversation, AskMode mode,
                                        std::span<const PassageId> passages) {
  if (!database_) return closed();
  return in_transaction(*database_, [&]() -> Result<void> {
    if (auto gone = database_->run("DELETE FROM questions WHERE message_id = ?", question); !gone) return gone;
    auto added = database_->run("INSERT INTO questions(message_id, conversation_id, mode) VALUES (?, ?, ?)", question, conversation, mode);
    for (std::size_t i = 0; added && i < passages.size(); ++i) {
      added = database_->run("INSERT INTO question_passages(message_id, place, passage_id) VALUES (?, ?, ?)", question, i, passages[i]);
    }
    return added;
  });
}

Result<std::optional<QuestionSources>> DocumentStore::sources(MessageId question) const {
  if (!database_) return std::optional<QuestionSources>();
  auto mode = database_->integer("SELECT mode FROM questions WHERE message_id = ?", question);
  if (!mode) return mode.error();
  if (!*mode) return std::optional<QuestionSources>();
  auto shown = gather(database_->query(std::string("SELECT ") + kPassageColumns +
                                       " FROM question_passages q JOIN passages p ON p.id = q.passage_id WHERE q.message_id = ? ORDER BY q.place",
                                       question));
  if (!shown) return shown.error();
  return std::optional(QuestionSources{static_cast<AskMode>(**mode), *std::move(shown)});
}

Result<void> DocumentStore::forget(ConversationId conversation) {
  if (!database_) return {};
  return in_transaction(*database_, [&]() -> Result<void> {
    if (auto gone = database_->run("DELETE FROM questions WHERE conversation_id = ?", conversation); !gone) return gone;
    return database_->run("DELETE FROM conversations WHERE conversation_id = ?", conversation);
  });
}

// Notes and summaries

Result<void> DocumentStore::put_note(DocumentId id, std::string_view model_fingerprint, const DocumentNote& note) {
  if (!database_) return closed();
  return database_->run("INSERT OR REPLACE INTO notes(document_id, model_fingerprint, first_passage, last_passage, text) VALUES (?, ?, ?, ?, ?)",
                        id, model_fingerprint, note.first_passage, note.last_passage, note.text);
}

Result<std::vector<DocumentNote>> DocumentStore::notes(DocumentId id, std::string_view model_fingerprint) const {
  if (!database_) return closed();
  return all_rows(database_->query("SELECT first_passage, last_passage, text FROM notes WHERE document_id = ? AND model_fingerprint = ? ORDER BY first_passage",
                                   id, model_fingerprint),
                  [](const Rows& rows) { return DocumentNote{rows.integer(0), rows.integer(1), rows.text(2)}; });
}

Result<void> DocumentStore::put_summary(DocumentId id, std::string_view model_fingerprint, SummaryStyle style,
                                        std::span<const SummaryPoint> points) {
  if (!database_) return closed();
  std::string text;
  for (const auto& point : points) {
    text += std::to_string(point.first_passage) + "\t" + std::to_string(point.last_passage) + "\t" + one_line(point.heading) + "\t" +
            one_line(point.text) + "\n";
  }
  return database_->run("INSERT OR REPLACE INTO summaries(document_id, model_fingerprint, style, made_at, text) VALUES (?, ?, ?, ?, ?)",
                        id, model_fingerprint, style, now(), text);
}

Result<std::optional<std::vector<SummaryPoint>>> DocumentStore::summary(DocumentId id, std::string_view model_fingerprint,
                                                                        SummaryStyle style) const {
  if (!database_) return std::optional<std::vector<SummaryPoint>>();
  return one_row(database_->query("SELECT text FROM summaries WHERE document_id = ? AND model_fingerprint = ? AND style = ?",
                                  id, model_fingerprint, style),
                 [](const Rows& rows) {
                   std::vector<SummaryPoint> points;
                   const std::string text = rows.text(0);
                   std::string_view rest = text;
                   const auto field = [&](char end) {
                     const auto size = std::min(rest.find(end), rest.size());
                     const std::string_view value = rest.substr(0, size);
                     rest.remove_prefix(std::min(size + 1, rest.size()));
                     return std::string(value);
                   };
                   while (!rest.empty()) {
                     const auto number = [&] { return std::strtoll(field('\t').c_str(), nullptr, 10); };
                     SummaryPoint point;
                     point.first_passage = number();
                     point.last_passage = number();
                     point.heading = field('\t');
                     point.text = field('\n');
                     points.push_back(std::move(point));
                   }
                   return points;
                 });
}

}  // namespace eddy
