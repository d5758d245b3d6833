// Deletes what is of no more use a little at a time: hundreds of items at once take as long as making them. GUI thread only.
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <QPointer>
#include <deque>

namespace eddy {

class SpreadDeletion : public QObject {
  Q_OBJECT

 public:
  /// `object` keeps its parent, which deletes it should it go first.
  static void later(QObject* object);
  /// Of all that were handed over.
  static int waiting();

  static constexpr int kSlice = 2;  ///< milliseconds of work; at least one object goes in each
  static constexpr int kPause = 3;  ///< milliseconds between two slices

 protected:
  void timerEvent(QTimerEvent* event) override;

 private:
  using QObject::QObject;
  static SpreadDeletion& instance();

  QBasicTimer m_timer;
  std::deque<QPointer<QObject>> m_objects;
};

}  // namespace eddy
