#include "app/chat/block_words.h"

#include <QTextDocument>

namespace eddy {

BlockWords::BlockWords(QObject* parent) : BlockHighlights(parent) {
  connect(this, &BlockHighlights::placeChanged, this, [this] { m_words.setRow(block()); });
  connect(&m_words, &FollowedBlock::changed, this, &BlockWords::write);
  connect(this, &BlockWords::paragraphChanged, this, &BlockWords::write);
}

void BlockWords::setBlocks(MessageBlocksModel* blocks) {
  if (blocks == m_words.blocks()) return;
  m_words.setBlocks(blocks);
  emit blocksChanged();
}

void BlockWords::setSheet(const QString& sheet) {
  if (sheet == m_sheet) return;
  m_sheet = sheet;
  write();
  emit sheetChanged();
}

void BlockWords::documentReady() { write(); }

void BlockWords::write() {
  if (!text() || !m_words.blocks() || m_words.row() < 0) return;
  const auto words = m_words.text();
  text()->setDefaultStyleSheet(m_sheet);
  text()->setHtml(m_paragraph ? QStringLiteral("<p>") + words + QStringLiteral("</p>") : words);
}

}  // namespace eddy
