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

 private slots:
  void nothing_of_it_is_written() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("An ordinary question, short.")));
    QVERIFY(openPrivate(app));
    QVERIFY(app.ask(QStringLiteral("My secret is %1, short.").arg(QLatin1String(kSecret))));
    QVERIFY(app.ask(QStringLiteral("Say %1 again, short.").arg(QLatin1String(kSecret))));
    app.chat().regenerate(last(app).id);
    QTRY_VERIFY(last(app).branchCount == 2);
    QVERIFY(app.waitIdle());
    app.chat().editMessage(app.messages().at(2).id, QStringLiteral("Another %1, short.").arg(QLatin1String(kSecret)));
    QTRY_VERIFY(app.messages().at(2).branchCount == 2);
    QVERIFY(app.waitIdle());
    app.chat().setDraft(QStringLiteral("draft of %1").arg(QLatin1String(kSecret)));
    app.chat().saveDraft();
    QTest::qWait(700);  // drafts and settings are saved by timers
    QCOMPARE(filesWithSecret(folder(app)), QStringList());
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
    QTRY_COMPARE(app.messages().at(0).text, QStringLiteral("An ordinary question, short."));
    QVERIFY(privateChat(app).isOpen() && !privateChat(app).isShown());
    QVERIFY(openPrivate(app));
    QTRY_COMPARE(app.messages().count(), 2);
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
    QTRY_COMPARE(app.conversations().currentId(), ordinary);
    QTRY_COMPARE(app.messages().count(), 2);
    QVERIFY(openPrivate(app));
    QVERIFY(app.chat().isEmpty());
    QVERIFY(privateChat(app).id() > first);
  }

  void closing_while_it_answers_is_quiet() {
    OfflineApp app({.tokenUs = 2000});
    QVERIFY(openPrivate(app));
    app.chat().send(QStringLiteral("a long one"));
    QTRY_VERIFY(app.messages().count() == 2 && !last(app).text.isEmpty());
    QVERIFY(privateChat(app).isGenerating());
    privateChat(app).close();
    QTRY_VERIFY(app.conversations().currentId() != 0);
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
