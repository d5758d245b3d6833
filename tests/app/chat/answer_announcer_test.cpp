// An answer is read aloud as the user wants it, of the chat that is shown, once.
#include <QSignalSpy>
#include <QTest>

#include "tests/support/app/offline_app.h"

using namespace eddy;

namespace {

constexpr const char* kAnswer = "One is here. Two is here.\n\n```c\nint x;\nint y;\n```\nThree is here.";

struct World {
  OfflineApp app;
  bool listening = true;
  bool announced = true;  // somebody hears announcements
  int prepared = 0;
  QStringList heard, said;

  World() {
    app.script().answer = [](const std::string&) { return std::string(kAnswer); };
    auto& announcer = app.composition().announcer();
    announcer.setPorts({.listening = [this] { return listening; }, .prepare = [this] { ++prepared; },
                        .announce = [this](const QString& text) {
                          if (announced) heard += text.split(u'\n');
                          return announced;
                        }});
    QObject::connect(&announcer, &AnswerAnnouncer::said, [this](const QString& text) { said += text.split(u'\n'); });
  }
  void choose(Settings::Announcements how) { app.settings().setProperty("announcements", how); }
};

const QStringList kSentences{"One is here.", "Two is here.", "Code block in c, 2 lines.", "Three is here."};

}  // namespace

class AnswerAnnouncerTest : public QObject {
  Q_OBJECT

 private slots:
  void sentences_arrive_in_order_and_once() {
    World world;
    QVERIFY(world.app.ask(QStringLiteral("short")));
    QTRY_COMPARE_WITH_TIMEOUT(world.heard, kSentences, 30'000);
    QVERIFY(world.said.isEmpty());
    QCOMPARE(world.prepared, 1);
  }

  void the_window_tells_where_nobody_hears_announcements() {
    World world;
    world.announced = false;
    QVERIFY(world.app.ask(QStringLiteral("short")));
    QTRY_COMPARE_WITH_TIMEOUT(world.said, kSentences, 30'000);
  }

  void at_the_end_is_at_the_end() {
    World world;
    world.choose(Settings::AtEnd);
    world.app.script().token_us = 4000;
    QVERIFY(world.app.waitReady());
    world.app.chat().send(QStringLiteral("short"));
    QTRY_VERIFY_WITH_TIMEOUT(world.app.messages().count() == 2 && world.app.messages().at(1).text.contains(u"```"), 30'000);
    QVERIFY(world.heard.isEmpty());
    QVERIFY(world.app.waitIdle());
    QTRY_COMPARE_WITH_TIMEOUT(world.heard, kSentences, 30'000);
  }

  void off_is_silent_and_so_is_a_desktop_without_a_reader() {
    World world;
    world.choose(Settings::NoAnnouncements);
    QVERIFY(world.app.ask(QStringLiteral("short")));
    world.choose(Settings::BySentence);
    world.listening = false;
    QVERIFY(world.app.ask(QStringLiteral("short")));
    QTest::qWait(2 * AnswerAnnouncer::kPace);
    QVERIFY(world.heard.isEmpty() && world.said.isEmpty());
  }

  void a_stopped_answer_says_so() {
    World world;
    world.app.script().token_us = 20'000;
    QVERIFY(world.app.waitReady());
    world.app.chat().send(QStringLiteral("short"));
    QTRY_VERIFY_WITH_TIMEOUT(world.heard.contains(kSentences.first()), 30'000);
    world.app.chat().cancel();
    QVERIFY(world.app.waitIdle());
    QTRY_COMPARE_WITH_TIMEOUT(world.heard.last(), QStringLiteral("Stopped here."), 30'000);
    QCOMPARE(world.heard.count(kSentences.first()), 1);
  }

  void another_chat_is_left_alone() {
    World world;
    world.app.script().token_us = 8000;
    QVERIFY(world.app.waitReady());
    world.app.chat().send(QStringLiteral("short"));
    QTRY_VERIFY_WITH_TIMEOUT(world.heard.contains(kSentences.first()), 30'000);
    world.app.conversations().create();
    QTRY_VERIFY_WITH_TIMEOUT(world.app.chat().isEmpty(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(world.app.chat().turns().isIdle(), 30'000);
    QTest::qWait(2 * AnswerAnnouncer::kPace);
    QVERIFY(!world.heard.contains(kSentences.last()));
  }
};

QTEST_MAIN(AnswerAnnouncerTest)
#include "answer_announcer_test.moc"
