// Keeps the collector of QML's script engine out of what somebody watches. GUI thread only.
#pragma once

#include <QJSValue>
#include <QObject>
#include <QTimer>

class QQmlEngine;

namespace eddy {

/// The collector looks at everything at once (before Qt 6.8), which takes longer than a frame. It runs when strings that scripts have touched take twice
/// what they took after the last time, 128 kB at first: a string of kReserve that is never looked at, and so takes no memory that is used, makes that
/// many more of them room. What an answer has left behind is collected when nobody has pressed or moved anything for a while.
class ScriptHeap : public QObject {
  Q_OBJECT

 public:
  /// Becomes the engine's child.
  explicit ScriptHeap(QQmlEngine& engine);

  /// Collects at the next quiet moment.
  void collectLater();
  /// Something is to be watched: what collectLater() asked for waits until it is asked for again.
  void hold();

  static constexpr qsizetype kReserve = 8 << 20;  ///< bytes
  static constexpr int kQuiet = 1500;             ///< milliseconds without a key, a click or a movement

 protected:
  bool eventFilter(QObject* receiver, QEvent* event) override;

 private:
  void collect();

  QQmlEngine& m_engine;
  QJSValue m_reserve;
  QTimer m_quiet;
};

}  // namespace eddy
