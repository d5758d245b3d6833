// Keeps still what is read in a list whose rows get their content, and with it their height, after they have come into view.
// GUI thread only.
#pragma once

#include <QHash>
#include <QPointer>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>
#include <functional>

#include "app/chat/message_list_model.h"

namespace eddy {

class LateItem;

/// What does not move while rows are filled: the end where the list follows it, else the row that was gone to, else what can be
/// read already, else the first that begins in view. Heights of rows that are gone are remembered.
class SteadyPlace : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QQuickItem* view MEMBER m_view NOTIFY viewChanged)      ///< a ListView of LateItems
  Q_PROPERTY(bool following MEMBER m_following NOTIFY followingChanged)
  Q_PROPERTY(bool settled READ isSettled STORED false)               ///< all rows in view have their content

 public:
  explicit SteadyPlace(QObject* parent = nullptr) : QObject(parent) {}

  /// Row `row` is where reading goes on: at the upper edge of the view, or in its middle.
  Q_INVOKABLE void goTo(int row, bool middle);
  /// As goTo() without moving: the row is in view, and comes first.
  Q_INVOKABLE void prefer(QQuickItem* row) { m_target = row, m_kept = Kept::Still, m_at = top(); }
  /// The reader has moved by himself.
  Q_INVOKABLE void leave() { m_target.clear(); }
  /// What row `row` of `messages` is likely to need at `width` in a font of `fontSize`; pixels.
  Q_INVOKABLE double expectedHeight(eddy::MessageListModel* messages, int row, double width, double fontSize) const;
  Q_INVOKABLE void remember(double message, double width, double height);

  /// From where is read; what is in view comes before all else.
  double distanceTo(const QQuickItem& row) const;
  /// Calls `change`, by which `row` gets another height, and puts back what must not move.
  void keep(const QQuickItem& row, const std::function<void()>& change);
  /// `row` has another height without keep(), and will be laid out: true where something below it must not move. undoMove() puts it back
  /// before the frame. Not while the list moves by itself: setting its place would stop it.
  bool expectMove(const QQuickItem& row);
  void undoMove();
  bool isSettled() const;

 signals:
  void viewChanged();
  void followingChanged();

 private:
  enum class Kept { Still, Top, Middle };
  struct Size {
    double width = 0, height = 0;
  };
  double number(const char* property) const;
  double top() const { return number("contentY"); }
  QList<QQuickItem*> rows() const;
  QQuickItem* kept();
  void moveTo(double y);

  QPointer<QQuickItem> m_view;
  bool m_following = false;
  QPointer<QQuickItem> m_target;
  QPointer<QQuickItem> m_held;  // what was there first of all that can be read
  int m_row = -1;
  double m_at = 0;  // where the view was left: elsewhere, the reader has moved
  Kept m_kept = Kept::Still;
  QPointer<QQuickItem> m_expected;  // that a row above it would move
  double m_offset = 0;              // of it from the top of the view
  QHash<qint64, Size> m_sizes;
};

}  // namespace eddy
