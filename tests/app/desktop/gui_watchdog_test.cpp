// Work of the GUI thread is noticed with what it was spent on; waiting is not work.
#include <QCoreApplication>
#include <QEventLoop>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <ctime>
#include <thread>

#include "app/desktop/gui_watchdog.h"

using namespace eddy;

class Busy : public QObject {
  Q_OBJECT

 public slots:
  void work() {
    const auto end = std::clock() + 30 * CLOCKS_PER_SEC / 1000;  // of the processor, however busy it is with other programs
    while (std::clock() < end) {
    }
  }
};

/// Its class goes while it works, as those of QML go with their engine.
class Passing : public QObject {
 public:
  const QMetaObject* metaObject() const override { return m_type; }

 protected:
  bool event(QEvent*) override {
    Busy().work();
    m_type = &QObject::staticMetaObject;
    m_made.d.stringdata = nullptr;
    return true;
  }

 private:
  QMetaObject m_made = Busy::staticMetaObject;
  const QMetaObject* m_type = &m_made;
};

/// With the two signals of a window that tell when it is drawn.
class Window : public QObject {
  Q_OBJECT

 public slots:
  void draw() {
    emit beforeRendering();
    Busy().work();
    emit frameSwapped();
  }
  void drawElsewhere() {
    std::thread([this] { emit beforeRendering(); }).join();
    Busy().work();
    std::thread([this] { emit frameSwapped(); }).join();
  }

 signals:
  void beforeRendering();
  void frameSwapped();
};

class GuiWatchdogTest : public QObject {
  Q_OBJECT

  /// As the application does it: the loop waits for events.
  static void run(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
  }

 private slots:
  void long_work_is_noticed_with_its_receiver() {
    GuiWatchdog watchdog(8);
    Busy busy;
    QSignalSpy stalled(&watchdog, &GuiWatchdog::stalled);
    QMetaObject::invokeMethod(&busy, &Busy::work, Qt::QueuedConnection);
    run(60);
    QVERIFY(watchdog.count() >= 1);
    QCOMPARE(stalled.size(), watchdog.count());
    const auto worst = watchdog.worst();
    QVERIFY(worst);
    QCOMPARE(worst->longest, QStringLiteral("MetaCall Busy"));
    QVERIFY(worst->wall >= 29.9);
    QVERIFY(worst->part >= 29.9);
    QVERIFY(worst->cpu <= worst->wall + 1);
    QCOMPARE(worst->drawing, 0.0);
    watchdog.clear();
    QCOMPARE(watchdog.count(), 0);
    QVERIFY(!watchdog.worst());
  }

  void a_class_may_go_before_it_is_named() {
    GuiWatchdog watchdog(8);
    Passing passing;
    QCoreApplication::postEvent(&passing, new QEvent(QEvent::User));
    run(60);
    QVERIFY(watchdog.worst());
    QCOMPARE(watchdog.worst()->longest, QStringLiteral("User Busy"));
  }

  void drawing_is_told_from_work() {
    GuiWatchdog watchdog(8);
    Window window;
    watchdog.watchDrawing(&window);
    QMetaObject::invokeMethod(&window, &Window::draw, Qt::QueuedConnection);
    run(60);
    for (const auto& stretch : watchdog.stretches()) QVERIFY2(stretch.longest != QStringLiteral("MetaCall Window"), qPrintable(stretch.longest));
    watchdog.clear();
    Busy busy;
    QMetaObject::invokeMethod(&window, &Window::draw, Qt::QueuedConnection);
    QMetaObject::invokeMethod(&busy, &Busy::work, Qt::QueuedConnection);
    run(90);
    QVERIFY(watchdog.worst());
    QVERIFY(watchdog.worst()->drawing > 0 && watchdog.worst()->work() < watchdog.worst()->cpu);
  }

  void another_threads_drawing_takes_nothing_from_it() {
    GuiWatchdog watchdog(8);
    Window window;
    watchdog.watchDrawing(&window);
    QMetaObject::invokeMethod(&window, &Window::drawElsewhere, Qt::QueuedConnection);
    run(60);
    QVERIFY(watchdog.worst());
    QCOMPARE(watchdog.worst()->drawing, 0.0);
  }

  void waiting_is_no_work() {
    GuiWatchdog watchdog(8);
    run(80);
    QCOMPARE(watchdog.count(), 0);
  }

  void many_short_events_of_one_pass_count_together() {
    GuiWatchdog watchdog(20);
    Busy first, second;
    QMetaObject::invokeMethod(&first, &Busy::work, Qt::QueuedConnection);
    QMetaObject::invokeMethod(&second, &Busy::work, Qt::QueuedConnection);
    run(90);
    QVERIFY(watchdog.worst());
    QVERIFY(watchdog.worst()->wall >= 59.9);
  }

  void it_is_there_where_it_is_wished() {
    qputenv("EDDY_GUI_WATCHDOG", "12");
    QVERIFY(GuiWatchdog::asWished());
    qputenv("EDDY_GUI_WATCHDOG", "0");
    QVERIFY(!GuiWatchdog::asWished());
    qunsetenv("EDDY_GUI_WATCHDOG");
#ifdef NDEBUG
    QVERIFY(!GuiWatchdog::asWished());
#else
    QVERIFY(GuiWatchdog::asWished());
#endif
  }
};

QTEST_GUILESS_MAIN(GuiWatchdogTest)
#include "gui_watchdog_test.moc"
