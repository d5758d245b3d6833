// Opening documents.db; documents and their passages. Readings, questions and summaries have files of their own.
#include "app/storage/document_store.h"

#include <algorithm>

#include "app/storage/document_rows.h"
#include "app/storage/document_search.h"
#include "app/storage/files.h"
#include "app/storage/migrations.h"
#include "app/storage/set_aside.h"

namespace eddy {
using namespace document_rows;
namespace fs = std::filesystem;
namespace {

constexpr const char* kFile = "documents.db";

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

}  // namespace

// Opening

Result<std::unique_ptr<Database>> DocumentStore::open_file(const fs::path& file, std::string_view uuid, int busy_timeout_ms, const KeyPointer& key) {
  auto database = Database::open(file, OpenMode::ReadWrite, busy_timeout_ms, {key, KeyUse::Documents});
  if (!database) return database;
  if (auto ours = check_schema(**database, document_schema()); !ours) return ours.error();
  if (auto configured = (*database)->configure(Durability::Normal); !configured) return configured.error();
  // Whole books go through here, once: more than this of them in memory would bring nothing back.
  if (auto small = (*database)->run_script("PRAGMA cache_size = -256"); !small) return small.error();
  if (auto migrated = migrate(**database, document_schema()); !migrated) return migrated.error();
  if (auto owned = check_owner(**database, uuid); !owned) return owned.error();
  return database;
}

DocumentStore::Opened DocumentStore::open(const fs::path& folder, std::string_view database_uuid, int busy_timeout_ms,
                                          const KeyPointer& key) {
  Opened opened{DocumentStore(), std::nullopt};
  auto database = open_file(folder / kFile, database_uuid, busy_timeout_ms, key);
  if (!database && cured_by_new_file(database.error().code)) {
    opened.notice = database.error();
    const auto aside = move_aside(folder / kFile);
    database = aside ? open_file(folder / kFile, database_uuid, busy_timeout_ms, key) : Result<std::unique_ptr<Database>>(aside.error());
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
  auto database = open_file({}, "memory", 0, nullptr);
  if (!database) return database.error();
  DocumentStore store;
  store.database_ = std::move(*database);
  return store;
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
                                content_hash, milliseconds_now(), file_bytes, name, path);
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
  return database_->run("UPDATE documents SET deleted_at = ? WHERE id = ?", milliseconds_now(), id);
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

Result<std::vector<StoredPassage>> DocumentStore::passages(DocumentId id, std::int64_t first, std::int64_t count) const {
  if (!database_) return closed();
  return all_rows(database_->query(std::string("SELECT ") + kPassageColumns +
                                 " FROM passages p WHERE p.document_id = ? AND p.ordinal >= ? ORDER BY p.ordinal LIMIT ?",
                                 id, first, count),
                  passage_from);
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

Result<DocumentExtent> DocumentStore::extent(DocumentId id, std::int64_t passages) const {
  if (!database_) return closed();
  auto row = one_row(database_->query("SELECT coalesce(sum(length(CAST(text AS BLOB))), 0), coalesce(max(page), 0) FROM passages "
                                      "WHERE document_id = ? AND ordinal < ?",
                                      id, passages),
                     [](const Rows& rows) { return DocumentExtent{rows.integer(0), static_cast<std::int32_t>(rows.integer(1))}; });
  if (!row) return row.error();
  return row->value_or(DocumentExtent{});
}

/// Numbers of our own, so they may stand in the text of a query.
Result<std::string> DocumentStore::scope(std::span<const DocumentId> documents, std::int32_t last_page) const {
  if (last_page == 0) return "p.document_id IN (" + list_text(documents) + ")";
  std::string condition = "(0";
  std::int32_t before = 0;
  for (const auto id : documents) {
    const auto one = document(id);
    if (!one) return one.error();
    const std::string number = std::to_string(static_cast<std::int64_t>(id));
    const std::int32_t pages = pages_counted(*one, documents.size() == 1);
    if (last_page >= before + pages) condition += " OR p.document_id = " + number;
    else if (last_page > before) condition += " OR (p.document_id = " + number + " AND p.page <= " + std::to_string(last_page - before) + ")";
    before += pages;
  }
  return condition + ")";
}

Result<std::vector<StoredPassage>> DocumentStore::search(std::span<const DocumentId> documents, std::string_view question,
                                                         int most, std::int32_t last_page) const {
  if (!database_) return closed();
  const std::string expression = match_expression(question);
  if (expression.empty() || documents.empty()) return std::vector<StoredPassage>();
  const auto where = scope(documents, last_page);
  if (!where) return where.error();
  return all_rows(database_->query(std::string("SELECT ") + kPassageColumns +
                                 " FROM passage_words w JOIN passages p ON p.id = w.rowid JOIN documents d ON d.id = p.document_id "
                                 "WHERE passage_words MATCH ?1 AND d.deleted_at IS NULL AND " + *where +
                                 " ORDER BY bm25(passage_words), p.id LIMIT ?2",
                                 expression, most),
                  passage_from);
}

}  // namespace eddy
