// Makes what QML may make later a few milliseconds at a time, with room for input and frames between. GUI thread only.
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <QQmlEngine>
#include <QQmlIncubator>
#include <utility>

namespace eddy {

/// Instead of a window's own, which works for two thirds of a frame without a break. The engine owns it.
class SteadyIncubation : public QObject, public QQmlIncubationController {
  Q_OBJECT

 public:
  explicit SteadyIncubation(QQmlEngine& engine);

  /// Items are being made in a slice right now, and not because somebody must have them at once.
  static bool isWorking() { return s_working; }
  /// What is made while one of these lives is not part of the slice.
  class Rest {
   public:
    Rest() : m_before(std::exchange(s_working, false)) {}
    ~Rest() { s_working = m_before; }

   private:
    bool m_before;
  };

  static constexpr int kSlice = 3;  ///< milliseconds of work
  static constexpr int kPause = 2;  ///< milliseconds between two slices

 protected:
  void incubatingObjectCountChanged(int count) override;
  void timerEvent(QTimerEvent* event) override;

 private:
  static inline bool s_working = false;
  QBasicTimer m_timer;
};

}  // namespace eddy
