#include "app/settings/state_usage_model.h"

#include <QLocale>

namespace eddy {

int StateUsageModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant StateUsageModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& row = m_rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case ConversationRole: return row.conversation;
    case Qt::DisplayRole:
    case TitleRole: return row.title;
    case BytesRole: return row.bytes;
    case SizeTextRole: return QLocale().formattedDataSize(static_cast<qint64>(row.bytes), 1, QLocale::DataSizeTraditionalFormat);
    case SnapshotsRole: return row.snapshots;
    case KeptRole: return row.kept;
    case ShareRole: return m_rows.front().bytes > 0 ? row.bytes / m_rows.front().bytes : 0;
    default: return {};
  }
}

QHash<int, QByteArray> StateUsageModel::roleNames() const {
  return {{ConversationRole, "conversation"}, {TitleRole, "title"}, {BytesRole, "bytes"}, {SizeTextRole, "sizeText"},
          {SnapshotsRole, "snapshots"},       {KeptRole, "kept"},   {ShareRole, "share"}};
}

void StateUsageModel::show(std::vector<StateUsageRow> rows) {
  const bool other = rows.size() != m_rows.size();
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
  if (other) emit countChanged();
}

}  // namespace eddy
