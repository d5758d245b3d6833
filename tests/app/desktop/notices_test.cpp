// The user hears of what has ended when nobody was looking, and of nothing else.
#include <QSignalSpy>
#include <QTest>

#include "tests/support/app/offline_app.h"

using namespace eddy;

namespace {

struct World {
  OfflineApp app;
  bool active = false;
  bool service = true;
  qint64 time = 0;
  qint64 step = 10'000;  // passes between two looks at the clock
  QStringList told;

  World() {
    notices().setPorts({.windowActive = [this] { return active; },
                        .now = [this] { return time += step; },
                        .deliver = [this](const QString& title, const QString& text) {
                          if (service) told += title + QStringLiteral(": ") + text;
                          return service;
                        }});
    notices().start();
  }
  Notices& notices() { return app.composition().notices(); }
};

}  // namespace

class NoticesTest : public QObject {
  Q_OBJECT

 private slots:
  void a_long_answer_is_announced_with_its_chat() {
    World world;
    QVERIFY(world.app.ask(QStringLiteral("short question")));
    const auto chat = world.app.chat().conversationId();
    QTRY_VERIFY_WITH_TIMEOUT(world.app.conversations().titleOf(chat).contains(u"short question"), 30'000);
    QVERIFY(world.app.ask(QStringLiteral("short again")));
    QTRY_COMPARE_WITH_TIMEOUT(world.told.size(), 2, 30'000);
    QVERIFY2(world.told.last().contains(u"short question"), qPrintable(world.told.last()));
  }

  void nothing_is_said_while_the_window_is_looked_at() {
    World world;
    world.active = true;
    QVERIFY(world.app.ask(QStringLiteral("short")));
    QVERIFY(world.told.isEmpty());
  }

  void a_quick_answer_is_no_news() {
    World world;
    world.step = 1000;
    QVERIFY(world.app.ask(QStringLiteral("short")));
    QVERIFY(world.told.isEmpty());
  }

  void it_can_be_switched_off() {
    World world;
    world.app.settings().setProperty("notifications", false);
    QVERIFY(world.app.ask(QStringLiteral("short")));
    QVERIFY(world.told.isEmpty());
  }

  void before_the_start_the_desktop_is_left_alone() {
    OfflineApp app;
    bool asked = false;
    app.composition().notices().setPorts({.windowActive = [] { return false; },
                                          .now = [time = qint64{0}]() mutable { return time += 10'000; },
                                          .deliver = [&](const QString&, const QString&) { return asked = true; }});
    QVERIFY(app.ask(QStringLiteral("short")));
    QVERIFY(!asked);
    app.settings().setProperty("trayIcon", true);
    QVERIFY(!app.composition().notices().isTrayShown());
  }

  void without_a_service_the_tray_icon_says_it() {
    World world;
    world.service = false;
    QSignalSpy said(&world.notices(), &Notices::said);
    QVERIFY(world.app.ask(QStringLiteral("short")));
    QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, 30'000);
  }

  void a_click_shows_the_window_and_the_chat() {
    World world;
    QVERIFY(world.app.ask(QStringLiteral("short")));
    const auto chat = world.app.chat().conversationId();
    QTRY_COMPARE_WITH_TIMEOUT(world.told.size(), 1, 30'000);
    world.app.conversations().create();
    QTRY_VERIFY_WITH_TIMEOUT(world.app.chat().conversationId() != chat, 30'000);
    QSignalSpy raised(&world.app.app(), &App::raiseRequested);
    world.notices().show();
    QCOMPARE(raised.count(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(world.app.chat().conversationId(), chat, 30'000);
  }

  void the_tray_icon_is_there_only_where_it_is_wanted() {
    World world;
    QVERIFY(!world.notices().isTrayShown());
    QSignalSpy changed(&world.notices(), &Notices::trayShownChanged);
    world.app.settings().setProperty("trayIcon", true);
    QVERIFY(world.notices().isTrayShown());
    QCOMPARE(changed.count(), 1);
  }
};

QTEST_MAIN(NoticesTest)
#include "notices_test.moc"
