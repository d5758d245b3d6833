#include "app/script_heap.h"

#include <QCoreApplication>
#include <QEvent>
#include <QQmlEngine>

namespace eddy {

ScriptHeap::ScriptHeap(QQmlEngine& engine) : QObject(&engine), m_engine(engine) {
  m_reserve = engine.toScriptValue(QString(kReserve / static_cast<qsizetype>(sizeof(QChar)), Qt::Uninitialized));
  m_quiet.setSingleShot(true);
  m_quiet.setInterval(kQuiet);
  connect(&m_quiet, &QTimer::timeout, this, &ScriptHeap::collect);
}

/// Events are looked at only while a quiet moment is waited for.
void ScriptHeap::collectLater() {
  QCoreApplication::instance()->installEventFilter(this);
  m_quiet.start();
}

void ScriptHeap::hold() {
  QCoreApplication::instance()->removeEventFilter(this);
  m_quiet.stop();
}

void ScriptHeap::collect() {
  hold();
  m_engine.collectGarbage();
}

bool ScriptHeap::eventFilter(QObject* receiver, QEvent* event) {
  switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin: m_quiet.start(); break;
    default: break;
  }
  return QObject::eventFilter(receiver, event);
}

}  // namespace eddy
