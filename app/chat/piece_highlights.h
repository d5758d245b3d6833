// Marks found words in one row of a text that is shown in pieces. GUI thread only.
#pragma once

#include <QPointer>
#include <QtQml/qqmlregistration.h>

#include "app/chat/block_highlights.h"
#include "app/chat/text_pieces.h"

namespace eddy {

class PieceHighlights : public eddy::BlockHighlights {  // qualified for the tool that writes the types down
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(eddy::TextPieces* pieces READ pieces WRITE setPieces NOTIFY pieceChanged)
  Q_PROPERTY(int piece MEMBER m_piece NOTIFY pieceChanged)

 public:
  explicit PieceHighlights(QObject* parent = nullptr) : BlockHighlights(parent) {
    connect(this, &PieceHighlights::pieceChanged, this, &BlockHighlights::placeChanged);
  }

  TextPieces* pieces() const { return m_pieces; }
  void setPieces(TextPieces* pieces) {
    m_pieces = pieces;
    emit pieceChanged();
  }

 signals:
  void pieceChanged();

 protected:
  int foundBefore(const QString& words) const override { return m_pieces ? m_pieces->placesBefore(m_piece, words) : 0; }

 private:
  QPointer<eddy::TextPieces> m_pieces;
  int m_piece = -1;
};

}  // namespace eddy
