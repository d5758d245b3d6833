#include "app/search/search_view_model.h"

#include <QDateTime>
#include <QLocale>
#include <set>

namespace eddy {
namespace {

constexpr int kPause = 60;  // milliseconds between keys that belong together

QString html(const SearchHit& hit) {
  const auto piece = [&](std::size_t begin, std::size_t end) {
    return QString::fromUtf8(hit.excerpt.data() + begin, static_cast<qsizetype>(end - begin)).toHtmlEscaped();
  };
  QString text;
  std::size_t at = 0;
  for (const auto& mark : hit.marks) {
    text += piece(at, mark.begin) + QStringLiteral("<b>") + piece(mark.begin, mark.end) + QStringLiteral("</b>");
    at = mark.end;
  }
  return text + piece(at, hit.excerpt.size());
}

QString when(std::int64_t milliseconds) {
  const auto time = QDateTime::fromMSecsSinceEpoch(milliseconds);
  const QLocale locale;
  return time.date() == QDate::currentDate() ? locale.toString(time.time(), QLocale::ShortFormat)
                                             : locale.toString(time.date(), QLocale::ShortFormat);
}

}  // namespace

SearchViewModel::SearchViewModel(StorageService& storage, QObject* parent) : QAbstractListModel(parent), m_storage(storage) {
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &SearchViewModel::search);
}

QVariant SearchViewModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& hit = m_hits[static_cast<std::size_t>(index.row())];
  switch (role) {
    case ConversationIdRole: return static_cast<qint64>(hit.conversation);
    case MessageIdRole: return hit.message ? static_cast<qint64>(*hit.message) : 0;
    case Qt::DisplayRole:
    case TitleRole: return hit.title.empty() ? tr("New chat") : QString::fromStdString(hit.title);
    case ExcerptRole: return html(hit);
    case PlainRole: return QString::fromStdString(hit.excerpt);
    case TimeRole: return when(hit.time);
    case IsTitleRole: return !hit.message.has_value();
    case ArchivedRole: return hit.archived;
    case FromUserRole: return hit.author == Author::User;
    default: return {};
  }
}

QHash<int, QByteArray> SearchViewModel::roleNames() const {
  return {{ConversationIdRole, "conversationId"}, {MessageIdRole, "messageId"}, {TitleRole, "title"},
          {ExcerptRole, "excerpt"},               {PlainRole, "plain"},         {TimeRole, "time"},
          {IsTitleRole, "isTitle"},               {ArchivedRole, "archived"},   {FromUserRole, "fromUser"}};
}

QString SearchViewModel::summary() const {
  if (m_query.trimmed().isEmpty() || searching()) return {};
  if (m_hits.empty()) return tr("Nothing found");
  std::set<ConversationId> chats;
  for (const auto& hit : m_hits) chats.insert(hit.conversation);
  //: the second half of "12 places in 5 chats"
  const auto in = tr("in %n chat(s)", nullptr, static_cast<int>(chats.size()));
  //: %1 is "in 5 chats"
  return tr("%n place(s) %1", nullptr, count()).arg(in);
}

void SearchViewModel::setQuery(const QString& query) {
  if (query == m_query) return;
  // What was found for other words must not be there to be opened while these are looked for.
  const bool other_words = !query.startsWith(m_query) && !m_query.startsWith(query);
  m_query = query;
  if (other_words && !m_hits.empty()) show(std::vector<SearchHit>());
  emit queryChanged();
  m_timer.start(kPause);
  emit resultsChanged();
}

void SearchViewModel::search() {
  const int mine = ++*m_latest;
  ++m_pending;
  m_storage.submit(
      this,
      [latest = m_latest, mine, words = m_query.toStdString()](Stores& stores) -> Result<std::vector<SearchHit>> {
        if (*latest != mine) return std::vector<SearchHit>();  // something else was typed meanwhile
        return ConversationSearch(*stores.database).find(words);
      },
      [this, mine](Result<std::vector<SearchHit>> hits) {
        --m_pending;
        if (mine == *m_latest) show(std::move(hits));
      });
}

void SearchViewModel::show(Result<std::vector<SearchHit>> hits) {
  beginResetModel();
  m_hits.clear();
  if (hits) m_hits = *std::move(hits);
  endResetModel();
  emit resultsChanged();
  if (!hits) emit failed(hits.error());
}

void SearchViewModel::open(int row) {
  if (row < 0 || row >= count()) return;
  const auto& hit = m_hits[static_cast<std::size_t>(row)];
  if (hit.message) {
    m_storage.submit([conversation = hit.conversation, message = *hit.message](Stores& stores) {
      return stores.conversations.show_message(conversation, message);
    });
  }
  emit wanted(static_cast<qint64>(hit.conversation), hit.message ? static_cast<qint64>(*hit.message) : 0, m_query);
}

}  // namespace eddy
