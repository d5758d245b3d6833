#include "app/chat/sidebar_model.h"

#include <QCollator>
#include <QDate>
#include <QLocale>
#include <algorithm>
#include <array>
#include <map>

#include "app/chat/list_edits.h"
#include "app/chat/row_sync.h"
#include "app/plain_name.h"

namespace eddy {
namespace {

constexpr const char* kSortKey = "sidebar.sort";
constexpr const char* kFlippedKey = "sidebar.flipped";

/// The steps of "how long ago", each with the days it reaches back to.
constexpr std::array kAges = {0, 1, 7, 30};

/// When each of them begins, in milliseconds since 1970: found once, not for every chat.
std::array<qint64, kAges.size()> beginnings() {
  const auto today = QDate::currentDate();
  std::array<qint64, kAges.size()> begins{};
  for (std::size_t i = 0; i < kAges.size(); ++i) begins[i] = today.addDays(-kAges[i]).startOfDay().toMSecsSinceEpoch();
  return begins;
}

std::size_t ageOf(qint64 time, const std::array<qint64, kAges.size()>& begins) {
  return static_cast<std::size_t>(std::find_if(begins.begin(), begins.end(), [time](qint64 begin) { return time >= begin; }) - begins.begin());
}

}  // namespace

struct SidebarModel::Group {
  QString key;
  QString text;
  bool foldable = false;
  std::vector<const ConversationRow*> rows;
};

SidebarModel::SidebarModel(ConversationListModel& conversations, StorageService& storage, QObject* parent)
    : QAbstractListModel(parent), m_conversations(conversations), m_storage(storage) {
  connect(&conversations, &ConversationListModel::refreshed, this, &SidebarModel::rebuild);
  connect(&conversations, &ConversationListModel::dataChanged, this,
          [this](const QModelIndex& from, const QModelIndex& to, const QList<int>& roles) {
            QList<int> ours;
            if (roles.contains(ConversationListModel::IsCurrentRole)) ours += IsCurrentRole;
            if (roles.contains(ConversationListModel::IsGeneratingRole)) ours += IsGeneratingRole;
            if (ours.isEmpty()) ours = {TitleRole, PreviewRole};
            for (int row = from.row(); row <= to.row(); ++row) {
              const auto found = m_rowOf.find(m_conversations.rows()[static_cast<std::size_t>(row)].id);
              if (found != m_rowOf.end() && found->second < count()) emit dataChanged(index(found->second), index(found->second), ours);
            }
          });
}

const ConversationRow* SidebarModel::conversation(qint64 id) const {
  const auto& rows = m_conversations.rows();
  const auto row = static_cast<std::size_t>(m_conversations.rowOf(id));
  return row < rows.size() && rows[row].id == id ? &rows[row] : nullptr;
}

QVariant SidebarModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& row = m_rows[static_cast<std::size_t>(index.row())];
  const auto* of = row.kind == Conversation ? conversation(row.id) : nullptr;
  switch (role) {
    case KindRole: return row.kind;
    case ConversationIdRole: return row.id;
    case Qt::DisplayRole:
    case TitleRole: return of ? ConversationListModel::shownTitle(*of) : row.text;
    case PreviewRole: return of ? plainName(of->preview) : QString();
    case IsCurrentRole: return of && row.id == m_conversations.currentId();
    case IsGeneratingRole: return of && m_conversations.isGenerating(row.id);
    case PinnedRole: return of && of->pinned;
    case ArchivedRole: return of && of->archived;
    case FolderRole: return of ? of->folder : row.key.startsWith(u'f') ? row.text : QString();
    case SelectedRole: return m_selected.count(row.id) > 0;
    case MembersRole: return row.members;
    case FoldableRole: return row.key.startsWith(u'f') || row.key.startsWith(u'a');
    case FoldedRole: return row.folded;
    default: return {};
  }
}

QHash<int, QByteArray> SidebarModel::roleNames() const {
  return {{KindRole, "kind"},           {ConversationIdRole, "conversationId"}, {TitleRole, "title"},
          {PreviewRole, "preview"},     {IsCurrentRole, "isCurrent"},           {IsGeneratingRole, "isGenerating"},
          {PinnedRole, "pinned"},       {ArchivedRole, "archived"},             {FolderRole, "folder"},
          {SelectedRole, "selected"},   {MembersRole, "members"},               {FoldableRole, "foldable"},
          {FoldedRole, "folded"}};
}

// What stands where

void SidebarModel::order(std::vector<const ConversationRow*>& rows) const {
  if (m_sort == ByTitle) {
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<std::pair<QCollatorSortKey, const ConversationRow*>> keyed;
    keyed.reserve(rows.size());
    for (const auto* row : rows) keyed.emplace_back(collator.sortKey(ConversationListModel::shownTitle(*row)), row);
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const auto& one) { return one.second; });
  } else if (m_sort == ByCreation) {
    std::stable_sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->createdAt > b->createdAt; });
  }  // by change is the order they come in
}

