// A chat leaves as a file and goes on elsewhere at once; what is wrong with a file is said, and harms nothing.
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "tests/support/app/offline_app.h"

using namespace eddy;

class TransferTest : public QObject {
  Q_OBJECT

  static TransferViewModel& transfer(OfflineApp& app) { return *app.app().transfer(); }
  static const MessageRow& last(OfflineApp& app) { return app.messages().at(app.messages().count() - 1); }
  static OfflineApp::Options realEngine() {
    return {.starter = QStringLiteral(EDDY_RESOURCES "/starter/starter.gguf")};
  }
  static void makeGreedy(OfflineApp& app) {
    app.settings().setProperty("temperature", 0.0);
    app.settings().setProperty("maxTokens", 40);
  }

  static bool save(OfflineApp& app, const QString& file, int format = TransferViewModel::Capsule,
                   int states = TransferViewModel::AllStates) {
    auto& transfer = TransferTest::transfer(app);
    QSignalSpy prepared(&transfer, &TransferViewModel::prepared), saved(&transfer, &TransferViewModel::saved);
    transfer.prepare(app.chat().conversationId());
    if (!prepared.wait(30'000)) return false;
    transfer.save(QUrl::fromLocalFile(file), format, states);
    return QTest::qWaitFor([&] { return !transfer.isBusy(); }, 30'000) && saved.count() == 1;
  }
  static bool open(OfflineApp& app, const QString& file) {
    auto& transfer = TransferTest::transfer(app);
    QSignalSpy opened(&transfer, &TransferViewModel::opened);
    transfer.open({QUrl::fromLocalFile(file)});
    if (!QTest::qWaitFor([&] { return !transfer.isBusy(); }, 30'000) || opened.count() != 1) return false;
    const auto id = opened.first().first().toLongLong();
    return QTest::qWaitFor([&] { return app.chat().conversationId() == id && app.messages().count() > 0; }, 30'000);
  }
  QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

  QTemporaryDir m_folder;

 private slots:
  void chat_goes_on_elsewhere_with_nothing_read_again() {
    OfflineApp here(realEngine());
    makeGreedy(here);
    QVERIFY(here.ask(QStringLiteral("My name is Ada and I live in Oslo.")));
    QVERIFY(here.ask(QStringLiteral("What is my name?")));
    QVERIFY(save(here, path("ada.eddy")));
    QVERIFY(here.ask(QStringLiteral("Where do I live?")));
    const auto expected = last(here).text;
    here.stop();

    OfflineApp there(realEngine());
    makeGreedy(there);
    QVERIFY(there.waitReady());
    QVERIFY(open(there, path("ada.eddy")));
    QCOMPARE(transfer(there).noticeText(), QString());
    QVERIFY(there.ask(QStringLiteral("Where do I live?")));
    QCOMPARE(last(there).tokensReread, 0);
    QCOMPARE(there.chat().noticeText(), QString());
    QCOMPARE(last(there).text, expected);
    QCOMPARE(there.messages().count(), 6);
  }

  void what_a_chat_begins_with_goes_along_data() {
    QTest::addColumn<int>("states");
    QTest::newRow("with states") << static_cast<int>(TransferViewModel::AllStates);
    QTest::newRow("without: its tokens are read") << static_cast<int>(TransferViewModel::NoStates);
  }
  void what_a_chat_begins_with_goes_along() {
    QFETCH(int, states);
    OfflineApp here(realEngine());
    makeGreedy(here);
    QVERIFY(here.ask(QStringLiteral("My name is Ada and I live in Oslo.")));
    auto& library = here.composition().library();
    library.savePoint(last(here).id, QStringLiteral("Ada"), {}, StateLibraryViewModel::Persona);
    QTRY_COMPARE_WITH_TIMEOUT(library.count(), 1, 30000);
    const auto before = here.chat().conversationId();
    library.startChat(library.data(library.index(0), StateLibraryViewModel::StateIdRole).toLongLong());
    QTRY_VERIFY_WITH_TIMEOUT(here.chat().conversationId() != before && here.chat().canSend() && library.hasOrigin(), 30000);
    QVERIFY(here.ask(QStringLiteral("What is my name?")));
    QVERIFY(save(here, path("begun.eddy"), TransferViewModel::Capsule, states));
    QVERIFY(here.ask(QStringLiteral("Where do I live?")));
    const auto expected = last(here).text;
    here.stop();

    OfflineApp there(realEngine());
    makeGreedy(there);
    QVERIFY(there.waitReady());
    QVERIFY(open(there, path("begun.eddy")));
    QTRY_COMPARE_WITH_TIMEOUT(there.composition().library().originName(), QStringLiteral("Ada"), 30000);
    QCOMPARE(there.composition().library().count(), 0);
    QVERIFY(there.ask(QStringLiteral("Where do I live?")));
    QCOMPARE(last(there).text, expected);
    QCOMPARE(last(there).tokensReread, 0);  // without states it was read when the chat was opened
    QCOMPARE(there.chat().noticeText().isEmpty(), states != TransferViewModel::NoStates);
  }

  void chat_with_another_model_says_which_one_it_wants() {
    OfflineApp here;
    QVERIFY(here.ask(QStringLiteral("short one")));
    QVERIFY(save(here, path("other.eddy")));
    here.stop();

    OfflineApp there;
    there.stop();
    there.script().model_version = "2";
    there.start();
    QVERIFY(there.waitReady());
    QVERIFY(open(there, path("other.eddy")));
    QVERIFY2(transfer(there).noticeText().contains(QStringLiteral("was held with")), qPrintable(transfer(there).noticeText()));
    QTRY_VERIFY_WITH_TIMEOUT(there.chat().noticeText().contains(QStringLiteral("re-read")), 30000);  // when it was opened
    QVERIFY(there.ask(QStringLiteral("short again")));
  }

  void settings_are_offered_and_never_taken_silently() {
    OfflineApp here;
    here.settings().setProperty("temperature", 0.25);
    here.settings().setProperty("stopStrings", QStringList{QStringLiteral("END"), QStringLiteral("FIN")});
    QVERIFY(here.ask(QStringLiteral("short one")));
    QVERIFY(save(here, path("settings.eddy")));
    here.stop();
    OfflineApp there;
    QVERIFY(there.waitReady());
    QVERIFY(open(there, path("settings.eddy")));
    QVERIFY(transfer(there).settingsOffered());
    QCOMPARE(there.settings().property("temperature").toDouble(), 0.7);
    transfer(there).useSettings();
    QCOMPARE(there.settings().property("temperature").toDouble(), 0.25);
    QCOMPARE(there.settings().property("stopStrings").toStringList().size(), 2);
    QVERIFY(!transfer(there).settingsOffered());
  }

  void text_formats_are_written_and_opened() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short one")));
    const auto answer = last(app).text;
    for (const auto format : {TransferViewModel::Markdown, TransferViewModel::Json}) {
      const auto file = path(format == TransferViewModel::Json ? "a.json" : "a.md");
      QVERIFY(save(app, file, format));
      QVERIFY(transfer(app).isChat(QUrl::fromLocalFile(file)));
      QVERIFY(open(app, file));
      QCOMPARE(app.messages().count(), 2);
      QCOMPARE(last(app).text, answer.trimmed());
    }
  }

  void sizes_are_told_before_anything_is_written() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short one")));
    QVERIFY(app.ask(QStringLiteral("short two")));
    QSignalSpy prepared(&transfer(app), &TransferViewModel::prepared);
    transfer(app).prepare(app.chat().conversationId());
    QVERIFY(prepared.wait());
    QVERIFY(transfer(app).states() >= 2);
    QVERIFY(transfer(app).textBytes() < transfer(app).leafBytes());
    QVERIFY(transfer(app).leafBytes() < transfer(app).allBytes());
    QCOMPARE(transfer(app).suggestedName(TransferViewModel::Markdown), QStringLiteral("short one.md"));
  }

  void damaged_files_are_refused_with_a_remedy_and_nothing_is_taken_over() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short one")));
    QVERIFY(save(app, path("whole.eddy")));
    const int before = app.conversations().count();
    QFile whole(path("whole.eddy"));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    auto bytes = whole.readAll();
    bytes.truncate(bytes.size() / 2);
    QFile half(path("half.eddy"));
    QVERIFY(half.open(QIODevice::WriteOnly) && half.write(bytes) == bytes.size());
    half.close();
    QVERIFY(!open(app, path("half.eddy")));
    QVERIFY(transfer(app).errorText().contains(QStringLiteral("half.eddy is damaged")));
    QVERIFY(transfer(app).canOpenText());
    transfer(app).openText();
    QTRY_VERIFY_WITH_TIMEOUT(!transfer(app).isBusy(), 30000);
    QVERIFY(!transfer(app).errorText().isEmpty());
    QCOMPARE(app.conversations().count(), before);
    QVERIFY(!open(app, path("missing.eddy")));
    QVERIFY(transfer(app).errorText().contains(QStringLiteral("not there")));
    QVERIFY(!open(app, QStringLiteral(EDDY_RESOURCES "/starter/README.md")));
    QVERIFY(transfer(app).errorText().contains(QStringLiteral("no chat that Eddy knows")));
    transfer(app).dismissError();
    QCOMPARE(transfer(app).errorText(), QString());
  }

  void damaged_state_leaves_the_text_to_be_opened() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short one")));
    QVERIFY(save(app, path("state.eddy")));
    {
      auto database = Database::open(path("state.eddy").toStdString(), OpenMode::ReadWrite);
      QVERIFY(database && (*database)->run_script("UPDATE states SET data = x'00'"));
    }
    QVERIFY(!open(app, path("state.eddy")));
    QVERIFY(transfer(app).canOpenText());
    QSignalSpy opened(&transfer(app), &TransferViewModel::opened);
    transfer(app).openText();
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 2, 30000);
    QVERIFY(app.ask(QStringLiteral("short two")));
  }

  void places_that_cannot_be_written_are_named() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short one")));
    QVERIFY(!save(app, path("missing/folder/a.eddy")));
    QVERIFY(transfer(app).errorText().contains(QStringLiteral("Choose another folder")));
    QVERIFY(!save(app, path("missing/folder/a.md"), TransferViewModel::Markdown));
    QVERIFY(!transfer(app).errorText().isEmpty());
  }

