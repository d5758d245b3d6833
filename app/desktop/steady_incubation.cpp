#include "app/desktop/steady_incubation.h"

#include <QTimerEvent>

namespace eddy {

SteadyIncubation::SteadyIncubation(QQmlEngine& engine) : QObject(&engine) { engine.setIncubationController(this); }

void SteadyIncubation::incubatingObjectCountChanged(int count) {
  if (count > 0 && !m_timer.isActive()) m_timer.start(kPause, Qt::PreciseTimer, this);
}

void SteadyIncubation::timerEvent(QTimerEvent* event) {
  if (event->timerId() != m_timer.timerId()) return;
  const bool before = std::exchange(s_working, true);
  incubateFor(kSlice);
  s_working = before;
  if (incubatingObjectCount() == 0) m_timer.stop();
}

}  // namespace eddy
