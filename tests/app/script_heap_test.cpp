// The collector of the script engine runs when nobody watches, and not because of a few strings.
#include <QJSValue>
#include <QKeyEvent>
#include <QPointer>
#include <QQmlEngine>
#include <QSignalSpy>
#include <QTest>

#include "app/script_heap.h"

using namespace eddy;

class ScriptHeapTest : public QObject {
  Q_OBJECT

  /// Gone as soon as the collector has run.
  static QPointer<QObject> litter(QQmlEngine& engine) {
    auto* object = new QObject;
    engine.newQObject(object);
    return object;
  }
  /// Strings that nobody keeps, of 1 MB together.
  static void useStrings(QQmlEngine& engine) {
    for (int i = 0; i < 500; ++i) engine.toScriptValue(QString(1000, QChar(u'a' + i % 20)));
  }

 private slots:
  void without_it_a_few_strings_make_the_engine_collect() {
    QQmlEngine engine;
    const auto object = litter(engine);
    useStrings(engine);
    QTRY_VERIFY(!object);
  }

  void with_it_they_do_not() {
    QQmlEngine engine;
    new ScriptHeap(engine);
    const auto object = litter(engine);
    useStrings(engine);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(object);
  }

  void many_still_do() {
    QQmlEngine engine;
    new ScriptHeap(engine);
    const auto object = litter(engine);
    for (int megabyte = 0; megabyte < 40; ++megabyte) useStrings(engine);
    QTRY_VERIFY(!object);
  }

  void it_collects_when_nothing_is_pressed_any_more() {
    QQmlEngine engine;
    auto* heap = new ScriptHeap(engine);
    const auto object = litter(engine);
    heap->collectLater();
    QElapsedTimer typed;
    for (typed.start(); typed.elapsed() < 2 * ScriptHeap::kQuiet;) {
      QKeyEvent key(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier);
      QCoreApplication::sendEvent(this, &key);
      QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    }
    QVERIFY(object);
    QTRY_VERIFY_WITH_TIMEOUT(!object, 60000);
  }

  void it_waits_while_something_is_watched() {
    QQmlEngine engine;
    auto* heap = new ScriptHeap(engine);
    const auto object = litter(engine);
    heap->collectLater();
    heap->hold();
    QTest::qWait(2 * ScriptHeap::kQuiet);
    QVERIFY(object);
    heap->collectLater();
    QTRY_VERIFY_WITH_TIMEOUT(!object, 60000);
  }
};

QTEST_GUILESS_MAIN(ScriptHeapTest)
#include "script_heap_test.moc"
