// Frame times of a window and the stretches of work of its thread. GUI thread only.
#pragma once

#include <QObject>
#include <QQuickWindow>
#include <functional>
#include <vector>

#include "app/desktop/gui_watchdog.h"

namespace eddy::bench {

struct Spread {
  double median = 0, p95 = 0, p99 = 0, worst = 0;
};
/// Zeros for no values.
Spread spreadOf(std::vector<double> values);

class FrameMeter : public QObject {
  Q_OBJECT

 public:
  explicit FrameMeter(QQuickWindow& window);

  /// Forgets what was measured before.
  void start();
  /// Calls `step` with 0, 1, … and waits for the frame that shows it each time. Milliseconds from before the step until its frame was swapped.
  std::vector<double> drive(int steps, const std::function<void(int)>& step);
  /// Runs the event loop until `done` says so or `seconds` are over; false then.
  bool watch(const std::function<bool()>& done, int seconds);
  /// Milliseconds from the beginning of a frame's layout until it was swapped, of each frame since start().
  const std::vector<double>& frames() const { return m_frames; }
  const GuiWatchdog& watchdog() const { return m_watchdog; }

 private:
  QQuickWindow& m_window;
  GuiWatchdog m_watchdog;
  QElapsedTimer m_clock;
  double m_begun = 0;
  std::vector<double> m_frames;
};

}  // namespace eddy::bench
