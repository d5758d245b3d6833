#include "app/chat/steady_place.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/chat/late_item.h"

namespace eddy {
namespace {

constexpr qsizetype kMostLetters = 20'000;  // that are looked at; more are taken to be like them
constexpr qsizetype kMostSizes = 20'000;
constexpr int kCenter = 1, kBeginning = 0;  // ListView.PositionMode

/// Lines of `text` where one has room for `room` Latin letters; letters of other scripts count as two where they are as wide.
double linesOf(QStringView text, double room) {
  const auto looked = text.first(std::min(text.size(), kMostLetters));
  double lines = 1, letters = 0;
  for (const auto letter : looked) {
    if (letter == u'\n') lines += std::ceil(letters / room), letters = 0;
    else letters += letter.unicode() >= 0x2E80 ? 2 : 1;
  }
  lines += std::floor(letters / room);
  return looked.isEmpty() ? 1 : lines * static_cast<double>(text.size()) / static_cast<double>(looked.size());
}

/// In view, with its content.
bool isRead(const QQuickItem* row, double from, double to) {
  return row && row->y() < to && row->y() + row->height() > from && static_cast<const LateItem*>(row)->item();
}

}  // namespace

double SteadyPlace::number(const char* property) const { return m_view ? m_view->property(property).toDouble() : 0; }

QList<QQuickItem*> SteadyPlace::rows() const {
  const auto* content = m_view ? m_view->property("contentItem").value<QQuickItem*>() : nullptr;
  QList<QQuickItem*> all;
  if (!content) return all;
  for (auto* child : content->childItems()) {
    if (qobject_cast<LateItem*>(child)) all += child;
  }
  std::sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->y() < b->y(); });
  return all;
}

bool SteadyPlace::isSettled() const {
  const auto all = rows();
  const double from = top(), to = from + number("height");
  return std::none_of(all.begin(), all.end(), [&](const auto* row) {
    return row->y() < to && row->y() + row->height() > from && !static_cast<const LateItem*>(row)->item();
  });
}

void SteadyPlace::goTo(int row, bool middle) {
  if (!m_view) return;
  QMetaObject::invokeMethod(m_view, "positionViewAtIndex", Q_ARG(int, row), Q_ARG(int, middle ? kCenter : kBeginning));
  QQuickItem* item = nullptr;
  QMetaObject::invokeMethod(m_view, "itemAtIndex", Q_RETURN_ARG(QQuickItem*, item), Q_ARG(int, row));
  m_target = item;
  m_row = row;
  m_kept = middle ? Kept::Middle : Kept::Top;
  m_at = top();
}

double SteadyPlace::distanceTo(const QQuickItem& row) const {
  if (&row == m_target) return -1;
  const double from = top(), to = from + number("height");
  const auto* read = m_target ? m_target.data() : isRead(m_held, from, to) ? m_held.data() : nullptr;
  const double place = m_following ? to : read ? read->y() : from;
  const double away = row.y() > place ? row.y() - place : std::max(0.0, place - row.y() - row.height());
  const bool inView = row.y() < to && row.y() + row.height() > from;
  return inView ? away : away + 1e6;
}

QQuickItem* SteadyPlace::kept() {
  if (m_target) return m_target;
  const double from = top(), to = from + number("height");
  const auto all = rows();
  const auto find = [&](auto fits) {
    const auto found = std::find_if(all.begin(), all.end(), fits);
    return found == all.end() ? nullptr : *found;
  };
  if (!isRead(m_held, from, to)) m_held = find([&](auto* row) { return isRead(row, from, to); });
  if (m_held) return m_held;
  auto* begins = find([&](auto* row) { return row->y() >= from - 0.5 && row->y() < to; });
  return begins ? begins : find([&](auto* row) { return row->y() + row->height() > from; });
}

void SteadyPlace::keep(const QQuickItem& row, const std::function<void()>& change) {
  if (m_target && std::abs(top() - m_at) > 1) leave();
  const QPointer<QQuickItem> held = m_following ? nullptr : kept();
  const double offset = held ? held->y() - top() : 0;
  change();
  if (!m_view) return;
  QMetaObject::invokeMethod(m_view, "forceLayout");
  if (m_following) {
    QMetaObject::invokeMethod(m_view, "positionViewAtEnd");
  } else if (held && held == m_target && &row == held && m_kept == Kept::Middle) {
    QMetaObject::invokeMethod(m_view, "positionViewAtIndex", Q_ARG(int, m_row), Q_ARG(int, kCenter));
  } else if (held) {
    moveTo(held->y() - (held == m_target && m_kept == Kept::Top ? 0 : offset));
  }
  m_at = top();
}

bool SteadyPlace::expectMove(const QQuickItem& row) {
  if (m_expected) return true;
  if (m_following || !m_view || m_view->property("moving").toBool()) return false;
  auto* held = kept();
  if (!held || held == &row || row.y() >= held->y()) return false;
  m_expected = held;
  m_offset = held->y() - top();
  return true;
}

void SteadyPlace::undoMove() {
  const auto held = std::exchange(m_expected, nullptr);
  if (!held || !m_view || m_following) return;
  QMetaObject::invokeMethod(m_view, "forceLayout");
  moveTo(held->y() - m_offset);
  m_at = top();
}

/// Not beyond the ends. Only where there is a way to go: setting it stops a list that moves.
void SteadyPlace::moveTo(double y) {
  const double lowest = number("originY") - number("topMargin");
  const double highest = std::max(lowest, number("originY") + number("contentHeight") + number("bottomMargin") - number("height"));
  const double wanted = std::clamp(y, lowest, highest);
  if (std::abs(wanted - top()) > 0.5) m_view->setProperty("contentY", wanted);
}

double SteadyPlace::expectedHeight(MessageListModel* messages, int row, double width, double fontSize) const {
  if (!messages || row < 0 || row >= messages->count() || width <= 0) return 0;
  const auto& message = messages->at(row);
  if (const auto known = m_sizes.constFind(message.id); known != m_sizes.cend() && known->width == width) return known->height;
  const bool asked = message.author == MessageListModel::User;
  const double room = std::max(8.0, (asked ? 0.85 * width - 2 * fontSize : width) / (0.5 * fontSize));
  return linesOf(message.text, room) * 1.45 * fontSize + (asked ? 60 : 50);
}

void SteadyPlace::remember(double message, double width, double height) {
  if (m_sizes.size() >= kMostSizes) m_sizes.clear();
  m_sizes.insert(static_cast<qint64>(message), {width, height});
}

}  // namespace eddy
