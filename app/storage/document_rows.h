// What the parts of DocumentStore share: rows of documents.db as structs.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/storage/documents.h"
#include "app/storage/sqlite.h"

namespace eddy::document_rows {

inline std::int64_t milliseconds_now() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

inline Error missing(const char* what, std::int64_t id) {
  return {ErrorCode::InvalidArgument, std::string("[documents] there is no ") + what + " " + std::to_string(id), {}};
}

inline Error closed() {
  return {ErrorCode::FileUnreadable, "[documents] the library of documents cannot be opened. See the log for why", {}};
}

constexpr const char* kPassageColumns = "p.id, p.document_id, p.ordinal, p.page, p.kind, p.heading, p.text";

inline StoredPassage passage_from(const Rows& rows) {
  return {.id = PassageId{rows.integer(0)},
          .document = DocumentId{rows.integer(1)},
          .ordinal = rows.integer(2),
          .passage = {.page = static_cast<std::int32_t>(rows.integer(3)),
                      .heading = rows.text(5),
                      .kind = static_cast<PassageKind>(rows.integer(4)),
                      .text = rows.text(6)}};
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

}  // namespace eddy::document_rows
