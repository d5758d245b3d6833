#include "app/chat/conversation_list_model.h"

#include <algorithm>

namespace eddy {
namespace {

constexpr const char* kCurrentKey = "chat.current";

Result<std::vector<ConversationRow>> listed(Stores& stores) {
  auto list = stores.conversations.list_conversations();
  if (!list) return list.error();
  std::vector<ConversationRow> rows;
  for (const auto& one : *list) {
    rows.push_back({static_cast<qint64>(one.id), QString::fromStdString(one.title), QString::fromStdString(one.preview),
                    QDateTime::fromMSecsSinceEpoch(one.updated_at)});
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
    case PreviewRole: return row.preview;
    case UpdatedAtRole: return row.updatedAt;
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
  return row.title.isEmpty() ? tr("New chat") : row.title;
}

QString ConversationListModel::titleOf(qint64 id) const {
  const int row = rowOf(id);
  return row < 0 ? QString() : shownTitle(m_rows[static_cast<std::size_t>(row)]);
}

QString ConversationListModel::undoText() const {
  return m_removed ? tr("\u201c%1\u201d was deleted").arg(shownTitle(*m_removed)) : QString();
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
    (void)stores.snapshots.forget_all_but(kept);
    const auto current = stores.settings.value(kCurrentKey);
    const qint64 id = current && *current ? QString::fromStdString(**current).toLongLong() : 0;
    return std::pair{*std::move(rows), id};
  };
  m_storage.submit(this, std::move(work), [this](Result<std::pair<Rows, qint64>> found) {
    if (!found) return emit failed(found.error());
    m_wantedId = found->second;
    show(std::move(found->first));
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
      if (one.message_count == 0 && !(linked && *linked)) return one.id;
    }
    return stores.conversations.create_conversation();
  };
  m_storage.submit(this, std::move(work), [this](const Result<ConversationId>& made) {
    if (!made) return emit failed(made.error());
    m_wantedId = static_cast<qint64>(*made);
    refresh();
  });
}

void ConversationListModel::select(qint64 id) {
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

void ConversationListModel::remove(qint64 id) {
  const int row = rowOf(id);
  if (row < 0) return;
  emit removing(id);
  m_removed = m_rows[static_cast<std::size_t>(row)];
  emit undoChanged();
  if (id == m_currentId && count() > 1)
    select(m_rows[static_cast<std::size_t>(row + 1 < count() ? row + 1 : row - 1)].id);
  change([id](Stores& stores) {
    if (auto purged = purge(stores); !purged) return purged;
    return stores.conversations.remove(ConversationId{id});
  });
}

void ConversationListModel::undoRemove() {
  if (!m_removed) return;
  const auto id = m_removed->id;
  m_removed.reset();
  emit undoChanged();
  m_wantedId = id;
  change([id](Stores& stores) { return stores.conversations.undo_remove(ConversationId{id}); });
}

void ConversationListModel::dismissUndo() {
  if (!m_removed) return;
  m_removed.reset();
  emit undoChanged();
  change(purge);
}

void ConversationListModel::setGenerating(qint64 id, bool generating) {
  if (generating) m_generating.insert(id);
  else m_generating.erase(id);
  emitFor(id, IsGeneratingRole);
}

/// Moves, inserts and removes rows until the list is `rows`, so that a view keeps its delegates.
void ConversationListModel::show(Rows rows) {
  const int before = count();
  for (int row = count() - 1; row >= 0; --row) {
    const auto id = m_rows[static_cast<std::size_t>(row)].id;
    if (std::any_of(rows.begin(), rows.end(), [id](const auto& next) { return next.id == id; })) continue;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
  }
  for (int row = 0; row < static_cast<int>(rows.size()); ++row)
    moveOrInsert(row, std::move(rows[static_cast<std::size_t>(row)]));
  if (count() != before) emit countChanged();
  settleCurrent();
  emit refreshed();
}

void ConversationListModel::moveOrInsert(int row, ConversationRow next) {
  const int from = rowOf(next.id);
  if (from < 0) {
    beginInsertRows({}, row, row);
    m_rows.insert(m_rows.begin() + row, std::move(next));
    endInsertRows();
    return;
  }
  if (from != row) {
    beginMoveRows({}, from, from, {}, row);
    std::rotate(m_rows.begin() + row, m_rows.begin() + from, m_rows.begin() + from + 1);
    endMoveRows();
  }
  auto& now = m_rows[static_cast<std::size_t>(row)];
  if (now == next) return;
  now = std::move(next);
  emit dataChanged(index(row), index(row), {TitleRole, PreviewRole, UpdatedAtRole, Qt::DisplayRole});
}

/// Selects what was asked for, else keeps the current one, else takes the first; an empty list gets a new chat.
void ConversationListModel::settleCurrent() {
  if (m_rows.empty()) return create();
  if (m_wantedId != 0 && rowOf(m_wantedId) >= 0) select(std::exchange(m_wantedId, 0));
  else if (rowOf(m_currentId) < 0 && !m_elsewhere) select(m_rows.front().id);
}

void ConversationListModel::emitFor(qint64 id, int role) {
  if (const int row = rowOf(id); row >= 0) emit dataChanged(index(row), index(row), {role});
}

int ConversationListModel::rowOf(qint64 id) const {
  const auto it = std::find_if(m_rows.begin(), m_rows.end(), [id](const auto& row) { return row.id == id; });
  return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

}  // namespace eddy
