// One piece of a code block in its text on the screen: kept up to date, coloured, found words marked. GUI thread only.
#pragma once

#include <QPointer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include "app/chat/block_highlights.h"
#include "app/chat/code_pieces.h"

namespace eddy {

/// Owns what its document says.
class CodePiece : public eddy::BlockHighlights {  // qualified for the tool that writes the types down
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(eddy::CodePieces* pieces READ pieces WRITE setPieces NOTIFY pieceChanged)
  Q_PROPERTY(int piece READ piece WRITE setPiece NOTIFY pieceChanged)
  Q_PROPERTY(QVariantList colors READ colors WRITE setColors NOTIFY colorsSet)
  Q_PROPERTY(double wordsWidth READ wordsWidth NOTIFY wordsWidthChanged)

 public:
  using BlockHighlights::BlockHighlights;

  CodePieces* pieces() const { return m_pieces; }
  void setPieces(CodePieces* pieces);
  int piece() const { return m_piece; }
  void setPiece(int piece);
  QVariantList colors() const { return m_colors; }
  void setColors(const QVariantList& colors);
  /// Room for the longest line, in pixels and in steps of kWidthStep: a text that gets another width is laid out as a whole.
  double wordsWidth() const { return m_wordsWidth; }

  static constexpr int kWidthStep = 64;

 signals:
  void wordsWidthChanged();
  void pieceChanged();
  void colorsSet();

 protected:
  void paint(Painter& painter, const QString& text) override;
  void documentReady() override;
  int foundBefore(const QString& words) const override;

 private:
  bool isThere() const { return text() && m_pieces && m_piece >= 0 && m_piece < m_pieces->rowCount(); }
  void write();
  void measure();
  void color(int firstLine, int endLine);

  QPointer<CodePieces> m_pieces;
  int m_piece = -1;
  QString m_written;
  QVariantList m_colors;
  double m_wordsWidth = 0;
};

}  // namespace eddy
