// A private chat works as any other, and no byte of it reaches the disk.
#include <QDirIterator>
#include <QTest>

#include "tests/support/app/offline_app.h"

using namespace eddy;

namespace {

constexpr char kSecret[] = "xylophonequartz";

/// The files below `folder` that hold the secret.
QStringList filesWithSecret(const QString& folder) {
  QStringList found;
  QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    if (!file.open(QIODevice::ReadOnly)) continue;
    const auto bytes = file.readAll();
    if (bytes.contains(kSecret)) found += file.fileName();
  }
  return found;
}

}  // namespace

class PrivateChatTest : public QObject {
  Q_OBJECT

  static PrivateChat& privateChat(OfflineApp& app) { return *app.app().privateChat(); }
  static bool openPrivate(OfflineApp& app) {
    if (!app.waitReady()) return false;
    privateChat(app).open();
    if (QTest::qWaitFor([&] { return privateChat(app).isShown() && app.chat().canSend(); }, 10'000)) return true;
    qWarning() << privateChat(app).id() << app.chat().conversationId() << app.chat().noticeText() << app.conversations().currentId();
    return false;
  }
  static QString folder(OfflineApp& app) { return QString::fromStdU16String(app.folder().u16string()); }
  static const MessageRow& last(OfflineApp& app) { return app.messages().at(app.messages().count() - 1); }
  static QString withSecret(const char* text) { return QString::fromLatin1(text).arg(QLatin1String(kSecret)); }
  static qint64 stateId(OfflineApp& app, int row = 0) {
    auto& library = app.composition().library();
    return library.data(library.index(row), StateLibraryViewModel::StateIdRole).toLongLong();
  }
  static bool savePoint(OfflineApp& app, qint64 message, const QString& name) {
    auto& library = app.composition().library();
    const int before = library.count();
    library.savePoint(message, name, name, StateLibraryViewModel::Point);
    return QTest::qWaitFor([&] { return library.count() == before + 1 && !library.isBusy(); }, 10'000);
  }
  static bool startChat(OfflineApp& app, qint64 state) {
    const auto before = app.chat().conversationId();
    app.composition().library().startChat(state);
    return QTest::qWaitFor([&] {
      return app.chat().conversationId() != before && app.chat().canSend() && app.composition().library().hasOrigin();
    }, 10'000);
  }

 private slots:
  void nothing_of_it_is_written() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("An ordinary question, short.")));
    QVERIFY(openPrivate(app));
    QVERIFY(app.ask(QStringLiteral("My secret is %1, short.").arg(QLatin1String(kSecret))));
    QVERIFY(app.ask(QStringLiteral("Say %1 again, short.").arg(QLatin1String(kSecret))));
    app.chat().regenerate(last(app).id);
    QTRY_VERIFY_WITH_TIMEOUT(last(app).branchCount == 2, 30000);
    QVERIFY(app.waitIdle());
    app.chat().editMessage(app.messages().at(2).id, QStringLiteral("Another %1, short.").arg(QLatin1String(kSecret)));
    QTRY_VERIFY_WITH_TIMEOUT(app.messages().at(2).branchCount == 2, 30000);
    QVERIFY(app.waitIdle());
    app.chat().setDraft(QStringLiteral("draft of %1").arg(QLatin1String(kSecret)));
    app.chat().saveDraft();
    QTest::qWait(700);  // drafts and settings are saved by timers
    QCOMPARE(filesWithSecret(folder(app)), QStringList());
    app.stop();
    QCOMPARE(filesWithSecret(folder(app)), QStringList());
  }

  void answers_side_by_side_named_states_and_going_back_are_not_written() {
    OfflineApp app;
    QVERIFY(openPrivate(app));
    auto& answers = app.composition().answers();
    answers.setCount(3);
    answers.ask(withSecret("My secret is %1, short."));
    QTRY_VERIFY_WITH_TIMEOUT(answers.isShown() && !answers.isRunning() && app.chat().canSend(), 30000);
    QCOMPARE(last(app).branchCount, 3);
    const auto chosen = answers.answers()->at(1).id;
    answers.choose(chosen);
    QTRY_COMPARE_WITH_TIMEOUT(last(app).id, chosen, 30000);
    answers.setCount(1);
    QVERIFY(app.ask(withSecret("Say %1 again, short.")));
    QCOMPARE(last(app).tokensReread, 0);

    QVERIFY(savePoint(app, chosen, withSecret("State of %1")));
    QVERIFY(isPrivate(stateId(app)));
    auto& travel = app.composition().travel();
    travel.show(chosen);
    QTRY_VERIFY_WITH_TIMEOUT(travel.isOpen() && travel.position() == 0, 30000);
    QVERIFY(travel.costText().contains(QStringLiteral("private")));
    travel.ask(withSecret("As of then, %1, short."));
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().at(2).branchCount, 2, 30000);
    QVERIFY(app.waitIdle());
    QCOMPARE(last(app).tokensReread, 0);
    QVERIFY(app.ask(withSecret("And %1, short.")));
    travel.leaveOut(app.messages().at(3).id);
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 4, 30000);

    const auto first = app.chat().conversationId();
    QVERIFY(startChat(app, stateId(app)));
    QVERIFY(isPrivate(app.chat().conversationId()) && app.chat().isEmpty());
    QVERIFY(app.ask(withSecret("A new beginning, %1, short.")));
    QCOMPARE(last(app).tokensReread, 0);
    QCOMPARE(filesWithSecret(folder(app)), QStringList());
    QVERIFY(!QFile::exists(QStringLiteral("library")));  // nor in the folder that the program runs in

