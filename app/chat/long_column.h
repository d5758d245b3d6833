// Items under one another of which only those near the view are in the scene: a text of thousands of lines costs a frame no more than what is on
// show. GUI thread only. (An item written in C++, as LateItem is: what it does, it does in every frame.)
#pragma once

#include <QPointer>
#include <QQuickItem>
#include <QSet>
#include <QtQml/qqmlregistration.h>

namespace eddy {

/// Lays out its children as a Column does, those without a height apart. Those that are further than a view's height from what the view shows become
/// invisible, and keep their place; what has the keyboard, or a selection being made, stays. `visible` of a child is the column's to set.
class LongColumn : public QQuickItem {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QQuickItem* view READ view WRITE setView NOTIFY viewChanged)
  Q_PROPERTY(qreal spacing MEMBER m_spacing NOTIFY spacesChanged)
  Q_PROPERTY(qreal topPadding MEMBER m_topPadding NOTIFY spacesChanged)
  Q_PROPERTY(qreal bottomPadding MEMBER m_bottomPadding NOTIFY spacesChanged)
  Q_PROPERTY(int away READ away NOTIFY awayChanged)

 public:
  explicit LongColumn(QQuickItem* parent = nullptr);

  /// An ancestor that shows a part of this, such as a Flickable; without one all children stay in the scene.
  QQuickItem* view() const { return m_view; }
  void setView(QQuickItem* view);
  /// Children that are out of the scene.
  int away() const { return static_cast<int>(m_away.size()); }

 signals:
  void viewChanged();
  void spacesChanged();
  void awayChanged();

 protected:
  void componentComplete() override;
  void updatePolish() override;
  void itemChange(ItemChange change, const ItemChangeData& data) override;

 private:
  void follow(QQuickItem& child);
  void forget(QQuickItem& child);
  void watch(QQuickWindow* window);
  void look();
  void keep(QQuickItem& child, bool inScene);

  QPointer<QQuickItem> m_view;
  qreal m_spacing = 0, m_topPadding = 0, m_bottomPadding = 0;
  qreal m_top = 0, m_height = 0;  // of what the view showed when it was looked at last
  bool m_moved = true;            // children, since then
  QSet<QQuickItem*> m_away;
  QMetaObject::Connection m_frames;
};

}  // namespace eddy
