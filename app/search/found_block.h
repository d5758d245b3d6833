// Whether the find bar has come to a block that is folded, so that it can be opened for as long as the bar is. GUI thread only.
#pragma once

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

#include "app/search/find_in_chat.h"

namespace eddy {

class FoundBlock : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(eddy::FindInChat* find READ find WRITE setFind NOTIFY findChanged)
  Q_PROPERTY(double messageId MEMBER m_messageId NOTIFY placeChanged)
  Q_PROPERTY(int block MEMBER m_block NOTIFY placeChanged)
  Q_PROPERTY(bool wanted READ wanted NOTIFY wantedChanged)

 public:
  explicit FoundBlock(QObject* parent = nullptr);

  FindInChat* find() const { return m_find; }
  void setFind(FindInChat* find);
  /// A place in it was the current one since the bar was opened.
  bool wanted() const { return m_wanted; }
  /// The current place is in it.
  bool isCurrent() const;
  /// Which of the block's places that is, from 0; -1 where it is elsewhere.
  Q_INVOKABLE int currentNth() const;
  Q_INVOKABLE QString needle() const { return m_find ? m_find->needle() : QString(); }
  /// It is folded although the bar has come to it.
  Q_INVOKABLE void release() { setWanted(false); }

 signals:
  void findChanged();
  void placeChanged();
  void wantedChanged();
  /// The current place is in it now, maybe another one than before.
  void arrived();

 private:
  void look();
  void setWanted(bool wanted);

  QPointer<FindInChat> m_find;
  double m_messageId = -1;  // QML's numbers; ids are far below 2^53
  int m_block = -1;
  bool m_wanted = false;
};

}  // namespace eddy