    // The chat before it is still there; the state goes with the last of them.
    privateChat(app).close();
    QTRY_COMPARE_WITH_TIMEOUT(app.chat().conversationId(), first, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 4, 30000);
    QCOMPARE(app.composition().library().count(), 1);
    privateChat(app).close();
    QVERIFY(!privateChat(app).isOpen());
    QCOMPARE(app.composition().library().count(), 0);
    QVERIFY(openPrivate(app));
    QCOMPARE(app.composition().library().count(), 0);
    app.stop();
    QCOMPARE(filesWithSecret(folder(app)), QStringList());
  }

  void it_begins_with_a_state_of_the_library() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("An ordinary question, short.")));
    QVERIFY(savePoint(app, last(app).id, QStringLiteral("Captain")));
    const auto captain = stateId(app);
    QVERIFY(!isPrivate(captain));
    const auto listed = app.conversations().count();
    QVERIFY(openPrivate(app));
    QVERIFY(startChat(app, captain));
    QVERIFY(isPrivate(app.chat().conversationId()));
    QCOMPARE(app.composition().library().originName(), QStringLiteral("Captain"));
    QVERIFY(app.ask(withSecret("My secret is %1, short.")));
    QCOMPARE(last(app).tokensReread, 0);
    // "I have read N …": what the state had read is among it.
    QVERIFY2(last(app).text.section(QLatin1Char(' '), 3, 3).toInt() > 80, qPrintable(last(app).text));
    QVERIFY(savePoint(app, 0, withSecret("Again %1")));
    QVERIFY(isPrivate(stateId(app)) && stateId(app, 1) == captain);
    QCOMPARE(app.conversations().count(), listed);
    QCOMPARE(filesWithSecret(folder(app)), QStringList());
    // The empty one that it was begun in is not below it.
    privateChat(app).close();
    QVERIFY(!privateChat(app).isOpen());
    QTRY_VERIFY_WITH_TIMEOUT(app.conversations().currentId() != 0, 30000);
    QCOMPARE(app.composition().library().count(), 1);
    app.stop();
    QCOMPARE(filesWithSecret(folder(app)), QStringList());
  }

  void secret_would_be_found_if_it_were_written() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("My secret is %1, short.").arg(QLatin1String(kSecret))));
    app.stop();
    QVERIFY(!filesWithSecret(folder(app)).isEmpty());
  }

  void it_is_a_chat_like_any_other() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("An ordinary question, short.")));
    const auto ordinary = app.conversations().currentId();
    QVERIFY(openPrivate(app));
    QCOMPARE(app.chat().title(), QStringLiteral("Private chat"));
    QVERIFY(app.chat().isEmpty());
    QVERIFY(app.ask(QStringLiteral("One, short.")));
    app.conversations().select(ordinary);
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().at(0).text, QStringLiteral("An ordinary question, short."), 30000);
    QVERIFY(privateChat(app).isOpen() && !privateChat(app).isShown());
    QVERIFY(openPrivate(app));
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 2, 30000);
    const auto before = app.script().tokens_read.load();
    QVERIFY(app.ask(QStringLiteral("Two, short.")));
    QCOMPARE(last(app).tokensReread, 0);
    QVERIFY(app.script().tokens_read.load() > before);
    QCOMPARE(app.chat().title(), QStringLiteral("Private chat"));
    QVERIFY(app.conversations().currentId() == 0);
  }

  void closing_forgets_it_and_shows_what_was_before() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("An ordinary question, short.")));
    const auto ordinary = app.conversations().currentId();
    QVERIFY(openPrivate(app));
    QVERIFY(app.ask(QStringLiteral("One, short.")));
    const auto first = privateChat(app).id();
    privateChat(app).close();
    QVERIFY(!privateChat(app).isOpen());
    QTRY_COMPARE_WITH_TIMEOUT(app.conversations().currentId(), ordinary, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 2, 30000);
    QVERIFY(openPrivate(app));
    QVERIFY(app.chat().isEmpty());
    QVERIFY(privateChat(app).id() > first);
  }

  void closing_while_it_answers_is_quiet() {
    OfflineApp app({.tokenUs = 2000});
    QVERIFY(openPrivate(app));
    app.chat().send(QStringLiteral("a long one"));
    QTRY_VERIFY_WITH_TIMEOUT(app.messages().count() == 2 && !last(app).text.isEmpty(), 30000);
    QVERIFY(privateChat(app).isGenerating());
    privateChat(app).close();
    QTRY_VERIFY_WITH_TIMEOUT(app.conversations().currentId() != 0, 30000);
    QTest::qWait(300);
    QCOMPARE(app.chat().noticeText(), QString());
  }

  void restart_leaves_none() {
    OfflineApp app;
    QVERIFY(openPrivate(app));
    QVERIFY(app.ask(QStringLiteral("One, short.")));
    app.restart();
    QVERIFY(app.waitReady());
    QVERIFY(!privateChat(app).isOpen());
    QVERIFY(!isPrivate(app.chat().conversationId()));
  }
};

QTEST_MAIN(PrivateChatTest)
#include "private_chat_test.moc"
