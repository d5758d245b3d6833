#include "app/desktop/spread_deletion.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimerEvent>

namespace eddy {

SpreadDeletion& SpreadDeletion::instance() {
  static QPointer<SpreadDeletion> one;
  if (!one) one = new SpreadDeletion(QCoreApplication::instance());
  return *one;
}

void SpreadDeletion::later(QObject* object) {
  auto& one = instance();
  one.m_objects.emplace_back(object);
  if (!one.m_timer.isActive()) one.m_timer.start(kPause, &one);
}

int SpreadDeletion::waiting() { return static_cast<int>(instance().m_objects.size()); }

void SpreadDeletion::timerEvent(QTimerEvent* event) {
  if (event->timerId() != m_timer.timerId()) return;
  QElapsedTimer taken;
  taken.start();
  do {
    const auto object = m_objects.front();
    m_objects.pop_front();
    delete object;
  } while (!m_objects.empty() && taken.elapsed() < kSlice);
  if (m_objects.empty()) m_timer.stop();
}

}  // namespace eddy
