#include "app/chat/followed_block.h"

namespace eddy {

void FollowedBlock::setBlocks(MessageBlocksModel* blocks) {
  if (blocks == m_blocks) return;
  if (m_blocks) m_blocks->disconnect(this);
  m_blocks = blocks;
  if (blocks) {
    connect(blocks, &MessageBlocksModel::dataChanged, this, [this](const QModelIndex& from, const QModelIndex& to) {
      if (from.row() <= m_row && m_row <= to.row()) emit changed();
    });
    connect(blocks, &MessageBlocksModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
      if (first <= m_row && m_row <= last) emit changed();
    });
  }
  emit changed();
}

void FollowedBlock::setRow(int row) {
  if (row == m_row) return;
  m_row = row;
  emit changed();
}

QString FollowedBlock::text() const {
  if (!m_blocks || m_row < 0 || m_row >= m_blocks->count()) return {};
  return m_blocks->blocks()[static_cast<std::size_t>(m_row)].text;
}

}  // namespace eddy
