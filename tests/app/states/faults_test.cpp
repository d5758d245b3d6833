// What happens to the data folder of a running program: another program wants it, its saved states are deleted, the clock goes
// backwards. Nothing is lost, and what has to be read again is said.
#include <QTest>

#include "tests/support/app/offline_app.h"

using namespace eddy;
namespace fs = std::filesystem;

class FaultsTest : public QObject {
  Q_OBJECT

  static QString question(int number) {
    return QStringLiteral("short %1, with words enough for a turn to be worth more than a glance, one and all").arg(number);
  }
  static const MessageRow& last(OfflineApp& app) { return app.messages().at(app.messages().count() - 1); }
  static RereadListModel& log(OfflineApp& app) {
    app.composition().states().refresh();
    return *app.composition().states().log();
  }
  static void sql(const fs::path& database, const char* statements) {
    auto opened = Database::open(database, OpenMode::ReadWrite);
    QVERIFY(opened.has_value());
    const auto done = (*opened)->run_script(statements);
    QVERIFY2(done.has_value(), done ? "" : done.error().message.c_str());
  }

 private slots:
  void another_program_is_turned_away_and_the_first_goes_on() {
    OfflineApp app;
    QVERIFY(app.ask(question(1)));
    const auto second = Stores::open(app.folder());
    QVERIFY(!second.has_value());
    QVERIFY2(second.error().message.find(app.folder().string()) != std::string::npos, second.error().message.c_str());
    // Reading needs no lock and sees what was committed; it changes nothing.
    {
      const auto reading = open_conversation_database(app.folder(), OpenMode::ReadOnly);
      QVERIFY(reading.has_value());
      const auto messages = (*reading->database).integer("SELECT count(*) FROM messages");
      QVERIFY(messages.has_value());
      QCOMPARE(messages->value_or(0), std::int64_t{2});
    }
    QVERIFY(app.ask(question(2)));
    app.restart();
    QVERIFY(app.ask(question(3)));
    QCOMPARE(last(app).tokensReread, 0);
    QCOMPARE(app.messages().count(), 6);
  }

  void a_chat_goes_on_while_another_program_writes_the_index_of_states() {
    OfflineApp app;
    QVERIFY(app.ask(question(1)));
    {
      auto other = Database::open(app.folder() / "states.db", OpenMode::ReadWrite);
      QVERIFY(other.has_value());
      QVERIFY((*other)->run_script("BEGIN IMMEDIATE").has_value());
      QVERIFY(app.ask(question(2)));
      QCOMPARE(last(app).status, MessageListModel::Done);
      QVERIFY((*other)->run_script("ROLLBACK").has_value());
    }
    app.restart();
    QVERIFY(app.waitReady());
    QVERIFY(app.ask(question(3)));
    QCOMPARE(app.messages().count(), 6);
  }

#ifndef Q_OS_WIN  // there an open file cannot be deleted
  void states_that_are_deleted_under_the_running_program_are_made_again() {
    OfflineApp app;
    for (int turn = 1; turn <= 2; ++turn) QVERIFY(app.ask(question(turn)));
    for (const char* name : {"states.db", "states.db-wal", "states.db-shm"}) fs::remove(app.folder() / name);
    fs::remove_all(app.folder() / "states");
    QVERIFY(app.ask(question(3)));
    QCOMPARE(last(app).status, MessageListModel::Done);
    QCOMPARE(last(app).tokensReread, 0);  // it was in memory
    // The next answers are kept again; an earlier place has lost its state, and says so.
    const auto second = app.messages().at(3).id;
    app.restart();
    QVERIFY(app.waitReady());
    app.chat().regenerate(second);
    QVERIFY(app.waitIdle());
    QTRY_VERIFY_WITH_TIMEOUT(log(app).count() >= 1, 30000);
    QCOMPARE(QString::fromStdString(log(app).at(0).reason), QStringLiteral("states-missing"));
    const auto before = log(app).count();
    app.restart();
    QVERIFY(app.waitReady());
    QTRY_COMPARE_WITH_TIMEOUT(log(app).count(), before, 30000);
    QVERIFY(app.ask(question(4)));
    QCOMPARE(last(app).tokensReread, 0);
  }
#endif

  /// Everything on disk is of a time to come.
  void a_clock_that_went_backwards_loses_nothing() {
    OfflineApp app;
    for (int turn = 1; turn <= 2; ++turn) QVERIFY(app.ask(question(turn)));
    const auto chat = app.chat().conversationId();
    auto& library = app.composition().library();
    library.savePoint(last(app).id, QStringLiteral("Captain"), {}, StateLibraryViewModel::Point);
    QTRY_COMPARE_WITH_TIMEOUT(library.count(), 1, 30000);
    app.stop();
    sql(app.folder() / "eddy.db",
        "UPDATE conversations SET created_at = created_at + 315360000000, updated_at = updated_at + 315360000000;"
        "UPDATE messages SET created_at = created_at + 315360000000;"
        "UPDATE library_states SET created_at = created_at + 315360000000;");
    app.start();
    QVERIFY(app.waitReady());
    QCOMPARE(app.chat().conversationId(), chat);
    QVERIFY(app.ask(question(3)));
    QCOMPARE(last(app).tokensReread, 0);
    app.conversations().create();
    QTRY_VERIFY_WITH_TIMEOUT(app.chat().isEmpty() && app.chat().canSend(), 30000);
    QVERIFY(app.ask(question(4)));
    app.restart();
    QVERIFY(app.waitReady());
    QCOMPARE(app.composition().library().count(), 1);
    app.conversations().select(chat);
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 6, 30000);
    for (int turn = 1; turn <= 3; ++turn) QCOMPARE(app.messages().at(2 * turn - 2).text, question(turn));
    QVERIFY(app.ask(question(5)));
    QCOMPARE(last(app).tokensReread, 0);
    // What was used last is kept longest, whatever the clock says: one state less than there are, and it is still there.
    app.settings().setProperty("stateBudgetBytes", app.settings().stateUsedBytes() - 1);
    QVERIFY(app.ask(question(6)));
    app.restart();
    QVERIFY(app.ask(question(7)));
    QCOMPARE(last(app).tokensReread, 0);
  }
};

QTEST_MAIN(FaultsTest)
#include "faults_test.moc"
