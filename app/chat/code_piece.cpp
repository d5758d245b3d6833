#include "app/chat/code_piece.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <algorithm>
#include <cmath>

namespace eddy {

void CodePiece::setPieces(CodePieces* pieces) {
  if (pieces == m_pieces) return;
  if (m_pieces) m_pieces->disconnect(this);
  m_pieces = pieces;
  if (pieces) {
    connect(pieces, &CodePieces::pieceChanged, this, [this](int piece) {
      if (piece == m_piece) write();
    });
    connect(pieces, &CodePieces::colored, this, &CodePiece::color);
  }
  write();
  emit pieceChanged();
}

void CodePiece::setPiece(int piece) {
  if (piece == m_piece) return;
  m_piece = piece;
  write();
  emit pieceChanged();
}

void CodePiece::setColors(const QVariantList& colors) {
  if (colors == m_colors) return;
  m_colors = colors;
  if (hasPainter()) painter().rehighlight();
  emit colorsSet();
}

void CodePiece::documentReady() {
  text()->setUndoRedoEnabled(false);
  m_written.clear();
  write();
}

/// Only what is new at the end, so that the lines before it keep their layout.
void CodePiece::write() {
  if (!isThere()) return;
  const auto now = m_pieces->textOf(m_piece);
  const auto shared = std::mismatch(m_written.cbegin(), m_written.cend(), now.cbegin(), now.cend()).first - m_written.cbegin();
  QTextCursor cursor(text());
  cursor.setPosition(static_cast<int>(shared));
  cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
  cursor.insertText(now.sliced(shared));
  m_written = now;
  measure();
  if (!hasPainter() && m_pieces->runs(m_pieces->firstLine(m_piece))) painter();  // colours come with the next turn of the event loop
}

void CodePiece::measure() {
  const double width = std::ceil(text()->idealWidth() / kWidthStep) * kWidthStep;
  if (width == m_wordsWidth) return;
  m_wordsWidth = width;
  emit wordsWidthChanged();
}

/// As one change of the document: its view measures it anew once, not once for each line.
void CodePiece::color(int firstLine, int endLine) {
  if (!isThere()) return;
  const int own = m_pieces->firstLine(m_piece);
  const int first = std::max(firstLine, own), end = std::min(endLine, m_pieces->endLine(m_piece));
  if (first >= end) return;
  if (!hasPainter()) {
    painter();
    return;
  }
  QTextCursor slice(text());
  slice.beginEditBlock();
  auto line = text()->findBlockByNumber(first - own);
  for (int i = first; i < end && line.isValid(); ++i, line = line.next()) painter().rehighlightBlock(line);
  slice.endEditBlock();
}

void CodePiece::paint(Painter& painter, const QString& words) {
  if (!isThere()) return;
  if (const auto* runs = m_pieces->runs(m_pieces->firstLine(m_piece) + painter.line())) {
    for (const auto& run : *runs) {
      const auto kind = static_cast<qsizetype>(run.kind);
      if (kind < m_colors.size()) painter.setFormat(run.begin, run.length, m_colors[kind].value<QColor>());
    }
  }
  BlockHighlights::paint(painter, words);
}

int CodePiece::foundBefore(const QString& words) const { return isThere() ? m_pieces->countBefore(m_pieces->firstLine(m_piece), words) : 0; }

}  // namespace eddy
