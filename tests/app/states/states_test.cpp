// Answers side by side, the library of states and time travel, on the real storage and a model whose state is nothing but the
// tokens it has read: a wrong state shows at once.
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <set>

#include "tests/support/app/offline_app.h"

using namespace eddy;

namespace {

QString textOf(OfflineApp& app, int row) { return app.messages().at(row).text; }

bool allDone(OfflineApp& app) {
  return QTest::qWaitFor([&] { return app.composition().answers().isShown() && !app.composition().answers().isRunning(); }, 20'000) &&
         QTest::qWaitFor([&] { return app.chat().canSend(); }, 5000);
}

bool waitFor(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 10'000); }

QVariant role(StateLibraryViewModel& library, int row, int what) { return library.data(library.index(row), what); }

}  // namespace

class StatesTest : public QObject {
  Q_OBJECT

 private slots:
  void several_answers_are_branches_that_go_on_without_reading_again() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    app.script().answers_differ = true;
    auto& answers = app.composition().answers();
    answers.setCount(4);
    answers.ask(QStringLiteral("short one"));
    QVERIFY(allDone(app));
    QCOMPARE(answers.answers()->count(), 4);
    std::set<QString> texts;
    for (int i = 0; i < 4; ++i) {
      QCOMPARE(answers.answers()->at(i).status, MessageListModel::Done);
      texts.insert(answers.answers()->at(i).text);
    }
    QCOMPARE(texts.size(), std::size_t{4});
    QCOMPARE(app.messages().count(), 2);
    QCOMPARE(app.messages().at(1).branchCount, 4);
    QCOMPARE(textOf(app, 1), answers.answers()->at(0).text);

    // The third is chosen; after a restart it goes on from its own state.
    const auto third = answers.answers()->at(2).text;
    answers.choose(answers.answers()->at(2).id);
    QVERIFY(waitFor([&] { return !answers.isShown() && textOf(app, 1) == third; }));
    app.restart();
    QVERIFY(app.waitReady());
    QVERIFY(waitFor([&] { return app.messages().count() == 2; }));
    QCOMPARE(textOf(app, 1), third);
    QVERIFY(app.ask(QStringLiteral("short two")));
    QCOMPARE(app.messages().at(3).tokensReread, 0);
  }

  void further_answers_are_added_to_a_question() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    QVERIFY(app.ask(QStringLiteral("short one")));
    app.composition().answers().again(app.messages().at(1).id, 2);
    QVERIFY(allDone(app));
    QCOMPARE(app.messages().at(1).branchCount, 3);
    // Nothing of the question was read again.
    QCOMPARE(app.messages().at(1).tokensReread, 0);
  }

  void one_and_all_can_be_stopped() {
    OfflineApp app({.tokenUs = 4000});
    QVERIFY(app.waitReady());
    auto& answers = app.composition().answers();
    answers.setCount(3);
    answers.ask(QStringLiteral("long"));
    QVERIFY(waitFor([&] { return answers.answers()->count() == 3 && !answers.answers()->at(1).text.isEmpty(); }));
    answers.stop(answers.answers()->at(1).id);
    QVERIFY(waitFor([&] { return answers.answers()->at(1).status == MessageListModel::Cancelled; }));
    QCOMPARE(answers.answers()->at(0).status, MessageListModel::Streaming);
    answers.stopAll();
    QVERIFY(allDone(app));
    for (int i = 0; i < 3; ++i) QCOMPARE(answers.answers()->at(i).status, MessageListModel::Cancelled);
  }

