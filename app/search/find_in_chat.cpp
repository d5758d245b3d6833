#include "app/search/find_in_chat.h"

#include <QCoreApplication>
#include <QStringMatcher>
#include <QThreadPool>
#include <algorithm>
#include <optional>

namespace eddy {
namespace {

constexpr int kPause = 80;             // milliseconds between keys that belong together
constexpr int kPauseStreaming = 250;   // and between changes of the messages
constexpr std::size_t kMostPlaces = 20'000;

/// What the pool thread looks through: strings are shared, not copied.
struct Piece {
  qint64 message = 0;
  int block = 0;
  bool html = false;
  QString text;
};

constexpr int kUnparsed = -1'000'000;  // a whole message that no view has asked for yet

void addBlocks(qint64 message, const std::vector<MarkdownBlock>& blocks, std::vector<Piece>& pieces) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool plain = blocks[i].type == MarkdownBlockType::Code || blocks[i].type == MarkdownBlockType::Thinking;
    pieces.push_back({message, static_cast<int>(i), !plain, blocks[i].text});
  }
}

std::vector<Piece> piecesOf(const MessageListModel& messages) {
  std::vector<Piece> pieces;
  for (int row = 0; row < messages.count(); ++row) {
    const auto& message = messages.at(row);
    if (message.author == MessageListModel::User) {
      pieces.push_back({message.id, -1, false, message.text});
      continue;
    }
    const auto* blocks = messages.blocksAt(row);
    if (!blocks || !blocks->isParsed()) {
      pieces.push_back({message.id, kUnparsed, false, message.text});
      continue;
    }
    addBlocks(message.id, blocks->blocks(), pieces);
  }
  return pieces;
}

std::vector<FoundPlace> placesIn(const std::vector<Piece>& pieces, const QString& words) {
  std::vector<FoundPlace> places;
  const QStringMatcher matcher(words, Qt::CaseInsensitive);
  std::vector<Piece> parsed;
  const auto look = [&](const Piece& piece) {
    const auto text = piece.html ? plainBlockText(piece.text) : piece.text;
    int nth = 0;
    for (auto at = matcher.indexIn(text); at >= 0; at = matcher.indexIn(text, at + words.size())) {
      places.push_back({piece.message, piece.block, nth++});
      if (places.size() == kMostPlaces) return false;
    }
    return true;
  };
  for (const auto& piece : pieces) {
    parsed.clear();
    if (piece.block == kUnparsed) addBlocks(piece.message, MessageBlocksModel::blocksOf(piece.text), parsed);
    else parsed.push_back(piece);
    if (!std::all_of(parsed.begin(), parsed.end(), look)) break;
  }
  return places;
}

/// Tags after which Qt's rich text begins a new line.
bool breaksLine(QStringView tag) {
  for (const auto& name : {u"br", u"p", u"li", u"td", u"th", u"tr", u"ul", u"ol", u"hr", u"pre", u"table", u"blockquote"}) {
    if (tag.startsWith(QStringView(name)) && (tag.size() == QStringView(name).size() || !tag[QStringView(name).size()].isLetter())) return true;
  }
  return false;
}

}  // namespace

QString plainBlockText(QStringView html) {
  QString text;
  text.reserve(html.size());
  for (qsizetype i = 0; i < html.size(); ++i) {
    if (html[i] == u'<') {
      const auto end = html.indexOf(u'>', i);
      if (end < 0) break;
      auto tag = html.sliced(i + 1, end - i - 1);
      if (tag.startsWith(u'/')) tag = tag.sliced(1);
      if (breaksLine(tag) && !text.isEmpty() && text.back() != u'\n') text += u'\n';
      i = end;
    } else if (html[i] == u'&') {
      const auto end = html.indexOf(u';', i);
      if (end < 0) break;
      const auto name = html.sliced(i + 1, end - i - 1);
      text += name == u"lt" ? u'<' : name == u"gt" ? u'>' : name == u"quot" ? u'"' : u'&';
      i = end;
    } else {
      text += html[i];
    }
  }
  return text;
}

