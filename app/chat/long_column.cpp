#include "app/chat/long_column.h"

#include <QQuickWindow>
#include <algorithm>

namespace eddy {
namespace {

constexpr qreal kMargin = 1;  // heights of the view above and below it in which children stay

}  // namespace

LongColumn::LongColumn(QQuickItem* parent) : QQuickItem(parent) {
  connect(this, &LongColumn::spacesChanged, this, &LongColumn::polish);
}

void LongColumn::setView(QQuickItem* view) {
  if (view == m_view) return;
  m_view = view;
  m_moved = true;
  watch(window());
  polish();
  emit viewChanged();
}

void LongColumn::componentComplete() {
  QQuickItem::componentComplete();
  polish();
}

void LongColumn::itemChange(ItemChange change, const ItemChangeData& data) {
  if (change == ItemChildAddedChange) follow(*data.item);
  if (change == ItemChildRemovedChange) forget(*data.item);
  if (change == ItemSceneChange) watch(data.window);
  QQuickItem::itemChange(change, data);
}

void LongColumn::follow(QQuickItem& child) {
  connect(&child, &QQuickItem::heightChanged, this, &LongColumn::polish);
  connect(&child, &QQuickItem::widthChanged, this, &LongColumn::polish);
  polish();
}

void LongColumn::forget(QQuickItem& child) {
  child.disconnect(this);
  if (m_away.remove(&child)) emit awayChanged();
  polish();
}

/// Before each frame is laid out: whatever moved the column or its view, nothing has to say so.
void LongColumn::watch(QQuickWindow* window) {
  disconnect(m_frames);
  if (window && m_view) m_frames = connect(window, &QQuickWindow::afterAnimating, this, &LongColumn::look);
}

void LongColumn::updatePolish() {
  qreal y = m_topPadding, width = 0;
  bool any = false;
  const auto children = childItems();
  for (auto* child : children) {
    if (child->height() <= 0) continue;
    if (any) y += m_spacing;
    child->setY(y);
    y += child->height();
    width = std::max(width, child->width());
    any = true;
  }
  setImplicitSize(width, y + m_bottomPadding);
  m_moved = true;
  look();
}

void LongColumn::look() {
  if (!m_view || !window()) return;
  const qreal shown = m_view->height();
  if (m_away.isEmpty() && implicitHeight() < (1 + 2 * kMargin) * shown) return;
  const qreal top = m_view->mapToItem(this, QPointF()).y();
  if (!m_moved && top == m_top && shown == m_height) return;
  m_moved = false;
  m_top = top;
  m_height = shown;
  const auto* focused = window()->activeFocusItem();
  const int before = away();
  const auto children = childItems();
  for (auto* child : children) {
    const bool inReach = child->y() + child->height() >= top - kMargin * shown && child->y() <= top + (1 + kMargin) * shown;
    keep(*child, inReach || child->height() <= 0 || child == focused || (focused && child->isAncestorOf(focused)));
  }
  if (away() != before) emit awayChanged();
}

void LongColumn::keep(QQuickItem& child, bool inScene) {
  if (inScene != m_away.contains(&child)) return;
  if (inScene) m_away.remove(&child);
  else m_away.insert(&child);
  child.setVisible(inScene);
}

}  // namespace eddy
