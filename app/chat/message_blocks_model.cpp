#include "app/chat/message_blocks_model.h"

#include <algorithm>

namespace eddy {

MessageBlocksModel::MessageBlocksModel(QObject* parent) : QAbstractListModel(parent) {}

int MessageBlocksModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant MessageBlocksModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& block = m_blocks[static_cast<std::size_t>(index.row())];
  switch (role) {
    case TypeRole: return static_cast<int>(block.type);
    case Qt::DisplayRole:
    case TextRole: return block.text;
    case LanguageRole: return block.language;
    case LevelRole: return block.level;
    default: return {};
  }
}

QHash<int, QByteArray> MessageBlocksModel::roleNames() const {
  return {{TypeRole, "type"}, {TextRole, "text"}, {LanguageRole, "language"}, {LevelRole, "level"}};
}

void MessageBlocksModel::setText(const QString& text) {
  m_source = text.toUtf8();
  m_settled = 0;
  m_settledRows = 0;
  reparse();
}

void MessageBlocksModel::append(const QString& text) {
  m_source += text.toUtf8();
  reparse();
}

void MessageBlocksModel::reparse() {
  const auto tail = QByteArrayView(m_source).sliced(m_settled);
  const auto settled = settledLength(tail);
  if (settled > 0) {
    auto blocks = parseMarkdown(tail.first(settled));
    const int rows = static_cast<int>(blocks.size());
    auto rest = parseMarkdown(tail.sliced(settled));
    std::move(rest.begin(), rest.end(), std::back_inserter(blocks));
    replaceTail(m_settledRows, std::move(blocks));
    m_settled += settled;
    m_settledRows += rows;
    return;
  }
  replaceTail(m_settledRows, parseMarkdown(tail));
}

void MessageBlocksModel::replaceTail(int firstRow, std::vector<MarkdownBlock> blocks) {
  const int before = count();
  const int after = firstRow + static_cast<int>(blocks.size());
  int row = firstRow;
  for (; row < std::min(before, after); ++row) {
    auto& now = m_blocks[static_cast<std::size_t>(row)];
    auto& next = blocks[static_cast<std::size_t>(row - firstRow)];
    if (now.type != next.type) break;  // views choose a row's delegate by type once: what follows are new rows
    if (now == next) continue;
    now = std::move(next);
    emit dataChanged(index(row), index(row));
  }
  if (row < before) {
    beginRemoveRows({}, row, before - 1);
    m_blocks.resize(static_cast<std::size_t>(row));
    endRemoveRows();
  }
  if (row < after) {
    beginInsertRows({}, row, after - 1);
    std::move(blocks.begin() + (row - firstRow), blocks.end(), std::back_inserter(m_blocks));
    endInsertRows();
  }
  if (after != before) emit countChanged();
}

}  // namespace eddy
