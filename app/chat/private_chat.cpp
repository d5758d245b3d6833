#include "app/chat/private_chat.h"

namespace eddy {

PrivateChat::PrivateChat(StorageService& storage, ChatViewModel& chat, ConversationListModel& conversations, QObject* parent)
    : QObject(parent), m_storage(storage), m_chat(chat), m_conversations(conversations) {
  connect(&chat, &ChatViewModel::conversationChanged, this, &PrivateChat::changed);
  connect(&chat, &ChatViewModel::generatingChanged, this, [this](qint64 conversation, bool generating) {
    if (conversation != m_id) return;
    m_generating = generating;
    emit changed();
  });
}

void PrivateChat::open() {
  if (m_id != 0) return show();
  if (m_opening) return;
  m_opening = true;
  m_storage.of(kFirstPrivateId).submit(
      this, [title = tr("Private chat").toStdString()](Stores& stores) { return stores.conversations.create_conversation(title); },
      [this](const Result<ConversationId>& made) {
        m_opening = false;
        if (!made) return emit failed(made.error());
        m_id = static_cast<qint64>(*made);
        show();
        emit changed();
      });
}

void PrivateChat::show() {
  if (isShown()) return;
  if (m_conversations.currentId() != 0) m_before = m_conversations.currentId();
  m_conversations.deselect();
  m_chat.showConversation(m_id);
}

void PrivateChat::close() {
  if (m_id == 0) return;
  const bool shown = isShown();
  const auto id = std::exchange(m_id, 0);
  m_generating = false;
  m_chat.forget(id);
  // Deleted text is overwritten in the database in memory, too.
  m_storage.of(id).submit([id](Stores& stores) -> Result<void> {
    if (auto removed = stores.conversations.remove(ConversationId{id}); !removed) return removed;
    const auto purged = stores.conversations.purge_removed();
    return purged ? Result<void>() : purged.error();
  });
  if (shown) m_conversations.showWhenListed(m_before);
  emit changed();
}

}  // namespace eddy
