#include "app/chat/conversation_list_model.h"

#include <algorithm>

namespace eddy {

ConversationListModel::ConversationListModel(QObject* parent) : QAbstractListModel(parent) {}

int ConversationListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant ConversationListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& row = m_rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case ConversationIdRole: return row.id;
    case Qt::DisplayRole:
    case TitleRole: return row.title;
    case PreviewRole: return row.preview;
    case UpdatedAtRole: return row.updatedAt;
    case IsCurrentRole: return row.id == m_currentId;
    case IsGeneratingRole: return row.id == m_generatingId;
    default: return {};
  }
}

QHash<int, QByteArray> ConversationListModel::roleNames() const {
  return {{ConversationIdRole, "conversationId"}, {TitleRole, "title"},         {PreviewRole, "preview"},
          {UpdatedAtRole, "updatedAt"},           {IsCurrentRole, "isCurrent"}, {IsGeneratingRole, "isGenerating"}};
}

QString ConversationListModel::undoText() const {
  return m_removed ? tr("\u201c%1\u201d was deleted").arg(m_removed->title) : QString();
}

void ConversationListModel::create() {
  beginInsertRows({}, 0, 0);
  m_rows.insert(m_rows.begin(), {m_nextId, tr("New chat"), {}, QDateTime::currentDateTime()});
  endInsertRows();
  emit countChanged();
  select(m_nextId++);
}

void ConversationListModel::select(qint64 id) {
  if (id == m_currentId) return;
  const int before = rowOf(m_currentId);
  m_currentId = id;
  for (const int row : {before, rowOf(id)}) {
    if (row >= 0) emit dataChanged(index(row), index(row), {IsCurrentRole});
  }
  emit currentIdChanged();
}

void ConversationListModel::rename(qint64 id, const QString& title) {
  const int row = rowOf(id);
  if (row < 0 || title.trimmed().isEmpty()) return;
  m_rows[static_cast<std::size_t>(row)].title = title.trimmed();
  emit dataChanged(index(row), index(row), {TitleRole, Qt::DisplayRole});
}

void ConversationListModel::remove(qint64 id) {
  const int row = rowOf(id);
  if (row < 0) return;
  beginRemoveRows({}, row, row);
  m_removed = m_rows[static_cast<std::size_t>(row)];
  m_rows.erase(m_rows.begin() + row);
  endRemoveRows();
  emit countChanged();
  emit undoChanged();
  if (id == m_currentId) select(m_rows.empty() ? 0 : m_rows[static_cast<std::size_t>(std::min(row, count() - 1))].id);
}

void ConversationListModel::undoRemove() {
  if (!m_removed) return;
  beginInsertRows({}, 0, 0);
  m_rows.insert(m_rows.begin(), *m_removed);
  m_removed.reset();
  endInsertRows();
  emit countChanged();
  emit undoChanged();
}

void ConversationListModel::dismissUndo() {
  m_removed.reset();
  emit undoChanged();
}

void ConversationListModel::setGenerating(qint64 id) {
  const int before = rowOf(m_generatingId);
  m_generatingId = id;
  for (const int row : {before, rowOf(id)}) {
    if (row >= 0) emit dataChanged(index(row), index(row), {IsGeneratingRole});
  }
}

void ConversationListModel::setRows(std::vector<ConversationRow> rows) {
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
  emit countChanged();
}

const ConversationRow* ConversationListModel::find(qint64 id) const {
  const int row = rowOf(id);
  return row < 0 ? nullptr : &m_rows[static_cast<std::size_t>(row)];
}

int ConversationListModel::rowOf(qint64 id) const {
  const auto it = std::find_if(m_rows.begin(), m_rows.end(), [id](const auto& row) { return row.id == id; });
  return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

}  // namespace eddy
