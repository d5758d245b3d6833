#include "app/chat/private_chat.h"

#include <algorithm>

namespace eddy {
namespace {

/// Those that were saved in private chats.
Result<void> forgetStates(Stores& stores) {
  const auto states = stores.library.list();
  if (!states) return states.error();
  for (const auto& state : *states) {
    if (auto removed = stores.library.remove(state.id); !removed) return removed;
  }
  return stores.library.clean_up();
}

}  // namespace

PrivateChat::PrivateChat(StorageService& storage, ChatViewModel& chat, ConversationListModel& conversations, QObject* parent)
    : QObject(parent), m_storage(storage), m_chat(chat), m_conversations(conversations) {
  connect(&chat, &ChatViewModel::conversationChanged, this, &PrivateChat::changed);
  connect(&chat, &ChatViewModel::generatingChanged, this, [this](qint64 conversation, bool generating) {
    if (std::find(m_ids.begin(), m_ids.end(), conversation) == m_ids.end()) return;
    if (generating) m_generating.insert(conversation);
    else m_generating.erase(conversation);
    emit changed();
  });
}

void PrivateChat::open() {
  if (isOpen()) return show();
  if (m_opening) return;
  m_opening = true;
  m_storage.of(kFirstPrivateId).submit(
      this, [title = titleText().toStdString()](Stores& stores) { return stores.conversations.create_conversation(title); },
      [this](const Result<ConversationId>& made) {
        m_opening = false;
        if (!made) return emit failed(made.error());
        adopt(static_cast<qint64>(*made));
      });
}

void PrivateChat::adopt(qint64 id) {
  const auto empty = isShown() && m_chat.isEmpty() ? this->id() : 0;
  m_ids.push_back(id);
  show();
  if (empty != 0) forget(empty);
  emit changed();
}

void PrivateChat::show() {
  if (isShown()) return;
  if (m_conversations.currentId() != 0) m_before = m_conversations.currentId();
  m_conversations.deselect();
  m_chat.showConversation(id());
}

void PrivateChat::close() {
  if (!isOpen()) return;
  const bool shown = isShown();
  forget(id());
  if (shown && isOpen()) show();
  else if (shown) m_conversations.showWhenListed(m_before);
  emit changed();
}

/// Deleted text is overwritten in the database in memory, too.
void PrivateChat::forget(qint64 id) {
  std::erase(m_ids, id);
  m_generating.erase(id);
  m_chat.forget(id);
  m_storage.of(id).submit([id, last = !isOpen()](Stores& stores) -> Result<void> {
    if (auto removed = stores.conversations.remove(ConversationId{id}); !removed) return removed;
    if (const auto purged = stores.conversations.purge_removed(); !purged) return purged.error();
    return last ? forgetStates(stores) : stores.library.clean_up();
  });
}

}  // namespace eddy
