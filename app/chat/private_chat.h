// A chat that never touches the disk. At most one at a time. GUI thread only.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include "app/chat/chat_view_model.h"
#include "app/chat/conversation_list_model.h"

namespace eddy {

/// Its messages live in a database in memory, its states with the inference thread; both are gone when it is closed or the
/// program ends. It is in no list: it is shown beside them.
class PrivateChat : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.privateChat")
  Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed)
  Q_PROPERTY(bool isShown READ isShown NOTIFY changed)
  Q_PROPERTY(bool isGenerating READ isGenerating NOTIFY changed)

 public:
  PrivateChat(StorageService& storage, ChatViewModel& chat, ConversationListModel& conversations, QObject* parent = nullptr);

  bool isOpen() const { return m_id != 0; }
  bool isShown() const { return m_id != 0 && m_chat.conversationId() == m_id; }
  bool isGenerating() const { return m_generating; }
  qint64 id() const { return m_id; }

  /// Begins one, or shows the one there is.
  Q_INVOKABLE void open();
  /// Forgets it. Whatever runs in it stops.
  Q_INVOKABLE void close();

 signals:
  void changed();
  void failed(const eddy::Error& error);

 private:
  void show();

  StorageService& m_storage;
  ChatViewModel& m_chat;
  ConversationListModel& m_conversations;
  qint64 m_id = 0;
  qint64 m_before = 0;   // the conversation that was on show
  bool m_opening = false;
  bool m_generating = false;
};

}  // namespace eddy
