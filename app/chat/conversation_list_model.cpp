#include "app/chat/conversation_list_model.h"

#include <algorithm>

#include "app/chat/list_edits.h"
#include "app/chat/row_sync.h"
#include "app/plain_name.h"
#include "app/storage/conversation_search.h"
#include "app/storage/notebook_places.h"

namespace eddy {
namespace {

constexpr const char* kCurrentKey = "chat.current";

Result<std::vector<ConversationRow>> listed(Stores& stores) {
  auto list = stores.conversations.list_conversations();
  if (!list) return list.error();
  std::vector<ConversationRow> rows;
  for (const auto& one : *list) {
    rows.push_back({static_cast<qint64>(one.id), QString::fromStdString(one.title), QString::fromStdString(one.preview),
                    one.updated_at, one.created_at, one.pinned, one.archived, QString::fromStdString(one.folder)});
  }
  return rows;
}

/// Deletes for good what was removed, and its saved states.
Result<void> purge(Stores& stores) {
  const auto gone = stores.conversations.purge_removed();
  if (!gone) return gone.error();
  for (const auto id : *gone) {
    (void)stores.snapshots.forget(id);
    (void)stores.documents.forget(id);
  }
  return {};
}

/// States of documents are filed under conversations of their own.
void addReadings(Stores& stores, std::vector<ConversationId>& kept) {
  if (const auto readings = stores.documents.readings()) {
    for (const auto& reading : *readings) kept.push_back(owner_of(reading.id));
  }
}

}  // namespace

ConversationListModel::ConversationListModel(StorageService& storage, QObject* parent)
    : QAbstractListModel(parent), m_storage(storage) {}

int ConversationListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant ConversationListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& row = m_rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case ConversationIdRole: return row.id;
    case Qt::DisplayRole:
    case TitleRole: return shownTitle(row);
    case PreviewRole: return plainName(row.preview);
    case UpdatedAtRole: return QDateTime::fromMSecsSinceEpoch(row.updatedAt);
    case IsCurrentRole: return row.id == m_currentId;
    case IsGeneratingRole: return m_generating.count(row.id) > 0;
    default: return {};
  }
}

QHash<int, QByteArray> ConversationListModel::roleNames() const {
  return {{ConversationIdRole, "conversationId"}, {TitleRole, "title"},         {PreviewRole, "preview"},
          {UpdatedAtRole, "updatedAt"},           {IsCurrentRole, "isCurrent"}, {IsGeneratingRole, "isGenerating"}};
}

QString ConversationListModel::shownTitle(const ConversationRow& row) {
  return row.title.isEmpty() ? tr("New chat") : plainName(row.title);
}

QString ConversationListModel::titleOf(qint64 id) const {
  const int row = rowOf(id);
  return row < 0 ? QString() : shownTitle(m_rows[static_cast<std::size_t>(row)]);
}

QVariantList ConversationListModel::allIds() const {
  QVariantList ids;
  for (const auto& row : m_rows) ids += row.id;
  return ids;
}

QString ConversationListModel::undoText() const {
  if (m_removed.empty()) return {};
  if (m_removed.size() == 1) return tr("\u201c%1\u201d was deleted").arg(m_removedTitle);
  return tr("%n chat(s) were deleted", nullptr, static_cast<int>(m_removed.size()));
}

template <class Work>
void ConversationListModel::change(Work work) {
  auto then_list = [work = std::move(work)](Stores& stores) -> Result<Rows> {
    if (Result<void> done = work(stores); !done) return done.error();
    return listed(stores);
  };
  m_storage.submit(this, std::move(then_list), [this](Result<Rows> rows) {
    if (rows) show(*std::move(rows));
    else emit failed(rows.error());
  });
}

void ConversationListModel::start() {
  auto work = [](Stores& stores) -> Result<std::pair<Rows, qint64>> {
    if (auto recovered = stores.conversations.recover_interrupted(); !recovered) return recovered.error();
    if (auto purged = purge(stores); !purged) return purged.error();
    auto rows = listed(stores);
    if (!rows) return rows.error();
    std::vector<ConversationId> kept;
    for (const auto& row : *rows) kept.push_back(ConversationId{row.id});
    (void)stores.documents.purge_removed();
    addReadings(stores, kept);
    kept.push_back(kNotebookOwner);
    (void)stores.snapshots.forget_all_but(kept);
    const auto current = stores.settings.value(kCurrentKey);
    const qint64 id = current && *current ? QString::fromStdString(**current).toLongLong() : 0;
    return std::pair{*std::move(rows), id};
  };
  m_storage.submit(this, std::move(work), [this](Result<std::pair<Rows, qint64>> found) {
    if (!found) return emit failed(found.error());
    m_wantedId = found->second;
    show(std::move(found->first));
    sweep();  // one that a crash cut short
  });
}

void ConversationListModel::refresh() {
  change([](Stores&) { return Result<void>(); });
}

void ConversationListModel::showWhenListed(qint64 id) {
  m_wantedId = id;
  refresh();
}

