#include "tests/bench/window/frame_meter.h"

#include <QEventLoop>
#include <QTimer>
#include <algorithm>
#include <cmath>

namespace eddy::bench {

Spread spreadOf(std::vector<double> values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const auto at = [&](double share) { return values[static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size()))) - 1]; };
  return {at(0.5), at(0.95), at(0.99), values.back()};
}

// The render loop is the basic one (see main()): all of a frame happens on this thread.
FrameMeter::FrameMeter(QQuickWindow& window) : m_window(window), m_watchdog(GuiWatchdog::kBound, qEnvironmentVariableIsSet("EDDY_GUI_WATCHDOG")) {
  m_clock.start();
  connect(&window, &QQuickWindow::afterAnimating, this, [this] { m_begun = static_cast<double>(m_clock.nsecsElapsed()) / 1e6; });
  connect(&window, &QQuickWindow::frameSwapped, this, [this] { m_frames.push_back(static_cast<double>(m_clock.nsecsElapsed()) / 1e6 - m_begun); });
}

void FrameMeter::start() {
  m_frames.clear();
  m_watchdog.restart();
}

std::vector<double> FrameMeter::drive(int steps, const std::function<void(int)>& step) {
  std::vector<double> times;
  for (int i = 0; i < steps; ++i) {
    QEventLoop shown;
    QElapsedTimer timer;
    connect(&m_window, &QQuickWindow::frameSwapped, &shown, &QEventLoop::quit);
    QTimer::singleShot(5000, &shown, &QEventLoop::quit);
    timer.start();
    step(i);
    m_window.update();
    shown.exec();
    times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
  }
  return times;
}

bool FrameMeter::watch(const std::function<bool()>& done, int seconds) {
  QEventLoop loop;
  QTimer look;
  QElapsedTimer waited;
  waited.start();
  connect(&look, &QTimer::timeout, &loop, [&] {
    if (done() || waited.elapsed() > seconds * 1000) loop.quit();
  });
  look.start(2);
  loop.exec();
  return done();
}

}  // namespace eddy::bench
