// What models have read of documents: readings, where their saved states stand, and the places kept on the way.
#include <algorithm>
#include <charconv>

#include "app/storage/document_rows.h"
#include "app/storage/document_store.h"

namespace eddy {
using namespace document_rows;
namespace {

constexpr int kMarksKept = 4;

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

constexpr const char* kPlaceColumns = "id, reading_id, page, steps, tokens, token_hash";

ReadingPlace place_from(const Rows& rows) {
  return {.id = PlaceId{rows.integer(0)},
          .reading = ReadingId{rows.integer(1)},
          .page = static_cast<std::int32_t>(rows.integer(2)),
          .mark = {rows.integer(3), rows.integer(4), static_cast<std::uint64_t>(rows.integer(5))}};
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
                              model_fingerprint, model_name, list_text(documents), ReadingStatus::UnderWay, steps, milliseconds_now());
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
  std::int32_t before = 0; // pages of those in front of it
  const bool alone = whole->documents.size() == 1;
  for (const auto one : whole->documents) {
    auto facts = document(one);
    if (!facts) return facts.error();
    const std::int64_t end = begin + facts->passages + 2;
    const std::int32_t pages = pages_counted(*facts, alone);
    if (first == begin && bytes < most_bytes) {
      steps.push_back({ReadingStep::Kind::Open, alone ? std::string() : facts->name, 0});
      ++first;
    }
    while (first < end - 1 && first > begin && bytes < most_bytes) {
      auto part = passages(one, first - begin - 1, 32);
      if (!part) return part.error();
      if (part->empty()) return missing("passage", first - begin - 1);
      for (const auto& stored : *part) {
        if (bytes >= most_bytes) break;
        bytes += static_cast<std::int64_t>(stored.passage.text.size());
        const std::int32_t page = pages > 0 ? before + std::clamp(stored.passage.page, 1, pages) : 0;
        steps.push_back({ReadingStep::Kind::Passage, stored.passage.text, page});
        ++first;
      }
    }
    if (first == end - 1 && bytes < most_bytes) {
      steps.push_back({ReadingStep::Kind::Close, {}, pages > 0 ? before + pages + 1 : 0});
      ++first;
    }
    begin = end;
    before += pages;
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

Result<void> DocumentStore::stop_reading(ReadingId id) {
  if (!database_) return closed();
  return in_transaction(*database_, [&]() -> Result<void> {
    for (const char* const what : {"DELETE FROM reading_marks WHERE reading_id = ?", "DELETE FROM reading_places WHERE reading_id = ?"}) {
      if (auto gone = database_->run(what, id); !gone) return gone;
    }
    return database_->run("UPDATE readings SET status = ?, seconds = 0 WHERE id = ?", ReadingStatus::Stopped, id);
  });
}

// Places

Result<PlaceId> DocumentStore::add_place(ReadingId id, std::int32_t page, const ReadingMark& mark) {
  if (!database_) return closed();
  return in_transaction(*database_, [&]() -> Result<PlaceId> {
    auto added = database_->run("INSERT INTO reading_places(reading_id, page, steps, tokens, token_hash) VALUES (?, ?, ?, ?, ?) "
                                "ON CONFLICT(reading_id, page) DO UPDATE SET steps = excluded.steps, tokens = excluded.tokens, "
                                "token_hash = excluded.token_hash",
                                id, page, mark.steps, mark.tokens, mark.token_hash);
    if (!added) return added.error();
    auto row = database_->integer("SELECT id FROM reading_places WHERE reading_id = ? AND page = ?", id, page);
    if (!row) return row.error();
    return PlaceId{row->value_or(0)};
  });
}

Result<std::vector<ReadingPlace>> DocumentStore::places(ReadingId id) const {
  if (!database_) return std::vector<ReadingPlace>();
  return all_rows(database_->query(std::string("SELECT ") + kPlaceColumns + " FROM reading_places WHERE reading_id = ? ORDER BY page", id),
                  place_from);
}

Result<ReadingPlace> DocumentStore::place(PlaceId id) const {
  if (!database_) return closed();
  auto row = one_row(database_->query(std::string("SELECT ") + kPlaceColumns + " FROM reading_places WHERE id = ?", id), place_from);
  if (!row) return row.error();
  if (!*row) return missing("kept place", static_cast<std::int64_t>(id));
  return **row;
}

}  // namespace eddy
