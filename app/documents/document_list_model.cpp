#include "app/documents/document_list_model.h"

#include "app/documents/document_words.h"

namespace eddy {

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
