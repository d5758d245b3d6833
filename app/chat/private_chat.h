// Chats that never touch the disk. GUI thread only.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>
#include <set>
#include <vector>

#include "app/chat/chat_view_model.h"
#include "app/chat/conversation_list_model.h"

namespace eddy {

/// The messages live in a database in memory, the states with the inference thread; both are gone when the chat is closed or
/// the program ends. It is in no list: it is shown beside them. A chat that begins with a saved state lies upon the one before
/// it, which is shown again when that one is closed; the states that were saved in them go with the last one.
class PrivateChat : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.privateChat")
  Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed)
  Q_PROPERTY(bool isShown READ isShown NOTIFY changed)
  Q_PROPERTY(bool isGenerating READ isGenerating NOTIFY changed)

 public:
  PrivateChat(StorageService& storage, ChatViewModel& chat, ConversationListModel& conversations, QObject* parent = nullptr);

  bool isOpen() const { return !m_ids.empty(); }
  bool isShown() const { return isOpen() && m_chat.conversationId() == id(); }
  bool isGenerating() const { return !m_generating.empty(); }
  qint64 id() const { return m_ids.empty() ? 0 : m_ids.back(); }
  static QString titleText() { return tr("Private chat"); }

  /// Begins one, or shows the one there is.
  Q_INVOKABLE void open();
  /// Shows one that was made elsewhere. An empty one gives way to it.
  void adopt(qint64 id);
  /// Forgets it. Whatever runs in it stops.
  Q_INVOKABLE void close();

 signals:
  void changed();
  void failed(const eddy::Error& error);

 private:
  void show();
  void forget(qint64 id);

  StorageService& m_storage;
  ChatViewModel& m_chat;
  ConversationListModel& m_conversations;
  std::vector<qint64> m_ids;      // the last one can be shown
  std::set<qint64> m_generating;
  qint64 m_before = 0;            // the conversation that was on show
  bool m_opening = false;
};

}  // namespace eddy
