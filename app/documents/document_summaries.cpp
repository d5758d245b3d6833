#include "app/documents/document_summaries.h"

#include <QLocale>

#include "app/documents/document_words.h"
#include "app/errors/error_text.h"
#include "app/plain_name.h"

namespace eddy {

DocumentSummaries::DocumentSummaries(InferenceService& inference, StorageService& storage, QObject* parent)
    : QObject(parent), m_inference(inference), m_storage(storage) {}

DocumentSummaries::~DocumentSummaries() = default;

std::vector<DocumentId> DocumentSummaries::ids() const {
  std::vector<DocumentId> all;
  for (const auto& document : m_documents) all.push_back(document.id);
  return all;
}

void DocumentSummaries::show(std::vector<Document> documents) {
  std::vector<DocumentId> before = ids();
  m_documents = std::move(documents);
  if (before == ids()) {
    if (!isBusy()) refresh();
    return;
  }
  ++m_round;
  m_runner.reset();
  m_columns.clear();
  m_error.clear();
  m_style = -1;
  emit changed();
  refresh();
}

/// Notes count as a style of their own.
Result<DocumentSummaries::Column> DocumentSummaries::readColumn(Stores& stores, DocumentId id, const std::string& model, int style) {
  Column column;
  if (style == Notes) {
    auto notes = stores.documents.notes(id, model);
    if (!notes) return notes.error();
    for (const auto& note : *notes) column.points.push_back({note.first_passage, note.last_passage, {}, note.text});
  } else {
    auto points = stores.documents.summary(id, model, static_cast<SummaryStyle>(style));
    if (!points) return points.error();
    if (*points) column.points = **std::move(points);
  }
  for (const auto& point : column.points) {
    for (const auto passage : {point.first_passage, point.last_passage}) {
      const auto found = stores.documents.passages(id, passage, 1);
      const bool there = found && !found->empty();
      column.places.push_back(there ? PassageOutline{found->front().passage.page, 0, found->front().passage.heading} : PassageOutline{});
    }
  }
  return column;
}

Result<DocumentSummaries::Kept> DocumentSummaries::readKept(Stores& stores, const std::vector<DocumentId>& ids,
                                                            const std::string& model, int style) {
  for (const int one : {style, int(Bullets), int(Chapters), int(Paragraph), int(Line), int(Notes)}) {
    if (one < 0) continue;
    Kept kept{one, {}};
    bool any = false;
    for (const auto id : ids) {
      auto column = readColumn(stores, id, model, one);
      if (!column) return column.error();
      any = any || !column->points.empty();
      kept.columns.push_back(*std::move(column));
    }
    if (any) return kept;
  }
  return Kept{-1, {}};
}

void DocumentSummaries::refresh() {
  if (m_documents.empty() || !m_inference.isReady()) return;
  auto work = [ids = ids(), model = m_inference.fingerprint(), style = m_style](Stores& stores) { return readKept(stores, ids, model, style); };
  m_storage.submit(this, std::move(work), [this, round = m_round](const Result<Kept>& kept) {
    if (!kept || round != m_round || isBusy()) return;
    m_columns.clear();
    m_style = kept->style;
    for (std::size_t i = 0; i < kept->columns.size(); ++i) m_columns += columnOf(i, kept->columns[i]);
    emit changed();
  });
}

QVariantMap DocumentSummaries::columnOf(std::size_t document, const Column& column) const {
  const auto id = static_cast<qint64>(m_documents[document].id);
  QVariantList points;
  for (std::size_t i = 0; i < column.points.size(); ++i) {
    const auto& point = column.points[i];
    points += QVariantMap{{"text", QString::fromStdString(point.text)},
                          {"heading", QString::fromStdString(point.heading)},
                          {"place", rangeText(column.places[2 * i], column.places[2 * i + 1], point.first_passage)},
                          {"document", id},
                          {"first", static_cast<int>(point.first_passage)},
                          {"last", static_cast<int>(point.last_passage)}};
  }
  return {{"document", id}, {"name", plainName(QString::fromStdString(m_documents[document].name))}, {"points", points}};
}

void DocumentSummaries::make(int style) {
  if (style < Line || style > Notes || m_documents.empty() || !m_inference.isReady() || isBusy()) return;
  m_style = style;
  m_error.clear();
  m_columns.clear();
  for (std::size_t i = 0; i < m_documents.size(); ++i) m_columns += columnOf(i, {});
  m_document = 0;
  next();
}

void DocumentSummaries::next() {
  const auto style = m_style == Notes ? std::nullopt : std::optional(static_cast<SummaryStyle>(m_style));
  m_runner = std::make_unique<SummaryRunner>(m_inference, m_storage, m_documents[m_document].id, style);
  connect(m_runner.get(), &SummaryRunner::progressed, this, &DocumentSummaries::showNotes);
  connect(m_runner.get(), &SummaryRunner::ended, this, &DocumentSummaries::end);
  m_runner->start();
  emit changed();
}

/// What is there while the summary is made.
void DocumentSummaries::showNotes() {
  Column column;
  for (const auto& note : m_runner->notes()) {
    if (note.text.empty()) continue;
    column.points.push_back({note.first_passage, note.last_passage, {}, note.text});
    for (const auto passage : {note.first_passage, note.last_passage}) column.places.push_back(m_runner->outline()[static_cast<std::size_t>(passage)]);
  }
  m_columns[static_cast<qsizetype>(m_document)] = columnOf(m_document, column);
  emit changed();
}

void DocumentSummaries::cancel() {
  if (m_runner) m_runner->cancel();
}

void DocumentSummaries::end() {
  const auto error = m_runner->error();
  const bool cancelled = m_runner->isCancelled();
  m_runner.release()->deleteLater();
  if (error) m_error = describe(error->code).title;
  if (!error && !cancelled && ++m_document < m_documents.size()) return next();
  emit changed();
  refresh();
}

QString DocumentSummaries::text() const {
  if (!m_runner) return m_error;
  if (m_runner->notesInAll() == 0) return tr("Preparing the summary\u2026");
  const auto done = tr("Making notes: %1 of %2").arg(QLocale().toString(m_runner->notesDone()), QLocale().toString(m_runner->notesInAll()));
  return m_documents.size() == 1 ? done : tr("%1: %2").arg(plainName(QString::fromStdString(m_documents[m_document].name)), done);
}

}  // namespace eddy