  void several_chats_are_saved_into_a_folder() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short tea")));
    const auto first = app.chat().conversationId();
    app.conversations().create();
    QTRY_VERIFY_WITH_TIMEOUT(app.chat().conversationId() != first, 30000);
    QVERIFY(app.ask(QStringLiteral("short tea")));
    QTemporaryDir folder;
    auto& transfer = TransferTest::transfer(app);
    const auto ids = app.conversations().allIds();
    QCOMPARE(ids.size(), 2);
    transfer.saveMany(ids, QUrl::fromLocalFile(folder.path()), TransferViewModel::Markdown, TransferViewModel::NoStates);
    QVERIFY(transfer.isBusy());
    QTRY_VERIFY_WITH_TIMEOUT(!transfer.isBusy(), 30000);
    QCOMPARE(transfer.errorText(), QString());
    QVERIFY(transfer.noticeText().contains(folder.path()));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList({QStringLiteral("short tea (2).md"), QStringLiteral("short tea.md")}));
    // Once more: nothing is written over.
    transfer.saveMany(ids, QUrl::fromLocalFile(folder.path()), TransferViewModel::Markdown, TransferViewModel::NoStates);
    QTRY_VERIFY_WITH_TIMEOUT(!transfer.isBusy(), 30000);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 4);
  }

  void several_chats_stop_at_the_first_that_cannot_be_saved() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short tea")));
    auto& transfer = TransferTest::transfer(app);
    const auto id = app.chat().conversationId();
    transfer.saveMany({id, id}, QUrl::fromLocalFile(QStringLiteral("/nowhere/at/all")), TransferViewModel::Markdown, TransferViewModel::NoStates);
    QTRY_VERIFY_WITH_TIMEOUT(!transfer.isBusy(), 30000);
    QVERIFY(!transfer.errorText().isEmpty());
    QCOMPARE(transfer.noticeText(), QString());
    transfer.saveMany({qint64{4711}, id}, QUrl::fromLocalFile(m_folder.path()), TransferViewModel::Markdown, TransferViewModel::NoStates);  // one that is gone
    QTRY_VERIFY_WITH_TIMEOUT(!transfer.isBusy(), 30000);
    QVERIFY(!transfer.errorText().isEmpty());
  }

  void saving_several_can_be_stopped() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short tea")));
    auto& transfer = TransferTest::transfer(app);
    QVariantList ids;
    for (int i = 0; i < 50; ++i) ids += app.chat().conversationId();
    QTemporaryDir folder;
    transfer.saveMany(ids, QUrl::fromLocalFile(folder.path()), TransferViewModel::Markdown, TransferViewModel::NoStates);
    transfer.cancel();
    QTRY_VERIFY_WITH_TIMEOUT(!transfer.isBusy(), 30000);
    QVERIFY(QDir(folder.path()).entryList(QDir::Files).size() < 50);
    QVERIFY(save(app, path("after.md"), TransferViewModel::Markdown));
  }
};

QTEST_MAIN(TransferTest)
#include "transfer_test.moc"
