// The main promise, with the real engine and the shipped model: close, open, go on without reading anything again.
#include <QTest>

#include "tests/support/app/offline_app.h"

using namespace eddy;

class ResumeTest : public QObject {
  Q_OBJECT

  static OfflineApp::Options realEngine() {
    return {.starter = QStringLiteral(EDDY_RESOURCES "/starter/starter.gguf")};
  }

  static void makeGreedy(OfflineApp& app) {
    app.settings().setProperty("temperature", 0.0);
    app.settings().setProperty("maxTokens", 60);
  }
  static const MessageRow& last(OfflineApp& app) { return app.messages().at(app.messages().count() - 1); }

  static QStringList questions() {
    return {QStringLiteral("My name is Ada and I live in Oslo."), QStringLiteral("What is my name?"),
            QStringLiteral("Where do I live?")};
  }

 private slots:
  void chat_goes_on_after_a_restart_with_nothing_read_again() {
    OfflineApp whole(realEngine());
    makeGreedy(whole);
    for (const auto& question : questions()) QVERIFY(whole.ask(question));
    QCOMPARE(whole.models().status(), ModelsViewModel::Ready);
    const auto expected = last(whole).text;
    QVERIFY(!expected.isEmpty());
    QVERIFY(last(whole).status == MessageListModel::Done);
    whole.stop();

    OfflineApp cut(realEngine());
    makeGreedy(cut);
    for (const auto& question : questions().first(2)) QVERIFY(cut.ask(question));
    cut.restart();
    QVERIFY(cut.ask(questions().last()));
    QCOMPARE(last(cut).tokensReread, 0);
    QCOMPARE(cut.chat().noticeText(), QString());
    QCOMPARE(last(cut).text, expected);
    cut.stop();

    OfflineApp lost(realEngine());
    makeGreedy(lost);
    for (const auto& question : questions().first(2)) QVERIFY(lost.ask(question));
    lost.stop();
    for (const auto* name : {"states.db", "states.db-wal", "states.db-shm"})
      std::filesystem::remove(lost.folder() / name);
    std::filesystem::remove_all(lost.folder() / "states");
    lost.start();
    QVERIFY(lost.waitReady());
    QTRY_VERIFY_WITH_TIMEOUT(lost.chat().noticeText().contains(QStringLiteral("re-read")), 30000);
    QVERIFY(lost.ask(questions().last()));
    QCOMPARE(last(lost).text, expected);
  }

  void stopped_answer_continues_as_if_it_had_not_been_stopped() {
    OfflineApp whole(realEngine());
    makeGreedy(whole);
    QVERIFY(whole.ask(QStringLiteral("Tell me a short story.")));
    const auto expected = last(whole).text;
    whole.stop();

    OfflineApp cut(realEngine());
    makeGreedy(cut);
    cut.settings().setProperty("maxTokens", 7);
    QVERIFY(cut.ask(QStringLiteral("Tell me a short story.")));
    const auto start = last(cut).text;
    QVERIFY(expected.startsWith(start));
    cut.settings().setProperty("maxTokens", 53);
    cut.restart();
    QVERIFY(cut.waitReady());
    cut.chat().continueAnswer(last(cut).id);
    QVERIFY(QTest::qWaitFor([&] { return last(cut).text.size() > start.size(); }, 30000));
    QVERIFY(cut.waitIdle());
    QCOMPARE(last(cut).text, expected);
    QCOMPARE(last(cut).tokensReread, 0);
  }
};

QTEST_MAIN(ResumeTest)
#include "resume_test.moc"