std::vector<SidebarModel::Group> SidebarModel::groups() const {
  const std::array<QString, kAges.size() + 1> ages = {tr("Today"), tr("Yesterday"), tr("Last 7 days"), tr("Last 30 days"),
                                                      tr("Older")};
  std::vector<const ConversationRow*> all;
  all.reserve(m_conversations.rows().size());
  for (const auto& row : m_conversations.rows()) all.push_back(&row);
  order(all);
  Group pinned{QStringLiteral("p"), tr("Pinned"), false, {}};
  Group archive{QStringLiteral("a"), tr("Archive"), true, {}};
  std::map<QString, Group> folders;
  std::array<Group, kAges.size() + 1> aged;
  const auto begins = beginnings();
  for (const auto* row : all) {
    if (row->archived) archive.rows.push_back(row);
    else if (row->pinned) pinned.rows.push_back(row);
    else if (!row->folder.isEmpty()) folders[row->folder].rows.push_back(row);
    else aged[m_sort == ByTitle ? 0 : ageOf(m_sort == ByCreation ? row->createdAt : row->updatedAt, begins)].rows.push_back(row);
  }
  std::vector<Group> groups{std::move(pinned)};
  for (auto& [name, group] : folders) groups.push_back({u'f' + name, name, true, std::move(group.rows)});
  for (std::size_t i = 0; i < aged.size(); ++i)
    groups.push_back({QStringLiteral("d%1").arg(i), m_sort == ByTitle ? tr("All chats") : ages[i], false, std::move(aged[i].rows)});
  groups.push_back(std::move(archive));
  return groups;
}

void SidebarModel::rebuild() {
  std::vector<Row> next;
  next.reserve(m_conversations.rows().size() + 16);
  QStringList folders;
  for (const auto& group : groups()) {
    if (group.rows.empty()) continue;
    if (group.key.startsWith(u'f')) folders += group.text;
    const bool folded = group.foldable && isFolded(group.key);
    next.push_back({Header, 0, group.key, group.text, static_cast<int>(group.rows.size()), folded});
    if (folded) continue;
    for (const auto* row : group.rows) next.push_back({Conversation, row->id, {}, {}, 0, false});
  }
  const int before = count();
  // Ids are positive: a header's name is kept apart by its hash being negative.
  const auto key = [](const Row& row) {
    return row.kind == Conversation ? row.id : -1 - static_cast<qint64>(qHash(row.key) >> 1);
  };
  syncRows(m_rows, std::move(next), key, ListEdits<SidebarModel>{*this});
  m_rowOf.clear();
  for (int row = 0; row < count(); ++row) {
    if (m_rows[static_cast<std::size_t>(row)].kind == Conversation) m_rowOf.emplace(m_rows[static_cast<std::size_t>(row)].id, row);
  }
  std::erase_if(m_selected, [this](qint64 id) { return !conversation(id); });
  if (count() > 0) emit dataChanged(index(0), index(count() - 1), {PinnedRole, ArchivedRole, FolderRole});
  if (folders != m_folders) {
    m_folders = folders;
    emit foldersChanged();
  }
  if (count() != before) emit countChanged();
  emit selectionChanged();
}

void SidebarModel::setSort(int sort) {
  if (sort == m_sort || sort < ByChange || sort > ByTitle) return;
  m_sort = sort;
  emit sortChanged();
  rebuild();
  keep();
}

void SidebarModel::fold(int row) {
  if (row < 0 || row >= count() || m_rows[static_cast<std::size_t>(row)].kind != Header) return;
  const auto key = m_rows[static_cast<std::size_t>(row)].key;
  if (!key.startsWith(u'f') && !key.startsWith(u'a')) return;
  if (!m_flipped.removeOne(key)) m_flipped += key;
  rebuild();
  keep();
}

int SidebarModel::rowOfConversation(qint64 id) const {
  const auto found = m_rowOf.find(id);
  return found == m_rowOf.end() ? -1 : found->second;
}

void SidebarModel::keep() {
  m_storage.submit([sort = std::to_string(m_sort), flipped = m_flipped.join(u'\n').toStdString()](Stores& stores) {
    return stores.settings.set_all({{kSortKey, sort}, {kFlippedKey, flipped}});
  });
}

void SidebarModel::start(const std::map<std::string, std::string>& stored) {
  if (const auto sort = stored.find(kSortKey); sort != stored.end())
    m_sort = std::clamp(QString::fromStdString(sort->second).toInt(), static_cast<int>(ByChange), static_cast<int>(ByTitle));
  if (const auto flipped = stored.find(kFlippedKey); flipped != stored.end() && !flipped->second.empty())
    m_flipped = QString::fromStdString(flipped->second).split(u'\n');
  emit sortChanged();
  rebuild();
}

// Selection

void SidebarModel::emitAll(const QList<int>& roles) {
  if (count() > 0) emit dataChanged(index(0), index(count() - 1), roles);
}

void SidebarModel::toggleSelected(qint64 id) {
  if (!conversation(id)) return;
  if (m_selected.erase(id) == 0) m_selected.insert(id);
  m_anchor = id;
  emitAll({SelectedRole});
  emit selectionChanged();
}

void SidebarModel::selectThrough(qint64 id) {
  const int from = rowOfConversation(m_anchor != 0 ? m_anchor : m_conversations.currentId());
  const int to = rowOfConversation(id);
  if (to < 0) return;
  for (int row = std::min(from < 0 ? to : from, to); row <= std::max(from, to); ++row) {
    if (m_rows[static_cast<std::size_t>(row)].kind == Conversation) m_selected.insert(m_rows[static_cast<std::size_t>(row)].id);
  }
  emitAll({SelectedRole});
  emit selectionChanged();
}

void SidebarModel::selectAll() {
  for (const auto& row : m_rows) {
    if (row.kind == Conversation) m_selected.insert(row.id);
  }
  emitAll({SelectedRole});
  emit selectionChanged();
}

void SidebarModel::clearSelection() {
  m_anchor = 0;
  if (m_selected.empty()) return;
  m_selected.clear();
  emitAll({SelectedRole});
  emit selectionChanged();
}

QVariantList SidebarModel::selectedOr(qint64 fallback) const {
  QVariantList ids;
  for (const auto& row : m_rows) {
    if (row.kind == Conversation && m_selected.count(row.id) > 0) ids += row.id;
  }
  if (m_selected.empty() && conversation(fallback)) ids += fallback;
  return ids;
}

}  // namespace eddy