void ConversationListModel::create() {
  auto work = [](Stores& stores) -> Result<ConversationId> {
    const auto list = stores.conversations.list_conversations();
    if (!list) return list.error();
    for (const auto& one : *list) {
      const auto linked = stores.documents.documents_of(one.id);
      const auto begun = stores.library.origin_of(one.id);
      const bool plain = !(linked && *linked) && !(begun && *begun);
      if (one.message_count == 0 && !one.archived && plain) return one.id;
    }
    return stores.conversations.create_conversation();
  };
  m_storage.submit(this, std::move(work), [this, before = m_choices](const Result<ConversationId>& made) {
    if (!made) return emit failed(made.error());
    if (m_choices == before) m_wantedId = static_cast<qint64>(*made);  // who has gone elsewhere meanwhile stays there
    refresh();
  });
}

void ConversationListModel::select(qint64 id) {
  if (rowOf(id) < 0) return;
  ++m_choices;
  m_wantedId = 0;
  makeCurrent(id);
}

void ConversationListModel::makeCurrent(qint64 id) {
  if (id == m_currentId || rowOf(id) < 0) return;
  const auto before = m_currentId;
  m_currentId = id;
  m_elsewhere = false;
  emitFor(before, IsCurrentRole);
  emitFor(id, IsCurrentRole);
  emit currentIdChanged();
  m_storage.submit([id](Stores& stores) { return stores.settings.set(kCurrentKey, std::to_string(id)); });
}

void ConversationListModel::deselect() {
  m_elsewhere = true;
  const auto before = std::exchange(m_currentId, 0);
  if (before == 0) return;
  emitFor(before, IsCurrentRole);
  emit currentIdChanged();
}

void ConversationListModel::rename(qint64 id, const QString& title) {
  const auto name = title.simplified();
  if (rowOf(id) < 0 || name.isEmpty()) return;
  change([id, name = name.toStdString()](Stores& stores) {
    return stores.conversations.rename(ConversationId{id}, name);
  });
}

void ConversationListModel::removeAll(const QVariantList& ids) {
  std::vector<qint64> known;
  for (const auto& id : ids) {
    if (rowOf(id.toLongLong()) >= 0) known.push_back(id.toLongLong());
  }
  if (known.empty()) return;
  for (const auto id : known) emit removing(id);
  m_removed = known;
  m_removedTitle = titleOf(known.front());
  emit undoChanged();
  const auto goes = [&](qint64 id) { return std::find(known.begin(), known.end(), id) != known.end(); };
  if (goes(m_currentId)) selectNear(rowOf(m_currentId), goes);
  std::vector<ConversationId> gone;
  for (const auto id : known) gone.push_back(ConversationId{id});
  change([gone](Stores& stores) {
    if (auto purged = purge(stores); !purged) return purged;
    return stores.conversations.remove_all(gone);
  });
  sweep();
}

/// The next conversation that stays, else the one before.
template <class Goes>
void ConversationListModel::selectNear(int row, Goes goes) {
  for (int next = row + 1; next < count(); ++next) {
    const auto& near = m_rows[static_cast<std::size_t>(next)];
    if (!near.archived && !goes(near.id)) return makeCurrent(near.id);
  }
  for (int next = row - 1; next >= 0; --next) {
    const auto& near = m_rows[static_cast<std::size_t>(next)];
    if (!near.archived && !goes(near.id)) return makeCurrent(near.id);
  }
}

void ConversationListModel::undoRemove() {
  if (m_removed.empty()) return;
  std::vector<ConversationId> back;
  for (const auto id : std::exchange(m_removed, {})) back.push_back(ConversationId{id});
  emit undoChanged();
  m_wantedId = static_cast<qint64>(back.front());
  change([back](Stores& stores) { return stores.conversations.undo_remove_all(back); });
}

void ConversationListModel::dismissUndo() {
  if (m_removed.empty()) return;
  m_removed.clear();
  emit undoChanged();
  change(purge);
  sweep();
}

/// Takes the words of deleted texts out of the search index, a step at a time, so that nothing else has to wait long.
void ConversationListModel::sweep() {
  m_storage.submit(
      this, [](Stores& stores) { return ConversationSearch(*stores.database).sweep(); },
      [this](const Result<bool>& done) {
        if (!done) emit failed(done.error());
        else if (!*done) sweep();
      });
}

void ConversationListModel::setGenerating(qint64 id, bool generating) {
  if (generating) m_generating.insert(id);
  else m_generating.erase(id);
  emitFor(id, IsGeneratingRole);
}

void ConversationListModel::show(Rows rows) {
  const int before = count();
  syncRows(m_rows, std::move(rows), [](const ConversationRow& row) { return row.id; },
           ListEdits<ConversationListModel>{*this, {TitleRole, PreviewRole, UpdatedAtRole, Qt::DisplayRole}});
  m_rowOf.clear();
  m_rowOf.reserve(count());
  for (int row = 0; row < count(); ++row) m_rowOf.insert(m_rows[static_cast<std::size_t>(row)].id, row);
  if (count() != before) emit countChanged();
  settleCurrent();
  emit refreshed();
}

/// Selects what was asked for, else keeps the current one, else takes the first; an empty list gets a new chat.
void ConversationListModel::settleCurrent() {
  if (m_rows.empty()) return create();
  if (m_wantedId != 0 && rowOf(m_wantedId) >= 0) makeCurrent(std::exchange(m_wantedId, 0));
  else if (rowOf(m_currentId) < 0 && !m_elsewhere) makeCurrent(m_rows.front().id);
}

void ConversationListModel::emitFor(qint64 id, int role) {
  if (const int row = rowOf(id); row >= 0) emit dataChanged(index(row), index(row), {role});
}

}  // namespace eddy
