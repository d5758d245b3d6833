#include "app/documents/document_list_model.h"

#include <algorithm>

#include "app/documents/document_words.h"
#include "app/plain_name.h"

namespace eddy {
namespace {

DocumentRow rowOf(Stores& stores, const Document& document, const std::vector<Reading>& readings) {
  DocumentRow row{.id = static_cast<qint64>(document.id),
                  .name = plainName(QString::fromStdString(document.name)),
                  .title = QString::fromStdString(document.facts.title),
                  .facts = factsText(document),
                  .notice = QString::fromStdString(document.facts.notice),
                  .addedAt = QDateTime::fromMSecsSinceEpoch(document.added_at)};
  QStringList readers;
  for (const auto& reading : readings) {
    if (std::ranges::find(reading.documents, document.id) == reading.documents.end()) continue;
    if (reading.status == ReadingStatus::Complete) readers += QString::fromStdString(reading.model_name);
    const MessageId state[] = {state_of(reading.id)};
    const auto kept = stores.snapshots.nearest(state, reading.model_fingerprint);
    if (kept && *kept) row.stateBytes += static_cast<double>((*kept)->bytes);
  }
  readers.removeDuplicates();
  row.readBy = readers.join(QStringLiteral(", "));
  return row;
}

}  // namespace

Result<std::vector<DocumentRow>> readLibrary(Stores& stores) {
  const auto list = stores.documents.list();
  if (!list) return list.error();
  const auto readings = stores.documents.readings();
  if (!readings) return readings.error();
  std::vector<DocumentRow> rows;
  for (const auto& document : *list) rows.push_back(rowOf(stores, document, *readings));
  return rows;
}

int DocumentListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant DocumentListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& row = m_rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case DocumentIdRole: return row.id;
    case Qt::DisplayRole:
    case NameRole: return row.name;
    case TitleRole: return row.title;
    case FactsRole: return row.facts;
    case ReadByRole: return row.readBy;
    case NoticeRole: return row.notice;
    case AddedAtRole: return row.addedAt;
    case StateTextRole: return row.stateBytes > 0 ? sizeText(static_cast<std::int64_t>(row.stateBytes)) : QString();
    default: return {};
  }
}

QHash<int, QByteArray> DocumentListModel::roleNames() const {
  return {{DocumentIdRole, "documentId"}, {NameRole, "name"},     {TitleRole, "title"},     {FactsRole, "facts"},
          {ReadByRole, "readBy"},         {NoticeRole, "notice"}, {AddedAtRole, "addedAt"}, {StateTextRole, "stateText"}};
}

void DocumentListModel::show(std::vector<DocumentRow> rows) {
  if (rows == m_rows) return;
  const int before = count();
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
  if (before != count()) emit countChanged();
}

}  // namespace eddy
