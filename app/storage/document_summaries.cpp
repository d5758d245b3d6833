// What models noted about documents, and the summaries made of the notes.
#include <algorithm>

#include "app/storage/document_rows.h"
#include "app/storage/document_store.h"

namespace eddy {
using namespace document_rows;
namespace {

std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  std::ranges::replace(text, '\t', ' ');
  return text;
}

}  // namespace

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
                        id, model_fingerprint, style, milliseconds_now(), text);
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