  void what_does_not_fit_is_refused_before_anything_is_written() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    app.script().free_bytes = 3'500'000;
    auto& answers = app.composition().answers();
    answers.setCount(8);
    answers.ask(QStringLiteral("short"));
    QVERIFY2(answers.refusal().contains(QStringLiteral("3 would fit")), qPrintable(answers.refusal()));
    QVERIFY(app.chat().isEmpty() && app.chat().draft() == QStringLiteral("short"));
    answers.setCount(3);
    answers.ask(QStringLiteral("short"));
    QVERIFY(allDone(app) && answers.refusal().isEmpty());
  }

  void the_end_of_the_program_keeps_what_every_answer_has() {
    OfflineApp app({.tokenUs = 4000});
    QVERIFY(app.waitReady());
    auto& answers = app.composition().answers();
    answers.setCount(3);
    answers.ask(QStringLiteral("long"));
    QVERIFY(waitFor([&] { return answers.answers()->count() == 3 && answers.answers()->at(2).text.size() > 20; }));
    app.restart();
    QVERIFY(app.waitReady() && waitFor([&] { return app.messages().count() == 2; }));
    for (int i = 0; i < 3; ++i) {
      QVERIFY(waitFor([&] { return app.messages().at(1).branchIndex == i; }));
      QVERIFY(app.messages().at(1).text.startsWith(QStringLiteral("# A small")));
      QVERIFY(app.messages().at(1).status == MessageListModel::Cancelled || app.messages().at(1).status == MessageListModel::Interrupted);
      if (i < 2) app.chat().nextBranch(app.messages().at(1).id);
    }
  }

  void greedy_answers_are_announced_as_equal() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    QVERIFY(app.composition().answers().note().isEmpty());
    app.settings().setProperty("temperature", 0.0);
    QVERIFY(!app.composition().answers().note().isEmpty());
  }

  void a_point_is_saved_and_chats_begin_there() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    QVERIFY(app.ask(QStringLiteral("short one")) && app.ask(QStringLiteral("short two")));
    auto& library = app.composition().library();
    library.savePoint(app.messages().at(1).id, QStringLiteral("Captain"), QStringLiteral("at sea"), StateLibraryViewModel::Persona);
    QVERIFY(waitFor([&] { return library.count() == 1; }));
    QVERIFY2(library.problem().isEmpty(), qPrintable(library.problemDetail()));
    QCOMPARE(role(library, 0, StateLibraryViewModel::NameRole).toString(), QStringLiteral("Captain"));
    QCOMPARE(role(library, 0, StateLibraryViewModel::FitRole).toInt(), int(StateLibraryViewModel::Fits));
    QVERIFY(role(library, 0, StateLibraryViewModel::TextRole).toString().contains(QStringLiteral("User: short one")));
    QVERIFY(!role(library, 0, StateLibraryViewModel::TextRole).toString().contains(QStringLiteral("short two")));

    const auto before = app.chat().conversationId();
    library.startChat(role(library, 0, StateLibraryViewModel::StateIdRole).toLongLong());
    QVERIFY(waitFor([&] { return app.chat().conversationId() != before && app.chat().canSend() && library.hasOrigin(); }));
    QCOMPARE(library.originName(), QStringLiteral("Captain"));
    QVERIFY(app.ask(QStringLiteral("short three")));
    // What it was told before is in its state: "User: short one", the answer, and the new question.
    QCOMPARE(app.messages().at(1).tokensReread, 0);
    const auto answer = textOf(app, 1);
    QVERIFY2(answer.startsWith(QStringLiteral("I have read ")), qPrintable(answer));
    QVERIFY(answer.section(QLatin1Char(' '), 3, 3).toInt() > 50);

    // After a restart it goes on at once, and the second answer knows the first turn.
    app.restart();
    QVERIFY(app.waitReady() && waitFor([&] { return app.messages().count() == 2; }));
    QVERIFY(app.ask(QStringLiteral("short four")));
    QCOMPARE(app.messages().at(3).tokensReread, 0);
  }

  void a_new_chat_is_not_one_that_begins_with_a_state() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    QVERIFY(app.ask(QStringLiteral("short one")));
    auto& library = app.composition().library();
    library.savePoint(app.messages().at(1).id, QStringLiteral("Captain"), {}, StateLibraryViewModel::Point);
    QVERIFY(waitFor([&] { return library.count() == 1; }));
    library.startChat(role(library, 0, StateLibraryViewModel::StateIdRole).toLongLong());
    QVERIFY(waitFor([&] { return library.hasOrigin() && app.chat().canSend(); }));
    const auto begun = app.chat().conversationId();
    app.conversations().create();
    QVERIFY(waitFor([&] { return app.chat().conversationId() != begun && app.chat().canSend(); }));
    QVERIFY(app.chat().isEmpty() && !library.hasOrigin());
  }

  void a_library_chat_is_read_again_from_its_beginning_when_its_snapshots_are_gone() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    QVERIFY(app.ask(QStringLiteral("short one")));
    app.composition().library().savePoint(app.messages().at(1).id, QStringLiteral("Captain"), {}, StateLibraryViewModel::Point);
    QVERIFY(waitFor([&] { return app.composition().library().count() == 1; }));
    app.composition().library().startChat(role(app.composition().library(), 0, StateLibraryViewModel::StateIdRole).toLongLong());
    QVERIFY(waitFor([&] { return app.composition().library().hasOrigin() && app.chat().canSend(); }));
    QVERIFY(app.ask(QStringLiteral("short two")));
    const auto first = textOf(app, 1);
    app.stop();
    for (const char* name : {"states.db", "states.db-wal", "states.db-shm"}) QFile::remove(QString::fromStdString((app.folder() / name).string()));
    app.start();
    QVERIFY(app.waitReady() && waitFor([&] { return app.messages().count() == 2; }));
    QVERIFY(app.ask(QStringLiteral("short three")));
    // Its own turn was read again, on top of the library's state: not on nothing.
    QVERIFY(textOf(app, 3).section(QLatin1Char(' '), 3, 3).toInt() > first.section(QLatin1Char(' '), 3, 3).toInt() + 20);
  }

  void a_state_is_renamed_exported_taken_back_and_deleted() {
    OfflineApp app;
    QTemporaryDir out;
    QVERIFY(app.waitReady());
    QVERIFY(app.ask(QStringLiteral("short one")));
    auto& library = app.composition().library();
    library.savePoint(app.messages().at(1).id, QStringLiteral("Captain"), {}, StateLibraryViewModel::Point);
    QVERIFY(waitFor([&] { return library.count() == 1; }));
    const auto id = role(library, 0, StateLibraryViewModel::StateIdRole).toLongLong();
    library.rename(id, QStringLiteral("Admiral"), QStringLiteral("retired"));
    QVERIFY(waitFor([&] { return role(library, 0, StateLibraryViewModel::NameRole).toString() == QStringLiteral("Admiral"); }));
    const auto file = QUrl::fromLocalFile(out.filePath(QStringLiteral("old sea.state")));
    library.exportState(id, file);
    QVERIFY(waitFor([&] { return !library.done().isEmpty(); }));
    library.remove(id);
    QVERIFY(waitFor([&] { return library.count() == 0; }));
    library.importState(file);
    QVERIFY(waitFor([&] { return library.count() == 1; }));
    QCOMPARE(role(library, 0, StateLibraryViewModel::NameRole).toString(), QStringLiteral("old sea"));
    QCOMPARE(role(library, 0, StateLibraryViewModel::FitRole).toInt(), int(StateLibraryViewModel::Fits));
  }

  void states_of_another_model_are_shown_and_cannot_be_started() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    QVERIFY(app.ask(QStringLiteral("short one")));
    auto& library = app.composition().library();
    library.savePoint(app.messages().at(1).id, QStringLiteral("Captain"), {}, StateLibraryViewModel::Point);
    QVERIFY(waitFor([&] { return library.count() == 1; }));
    library.addTuned(QUrl::fromLocalFile(QStringLiteral("/fake/poet.pth")));
    QVERIFY(waitFor([&] { return library.count() == 2; }));
    app.stop();
    app.script().model_version = "2";
    app.start();
    QVERIFY(app.waitReady() && waitFor([&] { return app.composition().library().count() == 2; }));
    auto& again = app.composition().library();
    // The tuned one has no text to read; the point's tokens are known and the tokenizer is the same.
    QCOMPARE(role(again, 0, StateLibraryViewModel::FitRole).toInt(), int(StateLibraryViewModel::Misfit));
    QCOMPARE(role(again, 1, StateLibraryViewModel::FitRole).toInt(), int(StateLibraryViewModel::Reread));
    const auto before = app.chat().conversationId();
    again.startChat(role(again, 0, StateLibraryViewModel::StateIdRole).toLongLong());
    QVERIFY(!again.problem().isEmpty());
    QCOMPARE(app.chat().conversationId(), before);
    again.startChat(role(again, 1, StateLibraryViewModel::StateIdRole).toLongLong());
    QVERIFY(waitFor([&] { return app.chat().conversationId() != before && app.chat().canSend(); }));
    QVERIFY(app.ask(QStringLiteral("short two")));
    QVERIFY(app.messages().at(1).tokensReread > 0);
    QCOMPARE(app.messages().at(1).status, MessageListModel::Done);
  }

  void bad_files_are_refused_with_a_reason_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("tuned");
    QTest::newRow("no such file") << "/fake/missing.pth" << true;
    QTest::newRow("another size") << "/fake/other.pth" << true;
    QTest::newRow("no state") << QStringLiteral("broken") << false;
    QTest::newRow("missing") << QStringLiteral("/nowhere/x.state") << false;
  }

  void bad_files_are_refused_with_a_reason() {
    QFETCH(QString, file);
    QFETCH(bool, tuned);
    OfflineApp app;
    QTemporaryDir folder;
    if (file == QStringLiteral("broken")) {
      file = folder.filePath(QStringLiteral("x.state"));
      QFile out(file);
      QVERIFY(out.open(QIODevice::WriteOnly));
      out.write("not a state");
    }
    QVERIFY(app.waitReady());
    auto& library = app.composition().library();
    if (tuned) library.addTuned(QUrl::fromLocalFile(file));
    else library.importState(QUrl::fromLocalFile(file));
    QVERIFY(waitFor([&] { return !library.problem().isEmpty() && !library.isBusy(); }));
    QCOMPARE(library.count(), 0);
  }

  void earlier_places_are_asked_and_what_followed_stays() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    for (const char* words : {"short one", "short two", "short three"}) QVERIFY(app.ask(QString::fromLatin1(words)));
    auto& travel = app.composition().travel();
    travel.show(app.messages().at(1).id);
    QVERIFY(waitFor([&] { return travel.isOpen(); }));
    QCOMPARE(travel.count(), 3);
    QCOMPARE(travel.position(), 0);
    QVERIFY2(travel.isKept(), qPrintable(travel.costText()));
    QCOMPARE(travel.questionText(), QStringLiteral("short one"));
    travel.ask(QStringLiteral("short other"));
    QVERIFY(waitFor([&] { return app.messages().count() == 4 && app.chat().canSend(); }));
    QCOMPARE(textOf(app, 2), QStringLiteral("short other"));
    QCOMPARE(app.messages().at(3).tokensReread, 0);
    QCOMPARE(app.messages().at(2).branchCount, 2);
    app.chat().previousBranch(app.messages().at(2).id);
    QVERIFY(waitFor([&] { return app.messages().count() == 6; }));
  }

  void a_turn_is_left_out_and_the_ones_before_are_as_they_were() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    for (const char* words : {"short one", "short two", "short three"}) QVERIFY(app.ask(QString::fromLatin1(words)));
    const auto firstId = app.messages().at(1).id;
    const auto third = textOf(app, 5);
    app.composition().travel().leaveOut(app.messages().at(3).id);
    QVERIFY(waitFor([&] { return app.messages().count() == 4; }));
    QCOMPARE(app.messages().at(1).id, firstId);
    QCOMPARE(textOf(app, 2), QStringLiteral("short three"));
    QCOMPARE(textOf(app, 3), third);
    QVERIFY(app.ask(QStringLiteral("short four")));
    // What the model has read by now is shorter by the turn that is not there.
    QCOMPARE(app.messages().at(5).status, MessageListModel::Done);
    const auto without = textOf(app, 5).section(QLatin1Char(' '), 3, 3).toInt();
    app.chat().previousBranch(app.messages().at(2).id);
    QVERIFY(waitFor([&] { return app.messages().count() == 6 && textOf(app, 2) == QStringLiteral("short two"); }));
    QVERIFY(app.ask(QStringLiteral("short four")));
    QVERIFY(textOf(app, 7).section(QLatin1Char(' '), 3, 3).toInt() > without + 20);
  }

  void states_that_are_not_kept_say_what_they_cost() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    for (const char* words : {"short one", "short two"}) QVERIFY(app.ask(QString::fromLatin1(words)));
    app.stop();
    for (const char* name : {"states.db", "states.db-wal", "states.db-shm"}) QFile::remove(QString::fromStdString((app.folder() / name).string()));
    app.start();
    QVERIFY(app.waitReady() && waitFor([&] { return app.messages().count() == 4; }));
    auto& travel = app.composition().travel();
    travel.show(app.messages().at(1).id);
    QVERIFY(waitFor([&] { return travel.isOpen(); }));
    QVERIFY(!travel.isKept());
    QVERIFY(travel.data(travel.index(0), TimeTravel::CostRole).toInt() > 20);
    QVERIFY(travel.costText().contains(QStringLiteral("again")));
    travel.close();
    QVERIFY(!travel.isOpen());
  }
};

QTEST_MAIN(StatesTest)
#include "states_test.moc"
