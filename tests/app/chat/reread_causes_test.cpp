// Whatever makes a conversation be read again is named, measured and remembered, and where something prevents it the next
// time, it does.
#include <QtTest>

#include <fstream>

#include "app/storage/state_upkeep.h"
#include "tests/support/app/offline_app.h"

using namespace eddy;
namespace fs = std::filesystem;

namespace {

const auto kQuestion = QStringLiteral("short %1, with words enough for a turn to be worth more than a glance, one and all");

void sql(const fs::path& database, const char* statements) {
  auto opened = Database::open(database, OpenMode::ReadWrite);
  QVERIFY(opened);
  const auto done = (*opened)->run_script(statements);
  QVERIFY2(done, done ? "" : done.error().message.c_str());
}

void flipStates(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder / "states")) {
    std::fstream file(entry.path(), std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(20);
    file.put('\x7f');
  }
}

}  // namespace

class RereadCausesTest : public QObject {
  Q_OBJECT

  static RereadListModel& log(OfflineApp& app) {
    app.composition().states().refresh();
    return *app.composition().states().log();
  }
  static bool logHas(OfflineApp& app, int count) {
    return QTest::qWaitFor([&] { return log(app).count() == count; }, 20'000);
  }

 private slots:
  void everyCauseIsNamed_data() {
    QTest::addColumn<QString>("cause");
    QTest::addColumn<int>("remedy");
    const auto row = [](const char* cause, RereadListModel::Remedy remedy) { QTest::newRow(cause) << cause << static_cast<int>(remedy); };
    row("damaged", RereadListModel::NoRemedy);
    row("states-missing", RereadListModel::OpenDataFolder);
    row("store-unavailable", RereadListModel::OpenDataFolder);
    row("model-changed", RereadListModel::KeepModel);
    row("tokenizer-changed", RereadListModel::NoRemedy);
    row("chat-format-changed", RereadListModel::NoRemedy);
    row("freed", RereadListModel::NoRemedy);
    row("evicted", RereadListModel::RaiseBudget);
    row("history-rewritten", RereadListModel::NoRemedy);
    row("no-snapshot", RereadListModel::NoRemedy);
  }
  void everyCauseIsNamed() {
    QFETCH(QString, cause);
    QFETCH(int, remedy);
    OfflineApp app;
    for (int turn = 1; turn <= 2; ++turn) QVERIFY(app.ask(kQuestion.arg(turn)));
    QVERIFY(logHas(app, 0));
    if (cause == "freed") app.composition().states().freeAll();
    if (cause == "evicted") app.settings().setProperty("stateBudgetBytes", 1.0);
    app.stop();
    const auto folder = app.folder();
    if (cause == "damaged") flipStates(folder);
    if (cause == "states-missing") fs::remove(folder / "states.db");
    if (cause == "store-unavailable") {
      fs::remove_all(folder / "states");
      std::ofstream(folder / "states") << "in the way";
    }
    if (cause == "model-changed") app.script().model_version = "2";
    if (cause == "tokenizer-changed") app.script().tokenizer = "other";
    if (cause == "chat-format-changed") app.script().chat_format = "other";
    if (cause == "history-rewritten") sql(folder / "eddy.db", "UPDATE messages SET tokens = substr(tokens, 5) WHERE id = 1");
    if (cause == "no-snapshot") {
      sql(folder / "eddy.db", "UPDATE messages SET status = 4 WHERE id = (SELECT max(id) FROM messages)");
      sql(folder / "states.db", "DELETE FROM snapshots");
    }
    const auto read = app.script().tokens_read.load();
    app.start();
    QVERIFY(app.waitReady());
    QVERIFY(logHas(app, 1));
    const Reread& entry = log(app).at(0);
    QCOMPARE(QString::fromStdString(entry.reason), cause);
    QCOMPARE(static_cast<qint64>(entry.message), app.messages().at(app.messages().count() - 1).id);
    QCOMPARE(entry.tokens, app.script().tokens_read.load() - read);
    QVERIFY(entry.tokens > 64 && entry.seconds > 0 && entry.restored_tokens == 0);
    QCOMPARE(static_cast<int>(RereadListModel::remedyOf(entry)), remedy);
    const auto index = log(app).index(0);
    QVERIFY(index.data(RereadListModel::WhatRole).toString().contains(QLocale().toString(static_cast<qlonglong>(entry.tokens))));
    QCOMPARE(index.data(RereadListModel::RemedyTextRole).toString().isEmpty(), remedy == RereadListModel::NoRemedy);
    app.composition().states().showMessage(static_cast<qint64>(entry.message));
    QTRY_COMPARE_WITH_TIMEOUT(app.composition().states().details()->count(), 1, 30000);

    // What was read again is kept: the next start finds it, unless nothing can be kept there.
    app.restart();
    QVERIFY(app.waitReady());
    if (cause != "store-unavailable") {
      QTRY_VERIFY_WITH_TIMEOUT(app.chat().canSend(), 30000);
      QVERIFY(logHas(app, 1));
    }
  }

  void whatAChatBeginsWithIsReadAgainAndSaysWhy_data() {
    QTest::addColumn<QString>("cause");
    QTest::newRow("its file is gone") << "beginning-lost";
    QTest::newRow("its file is damaged") << "beginning-lost";
    QTest::newRow("another model") << "model-changed";
    QTest::newRow("nothing") << "";
  }
  void whatAChatBeginsWithIsReadAgainAndSaysWhy() {
    QFETCH(QString, cause);
    OfflineApp app;
    for (int turn = 1; turn <= 2; ++turn) QVERIFY(app.ask(kQuestion.arg(turn)));
    auto* library = &app.composition().library();
    library->savePoint(app.messages().at(3).id, QStringLiteral("Captain"), {}, StateLibraryViewModel::Point);
    QTRY_COMPARE_WITH_TIMEOUT(library->count(), 1, 30000);
    const auto before = app.chat().conversationId();
    library->startChat(library->data(library->index(0), StateLibraryViewModel::StateIdRole).toLongLong());
    QTRY_VERIFY_WITH_TIMEOUT(app.chat().conversationId() != before && app.chat().canSend(), 30000);
    const auto chat = app.chat().conversationId();
    app.stop();
    for (const auto& entry : fs::directory_iterator(app.folder() / "library")) {
      if (QString::fromLatin1(QTest::currentDataTag()).endsWith(QStringLiteral("gone"))) fs::remove(entry.path());
      if (!QString::fromLatin1(QTest::currentDataTag()).endsWith(QStringLiteral("damaged"))) continue;
      std::fstream file(entry.path(), std::ios::binary | std::ios::in | std::ios::out);
      file.seekp(30);
      file.put('\x7f');
    }
    if (cause == "model-changed") app.script().model_version = "2";
    app.start();
    QVERIFY(app.waitReady());
    QCOMPARE(app.chat().conversationId(), chat);
    const auto entries = log(app).count();
    QVERIFY(app.ask(kQuestion.arg(3)));
    QCOMPARE(app.messages().at(1).tokensReread > 64, !cause.isEmpty());
    QVERIFY(logHas(app, entries + (cause.isEmpty() ? 0 : 1)));
    if (!cause.isEmpty()) QCOMPARE(QString::fromStdString(log(app).at(0).reason), cause);
    // From here on the answer's own state does.
    app.restart();
    QVERIFY(app.ask(kQuestion.arg(4)));
    QCOMPARE(app.messages().at(3).tokensReread, 0);
  }

  void thinnedTurnGoesOnFromTheNearestOneBefore() {
    OfflineApp app;
    for (int turn = 1; turn <= 5; ++turn) QVERIFY(app.ask(kQuestion.arg(turn)));
    QTRY_VERIFY_WITH_TIMEOUT(app.settings().stateUsedBytes() > 0, 30000);
    // Room for all but two: of the turns between, every second stays.
    for (int i = 0; i < 2; ++i) {
      app.composition().storage().submit(&app.composition(), [](Stores& stores) { return keepWithin(stores, *stores.snapshots.used_bytes() - 1); },
                                         [](const Result<std::int64_t>&) {});
    }
    app.restart();
    QVERIFY(app.waitReady());
    QVERIFY(logHas(app, 0));
    const auto third = app.messages().at(5).id, fourth = app.messages().at(7).id;
    app.chat().regenerate(fourth);
    QVERIFY(app.waitIdle());
    QVERIFY(logHas(app, 1));
    const Reread& entry = log(app).at(0);
    QCOMPARE(QString::fromStdString(entry.reason), QStringLiteral("thinned"));
    // The second turn's state was there: the third turn and the question are read again, nothing before them.
    QVERIFY2(entry.restored_tokens > 200 && entry.tokens > 64 && entry.tokens < entry.restored_tokens + 64,
             qPrintable(QStringLiteral("%1 restored, %2 read").arg(entry.restored_tokens).arg(entry.tokens)));
    QVERIFY(static_cast<qint64>(entry.message) != third);
    QVERIFY2(app.chat().noticeText().contains(QStringLiteral("earlier saved state")), qPrintable(app.chat().noticeText()));
    QVERIFY(log(app).index(0).data(RereadListModel::WhatRole).toString().contains(QStringLiteral("earlier saved state")));

    QCOMPARE(static_cast<int>(RereadListModel::remedyOf(entry)), static_cast<int>(RereadListModel::KeepChat));
    app.composition().states().prevent(app.composition().states().log(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(log(app).index(0).data(RereadListModel::RemedyDoneRole).toBool(), 30000);
    app.settings().setProperty("stateBudgetBytes", app.settings().stateUsedBytes() - 1);
    QTRY_VERIFY_WITH_TIMEOUT(app.composition().states().chats()->index(0).data(StateUsageModel::KeptRole).toBool(), 30000);
  }

  void remediesDoWhatTheySay() {
    OfflineApp app;
    QVERIFY(app.ask(kQuestion.arg(1)));
    auto& states = app.composition().states();
    const auto conversation = app.chat().conversationId();
    app.composition().storage().submit(
        &app.composition(),
        [conversation](Stores& stores) -> Result<void> {
          for (const char* reason : {"evicted", "model-changed"}) {
            auto added = RereadLog(*stores.database).add({.conversation = ConversationId{conversation}, .title = {}, .message = MessageId{2}, .reason = reason,
                                                          .tokens = 100, .model_fingerprint = "some model", .model_name = "Some"});
            if (!added) return added;
          }
          return {};
        },
        [](const Result<void>&) {});
    QVERIFY(logHas(app, 2));
    const auto budget = app.settings().stateBudget();
    states.prevent(states.log(), 1);
    QCOMPARE(app.settings().stateBudget(), 2 * budget);
    states.prevent(states.log(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(log(app).index(0).data(RereadListModel::RemedyDoneRole).toBool(), 30000);
    states.prevent(states.log(), 7);    // no such row
    states.prevent(nullptr, 0);
    states.clearLog();
    QTRY_COMPARE_WITH_TIMEOUT(states.log()->count(), 0, 30000);
  }

  void usageIsToldByChatAndFreedByChat() {
    OfflineApp app;
    QVERIFY(app.ask(kQuestion.arg(1)));
    const auto first = app.chat().conversationId();
    QVERIFY(app.ask(kQuestion.arg(2)));
    app.conversations().create();
    QTRY_VERIFY_WITH_TIMEOUT(app.chat().isEmpty() && app.chat().canSend(), 30000);
    QVERIFY(app.ask(QStringLiteral("short")));
    auto& states = app.composition().states();
    states.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(states.chats()->count(), 2, 30000);
    const auto row = [&](int i, int role) { return states.chats()->index(i).data(role); };
    QCOMPARE(row(0, StateUsageModel::ConversationRole).toLongLong(), first);  // the larger one
    QCOMPARE(row(0, StateUsageModel::SnapshotsRole).toInt(), 2);
    QVERIFY(row(0, StateUsageModel::BytesRole).toDouble() > row(1, StateUsageModel::BytesRole).toDouble());
    QCOMPARE(row(0, StateUsageModel::ShareRole).toDouble(), 1.0);
    QCOMPARE(row(0, StateUsageModel::BytesRole).toDouble() + row(1, StateUsageModel::BytesRole).toDouble(), app.settings().stateUsedBytes());
    QVERIFY(!states.summary().isEmpty());
    states.keepChat(first, true);
    QTRY_VERIFY_WITH_TIMEOUT(row(0, StateUsageModel::KeptRole).toBool(), 30000);
    states.keepChat(first, false);
    QTRY_VERIFY_WITH_TIMEOUT(!row(0, StateUsageModel::KeptRole).toBool(), 30000);
    states.freeChat(first);
    QTRY_COMPARE_WITH_TIMEOUT(states.chats()->count(), 1, 30000);
    states.freeAll();
    QTRY_COMPARE_WITH_TIMEOUT(app.settings().stateUsedBytes(), 0.0, 30000);
  }
};

QTEST_MAIN(RereadCausesTest)
#include "reread_causes_test.moc"
