// The text of one block of a message, followed as it grows. Handed from model to document in C++: through a QML property each change of a long text
// would be a new string of the script engine's, and a few of those make it collect its garbage, which takes longer than a frame. GUI thread only.
#pragma once

#include <QObject>
#include <QPointer>

#include "app/chat/message_blocks_model.h"

namespace eddy {

class FollowedBlock : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  MessageBlocksModel* blocks() const { return m_blocks; }
  void setBlocks(MessageBlocksModel* blocks);
  int row() const { return m_row; }
  void setRow(int row);
  /// "" while the row is not there.
  QString text() const;

 signals:
  void changed();

 private:
  QPointer<MessageBlocksModel> m_blocks;
  int m_row = -1;
};

}  // namespace eddy
