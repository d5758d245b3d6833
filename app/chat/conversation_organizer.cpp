#include "app/chat/conversation_organizer.h"

#include <algorithm>

namespace eddy {
namespace {

std::vector<ConversationId> idsOf(const QVariantList& list) {
  std::vector<ConversationId> ids;
  for (const auto& id : list) ids.push_back(ConversationId{id.toLongLong()});
  return ids;
}

/// A copy is about the same documents, and its answers came from the same passages.
Result<void> copyDocuments(Stores& stores, ConversationId from, const ConversationCopy& copy) {
  const auto linked = stores.documents.documents_of(from);
  if (!linked) return linked.error();
  if (!*linked) return {};
  if (auto link = stores.documents.link(copy.id, (*linked)->documents, (*linked)->mode, (*linked)->page); !link) return link;
  for (const auto& [before, after] : copy.messages) {
    const auto sources = stores.documents.sources(before);
    if (!sources) return sources.error();
    if (!*sources) continue;
    std::vector<PassageId> passages;
    for (const auto& stored : (*sources)->passages) passages.push_back(stored.id);
    if (auto set = stores.documents.set_sources(after, copy.id, (*sources)->mode, passages); !set) return set;
  }
  return {};
}

}  // namespace

ConversationOrganizer::ConversationOrganizer(ConversationListModel& conversations, StorageService& storage, QObject* parent)
    : QObject(parent), m_conversations(conversations), m_storage(storage) {}

template <class Work>
void ConversationOrganizer::change(Work work) {
  m_storage.submit(this, std::move(work), [this](const Result<void>& done) {
    if (!done) emit failed(done.error());
    m_conversations.refresh();
  });
}

bool ConversationOrganizer::all(const QVariantList& ids, bool ConversationRow::* are) const {
  return std::all_of(ids.begin(), ids.end(), [&](const QVariant& id) {
    const int row = m_conversations.rowOf(id.toLongLong());
    return row >= 0 && m_conversations.rows()[static_cast<std::size_t>(row)].*are;
  });
}

void ConversationOrganizer::setPinned(const QVariantList& ids, bool pinned) {
  change([ids = idsOf(ids), pinned](Stores& stores) { return stores.conversations.set_pinned(ids, pinned); });
}

void ConversationOrganizer::setArchived(const QVariantList& ids, bool archived) {
  change([ids = idsOf(ids), archived](Stores& stores) { return stores.conversations.set_archived(ids, archived); });
}

void ConversationOrganizer::setFolder(const QVariantList& ids, const QString& folder) {
  change([ids = idsOf(ids), folder = folder.simplified().left(80).toStdString()](Stores& stores) {
    return stores.conversations.set_folder(ids, folder);
  });
}

void ConversationOrganizer::renameFolder(const QString& from, const QString& to) {
  change([from = from.toStdString(), to = to.simplified().left(80).toStdString()](Stores& stores) {
    return stores.conversations.rename_folder(from, to);
  });
}

void ConversationOrganizer::duplicate(qint64 id) {
  if (m_conversations.rowOf(id) < 0) return;
  const auto title = tr("%1 (copy)").arg(m_conversations.titleOf(id)).toStdString();
  m_storage.submit(
      this,
      [id = ConversationId{id}, title](Stores& stores) -> Result<ConversationId> {
        const auto copy = stores.conversations.duplicate(id, title);
        if (!copy) return copy.error();
        if (auto documents = copyDocuments(stores, id, *copy); !documents) return documents.error();
        return copy->id;
      },
      [this](const Result<ConversationId>& made) {
        if (!made) emit failed(made.error());
        else m_conversations.showWhenListed(static_cast<qint64>(*made));
      });
}

}  // namespace eddy