FindInChat::FindInChat(MessageListModel& messages, QObject* parent) : QObject(parent), m_messages(messages) {
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &FindInChat::look);
  const auto again = [this] {
    if (m_active && !m_timer.isActive()) m_timer.start(kPauseStreaming);
  };
  connect(&messages, &MessageListModel::rowsInserted, this, again);
  connect(&messages, &MessageListModel::rowsRemoved, this, again);
  connect(&messages, &MessageListModel::dataChanged, this, [again](const QModelIndex&, const QModelIndex&, const QList<int>& roles) {
    if (roles.contains(MessageListModel::TextRole)) again();
  });
}

FindInChat::~FindInChat() = default;

const FoundPlace* FindInChat::current() const {
  return m_current >= 0 && m_current < count() ? &m_places[static_cast<std::size_t>(m_current)] : nullptr;
}

int FindInChat::currentRow() const {
  const auto* place = current();
  if (!place) return -1;
  for (int row = 0; row < m_messages.count(); ++row) {
    if (m_messages.at(row).id == place->message) return row;
  }
  return -1;
}

void FindInChat::setActive(bool active) {
  if (active == m_active) return;
  m_active = active;
  m_revealing = 0;
  if (active) {
    look();
  } else {
    m_timer.stop();
    show({++m_search, {}, {}});
  }
  emit activeChanged();
}

void FindInChat::setQuery(const QString& query) {
  if (query == m_query) return;
  m_query = query;
  emit queryChanged();
  if (!m_active) return;
  m_timer.start(kPause);
  emit resultsChanged();
}

void FindInChat::reveal(qint64 message, const QString& words) {
  m_query = words.simplified().remove(u'"');
  emit queryChanged();
  setActive(!m_query.isEmpty());
  m_revealing = message;
  look();
  emit messageWanted(message);
}

void FindInChat::look() {
  m_timer.stop();
  const int mine = ++m_search;
  if (m_query.isEmpty()) return show({mine, {}, {}});
  m_looking = true;
  emit resultsChanged();
  QThreadPool::globalInstance()->start([self = QPointer(this), mine, words = m_query, pieces = piecesOf(m_messages)] {
    Found found{mine, words, placesIn(pieces, words)};
    // Words that stand apart are found one by one where they are nowhere together.
    if (found.places.empty() && words.contains(u' ')) {
      for (const auto& word : words.split(u' ', Qt::SkipEmptyParts)) {
        found.needle = word;
        found.places = placesIn(pieces, word);
        if (!found.places.empty()) break;
      }
    }
    QMetaObject::invokeMethod(QCoreApplication::instance(), [self, found = std::move(found)]() mutable {
      if (self) self->show(std::move(found));
    }, Qt::QueuedConnection);
  });
}

void FindInChat::show(Found found) {
  if (found.search != m_search) return;
  m_looking = false;
  const auto before = current() ? std::optional(*current()) : std::nullopt;
  m_places = std::move(found.places);
  m_needle = found.needle;
  m_current = -1;
  if (before) {
    const auto same = std::find(m_places.begin(), m_places.end(), *before);
    if (same != m_places.end()) m_current = static_cast<int>(same - m_places.begin());
  }
  emit resultsChanged();
  settle();
}

/// The place waited for, else the one it was, else the last: a chat is read from its end.
void FindInChat::settle() {
  if (m_revealing != 0) {
    const auto there = std::find_if(m_places.begin(), m_places.end(), [this](const auto& p) { return p.message == m_revealing; });
    if (there != m_places.end()) {
      m_revealing = 0;
      return setCurrent(static_cast<int>(there - m_places.begin()));
    }
  }
  if (m_current < 0 && m_revealing == 0) m_current = count() - 1;
  emit currentChanged();
}

void FindInChat::setCurrent(int current) {
  m_current = current;
  emit currentChanged();
}

void FindInChat::step(int by) {
  if (m_places.empty()) return;
  m_revealing = 0;
  setCurrent((m_current + by + count()) % count());
}

}  // namespace eddy
