#include "app/search/palette_model.h"

#include <QKeySequence>
#include <QMetaObject>
#include <QMetaProperty>
#include <algorithm>

#include "app/search/fuzzy_match.h"

namespace eddy {
namespace {

constexpr std::size_t kMostChats = 30;
constexpr std::size_t kRecentChats = 5;

/// `icon.name` of an Action: a property of a value of its own.
QString iconOf(const QObject& action) {
  const auto icon = action.property("icon");
  const auto* meta = icon.metaType().metaObject();
  const int name = meta ? meta->indexOfProperty("name") : -1;
  return name < 0 ? QString() : meta->property(name).readOnGadget(icon.constData()).toString();
}

}  // namespace

PaletteModel::PaletteModel(ConversationListModel& conversations, QObject* parent)
    : QAbstractListModel(parent), m_conversations(conversations) {}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& row = m_rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
    case NameRole: return row.name;
    case HtmlRole: return row.html;
    case IconRole: return row.icon;
    case ShortcutRole: return row.shortcut;
    case IsChatRole: return row.chat != 0;
    default: return {};
  }
}

QHash<int, QByteArray> PaletteModel::roleNames() const {
  return {{NameRole, "name"}, {HtmlRole, "html"}, {IconRole, "iconName"}, {ShortcutRole, "shortcut"}, {IsChatRole, "isChat"}};
}

QString PaletteModel::keyText(const QVariant& shortcut) {
  const auto sequence = shortcut.metaType().id() == QMetaType::Int
                            ? QKeySequence(static_cast<QKeySequence::StandardKey>(shortcut.toInt()))
                            : QKeySequence::fromString(shortcut.toString());
  return sequence.toString(QKeySequence::NativeText);
}

void PaletteModel::open(const QVariantList& actions) {
  m_actions.clear();
  for (const auto& one : actions) {
    auto* action = one.value<QObject*>();
    if (!action || !action->property("enabled").toBool() || action->property("text").toString().isEmpty()) continue;
    m_actions.push_back({.name = action->property("text").toString(), .html = {}, .icon = iconOf(*action),
                         .shortcut = keyText(action->property("shortcut")), .action = action});
  }
  m_query.clear();
  emit queryChanged();
  filter();
}

void PaletteModel::setQuery(const QString& query) {
  if (query == m_query) return;
  m_query = query;
  emit queryChanged();
  filter();
}

void PaletteModel::filter() {
  std::vector<Row> rows;
  for (const auto& action : m_actions) {
    auto match = fuzzyMatch(m_query, action.name);
    if (!match) continue;
    rows.push_back(action);
    rows.back().html = emphasised(action.name, match->positions);
    rows.back().score = match->score;
  }
  const auto better = [](const Row& a, const Row& b) { return a.score > b.score; };
  if (!m_query.trimmed().isEmpty()) std::stable_sort(rows.begin(), rows.end(), better);

  std::vector<Row> chats;
  for (const auto& chat : m_conversations.rows()) {
    const auto title = ConversationListModel::shownTitle(chat);
    auto match = fuzzyMatch(m_query, title);
    if (!match) continue;
    chats.push_back({.name = title, .html = {}, .icon = QStringLiteral("message-square"),
                     .shortcut = chat.archived ? tr("Archived chat") : tr("Chat"), .action = nullptr, .chat = chat.id,
                     .score = match->score});
    if (m_query.trimmed().isEmpty() && chats.size() == kRecentChats) break;
  }
  if (!m_query.trimmed().isEmpty()) std::stable_sort(chats.begin(), chats.end(), better);
  if (chats.size() > kMostChats) chats.resize(kMostChats);
  for (auto& chat : chats) chat.html = emphasised(chat.name, fuzzyMatch(m_query, chat.name)->positions);
  // A chat that fits much better than any action is what was meant.
  const bool chatsFirst = !chats.empty() && (rows.empty() || chats.front().score > rows.front().score + 20);
  rows.insert(chatsFirst ? rows.begin() : rows.end(), chats.begin(), chats.end());

  show(std::move(rows));
}

/// Rows are places: a view keeps its delegates and changes what they say, which takes a tenth of making them anew.
void PaletteModel::show(std::vector<Row> rows) {
  const int before = count(), after = static_cast<int>(rows.size()), kept = std::min(before, after);
  if (after < before) {
    beginRemoveRows({}, after, before - 1);
    m_rows = std::move(rows);
    endRemoveRows();
  } else if (after > before) {
    beginInsertRows({}, before, after - 1);
    m_rows = std::move(rows);
    endInsertRows();
  } else {
    m_rows = std::move(rows);
  }
  if (kept > 0) emit dataChanged(index(0), index(kept - 1));
  if (after != before) emit countChanged();
}

void PaletteModel::run(int row) {
  if (row < 0 || row >= count()) return;
  const auto chosen = m_rows[static_cast<std::size_t>(row)];
  if (chosen.chat != 0) m_conversations.select(chosen.chat);
  else if (chosen.action) QMetaObject::invokeMethod(chosen.action, "trigger");
}

}  // namespace eddy
