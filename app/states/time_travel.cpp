#include "app/states/time_travel.h"

#include <QLocale>
#include <algorithm>

#include "app/storage/turn_removal.h"

namespace eddy {

TimeTravel::TimeTravel(Services services, QObject* parent)
    : QAbstractListModel(parent), m_inference(services.inference), m_storage(services.storage), m_chat(services.chat) {
  connect(&m_chat, &ChatViewModel::conversationChanged, this, &TimeTravel::close);
}

/// Of the branch up to `leaf`, every answer that can be gone on from.
Result<std::vector<TimeTravel::Point>> TimeTravel::read(Stores& stores, MessageId leaf, const std::string& fingerprint) {
  const auto branch = stores.conversations.branch(leaf);
  if (!branch) return branch.error();
  std::vector<Point> points;
  std::int64_t tokens = 0, kept_at = 0;
  std::string question;
  for (const auto& message : *branch) {
    // What was never read by a model counts as its text would: four bytes a token.
    tokens += static_cast<std::int64_t>(message.tokens.empty() ? message.text.size() / 4 : message.tokens.size());
    if (message.author == Author::User) {
      question = message.text.substr(0, 300);
      continue;
    }
    const auto nearest = stores.snapshots.nearest(std::span(&message.id, 1), fingerprint);
    if (!nearest) return nearest.error();
    Point point{.message = message.id, .question = question, .tokens = tokens, .kept = nearest->has_value()};
    if (point.kept) kept_at = tokens;
    point.cost = tokens - kept_at;
    points.push_back(std::move(point));
  }
  return points;
}

void TimeTravel::show(qint64 answerId) {
  const int rows = m_chat.messages()->count();
  if (rows == 0 || m_chat.isGenerating()) return;
  const MessageId leaf{m_chat.messages()->at(rows - 1).id};
  m_storage.of(m_chat.conversationId()).submit(
      this, [leaf, fingerprint = m_inference.fingerprint()](Stores& stores) { return read(stores, leaf, fingerprint); },
      [this, answerId, conversation = m_chat.conversationId()](const Result<std::vector<Point>>& points) {
        if (conversation != m_chat.conversationId()) return;
        if (!points) return emit failed(points.error());
        beginResetModel();
        m_points = *points;
        endResetModel();
        m_open = !m_points.empty();
        const auto at = std::find_if(m_points.begin(), m_points.end(),
                                     [answerId](const Point& p) { return static_cast<qint64>(p.message) == answerId; });
        m_position = static_cast<int>(at == m_points.end() ? m_points.size() - 1 : at - m_points.begin());
        emit countChanged();
        emit positionChanged();
        emit openChanged();
      });
}

void TimeTravel::close() {
  if (!m_open) return;
  m_open = false;
  emit openChanged();
}

int TimeTravel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant TimeTravel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& point = m_points[static_cast<std::size_t>(index.row())];
  switch (role) {
    case MessageIdRole: return static_cast<qint64>(point.message);
    case KeptRole: return point.kept;
    case CostRole: return static_cast<int>(point.cost);
    default: return {};
  }
}

QHash<int, QByteArray> TimeTravel::roleNames() const { return {{MessageIdRole, "messageId"}, {KeptRole, "kept"}, {CostRole, "cost"}}; }

const TimeTravel::Point* TimeTravel::point() const {
  return m_position >= 0 && m_position < count() ? &m_points[static_cast<std::size_t>(m_position)] : nullptr;
}

void TimeTravel::setPosition(int position) {
  position = std::clamp(position, 0, std::max(0, count() - 1));
  if (position == m_position) return;
  m_position = position;
  emit positionChanged();
}

qint64 TimeTravel::messageId() const { return point() ? static_cast<qint64>(point()->message) : 0; }

bool TimeTravel::isKept() const { return point() && point()->kept; }

QString TimeTravel::placeText() const {
  return point() ? tr("As of turn %1 of %2").arg(QLocale().toString(m_position + 1), QLocale().toString(count())) : QString();
}

QString TimeTravel::questionText() const { return point() ? QString::fromStdString(point()->question) : QString(); }

QString TimeTravel::costText() const {
  if (!point()) return {};
  if (point()->kept) return tr("Its state is kept: nothing is read again.");
  if (isPrivate(m_chat.conversationId()))
    return tr("States of a private chat stay in memory while there is room: at most about %n tokens are read again.", nullptr,
              static_cast<int>(point()->cost));
  return tr("Its state is not kept: about %n tokens are read again.", nullptr, static_cast<int>(point()->cost));
}

void TimeTravel::ask(const QString& text) {
  if (!point() || text.trimmed().isEmpty()) return;
  m_chat.askAfter(messageId(), text);
  close();
}

void TimeTravel::leaveOut(qint64 answerId) {
  const int rows = m_chat.messages()->count();
  if (rows == 0 || m_chat.isGenerating()) return;
  const MessageId leaf{m_chat.messages()->at(rows - 1).id};
  m_storage.of(m_chat.conversationId()).submit(
      this,
      [answer = MessageId{answerId}, leaf](Stores& stores) -> Result<void> {
        const auto message = stores.conversations.message(answer);
        if (!message) return message.error();
        if (!message->parent) return Error{ErrorCode::InvalidArgument, "[chat] only a turn with its answer can be left out", {}};
        const auto done = leave_out_turn(*stores.database, *message->parent, leaf);
        if (!done) return done.error();
        // In a chat about documents a copied question is answered from the same passages.
        for (const auto& [from, to] : done->copies) {
          const auto sources = stores.documents.sources(from);
          if (!sources || !*sources) continue;
          std::vector<PassageId> passages;
          for (const auto& passage : (*sources)->passages) passages.push_back(passage.id);
          (void)stores.documents.set_sources(to, message->conversation, (*sources)->mode, passages);
        }
        return {};
      },
      [this](const Result<void>& done) {
        close();
        if (!done) return emit failed(done.error());
        m_chat.reload();
      });
}

}  // namespace eddy
