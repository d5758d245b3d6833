#include "app/desktop/gui_watchdog.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEvent>
#include <QLoggingCategory>
#include <QMetaEnum>
#include <QThread>
#include <algorithm>
#include <chrono>
#ifdef __unix__
#include <time.h>
#endif

namespace eddy {
namespace {

Q_LOGGING_CATEGORY(log, "eddy.gui")

QString eventName(int type) {
  const auto* name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
  return name ? QString::fromLatin1(name) : QString::number(type);
}

/// Without what QML's compiler appends: "Main_QMLTYPE_12" is "Main".
QString withoutSuffix(const char* type) {
  auto name = QString::fromLatin1(*type ? type : "nothing");
  const auto made = name.indexOf(QLatin1String("_QML"));
  return made > 0 ? name.first(made) : name;
}

}  // namespace

GuiWatchdog::GuiWatchdog(double bound, bool tell, QObject* parent) : QObject(parent), m_bound(bound), m_tell(tell) {
  m_clock.start();
  QCoreApplication::instance()->installEventFilter(this);
  const auto* dispatcher = QAbstractEventDispatcher::instance();
  connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &GuiWatchdog::end);
  connect(dispatcher, &QAbstractEventDispatcher::awake, this, &GuiWatchdog::end);
}

GuiWatchdog::~GuiWatchdog() = default;

std::unique_ptr<GuiWatchdog> GuiWatchdog::asWished() {
#ifdef NDEBUG
  double bound = 0;
#else
  double bound = kBound;
#endif
  bool given = false;
  const auto wished = qEnvironmentVariable("EDDY_GUI_WATCHDOG").toDouble(&given);
  if (given) bound = wished;
  if (bound <= 0) return nullptr;
  return std::make_unique<GuiWatchdog>(bound, true);
}

// By name, since this room knows no windows. Direct: a render loop with a thread of its own calls from there.
void GuiWatchdog::watchDrawing(QObject* window) {
  constexpr auto kDirectOnce = static_cast<Qt::ConnectionType>(Qt::DirectConnection | Qt::UniqueConnection);
  connect(window, SIGNAL(beforeRendering()), this, SLOT(beginDrawing()), kDirectOnce);
  connect(window, SIGNAL(frameSwapped()), this, SLOT(endDrawing()), kDirectOnce);
}

void GuiWatchdog::beginDrawing() {
  if (QThread::currentThread() == thread()) m_drawingSince = cpuNow();
}

void GuiWatchdog::endDrawing() {
  if (QThread::currentThread() != thread() || m_drawingSince < 0) return;
  m_drawing += cpuNow() - m_drawingSince;
  m_drawingSince = -1;
}

double GuiWatchdog::cpuNow() {
#ifdef __unix__
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
#else
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();  // the clock's
#endif
}

bool GuiWatchdog::eventFilter(QObject* receiver, QEvent* event) {
  if (!m_busy) begin();
  else closeEvent();
  m_eventSince = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
  m_eventType = event->type();
  const auto* type = receiver->metaObject();
  qstrncpy(m_eventReceiver.data(), type->className(), m_eventReceiver.size());
  if (event->type() == QEvent::Show && receiver->isWindowType() && type->indexOfSignal("beforeRendering()") >= 0) watchDrawing(receiver);
  return false;
}

void GuiWatchdog::begin() {
  m_busy = true;
  m_since = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
  m_cpuSince = cpuNow();
  m_drawing = 0;
  m_drawingSince = -1;
  m_longest = 0;
  m_longestReceiver = {};
  m_eventReceiver = {};
}

/// The next one has begun: what ran since the last one began was its work.
void GuiWatchdog::closeEvent() {
  const double took = static_cast<double>(m_clock.nsecsElapsed()) / 1e6 - m_eventSince;
  if (took <= m_longest || m_eventReceiver[0] == 0) return;
  m_longest = took;
  m_longestType = m_eventType;
  m_longestReceiver = m_eventReceiver;
}

void GuiWatchdog::end() {
  if (!m_busy) return;
  m_busy = false;
  closeEvent();
  const double wall = static_cast<double>(m_clock.nsecsElapsed()) / 1e6 - m_since;
  if (wall <= m_bound) return;
  const double cpu = cpuNow() - m_cpuSince;
  Stretch stretch{wall, cpu, m_drawing, eventName(m_longestType) + QLatin1Char(' ') + withoutSuffix(m_longestReceiver.data()), m_longest};
  if (m_tell) {
    qCWarning(log).noquote() << QStringLiteral("busy for %1 ms (%2 ms of work, %3 ms of drawing), %4 ms of it with %5")
                                    .arg(wall, 0, 'f', 1).arg(stretch.work(), 0, 'f', 1).arg(m_drawing, 0, 'f', 1).arg(stretch.part, 0, 'f', 1).arg(stretch.longest);
  }
  if (stretch.work() <= m_bound) return;
  ++m_count;
  if (m_stretches.size() == kMost) {
    m_stretches.erase(std::min_element(m_stretches.begin(), m_stretches.end(), [](const auto& a, const auto& b) { return a.work() < b.work(); }));
  }
  m_stretches.push_back(std::move(stretch));
  emit stalled(wall);
}

std::optional<GuiWatchdog::Stretch> GuiWatchdog::worst() const {
  const auto found = std::max_element(m_stretches.begin(), m_stretches.end(), [](const auto& a, const auto& b) { return a.work() < b.work(); });
  return found == m_stretches.end() ? std::nullopt : std::optional(*found);
}

void GuiWatchdog::clear() {
  m_stretches.clear();
  m_count = 0;
}

void GuiWatchdog::restart() {
  m_busy = false;
  clear();
}

}  // namespace eddy
