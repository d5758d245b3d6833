// Puts the words of a block into its text on the screen, and marks found ones. GUI thread only.
#pragma once

#include <QtQml/qqmlregistration.h>

#include "app/chat/block_highlights.h"
#include "app/chat/followed_block.h"

namespace eddy {

/// Without `blocks` the text is whoever else's sets it.
class BlockWords : public eddy::BlockHighlights {  // qualified for the tool that writes the types down
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(eddy::MessageBlocksModel* blocks READ blocks WRITE setBlocks NOTIFY blocksChanged)
  Q_PROPERTY(QString sheet READ sheet WRITE setSheet NOTIFY sheetChanged)
  Q_PROPERTY(bool paragraph MEMBER m_paragraph NOTIFY paragraphChanged)

 public:
  explicit BlockWords(QObject* parent = nullptr);

  MessageBlocksModel* blocks() const { return m_words.blocks(); }
  void setBlocks(MessageBlocksModel* blocks);
  /// How tags look, in Qt's subset of CSS.
  QString sheet() const { return m_sheet; }
  void setSheet(const QString& sheet);

 signals:
  void blocksChanged();
  void sheetChanged();
  void paragraphChanged();

 protected:
  void documentReady() override;

 private:
  void write();

  eddy::FollowedBlock m_words;
  QString m_sheet;
  bool m_paragraph = false;  // the words are those of one <p>
};

}  // namespace eddy
